import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { faultOf } from './fault.ts'
import type { Store } from './store.ts'
import { transaction } from './transact.ts'

const INT8 = 20
const MOST_CONNECTIONS = 10

/** Held while a schema is made or migrated, so that servers that start at once do it one after another. */
const STARTING = 7314

/** Positions and instants stay far below 2^53, so they are read as numbers and not as text. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/** Opens a schema of a PostgreSQL database, which answers a commit when its own disk has it, whatever the server's default. */
export async function openPostgres<Tables>(url: string, schema: string): Promise<Store<Tables>> {
  const where = placeOf(url)
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS, types, options: `-c search_path=${schema} -c synchronous_commit=on` })
  // A connection that dies while nobody uses it is replaced at the next use; whoever uses one is told by its own call.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  // Statements sent together are one transaction (PostgreSQL manual, 55.2.2.1, "Multiple Statements in a Simple Query").
  const script = async (statements: string): Promise<void> => {
    try {
      await sql.raw(`select pg_advisory_xact_lock(${STARTING}); ${statements}`).execute(db)
    } catch (error) {
      throw faultOf(error, where)
    }
  }
  await script(`create schema if not exists ${schema}`)
  const begin = (lock?: string): string => (lock === undefined ? 'begin' : `begin; select 1 from ${lock} for update`)
  return { engine: 'postgres', where, db, script, transact: transaction(db, where, begin), close: () => db.destroy() }
}

const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `postgres at ${host}${pathname}`
}
