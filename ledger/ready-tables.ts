import { sql, type Kysely } from 'kysely'
import { digest } from '../crypto/digest.ts'
import { fillTables, type ReadTables } from './projection.ts'
import type { LedgerTables } from './row.ts'
import type { Store } from './store/store.ts'

/**
 * Makes the read tables where they are missing, and makes them anew where an earlier version of Daylight made them in another shape.
 *
 * Everything in them comes from the entries, so nothing is lost by it. One transaction: nobody sees them half full, and of two servers that start
 * in one moment the second finds them made.
 */
export const readyTables = (store: Store<LedgerTables>, tables: ReadTables): Promise<unknown> =>
  store.transact(async (db) => {
    await sql`create table if not exists read_tables (shape text primary key)`.execute(db)
    const schemas = tables.projections.map(({ schema }) => schema)
    const shape = digest(JSON.stringify(schemas))
    const { rows } = await sql<{ shape: string }>`select shape from read_tables`.execute(db)
    if (rows[0]?.shape === shape) return
    for (const table of schemas.flatMap(tablesIn)) await sql`drop table if exists ${sql.table(table)}`.execute(db)
    for (const statement of schemas.flatMap((schema) => schema.split(';'))) if (statement.trim() !== '') await sql.raw(statement).execute(db)
    await fillTables(db as Kysely<LedgerTables>, tables)
    await sql`delete from read_tables`.execute(db)
    await sql`insert into read_tables (shape) values (${shape})`.execute(db)
  }, 'head')

const tablesIn = (schema: string): readonly string[] => [...schema.matchAll(/create table if not exists (\w+)/g)].map(([, name = '']) => name)
