import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Clock } from '../clock.ts'
import type { AttemptRow, DeskStore, DeskTables } from '../desk-tables.ts'

/** What is tried: a name at an address, and an address. Both are marks that cannot be read back. */
export interface Tried {
  readonly name: string
  readonly address: string
}

export type Tries = { readonly accepted: true } | { readonly accepted: false; readonly retryAfterSeconds: number }

/**
 * How fast somebody may go on trying.
 *
 * A name is slowed at one address only, so that nobody is locked out by a stranger elsewhere; and an address is slowed over all names, so
 * that nobody tries one password on everybody. People mistype: the first tries cost nothing. After that each one doubles the wait. A
 * quarter of an hour leaves fewer than a hundred tries a day (NIST SP 800-63B, 5.2.2, allows a hundred); an address, which may be that of a
 * whole office, waits a minute at most. Codes of a telephone are slowed for their owner wherever they are typed, since there are a million
 * of them; only whoever has the password comes that far, and neither a passkey nor a recovery code waits for it.
 */
const LIMITS = {
  name: { free: 4, longestMs: 15 * 60_000 },
  address: { free: 30, longestMs: 60_000 },
  codes: { free: 5, longestMs: 15 * 60_000 },
} as const
type Kind = keyof typeof LIMITS

/** Tries are forgotten a day after the last. */
const FORGET_MS = 24 * 3_600_000

const waitAfter = (tries: number, { free, longestMs }: (typeof LIMITS)[Kind]): number => (tries < free ? 0 : Math.min(longestMs, 1000 * 2 ** (tries - free)))

/**
 * Counts a try before it is looked at, so that a hundred sent at once are not a hundred tries.
 *
 * Whoever is turned away is not counted: asking again too early makes nothing longer.
 */
export const countTry = (desk: DeskStore, now: Clock, { address, name }: Tried): Promise<Tries> =>
  // Always the address first, so that no two who try at once hold what the other waits for.
  desk.transact((db) => counted(db, now(), [['address', address], ['name', name]]))

/** Counts somebody who comes from another's service, by their address alone: who they are is told only there. */
export const countAddress = (desk: DeskStore, now: Clock, mark: string): Promise<Tries> => desk.transact((db) => counted(db, now(), [['address', mark]]))

/** Counts a code that is tried for somebody whose password was right. */
export const countCode = (desk: DeskStore, now: Clock, mark: string): Promise<Tries> => desk.transact((db) => counted(db, now(), [['codes', mark]]))

async function counted(db: Kysely<DeskTables>, at: Instant, marks: readonly (readonly [Kind, string])[]): Promise<Tries> {
  const rows: { readonly kind: Kind; readonly row: AttemptRow }[] = []
  for (const [kind, mark] of marks) rows.push({ kind, row: await hold(db, mark, at) })
  const until = Math.max(...rows.map(({ row }) => row.until_at))
  if (until > at) return { accepted: false, retryAfterSeconds: Math.ceil((until - at) / 1000) }
  for (const { kind, row } of rows) {
    const tries = (row.last_at < at - FORGET_MS ? 0 : row.tries) + 1
    await db.updateTable('attempts').set({ tries, last_at: at, until_at: at + waitAfter(tries, LIMITS[kind]) }).where('mark', '=', row.mark).execute()
  }
  return { accepted: true }
}

/** The row of a mark, held until the end of the transaction. */
async function hold(db: Kysely<DeskTables>, mark: string, at: Instant): Promise<AttemptRow> {
  await sql`insert into attempts (mark, tries, last_at, until_at) values (${mark}, 0, ${at}, 0) on conflict (mark) do update set mark = excluded.mark`.execute(db)
  return db.selectFrom('attempts').selectAll().where('mark', '=', mark).executeTakeFirstOrThrow()
}

/** Whoever signed in has shown who they are: the name is free again here, and the address gets this one try back. */
export const forgetTries = (desk: DeskStore, now: Clock, { name, address }: Tried): Promise<void> =>
  desk.transact(async (db) => {
    await sql`update attempts set tries = tries - 1 where mark = ${address} and tries > 0`.execute(db)
    await db.deleteFrom('attempts').where((each) => each.or([each('mark', '=', name), each('last_at', '<', now() - FORGET_MS)])).execute()
  })

/** A password was right and a code is still to come: this one try is given back, and those before it stay counted. */
export const giveTryBack = (desk: DeskStore, now: Clock, { name, address }: Tried): Promise<void> =>
  desk.transact(async (db) => {
    await sql`update attempts set tries = tries - 1 where mark = ${address} and tries > 0`.execute(db)
    await sql`update attempts set tries = tries - 1, until_at = ${now()} where mark = ${name} and tries > 0`.execute(db)
  })

/** A code was right, so its owner types without waiting again. */
export const forgetCodes = (desk: DeskStore, mark: string): Promise<unknown> => desk.transact((db) => db.deleteFrom('attempts').where('mark', '=', mark).execute())

/** Whoever was shown to be somebody gets this one try back for their address. */
export const giveAddressBack = (desk: DeskStore, mark: string): Promise<unknown> => desk.transact((db) => sql`update attempts set tries = tries - 1 where mark = ${mark} and tries > 0`.execute(db))
