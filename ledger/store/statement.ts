import { CompiledQuery, type Kysely } from 'kysely'
import type { Engine } from './store.ts'

const numbered = new Map<string, string>()

/** The same text for PostgreSQL, which counts its values instead of marking them. None of our statements quotes a question mark. */
function withNumbers(text: string): string {
  let count = 0
  const known = numbered.get(text) ?? text.replaceAll('?', () => `$${++count}`)
  numbered.set(text, known)
  return known
}

/** Runs a statement whose text is known beforehand: what happens at every append is not put together anew each time. */
export const run = async <Row>(db: Pick<Kysely<unknown>, 'executeQuery'>, engine: Engine, text: string, values: readonly unknown[]): Promise<readonly Row[]> =>
  (await db.executeQuery<Row>(CompiledQuery.raw(engine === 'postgres' ? withNumbers(text) : text, [...values]))).rows
