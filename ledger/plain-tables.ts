import { sql, type Kysely } from 'kysely'
import { Defect } from '../core/kernel/defect.ts'
import type { Store } from './store/store.ts'

/** A plain table of the desk as a backup carries it. */
export interface PlainTable {
  readonly name: string
  readonly columns: readonly string[]
}

type AnyTables = Record<string, Record<string, unknown>>
export type PlainStore = Pick<Store<unknown>, 'engine' | 'transact'> & { readonly db: Kysely<never> }

/** What is made again by itself, or is worth nothing to whoever restores: nobody stays signed in over a restore. */
const LEFT_OUT = new Set(['migrations', 'sessions', 'attempts', 'spent_challenges', 'device_enrolments', 'reckonings', 'search_turns', 'roles_in'])

/** What stands in a new place from the start, and gives way to what a backup brings. */
const STANDS_FROM_THE_START = new Set(['organisations'])

/** SQLite guards by a trigger what PostgreSQL guards by a key, so it does not tell; what it gives goes into either. */
const LEANS_UNSAID = [{ name: 'people', on: 'organisations' }] as const

/** Every table that travels, those first on which others lean. */
export async function plainTables({ engine, db }: PlainStore): Promise<readonly PlainTable[]> {
  const { rows } = await sql<{ name: string; column: string }>`${sql.raw(COLUMNS[engine])}`.execute(db)
  const leans = [...LEANS_UNSAID, ...(await sql<{ name: string; on: string }>`${sql.raw(LEANS[engine])}`.execute(db)).rows]
  const columns = new Map<string, string[]>()
  for (const { name, column } of rows) if (!LEFT_OUT.has(name)) columns.set(name, [...(columns.get(name) ?? []), column])
  const ordered: PlainTable[] = []
  const place = (name: string): void => {
    if (ordered.some((table) => table.name === name) || !columns.has(name)) return
    for (const lean of leans) if (lean.name === name && lean.on !== name) place(lean.on)
    ordered.push({ name, columns: columns.get(name) ?? [] })
  }
  for (const name of columns.keys()) place(name)
  return ordered
}

const COLUMNS = {
  sqlite: `select m.name as name, c.name as "column" from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.cid`,
  postgres: `select table_name as name, column_name as "column" from information_schema.columns where table_schema = current_schema() order by table_name, ordinal_position`,
} as const

const LEANS = {
  sqlite: `select m.name as name, f."table" as "on" from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'`,
  postgres: `select a.relname as name, b.relname as "on" from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid join pg_namespace n on n.oid = a.relnamespace where c.contype = 'f' and n.nspname = current_schema()`,
} as const

const PAGE = 1000

/** The rows of a table, in the order of its first column, which is its key in every one of them: what is added meanwhile moves no page. */
export async function* rowsOfTable({ db }: PlainStore, { name, columns }: PlainTable): AsyncGenerator<readonly unknown[]> {
  const tables = db as unknown as Kysely<AnyTables>
  const key = columns[0] as string
  let last: unknown
  for (;;) {
    const page = tables.selectFrom(name).select([...columns]).orderBy(key).limit(PAGE)
    const rows = await (last === undefined ? page : page.where(key, '>', last as string)).execute()
    for (const row of rows) {
      if (row[key] === last) throw new Defect(`the first column of ${name} is not its key, so a backup would lose rows`)
      last = row[key]
      yield columns.map((column) => row[column])
    }
    if (rows.length < PAGE) return
  }
}

/** Whether nothing stands in any of them yet. */
export async function plainTablesEmpty(store: PlainStore): Promise<boolean> {
  for (const { name } of (await plainTables(store)).filter((table) => !STANDS_FROM_THE_START.has(table.name))) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(store.db)
    if (rows.length > 0) return false
  }
  return true
}

export interface PlainRow {
  readonly table: PlainTable
  readonly row: readonly unknown[]
}

/**
 * Puts rows back as they lay: all or none.
 *
 * What the tables do by themselves at a change, such as writing a history, stays still meanwhile: the history comes with the rows.
 */
export const fillPlainTables = (store: PlainStore, rows: AsyncIterable<PlainRow>): Promise<number> =>
  store.transact(async (connection) => {
    const db = connection as unknown as Kysely<AnyTables>
    const known = await plainTables({ ...store, db: db as unknown as Kysely<never> })
    const wake = await still(store.engine, db, known)
    let count = 0
    const cleared = new Set<string>()
    for await (const { table, row } of rows) {
      if (STANDS_FROM_THE_START.has(table.name) && !cleared.has(table.name)) {
        await sql`delete from ${sql.table(table.name)}`.execute(db)
        cleared.add(table.name)
      }
      const named = table.columns.map((column) => sql.ref(column))
      const into = store.engine === 'postgres' ? sql`overriding system value values` : sql`values`
      await sql`insert into ${sql.table(table.name)} (${sql.join(named)}) ${into} (${sql.join([...row])})`.execute(db)
      count++
    }
    await wake()
    return count
  })

/** Puts the triggers to sleep, and answers with what wakes them. */
async function still(engine: Store<unknown>['engine'], db: Kysely<AnyTables>, tables: readonly PlainTable[]): Promise<() => Promise<void>> {
  const each = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
  if (engine === 'postgres') {
    await each(tables.map(({ name }) => `alter table "${name}" disable trigger user`))
    return async () => {
      await each(tables.map(({ name }) => `alter table "${name}" enable trigger user`))
      await countOn(db)
    }
  }
  const { rows } = await sql<{ name: string; sql: string }>`select name, sql from sqlite_master where type = 'trigger'`.execute(db)
  await each(rows.map(({ name }) => `drop trigger "${name}"`))
  return () => each(rows.map((row) => row.sql))
}

/** PostgreSQL counts rows beside their table, and goes on from where the restored rows end. */
async function countOn(db: Kysely<AnyTables>): Promise<void> {
  const { rows } = await sql<{ name: string; column: string }>`select table_name as name, column_name as "column" from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'`.execute(db)
  for (const { name, column } of rows)
    await sql`select setval(pg_get_serial_sequence(${name}, ${column}), coalesce((select max(${sql.ref(column)}) from ${sql.table(name)}), 0) + 1, false)`.execute(db)
}
