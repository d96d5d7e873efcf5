import { instant, isoOf } from '../../core/kernel/instant.ts'
import { newAsking, type AskedOfProvider, type ShownByProvider } from '../../crypto/open-id.ts'
import { markOf, newId } from '../../crypto/token.ts'
import type { OwnWaysSent } from '../../wire/office/own-ways.ts'
import { countsAs } from './account-door.ts'
import { beginHere } from './begin-here.ts'
import type { Door } from './door.ts'
import { provedNow, type Proved } from './proved.ts'
import { accepted, refused, type NotBegun, type Outcome, type SignInRefusal, type SlowDown, type WayRefusal } from './refusals.ts'
import { proofBeside } from './second-factor.ts'
import { endOtherSessions, type Present } from './sessions.ts'
import { noteSignIn } from './sign-in-history.ts'
import type { ProvedBy } from './sign-in-tables.ts'
import { spendOnce } from './spent.ts'
import { countAddress, giveAddressBack } from './throttle.ts'
import type { Whence } from './whence.ts'

/** What a browser keeps for us, closed, while its owner is at another's service, and what it came back with. */
export interface AccountHeld extends AskedOfProvider {
  readonly purpose: 'sign-in' | 'link'
  /** The session that is to be linked; nothing where somebody signs in. */
  readonly within: string
  readonly until: number
  readonly query: string | null
}

/** Long enough for a password and a second factor there. */
export const ACCOUNT_SECONDS = 600

const WRONG = refused({ code: 'session/wrong' })

/** Where the browser goes, and what it keeps for us until it is back. */
export async function askAccount({ account, now }: Door, purpose: AccountHeld['purpose'], within = ''): Promise<Outcome<{ readonly address: string; readonly held: AccountHeld }, WayRefusal>> {
  if (!account) return refused({ code: 'session/no-such-way' })
  const asked = await newAsking()
  const address = await account.provider.ask(asked)
  return address === null ? refused({ code: 'session/account-away' }) : accepted({ address, held: { ...asked, purpose, within, until: now() + ACCOUNT_SECONDS * 1000, query: null } })
}

type Shown = Outcome<ShownByProvider, { readonly code: 'session/wrong' } | SlowDown | WayRefusal>

/** Who came back, once: what they bring is held to what this browser was asked with, and to what it was asked for. */
async function shownBack(door: Door, held: AccountHeld | null, expected: Pick<AccountHeld, 'purpose' | 'within'>, address: string): Promise<Shown> {
  if (!door.account) return refused({ code: 'session/no-such-way' })
  const tries = await countAddress(door.desk, door.now, addressMark(door, address))
  if (!tries.accepted) return refused({ code: 'session/slow-down', retryAfterSeconds: tries.retryAfterSeconds })
  if (!held || held.query === null || held.until <= door.now() || held.purpose !== expected.purpose || held.within !== expected.within) return WRONG
  if (!(await door.desk.transact((db) => spendOnce(db, held.state, door.now(), held.until)))) return WRONG
  const shown = await door.account.provider.shown(held, held.query)
  if (shown === null) return WRONG
  if (shown === 'away') await forgiven(door, address)
  return shown === 'away' ? refused({ code: 'session/account-away' }) : accepted(shown)
}

const addressMark = ({ master }: Door, address: string): string => markOf(master, JSON.stringify(['address', address]))

/** A try is given back to an address where somebody was known, or nobody answered. */
const forgiven = (door: Door, address: string): Promise<unknown> => giveAddressBack(door.desk, addressMark(door, address))

type NotSignedIn = SignInRefusal | NotBegun | WayRefusal

/**
 * Signs somebody in who has shown at another's service who they are.
 *
 * It tells who somebody is and never what they may. Only an account that its owner linked here signs in; of any other nothing is said but what a wrong
 * password is answered, also where its owner has left.
 */
export async function signInByAccount(door: Door, held: AccountHeld | null, code: string, whence: Whence): Promise<Outcome<string, NotSignedIn> & { readonly proved?: Proved }> {
  const shown = await shownBack(door, held, { purpose: 'sign-in', within: '' }, whence.address)
  if (!shown.accepted) return shown
  const person = await ownerOf(door, shown.value)
  if (!person) return WRONG
  await forgiven(door, whence.address)
  const by = door.account ? countsAs(door.account.policy, shown.value) : 'password'
  return by === 'code' ? begun(door, person.id, by, whence) : signInWithCode(door, provedNow(door.now(), person, by, 'code'), code, whence)
}

