import type { Kysely } from 'kysely'
import type { Stored } from './ledger.ts'
import { storedOf, type EntryRow, type LedgerTables } from './row.ts'

export const rowsAfter = (db: Kysely<LedgerTables>, position: number, most: number): Promise<EntryRow[]> =>
  db.selectFrom('entries').selectAll().where('position', '>', position).orderBy('position').limit(most).execute()

/** One page of the ledger, in position order. */
export const pageOf = async (db: Kysely<LedgerTables>, position: number, most: number): Promise<readonly Stored[]> =>
  (await rowsAfter(db, position, most)).map(storedOf)
