import type { Kysely } from 'kysely'
import { callOf, settle, type Call, type Verdict } from './batch.ts'
import { holdingFor } from './holding.ts'
import type { Appended, Ledger, Stored } from './ledger.ts'
import { pageOf } from './pages.ts'
import { applyTo, type ReadTables } from './projection.ts'
import { LEDGER_COLUMNS, storedOf, type EntryRow, type LedgerTables } from './row.ts'
import { faultOf } from './store/fault.ts'
import { run } from './store/statement.ts'
import type { Engine, Store } from './store/store.ts'
import { writeQueue } from './write-queue.ts'

/** As many calls as share one durable write. */
const MOST_CALLS = 256
const INSERT_LOT = 500

/** The ledger over either engine. The read tables are made where they are missing. */
export async function sqlLedger(store: Store<LedgerTables>, tables: ReadTables): Promise<Ledger> {
  for (const { schema } of tables.projections) await store.script(schema)
  const enqueue = writeQueue((calls: readonly Call[]) => commit(store, tables, calls), MOST_CALLS)
  const located = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    answer.catch((error: unknown) => {
      throw faultOf(error, store.where)
    })

  return {
    read: (stream) => located(rowsOf(store, store.db, stream).then((rows) => rows.map(storedOf))),
    since: (position, most) => located(pageOf(store.db, position, most)),
    head: () => located(store.db.selectFrom('head').select(['position', 'digest']).executeTakeFirstOrThrow()),
    append: async (entries, expected = []) => enqueue(callOf(entries, expected)),
  }
}

const rowsOf = ({ engine }: Store<LedgerTables>, db: Kysely<LedgerTables>, stream: string, after = 0): Promise<readonly EntryRow[]> =>
  run(db, engine, 'select * from entries where stream = ? and version > ? order by version', [stream, after])

/** One durable write for all calls that wait: the head is held, so that positions have no gaps and the chain no fork. */
const commit = (store: Store<LedgerTables>, tables: ReadTables, calls: readonly Call[]): Promise<readonly Appended[]> =>
  store.transact(async (db) => {
    const { verdicts, fresh } = settle(calls, await holdingFor(db, store.engine, calls))
    const inserted = insertRows(db, store.engine, fresh)
    // PostgreSQL takes both in their order without an answer between; SQLite has no way to the server to save.
    if (store.engine === 'sqlite' || fresh.length > INSERT_LOT) await inserted
    await Promise.all([inserted, applyTo(db, tables, fresh.map(storedOf))])
    const answers: Appended[] = []
    for (const verdict of verdicts) answers.push(await answerTo(store, db, verdict))
    return answers
  }, 'head')

export async function insertRows(db: Kysely<LedgerTables>, engine: Engine, rows: readonly EntryRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += INSERT_LOT) {
    const lot = rows.slice(at, at + INSERT_LOT)
    await run(db, engine, `insert into entries (${LEDGER_COLUMNS.join(', ')}) values ${lot.map(() => MARKS).join(', ')}`, lot.flatMap((row) => LEDGER_COLUMNS.map((column) => row[column])))
  }
}

const MARKS = `(${LEDGER_COLUMNS.map(() => '?').join(', ')})`

async function answerTo(store: Store<LedgerTables>, db: Kysely<LedgerTables>, verdict: Verdict): Promise<Appended> {
  if (verdict.kind === 'kept') return { accepted: true, stored: verdict.rows.map(storedOf) }
  if (verdict.kind === 'differs') return { accepted: false, refusal: { code: 'ledger/entry-differs', entry: verdict.entry, held: storedOf(verdict.held) } }
  const { stream, version } = verdict.expected
  const meanwhile: readonly Stored[] = (await rowsOf(store, db, stream, version)).map(storedOf)
  return { accepted: false, refusal: { code: 'ledger/stale', stream, expected: version, found: verdict.found, meanwhile } }
}