/** The second half of it, where a code is asked for: what was shown there is not shown again. */
export async function signInWithCode(door: Door, proved: Proved, code: string, whence: Whence): Promise<Outcome<string, NotSignedIn> & { readonly proved?: Proved }> {
  const here = await door.desk.db.selectFrom('people').select('id').where('id', '=', proved.person).where('changed_at', '=', proved.changedAt).where('left_at', 'is', null).executeTakeFirst()
  if (!here) return WRONG
  const beside = await proofBeside(door, proved.person, code)
  if (!beside.accepted) return { ...beside, proved }
  const isFirst = await door.desk.transact((db) => spendOnce(db, proved.id, door.now(), proved.until))
  return isFirst ? begun(door, proved.person, beside.value, whence) : WRONG
}

const begun = (door: Door, id: string, by: ProvedBy, whence: Whence): Promise<Outcome<string, NotBegun>> => door.desk.transact((db) => beginHere(db, door, { id }, { whence, by }), 'people')

/** Whose account it is here, and that it was used. */
const ownerOf = ({ desk, now }: Door, { issuer, subject }: ShownByProvider) =>
  desk.transact(async (db) => {
    const person = await db.selectFrom('linked_accounts').innerJoin('people', 'people.id', 'linked_accounts.person').select(['people.id', 'people.changed_at']).where('issuer', '=', issuer).where('subject', '=', subject).where('left_at', 'is', null).executeTakeFirst()
    if (person) await db.updateTable('linked_accounts').set({ used_at: now() }).where('issuer', '=', issuer).where('subject', '=', subject).execute()
    return person ?? null
  })

/**
 * Links an account to whoever is signed in and has shown there, in this very session, that it is theirs.
 *
 * Nobody else links one for them, and no address of mail is compared: whoever could do either would decide who comes in as whom.
 */
export async function linkAccount(door: Door, { person, session }: Present, held: AccountHeld | null, address: string): Promise<Outcome<null, SignInRefusal | WayRefusal>> {
  const shown = await shownBack(door, held, { purpose: 'link', within: session.id }, address)
  if (!shown.accepted) return shown
  const { issuer, subject } = shown.value
  return door.desk.transact(async (db) => {
    const row = { id: newId(), issuer, subject, person: person.id, made_at: door.now(), used_at: null }
    const { numInsertedOrUpdatedRows = 0n } = await db.insertInto('linked_accounts').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) return refused({ code: 'session/account-known' })
    await noteSignIn(db, { person: person.id, what: 'account-linked', by: person.id, at: door.now() })
    return accepted(null)
  })
}

/** Unlinks one's own account. Sessions elsewhere end, since one of them may have been begun by it. */
export const unlinkAccount = ({ desk, now }: Door, { person, session }: Present): Promise<Outcome<null, WayRefusal>> =>
  desk.transact(async (db) => {
    const { numDeletedRows } = await db.deleteFrom('linked_accounts').where('person', '=', person.id).executeTakeFirst()
    if (numDeletedRows === 0n) return refused({ code: 'session/no-such-way' })
    await noteSignIn(db, { person: person.id, what: 'account-unlinked', by: person.id, at: now() })
    await endOtherSessions(db, person.id, session.id)
    return accepted(null)
  })

/** Which service there is, by the name of its host. */
export const accountOffered = ({ account }: Door): Pick<OwnWaysSent['account'], 'offered' | 'at'> => (account ? { offered: 'yes', at: new URL(account.provider.issuer).host } : { offered: 'no', at: null })

/** Whether and since when somebody has linked theirs. One that is linked stays in sight where the service was changed or given up. */
export async function linkedAccount(door: Door, person: string): Promise<OwnWaysSent['account']> {
  const row = await door.desk.db.selectFrom('linked_accounts').selectAll().where('person', '=', person).orderBy('made_at', 'desc').limit(1).executeTakeFirst()
  const iso = (at: number | null): string | null => (at === null ? null : isoOf(instant(at)))
  return { ...accountOffered(door), linkedAt: iso(row?.made_at ?? null), usedAt: iso(row?.used_at ?? null) }
}
