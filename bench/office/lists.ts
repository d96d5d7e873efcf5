import Database from 'better-sqlite3'
import pg from 'pg'
import { placesOf, type DataPlace } from '../../ledger/store/places.ts'
import { middle, quantile } from '../ledger/figure.ts'
import type { Worker } from './people.ts'
import type { Figure } from '../table.ts'

const MOST_MS = 100
const PAGES = 10
const ROUNDS = 4

/** A list, and the bare statement that finds the same first page of it. */
const LISTS = [
  { what: 'sites, what changed last first', path: '/api/sites?', bare: 'select * from sites where number is not null order by last_position desc limit 51' },
  { what: 'sites by number', path: '/api/sites?sort=number', bare: 'select * from sites where number is not null order by number_order, id limit 51' },
  { what: 'sites found by two words', path: '/api/sites?search=workshop%20th', bare: "select * from sites where number is not null and sought like '%workshop%' and sought like '%th%' order by last_position desc limit 51" },
  { what: 'plans', path: '/api/plans?', bare: 'select plans.*, sites.number as site_number from plans left join sites on sites.id = plans.site where plans.number is not null order by plans.last_position desc limit 51' },
] as const

/** Pages of 50 lines, one after another to the tenth, as a browser asks for them. */
export async function listFigures(engine: string, place: DataPlace, address: string, worker: Worker): Promise<readonly Figure[]> {
  const bare = await bareStatements(place)
  const figures: Figure[] = []
  try {
    for (const { what, path, bare: statement } of LISTS) {
      const [we, they]: [number[], number[]] = [[], []]
      for (let round = 0; round <= ROUNDS; round++) {
        const waits = await pages(address, worker, path)
        const reads = await bareReads(bare.run, statement)
        // The first round is the server's first use of it.
        if (round > 0) we.push(...waits)
        if (round > 0) they.push(...reads)
      }
      figures.push({ figure: `page of ${what}, over HTTP, ${engine}: 19 of 20 (bare SQL, the middle one)`, value: quantile(we, 0.95), unit: 'ms', bar: { atMost: MOST_MS }, baseline: middle(they) })
    }
    return figures
  } finally {
    await bare.close()
  }
}

async function pages(address: string, worker: Worker, path: string): Promise<readonly number[]> {
  const waits: number[] = []
  let cursor = ''
  for (let page = 0; page < PAGES; page++) {
    const start = performance.now()
    const response = await worker.get(address, `${path}&limit=50${cursor}`)
    const { next } = (await response.json()) as { readonly next: string | null }
    waits.push(performance.now() - start)
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    if (next === null) break
    cursor = `&cursor=${next}`
  }
  return waits
}

async function bareReads(run: (statement: string) => Promise<unknown>, statement: string): Promise<readonly number[]> {
  const reads: number[] = []
  for (let page = 0; page < PAGES; page++) {
    const start = performance.now()
    await run(statement)
    reads.push(performance.now() - start)
  }
  return reads
}

async function bareStatements(place: DataPlace): Promise<{ readonly run: (statement: string) => Promise<unknown>; readonly close: () => Promise<void> }> {
  const { ledger } = placesOf(place)
  if ('file' in ledger) {
    const db = new Database(ledger.file)
    return { run: async (statement) => db.prepare(statement).all(), close: async () => void db.close() }
  }
  const pool = new pg.Pool({ connectionString: ledger.url, max: 1, options: `-c search_path=${ledger.schema}` })
  return { run: async (statement) => (await pool.query(statement)).rows, close: () => pool.end() }
}
