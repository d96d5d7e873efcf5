import Database from 'better-sqlite3'
import pg from 'pg'
import { dirname, join } from 'node:path'
import { LEDGER_COLUMNS, type EntryRow } from '../ledger/row.ts'
import type { Location } from '../ledger/store/store.ts'

/** The engine with nothing of ours around it: a table of the same columns and keys; one row, one durable write; one stream, one read. */
export interface BareEngine {
  readonly append: () => Promise<void>
  readonly read: (stream: string) => Promise<number>
  readonly close: () => Promise<void>
}

/** A row as long as ours are. */
const rowFor = (i: number): EntryRow => ({
  position: i, id: `bare-${i}`, stream: `site/${i % 1000}`, version: i, type: 'site/person-met', form: 1, actor: 'officer-1', device: 'van-1', occurred_at: i, recorded_at: i, received_at: i,
  clear: '{"site":7,"room":"room-3","stage":"searching"}', about: 'person/7-3', sealed_key: '00000000-0000-0000-0000-000000000000', box: 'A'.repeat(220), previous: '0'.repeat(64), digest: '0'.repeat(64),
})

export const bareEngine = (place: Location): Promise<BareEngine> => ('file' in place ? bareSqlite(place.file) : barePostgres(place.url, place.schema))

const COLUMNS = LEDGER_COLUMNS.map((name) => `${name} ${/position|version|form|_at$/.test(name) ? 'bigint' : 'text'}${name === 'position' ? ' primary key' : ''}`).join(', ') + ', unique (id), unique (stream, version)'

async function bareSqlite(file: string): Promise<BareEngine> {
  const open = (path: string): Database.Database => {
    const db = new Database(path)
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = full')
    return db
  }
  const writing = open(join(dirname(file), 'bare.sqlite'))
  writing.exec(`create table bare (${COLUMNS})`)
  const insert = writing.prepare(`insert into bare values (${LEDGER_COLUMNS.map((name) => `@${name}`).join(', ')})`)
  const reading = open(file)
  const ofStream = reading.prepare('select * from entries where stream = ? order by version')
  let next = 0
  return {
    append: async () => void insert.run(rowFor(++next)),
    read: async (stream) => ofStream.all(stream).length,
    close: async () => {
      writing.close()
      reading.close()
    },
  }
}

async function barePostgres(url: string, schema: string): Promise<BareEngine> {
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  await pool.query(`create table bare (${COLUMNS})`)
  const insert = `insert into bare values (${LEDGER_COLUMNS.map((_, i) => `$${i + 1}`).join(', ')})`
  let next = 0
  return {
    append: async () => {
      const row = rowFor(++next)
      await pool.query(insert, LEDGER_COLUMNS.map((name) => row[name]))
    },
    read: async (stream) => (await pool.query(`select * from ${schema}.entries where stream = $1 order by version`, [stream])).rows.length,
    close: () => pool.end(),
  }
}
