import type { ActorId } from '../../core/kernel/id.ts'
import { asMeant, newId, newOneTimePassword } from '../../crypto/token.ts'
import { hashPassword } from '../../crypto/password.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { NewPerson } from '../../wire/office/people.ts'
import type { Clock } from '../clock.ts'
import type { DeskStore, PersonRow } from '../desk-tables.ts'

export type PeopleRefusalCode = 'people/name-taken' | 'people/not-here' | 'people/has-left' | 'people/last-administrator' | 'people/nothing-to-take'

/** Somebody, and the password that is told once; or what stands in the way. */
export type HandedOver =
  | { readonly accepted: true; readonly person: PersonRow; readonly oneTimePassword: string }
  | { readonly accepted: false; readonly code: PeopleRefusalCode }

export type Changed = { readonly accepted: true; readonly person: PersonRow } | { readonly accepted: false; readonly code: PeopleRefusalCode }

/** Whoever made the first administrator: the server itself, at its first start. */
export const THE_SERVER = 'server' as ActorId

/** Everybody, those who left too, by the name they sign in with. */
export const everybody = ({ db, where }: DeskStore): Promise<readonly PersonRow[]> => located(db.selectFrom('people').selectAll().orderBy('sign_in_name').execute(), where)

/** Adds somebody, who is handed a one-time password. A name that somebody had stays theirs, after they left too. */
export async function addPerson(desk: DeskStore, now: Clock, by: ActorId, { signInName, name, role }: NewPerson): Promise<HandedOver> {
  const { oneTimePassword, hash } = await freshPassword()
  const at = now()
  const person: PersonRow = {
    id: newId(), sign_in_name: signInName, name, role, password_hash: hash, must_change: 'yes',
    made_by: by, made_at: at, changed_by: by, changed_at: at, left_at: null,
  }
  const isTaken = () => desk.db.selectFrom('people').select('id').where('sign_in_name', '=', signInName).executeTakeFirst()
  if (await located(isTaken(), desk.where)) return { accepted: false, code: 'people/name-taken' }
  try {
    await desk.transact((db) => db.insertInto('people').values(person).execute())
    return { accepted: true, person, oneTimePassword }
  } catch (error) {
    // Two who add the same name at once both find it free; the database lets one in.
    if (await located(isTaken(), desk.where)) return { accepted: false, code: 'people/name-taken' }
    throw error
  }
}

/** A new one-time password for somebody who lost theirs. Whoever is signed in under the old one no longer is. */
export async function resetPassword(desk: DeskStore, now: Clock, by: ActorId, id: string): Promise<HandedOver> {
  const { oneTimePassword, hash } = await freshPassword()
  const changed = await change(desk, id, { password_hash: hash, must_change: 'yes', changed_by: by, changed_at: now() })
  return changed.accepted ? { ...changed, oneTimePassword } : changed
}

/** Marks somebody as having left. Their sessions end at once; what they recorded stays theirs. */
export const markAsLeft = (desk: DeskStore, now: Clock, by: ActorId, id: string): Promise<Changed> => {
  const at = now()
  return change(desk, id, { left_at: at, changed_by: by, changed_at: at })
}

type Change = Partial<Pick<PersonRow, 'password_hash' | 'must_change' | 'left_at'>> & Pick<PersonRow, 'changed_by' | 'changed_at'>

/** The rows of people are held meanwhile, so that no two administrators see each other out at once. */
const change = (desk: DeskStore, id: string, to: Change): Promise<Changed> =>
  desk.transact(async (db) => {
    const people = await db.selectFrom('people').selectAll().where('left_at', 'is', null).execute()
    const person = people.find((one) => one.id === id)
    if (!person) {
      const left = await db.selectFrom('people').select('id').where('id', '=', id).executeTakeFirst()
      return { accepted: false, code: left ? 'people/has-left' : 'people/not-here' }
    }
    const administrators = people.filter(({ role }) => role === 'administrator')
    if (typeof to.left_at === 'number' && person.role === 'administrator' && administrators.length === 1) return { accepted: false, code: 'people/last-administrator' }
    await db.updateTable('people').set(to).where('id', '=', id).execute()
    await db.deleteFrom('sessions').where('person', '=', id).execute()
    return { accepted: true, person: { ...person, ...to } }
  }, 'people')

async function freshPassword(): Promise<{ readonly oneTimePassword: string; readonly hash: string }> {
  const oneTimePassword = newOneTimePassword()
  return { oneTimePassword, hash: await hashPassword(asMeant(oneTimePassword)) }
}

async function located<Answer>(asked: Promise<Answer>, where: string): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    throw faultOf(error, where)
  }
}
