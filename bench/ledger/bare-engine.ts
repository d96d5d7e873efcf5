import Database from 'better-sqlite3'
import pg from 'pg'
import { dirname, join } from 'node:path'
import { LEDGER_COLUMNS, type EntryRow } from '../../ledger/row.ts'
import type { Location } from '../../ledger/store/store.ts'

/**
 * The engine with nothing of ours around it: no seal, no chain, no trigger, no queue.
 *
 * The same driver, the same durability (one commit on disk for each row), a row as long as ours in a table of the same columns and
 * keys, by a statement prepared once. `appendListed` writes the same rows of lists beside it, in the same commit, in as few
 * ways to the engine as it can be done. One stream, one read.
 */
export interface BareEngine {
  readonly append: () => Promise<void>
  readonly appendListed: () => Promise<void>
  readonly read: (stream: string) => Promise<number>
  readonly close: () => Promise<void>
}

const SITES = 1000
const rowFor = (i: number): EntryRow => ({
  position: i, id: `bare-${i}`, stream: `site/${i % SITES}`, version: i, type: 'report/received', form: 1, actor: 'officer-1', device: 'van-1', occurred_at: i, recorded_at: i, received_at: i,
  clear: `{"report":"bare-${i}","reviewBy":1900000000000}`, about: `report/bare-${i}`, sealed_key: '00000000-0000-0000-0000-000000000000', box: 'A'.repeat(220), previous: '0'.repeat(64), digest: '0'.repeat(64),
})
const valuesOf = (row: EntryRow): readonly unknown[] => LEDGER_COLUMNS.map((name) => row[name])
const siteOf = (i: number): readonly unknown[] => [String(i % SITES), i, i, i]
const reviewOf = (i: number): readonly unknown[] => [String(i % SITES), `bare-${i}`, 1_900_000_000_000, `0${1e15 + i} bare-${i}`]

export const bareEngine = (place: Location): Promise<BareEngine> => ('file' in place ? bareSqlite(place.file) : barePostgres(place.url, place.schema))

const schema = (whole: 'integer' | 'bigint'): string => `
  create table bare (${LEDGER_COLUMNS.map((name) => `${name} ${/position|version|form|_at$/.test(name) ? whole : 'text'}${name === 'position' ? ' primary key' : ''}`).join(', ')}, unique (id), unique (stream, version));
  create table bare_sites (id text primary key, last_at bigint, last_position bigint, version bigint, reports bigint);
  create index bare_sites_by_change on bare_sites (last_position);
  create table bare_reviews (site text, report text, review_by bigint, told_order text, primary key (site, report));
  create index bare_reviews_by_date on bare_reviews (review_by)`

const INTO_SITES = 'on conflict (id) do update set last_at = excluded.last_at, last_position = excluded.last_position, version = excluded.version, reports = bare_sites.reports + 1'

async function bareSqlite(file: string): Promise<BareEngine> {
  const open = (path: string): Database.Database => {
    const db = new Database(path)
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = full')
    return db
  }
  const writing = open(join(dirname(file), 'bare.sqlite'))
  writing.exec(schema('integer'))
  const insert = writing.prepare(`insert into bare values (${LEDGER_COLUMNS.map(() => '?').join(', ')})`)
  const site = writing.prepare(`insert into bare_sites values (?, ?, ?, ?, 1) ${INTO_SITES}`)
  const review = writing.prepare('insert into bare_reviews values (?, ?, ?, ?)')
  const listed = writing.transaction((i: number) => {
    insert.run(valuesOf(rowFor(i)))
    site.run(siteOf(i))
    review.run(reviewOf(i))
  })
  const reading = open(file)
  const ofStream = reading.prepare('select * from entries where stream = ? order by version')
  let next = 0
  return {
    append: async () => void insert.run(valuesOf(rowFor(++next))),
    appendListed: async () => listed.immediate(++next),
    read: async (stream) => ofStream.all(stream).length,
    close: async () => {
      writing.close()
      reading.close()
    },
  }
}

async function barePostgres(url: string, ledger: string): Promise<BareEngine> {
  const pool = new pg.Pool({ connectionString: url, max: 8, options: '-c search_path=bare' })
  await pool.query(`drop schema if exists bare cascade; create schema bare; ${schema('bigint')}`)
  const width = LEDGER_COLUMNS.length
  const marks = (from: number, count: number): string => Array.from({ length: count }, (_, i) => `$${from + i}`).join(', ')
  const insert = `insert into bare values (${marks(1, width)})`
  const listed = `with e as (${insert}), s as (insert into bare_sites values (${marks(width + 1, 4)}, 1) ${INTO_SITES}) insert into bare_reviews values (${marks(width + 5, 4)})`
  let next = 0
  return {
    append: async () => void (await pool.query({ name: 'append', text: insert, values: [...valuesOf(rowFor(++next))] })),
    appendListed: async () => {
      const i = ++next
      await pool.query({ name: 'listed', text: listed, values: [...valuesOf(rowFor(i)), ...siteOf(i), ...reviewOf(i)] })
    },
    read: async (stream) => (await pool.query({ name: 'read', text: `select * from ${ledger}.entries where stream = $1 order by version`, values: [stream] })).rows.length,
    close: () => pool.end(),
  }
}
