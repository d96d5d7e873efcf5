import type { ActorId } from '../../core/kernel/id.ts'
import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Clock } from '../clock.ts'
import type { DeskStore, PersonRow } from '../desk-tables.ts'
import { located } from './located.ts'

/** Who vouches where there is nobody who could: for the first person of the unit, and for the last one left of it. */
export const FIRST_OF_ORGANISATION = 'first-of-organisation' as ActorId

export type VouchingRefusalCode = 'people/may-not-vouch' | 'people/not-here' | 'people/has-left' | 'people/needs-no-vouching' | 'people/one-time-password'

export type Vouched = { readonly accepted: true } | { readonly accepted: false; readonly code: VouchingRefusalCode }

type Vouching = Pick<PersonRow, 'vouched_by' | 'vouched_at'>

/** An administrator needs nobody: they open no case. */
export const vouchedFor = ({ role, vouched_by }: Pick<PersonRow, 'role' | 'vouched_by'>): 'yes' | 'no' => (role === 'administrator' || vouched_by !== null ? 'yes' : 'no')

/**
 * What stands of somebody's vouching once an administrator made their account or took it over.
 *
 * Whoever hands out passwords could sit in the account themselves, so a colleague says anew whose it is. Where nobody of the unit could say
 * so, it stands as vouched for, and the history shows by what. In any other organisation nobody is taken on trust: whoever makes an organisation of oversight
 * would read everything as its first.
 */
export function vouchingAnew(here: readonly PersonRow[], person: Vouchee, at: Instant): Vouching {
  const isAlone = person.role !== 'administrator' && person.organisation === OWN_UNIT && !here.some((colleague) => couldVouch(here, colleague, person))
  return isAlone ? { vouched_by: FIRST_OF_ORGANISATION, vouched_at: at } : { vouched_by: null, vouched_at: null }
}

type Vouchee = Pick<PersonRow, 'id' | 'role' | 'organisation' | 'made_by'>

/**
 * Whoever works on cases in the same organisation, is vouched for themselves, and neither made the account nor is its owner; where there is nobody of
 * that organisation yet, somebody of the unit, whom they came to.
 */
const couldVouch = (here: readonly PersonRow[], colleague: PersonRow, person: Vouchee): boolean =>
  isFit(colleague, person) && (colleague.organisation === person.organisation || (colleague.organisation === OWN_UNIT && !here.some((other) => other.organisation === person.organisation && isFit(other, person))))

const isFit = (colleague: PersonRow, person: Vouchee): boolean => vouches(colleague) && colleague.id !== person.id && colleague.id !== person.made_by

const vouches = ({ role, vouched_by, left_at }: PersonRow): boolean => role !== 'administrator' && vouched_by !== null && left_at === null

/** Those for whom nobody has vouched yet and somebody could: of their own organisation, and the first of others for the unit; null where whoever asks is not one who vouches. */
export async function waitingBeside({ db, where }: DeskStore, asker: ActorId): Promise<readonly PersonRow[] | null> {
  const here = await located(db.selectFrom('people').selectAll().where('left_at', 'is', null).orderBy('made_at').orderBy('id').execute(), where)
  const colleague = here.find(({ id }) => id === asker)
  return colleague && vouches(colleague) ? here.filter((person) => vouchedFor(person) === 'no' && couldVouch(here, colleague, person)) : null
}

/**
 * Says of a colleague: I know this person, and what they sign in with was handed over in person.
 *
 * They have chosen a password of their own by then, so that nobody who saw the one-time password is vouched for in their stead. The rows of
 * organisations are held meanwhile: of two who vouch at once, one does.
 */
export const vouchFor = (desk: DeskStore, now: Clock, by: ActorId, id: string): Promise<Vouched> =>
  desk.transact(async (db) => {
    const people = await db.selectFrom('people').selectAll().execute()
    const [colleague, person] = [by, id].map((one) => people.find((row) => row.id === one))
    const code = whyNot(people.filter(({ left_at }) => left_at === null), colleague, person)
    if (code !== null) return { accepted: false, code }
    const at = now()
    await db.updateTable('people').set({ vouched_by: by, vouched_at: at, changed_by: by, changed_at: at }).where('id', '=', id).execute()
    return { accepted: true }
  }, 'organisations')

/** Somebody of another organisation is answered as nobody: whether they are there is not told. */
function whyNot(here: readonly PersonRow[], colleague: PersonRow | undefined, person: PersonRow | undefined): VouchingRefusalCode | null {
  if (!colleague || !vouches(colleague)) return 'people/may-not-vouch'
  if (!person || (person.organisation !== colleague.organisation && !couldVouch(here, colleague, person))) return 'people/not-here'
  if (!couldVouch(here, colleague, person)) return 'people/may-not-vouch'
  if (person.left_at !== null) return 'people/has-left'
  if (vouchedFor(person) === 'yes') return 'people/needs-no-vouching'
  return person.must_change === 'yes' ? 'people/one-time-password' : null
}
