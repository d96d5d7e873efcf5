import { sql } from 'kysely'
import type { Office } from '../office.ts'

/** What is numbered, and by which letter. */
const LETTERS = { site: 'S', plan: 'P' } as const
const TABLES = { site: 'sites', plan: 'plans' } as const

/**
 * The next number of a kind, given once whoever asks at the same moment.
 *
 * A number is told to people and stands on paper, so it goes on from the highest that stands in the ledger, also where this desk
 * is younger than the ledger. A number that was given and not used is left out.
 */
export async function nextNumber({ cases }: Pick<Office, 'cases'>, kind: keyof typeof LETTERS): Promise<string> {
  const letter = LETTERS[kind]
  const highest = await highestIn(cases.entries.db, TABLES[kind], letter)
  const last = await cases.desk.transact(async (db) => {
    const { rows } = await sql<{ last: number }>`
      insert into numbers (kind, last) values (${kind}, ${highest + 1})
      on conflict (kind) do update set last = case when numbers.last < ${highest} then ${highest} else numbers.last end + 1 returning last`.execute(db)
    return Number(rows[0]?.last ?? highest + 1)
  })
  return `${letter}-${last}`
}

type Db = Office['cases']['entries']['db']

/** Ordered as people count (ledger/tables/clear.ts), the numbers of our own making stand last among those of their length. */
async function highestIn(db: Db, table: 'sites' | 'plans', letter: string): Promise<number> {
  const ours = `${letter.toLowerCase()}-${'_'.repeat(12)}`
  const { rows } = await sql<{ number: string }>`select number from ${sql.raw(table)} where number_order like ${ours} order by number_order desc limit 20`.execute(db)
  return Math.max(0, ...rows.map(({ number }) => Number(/^[A-Z]-(\d{1,12})$/.exec(number)?.[1] ?? 0)))
}
