import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { exportLines } from '../ledger/archive.ts'
import { backupLines } from '../ledger/backup.ts'
import { exportKeys } from '../ledger/key-archive.ts'
import type { PlainStore } from '../ledger/plain-tables.ts'
import type { KeyTables } from '../ledger/sql-key-store.ts'
import { openStore } from '../ledger/store/open.ts'
import type { Location } from '../ledger/store/store.ts'
import type { CaseOffice } from './case-cast.ts'

/** Every row of every table of a place, as text, whichever engine keeps it. */
export async function rowsOf(place: Location): Promise<readonly (readonly [string, string])[]> {
  if ('file' in place) return []
  const store = await openStore<KeyTables>(place, 'keys')
  try {
    const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = ${place.schema}`.execute(store.db)
    return await Promise.all(tables.map(async ({ name }) => [`table ${name}`, JSON.stringify((await sql`select each::text as said from ${sql.table(`${place.schema}.${name}`)} as each`.execute(store.db)).rows)] as const))
  } finally {
    await store.close()
  }
}

/** Every byte of every file in a folder, as text in which an ASCII mark would be seen. */
export const bytesOf = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')] as const)

async function linesOf(lines: AsyncIterable<string>): Promise<string> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all.join('')
}

/** The archive of the ledger and that of its keys, as they would leave the machine. */
export async function archives({ office, places }: CaseOffice): Promise<readonly (readonly [string, string])[]> {
  const keys = await openStore<KeyTables>(places.keys, 'keys')
  try {
    return [['archive', await linesOf(exportLines(office.cases.entries))], ['archive of keys', await linesOf(exportKeys(keys))]]
  } finally {
    await keys.close()
  }
}

/** What a backup closes to its recipients: everything but the keys, as it is before it is closed. */
export const backedUp = async ({ office: { cases: { entries, desk } } }: CaseOffice): Promise<readonly [string, string]> =>
  ['backup', await linesOf(backupLines({ entries, desk: desk as unknown as PlainStore, anchors: '', publicKey: null, forgotten: '' }))]
