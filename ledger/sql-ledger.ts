import { callOf, type Call } from './batch.ts'
import { commit } from './commit.ts'
import type { Ledger } from './ledger.ts'
import { pageOf, rowsOf } from './pages.ts'
import type { ReadTables } from './projection.ts'
import { readyTables } from './ready-tables.ts'
import { storedOf, type LedgerTables } from './row.ts'
import { standing } from './standing.ts'
import { faultOf } from './store/fault.ts'
import type { Store } from './store/store.ts'
import { writeQueue } from './write-queue.ts'

/** As many calls as share one durable write. */
const MOST_CALLS = 256

/** The ledger over either engine. The read tables are made where they are missing, and anew where their shape has changed. */
export async function sqlLedger(store: Store<LedgerTables>, tables: ReadTables): Promise<Ledger> {
  await readyTables(store, tables)
  const known = standing()
  const enqueue = writeQueue((calls: readonly Call[]) => commit(store, tables, known, calls), MOST_CALLS)
  const located = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    answer.catch((error: unknown) => {
      throw faultOf(error, store.where)
    })

  return {
    read: (stream) => located(rowsOf(store.db, stream).then((rows) => rows.map(storedOf))),
    since: (position, most) => located(pageOf(store.db, position, most)),
    head: () => located(store.db.selectFrom('head').select(['position', 'digest']).executeTakeFirstOrThrow()),
    append: async (entries, expected = []) => enqueue(callOf(entries, expected)),
  }
}
