import type { Kysely } from 'kysely'
import type { Stored } from './ledger.ts'
import type { LedgerTables } from './row.ts'
import { runEach, type Statement } from './store/statement.ts'
import type { Store } from './store/store.ts'
import { asOfToday, type Upcasts } from './upcast.ts'
import { pageOf } from './pages.ts'

/**
 * A read table kept by the ledger: written only here, in the transaction that appends, and from what stands in clear.
 *
 * `schema` is in the SQL both engines speak, and says `if not exists`. `apply` says what is to be written,
 * and must come to the same table in whatever lots the entries arrive.
 */
export interface Projection {
  readonly name: string
  readonly schema: string
  readonly apply: (entries: readonly Stored[]) => readonly Statement[]
  readonly clear: (db: Kysely<LedgerTables>) => Promise<void>
}

export interface ReadTables {
  readonly projections: readonly Projection[]
  readonly upcasts: Upcasts
}

/** What brings these entries into the read tables. */
export function writesFor({ projections, upcasts }: ReadTables, entries: readonly Stored[]): readonly Statement[] {
  if (entries.length === 0) return []
  const today = entries.map((entry) => asOfToday(upcasts, entry))
  return projections.flatMap((projection) => projection.apply(today))
}

const PAGE = 1000

/** Empties the read tables and fills them again, in one transaction: nobody sees them half full. Answers with the entries read. */
export const rebuild = (store: Store<LedgerTables>, tables: ReadTables): Promise<number> =>
  store.transact(async (db) => {
    for (const projection of tables.projections) await projection.clear(db)
    return fillTables(db, tables)
  }, 'head')

/** Fills empty read tables from every entry. Answers with the last entry read. */
export async function fillTables(db: Kysely<LedgerTables>, tables: ReadTables): Promise<number> {
  let position = 0
  for (let page = await pageOf(db, position, PAGE); page.length > 0; page = await pageOf(db, position, PAGE)) {
    await runEach(db, writesFor(tables, page))
    position = page.at(-1)?.position ?? position
  }
  return position
}
