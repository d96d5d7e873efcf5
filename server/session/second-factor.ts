import type { Kysely } from 'kysely'
import { newCodeSecret, stepOfCode, wrapCodeSecret, type CodeSecret } from '../../crypto/one-time-code.ts'
import { markOf } from '../../crypto/token.ts'
import type { DeskTables } from '../desk-tables.ts'
import type { Door } from './door.ts'
import { isRecoveryCode, newRecoveryCodes, spendRecoveryCode } from './recovery-codes.ts'
import { accepted, refused, type CodeRefusal, type Outcome, type WayRefusal } from './refusals.ts'
import { endOtherSessions, proveAgain, type Present } from './sessions.ts'
import type { ProvedBy, SecondFactorRow } from './sign-in-tables.ts'
import { noteSignIn } from './sign-in-history.ts'
import { countCode, forgetCodes } from './throttle.ts'

const ofPerson = (db: Kysely<DeskTables>, person: string): Promise<SecondFactorRow | undefined> => db.selectFrom('second_factors').selectAll().where('person', '=', person).executeTakeFirst()

/** The second factor of somebody, once a first code has confirmed it. */
export async function confirmedFactor(db: Kysely<DeskTables>, person: string): Promise<SecondFactorRow | null> {
  const row = await ofPerson(db, person)
  return row && row.confirmed_at !== null ? row : null
}

/**
 * How somebody whose password was right has shown who they are: by it alone where they have no second factor, or by a code too.
 *
 * A code of the telephone is slowed for its owner. A recovery code is not: nobody guesses one, and it must work for whoever is kept out by somebody else's guesses.
 */
export async function proofBeside(door: Door, person: string, code: string): Promise<Outcome<Extract<ProvedBy, 'password' | 'code'>, CodeRefusal>> {
  const row = await confirmedFactor(door.desk.db, person)
  if (!row) return accepted('password')
  if (code.trim() === '') return refused({ code: 'session/code-needed' })
  if (isRecoveryCode(code)) return (await spendRecoveryCode(door, person, code)) ? accepted('code') : refused({ code: 'session/code-wrong' })
  const tried = await tryCode(door, row, code)
  return tried.accepted ? accepted('code') : tried
}

/** Takes a code of the telephone, once. Two who bring the same one in the same moment meet at the row. */
async function tryCode(door: Door, { person, box, last_step }: SecondFactorRow, code: string): Promise<Outcome<number, CodeRefusal>> {
  const mark = markOf(door.master, JSON.stringify(['codes', person]))
  const tries = await countCode(door.desk, door.now, mark)
  if (!tries.accepted) return refused({ code: 'session/slow-down', retryAfterSeconds: tries.retryAfterSeconds })
  const step = stepOfCode(door.master, person, box, code, door.now(), last_step)
  if (step === null || !(await spendStep(door, person, box, step))) return refused({ code: 'session/code-wrong' })
  await forgetCodes(door.desk, mark)
  return accepted(step)
}

const spendStep = (door: Door, person: string, box: string, step: number): Promise<boolean> =>
  door.desk.transact(async (db) => (await db.updateTable('second_factors').set({ last_step: step }).where('person', '=', person).where('box', '=', box).where('last_step', '<', step).executeTakeFirst()).numUpdatedRows > 0n)

/** Draws a secret, told this once. It counts for nothing until a code confirms it; drawing again throws the one before away. */
export const beginSecondFactor = (door: Door, { person }: Present): Promise<Outcome<CodeSecret, WayRefusal>> =>
  door.desk.transact(async (db) => {
    if (await confirmedFactor(db, person.id)) return refused({ code: 'session/code-on' })
    const drawn = newCodeSecret(person.signInName)
    await db.deleteFrom('second_factors').where('person', '=', person.id).execute()
    await db.insertInto('second_factors').values({ person: person.id, box: wrapCodeSecret(door.master, person.id, drawn.secret), made_at: door.now(), confirmed_at: null, last_step: 0 }).execute()
    return accepted(drawn)
  }, 'people')

/**
 * The telephone reckons the same codes: from now on one is asked for. Answers with recovery codes, told this once.
 *
 * Whatever session was begun without a code ends, but for the one in which this is done.
 */
export async function confirmSecondFactor(door: Door, { person, session }: Present, code: string): Promise<Outcome<readonly string[], WayRefusal | CodeRefusal>> {
  const row = await ofPerson(door.desk.db, person.id)
  if (!row) return refused({ code: 'session/no-such-way' })
  if (row.confirmed_at !== null) return refused({ code: 'session/code-on' })
  const tried = await tryCode(door, row, code)
  if (!tried.accepted) return tried
  return door.desk.transact(async (db) => {
    const at = door.now()
    await db.updateTable('second_factors').set({ confirmed_at: at }).where('person', '=', person.id).where('box', '=', row.box).execute()
    await noteSignIn(db, { person: person.id, what: 'code-on', by: person.id, at })
    await endOtherSessions(db, person.id, session.id)
    if (session.proof.by === 'password') await proveAgain(db, session.id, { ...session.proof, by: 'code' })
    return accepted(await newRecoveryCodes(db, door, person.id))
  }, 'people')
}

/** New recovery codes, told this once; those before them no longer work. */
export const renewRecoveryCodes = (door: Door, { person }: Present): Promise<Outcome<readonly string[], WayRefusal>> =>
  door.desk.transact(async (db) => ((await confirmedFactor(db, person.id)) ? accepted(await newRecoveryCodes(db, door, person.id)) : refused({ code: 'session/no-such-way' })), 'people')

/** Puts one's own second factor away. Sessions elsewhere end. */
export const removeSecondFactor = (door: Door, { person, session }: Present): Promise<Outcome<null, WayRefusal>> =>
  door.desk.transact(async (db) => {
    if (!(await ofPerson(db, person.id))) return refused({ code: 'session/no-such-way' })
    await dropSecondFactor(db, person.id)
    await noteSignIn(db, { person: person.id, what: 'code-off', by: person.id, at: door.now() })
    await endOtherSessions(db, person.id, session.id)
    return accepted(null)
  }, 'people')

export async function dropSecondFactor(db: Kysely<DeskTables>, person: string): Promise<void> {
  await db.deleteFrom('second_factors').where('person', '=', person).execute()
  await db.deleteFrom('recovery_codes').where('person', '=', person).execute()
}
