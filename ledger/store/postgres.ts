import { Kysely, PostgresDialect, sql, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { faultOf } from './fault.ts'
import type { Store } from './store.ts'
import { transaction } from './transact.ts'

const INT8 = 20
const MOST_CONNECTIONS = 10

/** Longer statements are batches that hardly come twice alike; naming them would fill the server's memory. */
const MOST_VALUES = 300

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
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS, types, pipeline: true, options: `-c search_path=${schema} -c synchronous_commit=on` })
  // A connection that dies while nobody uses it is replaced at the next use; whoever uses one is told by its own call.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparedOnce(pool) }) })
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
  return { engine: 'postgres', where, db, script, transact: transaction(db, where, begin, 'ahead'), close: () => db.destroy() }
}

/**
 * Names each statement that carries values, so that the server plans it once for each connection.
 *
 * Statements are few: they differ by how many rows or ids go at once.
 */
function preparedOnce(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `s${names.size}`
    names.set(text, name)
    return name
  }
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect()
    const query = (text: string, values: readonly unknown[]): Promise<unknown> =>
      values.length === 0 || values.length > MOST_VALUES ? client.query(text, [...values]) : client.query({ name: nameOf(text), text, values: [...values] })
    return { query: query as unknown as PostgresPoolClient['query'], release: (destroy?: boolean) => client.release(destroy) } as PostgresPoolClient
  }
  return { connect, end: () => pool.end(), options: {} } as unknown as PostgresPool
}

const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `postgres at ${host}${pathname}`
}
