import { CompiledQuery, PostgresAdapter, type Kysely } from 'kysely'
import type { Engine } from './store.ts'

/** A write whose text is known beforehand: it asks nothing, and names the one table it writes. */
export interface Statement {
  readonly table: string
  /** With a question mark for each value. */
  readonly text: string
  readonly values: readonly Value[]
}

export type Value = string | number | null

const numbered = new Map<string, string>()

/** Long texts are batches that hardly come twice alike; keeping them would fill the memory. */
const MOST_KEPT = 2000

/** The same text for PostgreSQL, which counts its values instead of marking them. None of our statements quotes a question mark. */
export function withNumbers(text: string): string {
  let count = 0
  const known = numbered.get(text) ?? text.replaceAll('?', () => `$${++count}`)
  if (text.length < MOST_KEPT) numbered.set(text, known)
  return known
}

/** Runs a statement whose text is known beforehand: what happens at every append is not put together anew each time. */
export const run = async <Row>(db: Pick<Kysely<unknown>, 'executeQuery' | 'getExecutor'>, text: string, values: readonly unknown[]): Promise<readonly Row[]> =>
  (await db.executeQuery<Row>(CompiledQuery.raw(engineOf(db) === 'postgres' ? withNumbers(text) : text, [...values]))).rows

/** Runs writes one after another, inside whatever transaction is open. */
export async function runEach(db: Pick<Kysely<unknown>, 'executeQuery' | 'getExecutor'>, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await run(db, text, values)
}

/**
 * Several writes as one statement, which PostgreSQL keeps whole or not at all (its manual, 7.8.4, "Data-Modifying Statements in WITH").
 *
 * The first is the one that is run first. All see what stood before any of them, so none may write a table that another writes; null where one does.
 */
export function asOne(statements: readonly Statement[]): Statement | null {
  const [first, ...others] = statements
  if (first === undefined || new Set(statements.map(({ table }) => table)).size < statements.length) return null
  if (others.length === 0) return first
  const before = others.map(({ text }, index) => `w${index} as (${text})`).join(', ')
  return { table: first.table, text: `with ${before} ${first.text}`, values: [...others.flatMap(({ values }) => values), ...first.values] }
}

const engineOf = (db: Pick<Kysely<unknown>, 'getExecutor'>): Engine => (db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite')
