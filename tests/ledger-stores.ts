import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { LedgerTables } from '../ledger/row.ts'
import type { KeyTables } from '../ledger/sql-key-store.ts'
import { openStore } from '../ledger/store/open.ts'
import type { Engine, Location, Store } from '../ledger/store/store.ts'

/** A PostgreSQL server to test on, where there is one. Every store test runs on SQLite in any case. */
export const TEST_DATABASE_URL = process.env['TEST_DATABASE_URL'] ?? ''

export const ENGINES: readonly Engine[] = TEST_DATABASE_URL === '' ? ['sqlite'] : ['sqlite', 'postgres']

export function sayWhatIsSkipped(): void {
  if (TEST_DATABASE_URL === '') console.warn('PostgreSQL is not tested: set TEST_DATABASE_URL to a database that tests may write to.')
}

let made = 0
const undo: (() => Promise<void>)[] = []

/** A place nobody has used: a file in a folder of its own, or a schema of its own. */
export function freshPlace(engine: Engine): Location {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'daylight-ledger-'))
    undo.push(async () => rmSync(folder, { recursive: true }))
    return { file: join(folder, 'ledger.sqlite') }
  }
  const schema = `test_${process.pid}_${++made}`
  undo.push(() => dropSchema(schema))
  return { url: TEST_DATABASE_URL, schema }
}

async function dropSchema(schema: string): Promise<void> {
  const store = await openStore<LedgerTables>({ url: TEST_DATABASE_URL, schema }, 'ledger')
  await sql.raw(`drop schema ${schema} cascade`).execute(store.db)
  await store.close()
}

export async function openLedgerStore(place: Location): Promise<Store<LedgerTables>> {
  const store = await openStore<LedgerTables>(place, 'ledger')
  undo.push(() => store.close().catch(() => undefined))
  return store
}

export const freshStore = (engine: Engine): Promise<Store<LedgerTables>> => openLedgerStore(freshPlace(engine))

/** A store of keys apart from every ledger. */
export async function freshKeys(engine: Engine): Promise<Store<KeyTables>> {
  const store = await openStore<KeyTables>(freshPlace(engine), 'keys')
  undo.push(() => store.close().catch(() => undefined))
  return store
}

/** Called after each test: closes before it deletes, since it goes backwards. */
export async function tidyUp(): Promise<void> {
  for (const step of undo.splice(0).toReversed()) await step()
}

/** Does by hand what the database refuses, as somebody with its file and its tools could. */
export async function byHand(store: Store<LedgerTables>, ...statements: readonly string[]): Promise<void> {
  const guards = ['entries_in_order', 'entries_move_the_head', 'entries_no_update', 'entries_no_delete', 'head_only_forward', 'head_no_second', 'head_no_delete']
  const off = store.engine === 'sqlite' ? guards.map((name) => `drop trigger if exists ${name}`) : ['alter table entries disable trigger all', 'alter table head disable trigger all']
  for (const statement of [...off, ...statements]) await store.script(statement)
}
