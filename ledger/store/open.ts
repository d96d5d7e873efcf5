import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Location, Store } from './store.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
const SCHEMA = /^[a-z_][a-z0-9_]{0,50}$/

/** Opens a store and brings it to today's shape. `purpose` names the migrations that are its own. */
export async function openStore<Tables>(location: Location, purpose: 'ledger' | 'keys' | 'desk'): Promise<Store<Tables>> {
  const store = 'file' in location ? openSqlite<Tables>(location.file) : await openPostgres<Tables>(location.url, safe(location.schema))
  try {
    await migrate(store, purpose)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** A schema's name goes into statements as it is, so it may hold nothing but a name. */
function safe(schema: string): string {
  if (!SCHEMA.test(schema)) throw new RangeError(`a schema is named in small letters, figures and underlines: ${schema.slice(0, 60)}`)
  return schema
}

/** Each migration runs once, whole or not at all, whoever starts first. */
async function migrate<Tables>(store: Store<Tables>, purpose: string): Promise<void> {
  await store.script('create table if not exists migrations (name text primary key)')
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(store.db)
  const done = new Set(rows.map(({ name }) => name))
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(`-${purpose}.${store.engine}.sql`)).toSorted()
  for (const name of names.filter((each) => !done.has(each)))
    await store.script(`insert into migrations (name) values ('${name}'); ${readFileSync(join(FOLDER, name), 'utf8')}`).catch(async (error: unknown) => {
      if (!(await isDone(store, name))) throw error
    })
}

/** Two who start at once both mean to migrate; the second finds it done. */
const isDone = async <Tables>(store: Store<Tables>, name: string): Promise<boolean> =>
  (await sql`select 1 from migrations where name = ${name}`.execute(store.db)).rows.length > 0
