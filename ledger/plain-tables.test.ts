import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, freshPlace, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { fillPlainTables, plainTables, plainTablesEmpty, rowsOfTable, type PlainRow, type PlainStore } from './plain-tables.ts'
import { openStore } from './store/open.ts'
import type { Engine, Store } from './store/store.ts'

beforeAll(sayWhatIsSkipped)

const opened: { readonly close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  await tidyUp()
})

type Desk = PlainStore & Pick<Store<unknown>, 'script'>

async function desk(engine: Engine): Promise<Desk> {
  const store = await openStore<unknown>(freshPlace(engine), 'desk')
  opened.push(store)
  return store as unknown as Desk
}

/** An NGO beside a unit with a name of its own, and somebody in each. */
async function peopled(store: Desk): Promise<void> {
  const person = (id: string, role: string, organisation: string) =>
    `insert into people (id, sign_in_name, name, role, organisation, vouched_by, vouched_at, password_hash, must_change, made_by, made_at, changed_by, changed_at) values ('${id}', '${id}', '${id}', '${role}', '${organisation}', 'server', 3, 'a hash', 'no', 'server', 1, 'server', 1)`
  for (const statement of [
    "update organisations set name = 'Invented unit', changed_by = 'ada', changed_at = 2 where id = 'unit'",
    "insert into organisations (id, kind, name, made_by, made_at, changed_by, changed_at) values ('a-shelter', 'ngo', 'Invented shelter', 'ada', 2, 'ada', 2)",
    person('ada', 'analyst', 'unit'), person('bo', 'shelter-worker', 'a-shelter'),
  ]) await store.script(statement)
}

async function* rowsOf(store: PlainStore): AsyncGenerator<PlainRow> {
  for (const table of await plainTables(store)) for await (const row of rowsOfTable(store, table)) yield { table, row }
}

const everything = async (store: PlainStore) => {
  const rows: unknown[] = []
  for await (const { table, row } of rowsOf(store)) rows.push([table.name, Object.fromEntries(table.columns.map((column, at) => [column, row[at]]))])
  return rows
}

describe.each(ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const)))('plain tables carried from %s to %s', (from, to) => {
  test('bring organisations with their names, people in their places, and who vouched for them; the roles a kind gives stay those of the place', async () => {
    const [here, there] = [await desk(from), await desk(to)]
    await peopled(here)
    expect(await plainTablesEmpty(there)).toBe(true)
    await fillPlainTables(there, rowsOf(here))
    expect(await everything(there)).toEqual(await everything(here))
    expect((await plainTables(there)).map(({ name }) => name)).not.toContain('roles_in')
    expect((await sql<{ name: string }>`select name from organisations order by id`.execute(there.db)).rows).toEqual([{ name: 'Invented shelter' }, { name: 'Invented unit' }])
    expect(await plainTablesEmpty(there)).toBe(false)
  })

  test('keep guard there: a partner is given no role of enforcement, and organisations stay', async () => {
    const [here, there] = [await desk(from), await desk(to)]
    await peopled(here)
    await fillPlainTables(there, rowsOf(here))
    await expect(there.script("update people set role = 'analyst' where id = 'bo'")).rejects.toThrow('gives nobody this role')
    await expect(there.script("update people set vouched_by = 'bo' where id = 'bo'")).rejects.toThrow('nobody vouches for themselves')
    await expect(there.script("delete from organisations where id = 'a-shelter'")).rejects.toThrow('never deleted')
  })
})

test.each(ENGINES)('a backup of before there were organisations leaves everybody in the unit on %s', async (engine) => {
  const there = await desk(engine)
  const table = { name: 'people', columns: ['id', 'sign_in_name', 'name', 'role', 'password_hash', 'must_change', 'made_by', 'made_at', 'changed_by', 'changed_at', 'left_at'] }
  async function* before(): AsyncGenerator<PlainRow> {
    yield { table, row: ['ada', 'ada', 'Ada', 'analyst', 'a hash', 'no', 'server', 1, 'server', 1, null] }
  }
  await fillPlainTables(there, before())
  expect((await sql`select people.id, role, organisation, kind, vouched_by from people join organisations on organisations.id = organisation`.execute(there.db)).rows).toEqual([{ id: 'ada', role: 'analyst', organisation: 'unit', kind: 'police', vouched_by: null }])
})
