import type { ActorId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { asMeant, newId, newOneTimePassword } from '../../crypto/token.ts'
import { hashPassword } from '../../crypto/password.ts'
import type { NewPerson } from '../../wire/office/people.ts'
import type { Clock } from '../clock.ts'
import type { DeskStore, PersonRow } from '../desk-tables.ts'
import { located } from './located.ts'
import { placeFor, type PlaceRefusalCode } from './place.ts'
import { vouchingAnew, type VouchingRefusalCode } from './vouching.ts'

export type PeopleRefusalCode = 'people/name-taken' | 'people/not-here' | 'people/has-left' | 'people/last-administrator' | 'people/nothing-to-take' | 'devices/not-here' | PlaceRefusalCode | VouchingRefusalCode

/** Somebody, and the password that is told once; or what stands in the way. */
export type HandedOver =
  | { readonly accepted: true; readonly person: PersonRow; readonly oneTimePassword: string }
  | { readonly accepted: false; readonly code: PeopleRefusalCode }

export type Changed = { readonly accepted: true; readonly person: PersonRow } | { readonly accepted: false; readonly code: PeopleRefusalCode }

/** Whoever made the first administrator: the server itself, at its first start. */
export const THE_SERVER = 'server' as ActorId

/** Everybody, those who left too, by the name they sign in with. */
export const everybody = ({ db, where }: DeskStore): Promise<readonly PersonRow[]> => located(db.selectFrom('people').selectAll().orderBy('sign_in_name').execute(), where)

/**
 * Adds somebody, who is handed a one-time password. A name that somebody had stays theirs, after they left too.
 *
 * The rows of organisations are held meanwhile, so that of two who are added at once one alone is the first of theirs.
 */
export async function addPerson(desk: DeskStore, now: Clock, by: ActorId, { signInName, name, role, organisation }: NewPerson): Promise<HandedOver> {
  const { oneTimePassword, hash } = await freshPassword()
  const isTaken = () => desk.db.selectFrom('people').select('id').where('sign_in_name', '=', signInName).executeTakeFirst()
  if (await located(isTaken(), desk.where)) return { accepted: false, code: 'people/name-taken' }
  try {
    return await desk.transact(async (db) => {
      const place = await placeFor(db, organisation, role)
      if (!place.accepted) return place
      const at = now()
      const made = { id: newId(), sign_in_name: signInName, name, role, organisation: place.organisation, password_hash: hash, must_change: 'yes', made_by: by, made_at: at, changed_by: by, changed_at: at, left_at: null } as const
      const person: PersonRow = { ...made, ...vouchingAnew(await db.selectFrom('people').selectAll().where('left_at', 'is', null).execute(), made, at) }
      await db.insertInto('people').values(person).execute()
      return { accepted: true, person, oneTimePassword }
    }, 'organisations')
  } catch (error) {
    // Two who add the same name at once both find it free; the database lets one in.
    if (await located(isTaken(), desk.where)) return { accepted: false, code: 'people/name-taken' }
    throw error
  }
}

/** A new one-time password for somebody who lost theirs. Whoever is signed in under the old one no longer is, and a colleague vouches anew. */
export async function resetPassword(desk: DeskStore, now: Clock, by: ActorId, id: string): Promise<HandedOver> {
  const { oneTimePassword, hash } = await freshPassword()
  const changed = await change(desk, now, by, id, (person, here, at) => ({ password_hash: hash, must_change: 'yes', ...vouchingAnew(here, person, at) }))
  return changed.accepted ? { ...changed, oneTimePassword } : changed
}

/** Marks somebody as having left. Their sessions end at once; what they recorded stays theirs. */
export const markAsLeft = (desk: DeskStore, now: Clock, by: ActorId, id: string): Promise<Changed> => change(desk, now, by, id, (_person, _here, at) => ({ left_at: at }))

/** Gives somebody another role, or the same in another organisation. They sign in anew, and a colleague there vouches for them. */
export const changePlace = (desk: DeskStore, now: Clock, by: ActorId, id: string, { role, organisation }: Pick<NewPerson, 'role' | 'organisation'>): Promise<Changed> =>
  desk.transact(async (db) => {
    const place = await placeFor(db, organisation, role)
    if (!place.accepted) return place
    return changeIn(db, now(), by, id, (person, here, at) => {
      const there = { role, organisation: place.organisation }
      return { ...there, ...vouchingAnew(here, { ...person, ...there }, at) }
    })
  }, 'organisations')

type Change = Partial<Pick<PersonRow, 'password_hash' | 'must_change' | 'left_at' | 'role' | 'organisation' | 'vouched_by' | 'vouched_at'>>

type Changing = (person: PersonRow, here: readonly PersonRow[], at: Instant) => Change

/** The rows of organisations are held meanwhile, so that no two administrators see each other out at once. */
const change = (desk: DeskStore, now: Clock, by: ActorId, id: string, to: Changing): Promise<Changed> => desk.transact((db) => changeIn(db, now(), by, id, to), 'organisations')

async function changeIn(db: DeskStore['db'], at: Instant, by: ActorId, id: string, to: Changing): Promise<Changed> {
  const here = await db.selectFrom('people').selectAll().where('left_at', 'is', null).execute()
  const person = here.find((one) => one.id === id)
  if (!person) {
    const left = await db.selectFrom('people').select('id').where('id', '=', id).executeTakeFirst()
    return { accepted: false, code: left ? 'people/has-left' : 'people/not-here' }
  }
  const after: PersonRow = { ...person, ...to(person, here, at), changed_by: by, changed_at: at }
  if (isAdministrator(person) && !isAdministrator(after) && here.filter(isAdministrator).length === 1) return { accepted: false, code: 'people/last-administrator' }
  const { id: _id, made_by: _by, made_at: _at, ...set } = after
  await db.updateTable('people').set(set).where('id', '=', id).execute()
  await db.deleteFrom('sessions').where('person', '=', id).execute()
  return { accepted: true, person: after }
}

const isAdministrator = ({ role, left_at }: PersonRow): boolean => role === 'administrator' && left_at === null

async function freshPassword(): Promise<{ readonly oneTimePassword: string; readonly hash: string }> {
  const oneTimePassword = newOneTimePassword()
  return { oneTimePassword, hash: await hashPassword(asMeant(oneTimePassword)) }
}
