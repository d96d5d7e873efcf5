import { hashPassword, isPassword, passwordsWaiting } from '../../crypto/password.ts'
import { asMeant, markOf } from '../../crypto/token.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { PasswordChange, SignIn } from '../../wire/office/session.ts'
import type { DeskStore, PersonRow } from '../desk-tables.ts'
import { beginHere } from './begin-here.ts'
import { coarse } from './caller.ts'
import type { Door } from './door.ts'
import { isFit } from './fit-password.ts'
import { accepted, refused, type NotBegun, type Outcome, type PasswordRefusal, type SignInRefusal, type WrongPassword } from './refusals.ts'
import { proofBeside } from './second-factor.ts'
import { beginSession, proveAgain, type Beginning, type Present } from './sessions.ts'
import { countTry, forgetTries, giveTryBack, type Tried } from './throttle.ts'
import type { ProvedBy } from './sign-in-tables.ts'
import type { Whence } from './whence.ts'

/** More than this many in line means that somebody is trying passwords, and each hash costs 64 MiB. */
const MOST_WAITING = 32

/** Names count alike however they are typed; they are kept this way (`wire/office/people.ts`). */
const folded = (name: string): string => name.trim().normalize('NFKC').toLowerCase()

/**
 * Signs somebody in, or says that it was wrong, and never whether the name, the password or the person was.
 *
 * A name that nobody has costs the same work as one that somebody has, and is slowed the same. That a code is asked for tells that the password
 * was right; whoever hears it has it already.
 */
export async function signIn(door: Door, { name, password, code = '' }: SignIn, whence: Whence): Promise<Outcome<string, SignInRefusal | NotBegun>> {
  const person = await byName(door.desk, folded(name))
  const shown = await proved(door, person, { password, code }, triedBy(door, folded(name), whence.address))
  if (!shown.accepted || !person) return shown.accepted ? refused({ code: 'session/wrong' }) : shown
  return door.desk.transact((db) => beginHere(db, door, { id: person.id, passwordHash: person.password_hash }, { whence, by: shown.value }), 'people')
}

/** Somebody who is signed in shows by the password, and by a code where they have one, that they still are who they were. Answers with what they showed. */
export async function proveByPassword(door: Door, { person, session }: Present, { password, code = '' }: Pick<SignIn, 'password' | 'code'>, address: string): Promise<Outcome<ProvedBy, SignInRefusal>> {
  const shown = await proved(door, await byName(door.desk, person.signInName), { password, code }, triedBy(door, person.signInName, address))
  if (shown.accepted && (shown.value !== 'password' || session.proof.by === 'password')) await door.desk.transact((db) => proveAgain(db, session.id, { at: door.now(), by: shown.value }))
  return shown
}

/** The password, and a code beside it where one is asked for. A try is forgotten once both were right. */
async function proved(door: Door, person: PersonRow | null, { password, code }: { readonly password: string; readonly code: string }, tried: Tried): Promise<Outcome<'password' | 'code', SignInRefusal>> {
  const right = await isRight(door, person, password, tried)
  if (right !== true || !person) return refused(right === true ? { code: 'session/wrong' } : right)
  const beside = await proofBeside(door, person.id, code)
  if (beside.accepted) await forgetTries(door.desk, door.now, tried)
  else if (beside.refusal.code === 'session/code-needed') await giveTryBack(door.desk, door.now, tried)
  return beside
}

/**
 * Changes the password of somebody who is signed in and knows the old one.
 *
 * Every session of theirs ends, in case somebody else sits in one, and a new one begins. It carries over when and how they last showed who they are: a
 * password is not shown by choosing it.
 */
export async function changePassword(door: Door, { person: who, session: { proof, device } }: Present, { old, new: fresh }: PasswordChange, address: string): Promise<Outcome<string, PasswordRefusal>> {
  const person = await byName(door.desk, who.signInName)
  const tried = triedBy(door, who.signInName, address)
  const right = await isRight(door, person, old, tried)
  if (right !== true || !person) return refused(right === true ? { code: 'session/wrong' } : right)
  await forgetTries(door.desk, door.now, tried)
  if (!isFit(fresh, old, person)) return refused({ code: 'session/password-unfit' })
  const isChanged = await keepPassword(door, person, fresh)
  return begun(door, person, isChanged, { address: coarse(address), by: proof.by, provedAt: proof.at, device })
}

/** Keeps a password only where it is still the one that was checked: a reset meanwhile by an administrator stands. */
async function keepPassword(door: Door, person: PersonRow, fresh: string): Promise<string | undefined> {
  const hash = await hashPassword(fresh)
  return door.desk.transact(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('people')
      .set({ password_hash: hash, must_change: 'no', changed_by: person.id, changed_at: door.now() })
      .where('id', '=', person.id).where('password_hash', '=', person.password_hash).where('left_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return undefined
    await db.deleteFrom('sessions').where('person', '=', person.id).execute()
    return hash
  })
}

/** A session for somebody whose password was right, and is still the one that was looked at. */
async function begun(door: Door, person: PersonRow | null, hash: string | undefined, how: Beginning): Promise<Outcome<string, { readonly code: 'session/wrong' }>> {
  const token = person && hash !== undefined ? await beginSession(door.desk, door.now, { id: person.id, passwordHash: hash }, how) : null
  return token === null ? refused({ code: 'session/wrong' }) : accepted(token)
}

/** True, or why not. A try is counted before it is looked at; whoever asks forgets it again where everything was right. */
async function isRight(door: Door, person: PersonRow | null, password: string, tried: Tried): Promise<true | WrongPassword> {
  if (passwordsWaiting() > MOST_WAITING) return { code: 'session/slow-down', retryAfterSeconds: 5 }
  const tries = await countTry(door.desk, door.now, tried)
  if (!tries.accepted) return { code: 'session/slow-down', retryAfterSeconds: tries.retryAfterSeconds }
  const meant = person?.must_change === 'yes' ? asMeant(password) : password
  return (await isPassword(meant, person?.password_hash ?? null)) || { code: 'session/wrong' }
}

/** What is typed as a name is at times a password, so it is kept as a mark only. */
const triedBy = ({ master }: Door, name: string, address: string): Tried => ({
  name: markOf(master, JSON.stringify(['name', name, address])),
  address: markOf(master, JSON.stringify(['address', address])),
})

async function byName({ db, where }: DeskStore, name: string): Promise<PersonRow | null> {
  try {
    return (await db.selectFrom('people').selectAll().where('sign_in_name', '=', name).where('left_at', 'is', null).executeTakeFirst()) ?? null
  } catch (error) {
    throw faultOf(error, where)
  }
}
