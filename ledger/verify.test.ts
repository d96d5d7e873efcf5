import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { kept } from '../tests/ledger-cast.ts'
import { byHand, ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { digestOf } from './chain.ts'
import { rowsAfter } from './pages.ts'
import type { EntryRow, LedgerTables } from './row.ts'
import { sqlLedger } from './sql-ledger.ts'
import type { Store } from './store/store.ts'
import { headAt, verify } from './verify.ts'

const TEXTS = ['id', 'stream', 'type', 'actor', 'device', 'clear', 'about', 'sealed_key', 'box', 'previous', 'digest'] as const
const NUMBERS = ['position', 'version', 'form', 'occurred_at', 'recorded_at', 'received_at'] as const
const ROWS = 7

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(ENGINES)('verifying a ledger on %s', (engine) => {
  let store: Store<LedgerTables>
  beforeEach(async () => {
    store = await freshStore(engine)
    const ledger = await sqlLedger(store, { projections: [], upcasts: {} })
    for (let i = 0; i < ROWS; i++) await ledger.append([kept(`site/${i % 2}`)])
  })

  const rows = (): Promise<EntryRow[]> => rowsAfter(store.db, -1e9, 99)
  /** Writes a row over another by hand, and says whether the engine let it happen. */
  const replace = (position: number, column: string, value: string | number): Promise<boolean> =>
    sql`update entries set ${sql.ref(column)} = ${value} where position = ${position}`.execute(store.db).then(() => true, () => false)

  test('an untouched ledger holds, with its length and its head', async () => {
    expect(await verify(store)).toEqual({ holds: true, entries: ROWS, head: (await rows()).at(-1)?.digest })
    expect(await headAt(store, 2)).toBe((await rows())[1]?.digest)
    expect(await headAt(store, ROWS + 1)).toBeNull()
  })

  test('any one letter of any row, turned into another, is found at its place', async () => {
    await byHand(store)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: ROWS }), fc.constantFrom(...TEXTS), fc.nat(), fc.integer({ min: 1, max: 127 }), async (position, column, place, turn) => {
        const before = String((await rows())[position - 1]?.[column])
        const at = place % before.length
        const altered = before.slice(0, at) + String.fromCharCode(((before.charCodeAt(at) + turn) % 95) + 32) + before.slice(at + 1)
        fc.pre(altered !== before)
        if (!(await replace(position, column, altered))) return
        expect(await verify(store)).toMatchObject({ holds: false, position })
        await replace(position, column, before)
      }),
      { numRuns: 150 },
    )
    expect(await verify(store)).toMatchObject({ holds: true })
  })

  test('any one bit of any number of any row is found, a position included', async () => {
    await byHand(store)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: ROWS }), fc.constantFrom(...NUMBERS), fc.integer({ min: 0, max: 30 }), async (position, column, bit) => {
        const before = Number((await rows())[position - 1]?.[column])
        const altered = before ^ (1 << bit)
        const value = column === 'occurred_at' || column === 'recorded_at' || column === 'received_at' ? before + 2 ** bit : altered
        if (!(await replace(position, column, value))) return
        expect(await verify(store)).toMatchObject({ holds: false, position: column === 'position' && altered < position ? 1 : position })
        await replace(column === 'position' ? value : position, column, before)
      }),
      { numRuns: 100 },
    )
    expect(await verify(store)).toMatchObject({ holds: true })
  })

  test.each([
    ['a row taken out', ['delete from entries where position = 3'], { position: 3, fault: 'out-of-place' }],
    ['the last rows cut off', ['delete from entries where position > 4'], { position: 5, fault: 'end' }],
    ['everything taken out', ['delete from entries'], { position: 1, fault: 'end' }],
    ['the head set back', ['delete from entries where position > 5', 'update head set position = 5'], { position: 5, fault: 'end' }],
    ['the head taken out', ['delete from head'], { fault: 'end' }],
    ['a row set before the first', ['update entries set position = -4 where position = 7'], { position: 1, fault: 'out-of-place' }],
    ['words altered', ["update entries set box = 'Ym92' where position = 2"], { position: 2, fault: 'altered' }],
    ['a row linked to another', ["update entries set previous = digest where position = 6"], { position: 6, fault: 'unlinked' }],
  ] as const)('%s is found, and what is wrong is named', async (_what, statements, found) => {
    await byHand(store, ...statements)
    expect(await verify(store)).toMatchObject({ holds: false, ...found })
  })

  test('a row forged behind the end, with a digest that fits, is found', async () => {
    const last = (await rows()).at(-1) as EntryRow
    const forged = { ...last, id: 'forged', position: ROWS + 1, version: last.version + 1, previous: last.digest }
    await byHand(store)
    await store.db.insertInto('entries').values({ ...forged, digest: digestOf(forged) }).execute()
    expect(await verify(store)).toMatchObject({ holds: false, position: ROWS + 1, fault: 'end' })
  })

  test('a row rewritten with a digest that fits breaks the row after it', async () => {
    const row = { ...((await rows())[2] as EntryRow), clear: '{"room":"yard"}' }
    await byHand(store, `update entries set clear = '${row.clear}', digest = '${digestOf(row)}' where position = 3`)
    expect(await verify(store)).toMatchObject({ holds: false, position: 4, fault: 'unlinked' })
  })

  test('a version counted otherwise is found though every digest fits', async () => {
    const [row] = (await rows()).slice(-1) as [EntryRow]
    const other = { ...row, version: 9 }
    await byHand(store, `update entries set version = 9, digest = '${digestOf(other)}' where position = ${ROWS}`, `update head set digest = '${digestOf(other)}'`)
    expect(await verify(store)).toMatchObject({ holds: false, position: ROWS, fault: 'version' })
  })
})
