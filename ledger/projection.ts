import { type Kysely } from 'kysely'
import type { Stored } from './ledger.ts'
import type { LedgerTables } from './row.ts'
import type { Store } from './store/store.ts'
import { asOfToday, type Upcasts } from './upcast.ts'
import { pageOf } from './pages.ts'

/**
 * A read table kept by the ledger: written only here, in the transaction that appends, and from what stands in clear.
 *
 * `schema` is in the SQL both engines speak, and says `if not exists`. `apply` must come to the same table in
 * whatever lots the entries arrive.
 */
export interface Projection {
  readonly name: string
  readonly schema: string
  readonly apply: (db: Kysely<LedgerTables>, entries: readonly Stored[]) => Promise<void>
  readonly clear: (db: Kysely<LedgerTables>) => Promise<void>
}

export interface ReadTables {
  readonly projections: readonly Projection[]
  readonly upcasts: Upcasts
}

export async function applyTo(db: Kysely<LedgerTables>, { projections, upcasts }: ReadTables, entries: readonly Stored[]): Promise<void> {
  if (entries.length === 0) return
  const today = entries.map((entry) => asOfToday(upcasts, entry))
  for (const projection of projections) await projection.apply(db, today)
}

const PAGE = 1000

/** Empties the read tables and fills them again, in one transaction: nobody sees them half full. Answers with the entries read. */
export const rebuild = (store: Store<LedgerTables>, tables: ReadTables): Promise<number> =>
  store.transact(async (db) => {
    for (const projection of tables.projections) await projection.clear(db)
    let position = 0
    for (let page = await pageOf(db, position, PAGE); page.length > 0; page = await pageOf(db, position, PAGE)) {
      await applyTo(db, tables, page)
      position = page.at(-1)?.position ?? position
    }
    return position
  }, 'head')
