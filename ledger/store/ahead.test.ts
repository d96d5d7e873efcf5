import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import type { LedgerTables } from '../row.ts'
import { sendingAhead } from './ahead.ts'
import type { Store } from './store.ts'

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(ENGINES)('writes sent ahead on %s', (engine) => {
  let store: Store<LedgerTables>
  beforeEach(async () => {
    store = await freshStore(engine)
    await store.script('create table marks (mark integer primary key)')
  })
  const marks = async (): Promise<readonly unknown[]> => (await sql<{ mark: number }>`select mark from marks order by mark`.execute(store.db)).rows.map(({ mark }) => mark)
  const mark = (value: number) => sql`insert into marks values (${value})`

  test('are there when the commit answers, and are read by what follows them', async () => {
    const seen = await store.transact(async (db) => {
      for (let i = 1; i <= 80; i++) await mark(i).execute(db)
      return (await sql<{ many: number }>`select count(*) as many from marks`.execute(db)).rows[0]?.many
    }, undefined, 'ahead')
    expect([Number(seen), (await marks()).length]).toEqual([80, 80])
  })

  test('are kept all or none, and the first failure is the one that is told', async () => {
    const failing = store.transact(async (db) => {
      await mark(1).execute(db)
      await mark(1).execute(db)
      await sql`insert into nowhere values (1)`.execute(db)
    }, undefined, 'ahead')
    await expect(failing).rejects.toThrow(/unique|duplicate/i)
    expect(await marks()).toEqual([])
    await store.transact(async (db) => void (await mark(2).execute(db)), undefined, 'ahead')
    expect(await marks()).toEqual([2])
  })

  test('fail as the write did, though a question came after it', async () => {
    const failing = store.transact(async (db) => {
      await mark(1).execute(db)
      await mark(1).execute(db)
      await sql`select mark from marks`.execute(db)
    }, undefined, 'ahead')
    await expect(failing).rejects.toThrow(/unique|duplicate/i)
    expect(await marks()).toEqual([])
  })
})

describe.each(ENGINES)('writes of one way on %s', (engine) => {
  let store: Store<LedgerTables>
  beforeEach(async () => {
    store = await freshStore(engine)
    await store.script('create table marks (mark integer primary key); create table signs (sign integer primary key)')
  })
  const all = async (): Promise<unknown> => (await sql`select mark as told from marks union all select 100 + sign from signs order by told`.execute(store.db)).rows.map((row) => (row as { told: number }).told)
  const mark = (value: number) => ({ table: 'marks', text: 'insert into marks values (?)', values: [value] })
  const sign = (value: number) => ({ table: 'signs', text: 'insert into signs values (?)', values: [value] })

  test('are kept, one alone, several of one table, and several of several', async () => {
    await store.write([mark(1)])
    await store.write([mark(2), mark(3)])
    await store.write([sign(4), mark(5)])
    const again = { table: 'marks', text: 'insert into marks values (?) on conflict (mark) do update set mark = 70', values: [7] }
    await store.write([mark(7), again, sign(9)])
    expect(await all()).toEqual([1, 2, 3, 5, 70, 104, 109])
  })

  test.each([
    ['the first', [mark(1), sign(2)]],
    ['the last', [sign(2), mark(1)]],
    ['one of one table', [mark(2), mark(1), sign(2)]],
  ])('are kept all or none, whichever fails: %s', async (_which, statements) => {
    await store.write([mark(1)])
    await expect(store.write(statements)).rejects.toThrow(/unique|duplicate/i)
    expect(await all()).toEqual([1])
    await store.write([sign(3), mark(4)])
    expect(await all()).toEqual([1, 4, 103])
  })

  test('do not fall into somebody’s transaction, nor end it', async () => {
    const begun = Promise.withResolvers<undefined>()
    const failing = store.transact(async (db) => {
      await sql`insert into marks values (1)`.execute(db)
      begun.resolve(undefined)
      await new Promise((resolve) => setImmediate(resolve))
      throw new Error('not after all')
    })
    await begun.promise
    const written = [store.write([mark(2)]), store.write([mark(3), sign(3)])]
    await expect(failing).rejects.toThrow('not after all')
    await Promise.all(written)
    expect(await all()).toEqual([2, 3, 103])
  })
})

describe('what is sent ahead', () => {
  const answers: ((answer: string) => void)[] = []
  const query = sendingAhead((text) => new Promise((resolve) => answers.push(() => resolve(text))))
  const settled = async (promise: Promise<unknown>): Promise<boolean> => Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))])

  test('is a write inside a transaction; a question, a write that answers with rows, a commit and whatever stands outside wait', async () => {
    const outside = query('insert into a values (1)', [])
    expect(await settled(outside)).toBe(false)
    for (const answer of answers.splice(0)) answer('')
    expect([await settled(query('begin', [])), await settled(query('insert into a values (1)', [])), await settled(query('update a set b = 1', []))]).toEqual([true, true, true])
    const waiting = [query('select 1', []), query('insert into a values (1) returning a', []), query('commit', [])]
    expect(await Promise.all(waiting.map(settled))).toEqual([false, false, false])
    for (const answer of answers.splice(0)) answer('')
    expect(await Promise.all(waiting.map(settled))).toEqual([true, true, true])
    expect(await settled(query('insert into a values (2)', []))).toBe(false)
  })
})
