import type { Kysely } from 'kysely'
import type { Stored } from './ledger.ts'
import { storedOf, type EntryRow, type LedgerTables } from './row.ts'
import { run } from './store/statement.ts'

export const rowsAfter = (db: Kysely<LedgerTables>, position: number, most: number): Promise<EntryRow[]> =>
  db.selectFrom('entries').selectAll().where('position', '>', position).orderBy('position').limit(most).execute()

/** One stream, in the order of its versions. */
export const rowsOf = (db: Kysely<LedgerTables>, stream: string, after = 0): Promise<readonly EntryRow[]> =>
  run(db, 'select * from entries where stream = ? and version > ? order by version', [stream, after])

/** One page of the ledger, in position order. */
export const pageOf = async (db: Kysely<LedgerTables>, position: number, most: number): Promise<readonly Stored[]> =>
  (await rowsAfter(db, position, most)).map(storedOf)
