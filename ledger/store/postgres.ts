import { Kysely, PostgresDialect, sql, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { sendingAhead, together, type Query } from './ahead.ts'
import { faultOf, StoreFault } from './fault.ts'
import { asOne, runEach, withNumbers, type Statement } from './statement.ts'
import type { Store } from './store.ts'
import { transaction } from './transact.ts'

const INT8 = 20
const MOST_CONNECTIONS = 10

/** Longer statements are batches that hardly come twice alike; naming them would fill the server's memory. */
const MOST_VALUES = 300
const MOST_NAMES = 500

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
  // So is one that dies between two statements of somebody who holds it: unheard, its error would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const prepared = preparedOnce()
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(pool, where, corked(prepared)) }) })
  const ahead = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(pool, where, (client) => sendingAhead(corked(prepared)(client))) }) })
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
  const [inTurn, inOneGo] = [transaction(db, where, begin, 'ahead'), transaction(ahead, where, begin, 'ahead')]
  const write = async (statements: readonly Statement[]): Promise<void> => {
    const one = asOne(statements)
    if (one === null || one.values.length > MOST_VALUES) return inOneGo((each) => runEach(each, statements))
    await writeAlone(pool, prepared, one).catch((error: unknown) => {
      throw faultOf(error, where)
    })
  }
  return { engine: 'postgres', where, db, script, write, transact: (work, lock, writes) => (writes === 'ahead' ? inOneGo : inTurn)(work, lock), close: () => db.destroy() }
}

/**
 * Names each statement that carries values, so that the server plans it once for each connection.
 *
 * Statements are few: they differ by how many rows or ids go at once.
 */
function preparedOnce(): (client: pg.PoolClient) => Query {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const name = names.get(text) ?? (names.size < MOST_NAMES ? `s${names.size}` : undefined)
    if (name !== undefined) names.set(text, name)
    return name
  }
  return (client) => (text, values) => {
    const name = values.length === 0 || values.length > MOST_VALUES ? undefined : nameOf(text)
    return name === undefined ? client.query(text, [...values]) : client.query({ name, text, values: [...values] })
  }
}

/** Statements of one connection that are given in the same moment leave together. */
const corked = (query: (client: pg.PoolClient) => Query) => (client: pg.PoolClient): Query => {
  const ask = query(client)
  return (text, values) => {
    together(client)
    return ask(text, values)
  }
}

/** One statement is a transaction by itself, and goes without a beginning and an end. */
async function writeAlone(pool: pg.Pool, query: (client: pg.PoolClient) => Query, { text, values }: Statement): Promise<void> {
  const client = await pool.connect()
  try {
    await query(client)(withNumbers(text), values)
  } finally {
    client.release()
  }
}

/** The pool as the builder wants it, each of its connections asked by `queryOf`. Whatever is asked, a server that goes away is told as that. */
function poolOf(pool: pg.Pool, where: string, queryOf: (client: pg.PoolClient) => Query): PostgresPool {
  const connect = async (): Promise<PostgresPoolClient> => {
    let isGone = false
    const told = (error: unknown): never => {
      const fault = faultOf(error, where)
      isGone ||= fault instanceof StoreFault && fault.trouble === 'unreachable'
      throw fault
    }
    const client = await pool.connect().catch(told)
    const ask = queryOf(client)
    const query: Query = (text, values) => ask(text, values).catch(told)
    // Whoever comes next is not given a connection that the server has ended and that has not noticed yet.
    return { query: query as unknown as PostgresPoolClient['query'], release: (destroy?: boolean) => client.release(destroy === true || isGone) } as PostgresPoolClient
  }
  return { connect, end: () => pool.end(), options: {} } as unknown as PostgresPool
}

const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `postgres at ${host}${pathname}`
}
