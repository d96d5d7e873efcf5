import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'
import type { OrganisationRefusalCode } from './organisations.ts'
import type { PeopleRefusalCode } from './people.ts'

const DETAILS: Readonly<Record<PeopleRefusalCode | OrganisationRefusalCode, string>> = {
  'people/name-taken': 'Sign-in names are given once, so that what somebody recorded is never taken for another’s.',
  'people/not-here': 'The id in the address is nobody’s.',
  'people/has-left': 'Nothing is changed about somebody who has left.',
  'people/last-administrator': 'This is the only administrator.',
  'people/nothing-to-take': 'This person signs in by a password alone.',
  'people/no-such-organisation': 'No organisation here has this id.',
  'people/role-not-in-organisation': 'The kind of an organisation tells which roles its people may hold; no partner holds a role of enforcement.',
  'people/may-not-vouch': 'It is for a colleague of the same organisation who works on cases, is vouched for, and did not make the account.',
  'people/needs-no-vouching': 'Somebody has vouched for this person already, or they open no case.',
  'people/one-time-password': 'Vouching begins once the one-time password is out of use, so that nobody else sits in the account.',
  'devices/not-here': 'The id in the address is no device’s, or it was revoked already.',
  'organisations/not-here': 'The id in the address is no organisation’s.',
  'organisations/name-taken': 'Another organisation here has this name.',
}

/** What stands in the way of a change among people and organisations. */
export const refusePeople = ({ speak }: Office, code: PeopleRefusalCode | OrganisationRefusalCode): Response => refuse(speak, { code, detail: DETAILS[code] })
