import type { Kysely } from 'kysely'
import { assertionAsked, assertionIn, CHALLENGE_MS, newChallenge, registrationAsked, registrationIn, userHandleOf, type Asking, type KeptPasskey, type PasskeyPlace } from '../../crypto/passkey.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { PasskeyAsserted, PasskeyAsked, PasskeyMade, PasskeyToMake } from '../../wire/office/passkeys.ts'
import type { DeskTables } from '../desk-tables.ts'
import { beginHere } from './begin-here.ts'
import type { Door } from './door.ts'
import { accepted, refused, type NotBegun, type Outcome, type WayRefusal } from './refusals.ts'
import { endOtherSessions, proveAgain, type Present } from './sessions.ts'
import { noteSignIn } from './sign-in-history.ts'
import type { PasskeyRow } from './sign-in-tables.ts'
import { spendOnce } from './spent.ts'
import type { Whence } from './whence.ts'

const WRONG = refused({ code: 'session/passkey-wrong' })

const keptOf = ({ id, public_key, counter, transports }: PasskeyRow): KeptPasskey => ({ id, publicKey: public_key, counter, transports: transports.split(' ').filter(Boolean) })

export const passkeysOf = (db: Kysely<DeskTables>, person: string): Promise<readonly PasskeyRow[]> =>
  db.selectFrom('passkeys').selectAll().where('person', '=', person).orderBy('made_at').orderBy('id').execute()

const forSignIn: Asking = { purpose: 'sign-in', within: '' }
const within = ({ session }: Present, purpose: Exclude<Asking['purpose'], 'sign-in'>): Asking => ({ purpose, within: session.id })

/** What a device is asked with for making a passkey, within this session alone. */
export async function askToRegister(door: Door, place: PasskeyPlace, who: Present): Promise<PasskeyToMake> {
  const known = (await passkeysOf(door.desk.db, who.person.id)).map(keptOf)
  return (await registrationAsked(door.master, { place, person: who.person, known, challenge: newChallenge(door.master, within(who, 'register'), door.now()) })) as PasskeyToMake
}

/**
 * Keeps the passkey a device made. It is one more way in, so sessions elsewhere stay.
 *
 * Making one shows it, so that nobody is asked in the same minute for what they have only now; the time of the proof stays what it was.
 */
export async function registerPasskey(door: Door, place: PasskeyPlace, who: Present, { name, answer }: PasskeyMade): Promise<Outcome<null, WayRefusal>> {
  const made = await registrationIn(door.master, { place, asking: within(who, 'register'), at: door.now(), response: answer })
  if (!made) return WRONG
  return door.desk.transact(async (db) => {
    if (!(await isSpentNow(db, made.challenge, door.now()))) return WRONG
    const { id, publicKey: public_key, counter, transports, held } = made
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('passkeys')
      .values({ id, person: who.person.id, name, public_key, counter, transports: transports.join(' '), held, made_at: door.now(), used_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) return refused({ code: 'session/passkey-known' })
    await noteSignIn(db, { person: who.person.id, what: 'passkey-added', by: who.person.id, at: door.now() })
    await proveAgain(db, who.session.id, { at: who.session.proof.at, by: 'passkey' })
    return accepted(null)
  })
}

/** Removes one of one's own passkeys. Sessions elsewhere end, since one of them may have been begun by it. */
export const removePasskey = (door: Door, { person, session }: Present, id: string): Promise<Outcome<null, WayRefusal>> =>
  door.desk.transact(async (db) => {
    const { numDeletedRows } = await db.deleteFrom('passkeys').where('person', '=', person.id).where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) return refused({ code: 'session/no-such-way' })
    await noteSignIn(db, { person: person.id, what: 'passkey-removed', by: person.id, at: door.now() })
    await endOtherSessions(db, person.id, session.id)
    return accepted(null)
  })

/** Asks whoever is there for a passkey of this name. Nothing tells whether anybody has one. */
export const askToSignIn = async (door: Door, place: PasskeyPlace): Promise<PasskeyAsked> => (await assertionAsked(place, newChallenge(door.master, forSignIn, door.now()))) as PasskeyAsked

/** Asks somebody who is signed in for one of their own. */
export const askToProve = async (door: Door, place: PasskeyPlace, who: Present): Promise<PasskeyAsked> =>
  (await assertionAsked(place, newChallenge(door.master, within(who, 'step-up'), door.now()), (await passkeysOf(door.desk.db, who.person.id)).map(keptOf))) as PasskeyAsked

/**
 * Signs somebody in by a passkey, with no password beside it: the device has asked for its owner's finger, face or number.
 *
 * No count of tries stands before this. Nobody guesses a signature, and this is the way that stays open to whoever is kept out of the others.
 */
export async function signInByPasskey(door: Door, place: PasskeyPlace, answer: PasskeyAsserted, whence: Whence): Promise<Outcome<string, WayRefusal | NotBegun>> {
  const row = await passkeyOf(door, answer.id)
  const found = row && (await assertedBy(door, place, forSignIn, row, answer))
  if (!row || !found || found.userHandle === null) return WRONG
  return door.desk.transact(async (db) => {
    if (!(await spend(db, door, row, found))) return WRONG
    const begun = await beginHere(db, door, { id: row.person }, { whence, by: 'passkey' })
    return begun.accepted || begun.refusal.code !== 'session/wrong' ? begun : WRONG
  }, 'people')
}

/** Somebody who is signed in shows by a passkey of their own that they still are who they were. */
export async function proveByPasskey(door: Door, place: PasskeyPlace, who: Present, answer: PasskeyAsserted): Promise<Outcome<null, WayRefusal>> {
  const row = await passkeyOf(door, answer.id)
  const found = row && row.person === who.person.id ? await assertedBy(door, place, within(who, 'step-up'), row, answer) : null
  if (!row || !found) return WRONG
  return door.desk.transact(async (db) => {
    if (!(await spend(db, door, row, found))) return WRONG
    await proveAgain(db, who.session.id, { at: door.now(), by: 'passkey' })
    return accepted(null)
  })
}

async function assertedBy(door: Door, place: PasskeyPlace, asking: Asking, row: PasskeyRow, response: PasskeyAsserted) {
  const found = await assertionIn(door.master, { place, asking, at: door.now(), response }, keptOf(row))
  return found && (found.userHandle === null || found.userHandle === userHandleOf(door.master, row.person)) ? found : null
}

/** An answer counts once: its challenge is spent, and the counter of the passkey has not moved since it was looked at. */
async function spend(db: Kysely<DeskTables>, door: Door, { id, counter }: PasskeyRow, found: { readonly challenge: string; readonly counter: number }): Promise<boolean> {
  if (!(await isSpentNow(db, found.challenge, door.now()))) return false
  const { numUpdatedRows } = await db.updateTable('passkeys').set({ counter: found.counter, used_at: door.now() }).where('id', '=', id).where('counter', '=', counter).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Marks a challenge as answered; no where it was already. */
const isSpentNow = (db: Kysely<DeskTables>, challenge: string, at: number): Promise<boolean> => spendOnce(db, challenge, at, at + CHALLENGE_MS)

async function passkeyOf({ desk }: Door, id: string): Promise<PasskeyRow | null> {
  try {
    return (await desk.db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
  } catch (error) {
    throw faultOf(error, desk.where)
  }
}
