import { sql, type Kysely } from 'kysely'
import { chainWalk, type RowFault } from './chain.ts'
import { rowsAfter } from './pages.ts'
import type { LedgerTables } from './row.ts'
import type { Store } from './store/store.ts'

/** What is wrong, at the first place where something is. `end`: the ledger does not end where its head says, so rows were cut off or added behind it. */
export type ChainFault = RowFault | 'end'

export type Verified =
  | { readonly holds: true; readonly entries: number; readonly head: string }
  | { readonly holds: false; readonly position: number; readonly fault: ChainFault }

const PAGE = 2000

/**
 * Goes through the whole ledger and says whether every row is as it was written, or where the first is that is not.
 *
 * Nobody waits for it: what is appended meanwhile is left for the next time. A chain alone cannot show that its last rows were cut off
 * together with its head. Whoever kept the head of an earlier day, on paper or in an archive, compares it with `headAt`.
 */
export async function verify({ db }: Store<LedgerTables>): Promise<Verified> {
  const end = await endOf(db)
  const walk = chainWalk()
  for (let from = Number.MIN_SAFE_INTEGER; walk.at().position < end.head; from = walk.at().position) {
    const rows = await rowsAfter(db, from, PAGE)
    if (rows.length === 0) break
    for (const row of rows) {
      const due = walk.at().position + 1
      const fault = walk.next(row)
      if (fault !== null) return { holds: false, position: fault === 'out-of-place' ? due : row.position, fault }
      if (row.position === end.head && row.digest !== end.digest) return { holds: false, position: row.position, fault: 'end' }
    }
  }
  const { position, digest } = walk.at()
  if (position < end.head || end.last !== end.head) return { holds: false, position: Math.min(position, end.head) + 1, fault: 'end' }
  return { holds: true, entries: position, head: digest }
}

/** Where the ledger says it ends, and where it does: asked at once, so that an append between cannot set them apart. */
async function endOf(db: Kysely<LedgerTables>): Promise<{ readonly head: number; readonly digest: string; readonly last: number }> {
  const { rows } = await sql<{ head: number | null; digest: string | null; last: number | null }>`
    select (select position from head) as head, (select digest from head) as digest, (select max(position) from entries) as last`.execute(db)
  return { head: rows[0]?.head ?? -1, digest: rows[0]?.digest ?? '', last: rows[0]?.last ?? 0 }
}

/** The digest at a position, to compare with one kept elsewhere; null where the ledger is shorter. */
export const headAt = async ({ db }: Store<LedgerTables>, position: number): Promise<string | null> =>
  (await db.selectFrom('entries').select('digest').where('position', '=', position).executeTakeFirst())?.digest ?? null
