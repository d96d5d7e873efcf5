import type { Kysely } from 'kysely'
import type { ActorId } from '../../core/kernel/id.ts'
import { instant, type Instant } from '../../core/kernel/instant.ts'
import type { Organisation } from '../../core/kernel/organisation.ts'
import { newId, newToken, tokenDigest } from '../../crypto/token.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { Role } from '../../core/kernel/access.ts'
import type { Clock } from '../clock.ts'
import { vouchedFor } from '../people/vouching.ts'
import type { DeskStore, DeskTables } from '../desk-tables.ts'
import type { ProvedBy } from './sign-in-tables.ts'

/** As long as a shift, and as long as a screen may be left alone (NIST SP 800-63B-3, 4.2.3: twelve hours, thirty minutes). */
export const LONGEST_MS = 12 * 3_600_000
export const IDLE_MS = 30 * 60_000

/** How exactly it is kept when somebody was last seen, so that not every look at a board is a write. */
const SEEN_MS = 60_000

/** Somebody at work, as their session tells at this moment. */
export interface SignedIn {
  readonly id: ActorId
  readonly name: string
  readonly signInName: string
  readonly role: Role
  readonly organisation: Organisation
  /** Whether a colleague has said whose account this is. An administrator, who opens no case, needs nobody to. */
  readonly vouched: 'yes' | 'no'
  readonly mustChangePassword: 'yes' | 'no'
}

/** When somebody last showed who they are, and how. */
export interface Proof {
  readonly at: Instant
  readonly by: ProvedBy
}

/** The session somebody asks under: what it goes by, from where it is used, and the last proof within it. */
export interface OwnSession {
  readonly id: string
  /** The networks it was used from, coarsely, the first one first. */
  readonly from: string
  readonly proof: Proof
  /** The id of the enrolled device it was begun on; null where it was on none. */
  readonly device: string | null
}

/** Who asks, and under which session. */
export interface Present {
  readonly person: SignedIn
  readonly session: OwnSession
}

/** Whether somebody is at the page that asks. A page nobody touches asks by itself, and keeps no session alive by it. */
export type Attended = 'yes' | 'no'

/** Where a session is begun, how its owner showed who they are, and when if that was before. */
export interface Beginning {
  readonly address: string
  readonly by: ProvedBy
  readonly provedAt?: Instant
  /** The id of the enrolled device, where it is one. */
  readonly device?: string | null
}

export type Beginner = { readonly id: string; readonly passwordHash?: string }

const HERE: Beginning = { address: 'this-machine', by: 'password' }

/**
 * Begins a session, and ends what has run out. Answers with the token, of which only a digest is kept.
 *
 * Null where the password has changed since it was looked at, or its owner has left: an administrator who ends somebody's sessions in that moment has ended this one too.
 */
export const beginSession = (desk: DeskStore, now: Clock, who: Beginner, how: Beginning = HERE): Promise<string | null> =>
  desk.transact((db) => beginSessionIn(db, now(), who, how), 'people')

/** The same within a transaction that holds the rows of people. */
export async function beginSessionIn(db: Kysely<DeskTables>, at: Instant, { id, passwordHash }: Beginner, { address, by, provedAt = at, device = null }: Beginning): Promise<string | null> {
  await db.deleteFrom('sessions').where((each) => each.or([each('ends_at', '<=', at), each('seen_at', '<=', at - IDLE_MS)])).execute()
  const here = db.selectFrom('people').select('id').where('id', '=', id).where('left_at', 'is', null)
  const person = await (passwordHash === undefined ? here : here.where('password_hash', '=', passwordHash)).executeTakeFirst()
  if (!person) return null
  const token = newToken()
  await db.insertInto('sessions').values({ token_digest: tokenDigest(token), id: newId(), person: id, made_at: at, seen_at: at, ends_at: at + LONGEST_MS, address, proved_at: provedAt, proved_by: by, device }).execute()
  return token
}

/** Whose session a token is, if it is one that still runs. Asked anew at each request, so that leaving and losing a role work at once. */
export async function whoseSession(desk: DeskStore, now: Clock, token: string, attended: Attended = 'yes'): Promise<Present | null> {
  const [digest, at] = [tokenDigest(token), now()]
  try {
    const found = await desk.db
      .selectFrom('sessions')
      .innerJoin('people', 'people.id', 'sessions.person')
      .innerJoin('organisations', 'organisations.id', 'people.organisation')
      .select(['people.id', 'people.name', 'people.sign_in_name', 'people.role', 'people.vouched_by', 'people.must_change', 'organisations.id as organisation', 'organisations.kind', 'sessions.id as session', 'sessions.address', 'sessions.seen_at', 'sessions.proved_at', 'sessions.proved_by', 'sessions.device'])
      .where('sessions.token_digest', '=', digest)
      .where('sessions.ends_at', '>', at)
      .where('sessions.seen_at', '>', at - IDLE_MS)
      .where('people.left_at', 'is', null)
      .executeTakeFirst()
    if (!found) return null
    if (attended === 'yes' && found.seen_at <= at - SEEN_MS) await seen(desk, digest, at)
    return {
      person: { id: found.id as ActorId, name: found.name, signInName: found.sign_in_name, role: found.role, organisation: { id: found.organisation, kind: found.kind }, vouched: vouchedFor(found), mustChangePassword: found.must_change },
      session: { id: found.session, from: found.address, proof: { at: instant(found.proved_at), by: found.proved_by }, device: found.device },
    }
  } catch (error) {
    throw faultOf(error, desk.where)
  }
}

const seen = (desk: DeskStore, digest: string, at: Instant): Promise<unknown> =>
  desk.transact((db) => db.updateTable('sessions').set({ seen_at: at }).where('token_digest', '=', digest).execute())

export const endSession = (desk: DeskStore, token: string): Promise<unknown> =>
  desk.transact((db) => db.deleteFrom('sessions').where('token_digest', '=', tokenDigest(token)).execute())

/** Ends one of somebody's sessions, by what it goes by. Whether it was there does not matter; that it is theirs does. */
export const endSessionOf = (desk: DeskStore, person: string, session: string): Promise<unknown> =>
  desk.transact((db) => db.deleteFrom('sessions').where('person', '=', person).where('id', '=', session).execute())

/** Ends every session of somebody but the one they ask under. */
export const endOtherSessions = (db: Kysely<DeskTables>, person: string, kept: string): Promise<unknown> =>
  db.deleteFrom('sessions').where('person', '=', person).where('id', '!=', kept).execute()

/** Somebody showed anew who they are, under the session they have. */
export const proveAgain = (db: Kysely<DeskTables>, session: string, { at, by }: Proof): Promise<unknown> =>
  db.updateTable('sessions').set({ proved_at: at, proved_by: by }).where('id', '=', session).execute()
