import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant } from '../core/kernel/instant.ts'
import { signingKey } from '../crypto/signing-key.ts'
import { kept } from '../tests/ledger-cast.ts'
import { byHand, ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import type { Anchor } from './anchor-line.ts'
import { anchorTo } from './anchoring.ts'
import { digestOf } from './chain.ts'
import { rowsAfter } from './pages.ts'
import { LEDGER_COLUMNS, type EntryRow, type LedgerTables } from './row.ts'
import { sqlLedger } from './sql-ledger.ts'
import type { Store } from './store/store.ts'
import { anchorsIn, verifyAgainst } from './verify-anchors.ts'

const ROWS = 9
const ANCHORED = [4, 6, 9]

let folder: string
beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-anchors-'))
})
afterEach(async () => {
  await tidyUp()
  rmSync(folder, { recursive: true })
})

const NUMBERS: ReadonlySet<string> = new Set(['position', 'version', 'form', 'occurred_at', 'recorded_at', 'received_at'])

/** One thing somebody with the database and its tools could do, and the first row it touches. */
interface Change {
  readonly what: 'altered' | 'removed' | 'moved' | 'inserted' | 'rewritten' | 'cut' | 'head'
  readonly row: number
  readonly column: (typeof LEDGER_COLUMNS)[number]
  readonly turn: number
}

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom('altered', 'altered', 'altered', 'removed', 'moved', 'inserted', 'rewritten', 'cut', 'head'),
  row: fc.integer({ min: 1, max: ROWS }),
  column: fc.constantFrom(...LEDGER_COLUMNS),
  turn: fc.integer({ min: 1, max: 1_000_000 }),
})

/** A row with one column changed, by one letter or one count. */
function altered(row: EntryRow, column: (typeof LEDGER_COLUMNS)[number], turn: number): EntryRow {
  const before = row[column]
  if (NUMBERS.has(column)) return { ...row, [column]: Number(before) + turn }
  const text = String(before)
  const at = turn % text.length
  return { ...row, [column]: text.slice(0, at) + String.fromCharCode(33 + ((text.charCodeAt(at) - 33 + 1 + (turn % 90)) % 93)) + text.slice(at + 1) }
}

/** Rows from some place on, each linked again to the one before, as a careful forger would. */
const linkedAgain = (rows: readonly EntryRow[]): readonly EntryRow[] =>
  rows.reduce<readonly EntryRow[]>((done, row, index) => {
    const before = done.at(-1)?.digest ?? '0'.repeat(64)
    const version = done.filter(({ stream }) => stream === row.stream).length + 1
    const placed = { ...row, position: index + 1, version, previous: before }
    return [...done, { ...placed, digest: digestOf(placed) }]
  }, [])

/** What the rows are after a change; the head goes with them where the forger is careful. */
function changed(rows: readonly EntryRow[], { what, row, column, turn }: Change): { readonly rows: readonly EntryRow[]; readonly head: 'left' | 'moved' | 'set-back' } {
  const at = row - 1
  const one = rows[at] as EntryRow
  const without = rows.filter((each) => each !== one)
  const other = rows[(at + 1 + (turn % (ROWS - 1))) % ROWS] as EntryRow
  const places = { [row]: other.position, [other.position]: row } as Readonly<Record<number, number>>
  switch (what) {
    case 'altered': return { rows: rows.map((each) => (each === one ? altered(one, column, turn) : each)), head: 'left' }
    case 'removed': return { rows: without, head: 'left' }
    case 'moved': return { rows: rows.map((each) => ({ ...each, position: places[each.position] ?? each.position })), head: 'left' }
    case 'inserted': return { rows: linkedAgain([...rows.slice(0, at), { ...one, id: `new-${turn}` }, ...rows.slice(at)]), head: 'moved' }
    case 'rewritten': return { rows: linkedAgain(rows.map((each) => (each === one ? { ...one, clear: `{"room":"${turn}"}` } : each))), head: 'moved' }
    case 'cut': return { rows: rows.slice(0, at), head: 'moved' }
    case 'head': return { rows, head: 'set-back' }
  }
}

describe.each(ENGINES)('verifying a ledger on %s against its anchors', (engine) => {
  let store: Store<LedgerTables>
  let anchors: readonly [Anchor, ...Anchor[]]
  const signing = () => signingKey(join(folder, 'signing.key'))
  const file = (): string => join(folder, 'anchors')

  beforeEach(async () => {
    store = await freshStore(engine)
    const ledger = await sqlLedger(store, { projections: [], upcasts: {} })
    for (let i = 1; i <= ROWS; i++) {
      await ledger.append([kept(`site/${i % 2}`)])
      if (ANCHORED.includes(i)) await anchorTo(file(), store, signing(), instant(Date.UTC(2031, 2, i)))
    }
    const read = anchorsIn(file(), signing().publicKey)
    anchors = (read.accepted ? read.anchors : []) as unknown as readonly [Anchor, ...Anchor[]]
  })

  const rowsNow = (): Promise<EntryRow[]> => rowsAfter(store.db, -1e9, 99)
  /** Puts these rows where the ledger's were; says whether the engine took them. */
  async function put(rows: readonly EntryRow[], head: 'left' | 'moved' | 'set-back'): Promise<boolean> {
    await sql`delete from entries`.execute(store.db)
    for (const row of rows) if (!(await store.db.insertInto('entries').values(row).execute().then(() => true, () => false))) return false
    const last = head === 'set-back' ? rows.at(-2) : rows.at(-1)
    if (head !== 'left') await store.db.updateTable('head').set({ position: last?.position ?? 0, digest: last?.digest ?? '0'.repeat(64) }).execute()
    return true
  }

  test('an untouched ledger holds, and it is said from which anchor on nothing more can be told', async () => {
    const { ...head } = anchors.at(-1)
    expect(await verifyAgainst(store, anchors)).toEqual({ holds: true, entries: ROWS, head: head.digest, since: head })
    await (await sqlLedger(store, { projections: [], upcasts: {} })).append([kept('site/1')])
    expect(await verifyAgainst(store, anchors)).toMatchObject({ holds: true, entries: ROWS + 1, since: { position: ROWS, at: '2031-03-09T00:00:00.000Z' } })
  })

  test('a thousand random single changes to its rows are all found, each at the row it touched or in the span that names it', async () => {
    await byHand(store)
    const before = await rowsNow()
    const { digest: end } = await store.db.selectFrom('head').select('digest').executeTakeFirstOrThrow()
    const tried: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        const after = changed(before, one)
        const taken = await put(after.rows, after.head)
        const found = taken ? await verifyAgainst(store, anchors) : null
        await sql`delete from entries`.execute(store.db)
        await store.db.insertInto('entries').values(before).execute()
        await store.db.updateTable('head').set({ position: ROWS, digest: end }).execute()
        fc.pre(found !== null)
        tried[one.what] = (tried[one.what] ?? 0) + 1
        expect(found, JSON.stringify(one)).toMatchObject({ holds: false })
        if (found === null || found.holds) return
        const first = firstTouched(before, after.rows)
        // An altered digest shows one row later; a span is named where only the anchors show it.
        if (first !== null) expect([one, found, first <= (found.until ?? found.position) && found.position <= first + 1]).toEqual([one, found, true])
      }),
      { numRuns: 1000 },
    )
    expect(Object.keys(tried).toSorted()).toEqual(['altered', 'cut', 'head', 'inserted', 'moved', 'removed', 'rewritten'])
    expect(await verifyAgainst(store, anchors)).toMatchObject({ holds: true })
  }, 240_000)

  const forged = async (from: (rows: readonly EntryRow[]) => readonly EntryRow[]): Promise<unknown> => {
    await byHand(store)
    await put(from(await rowsNow()), 'moved')
    return verifyAgainst(store, anchors)
  }

  test('a tail cut off together with its head is found, with the first row that is missing and the anchor that had it', async () => {
    expect(await forged((rows) => rows.slice(0, 7))).toMatchObject({ holds: false, fault: 'cut-off', position: 8, until: 9, anchor: { position: 9 } })
    expect(await forged((rows) => rows.slice(0, 5))).toMatchObject({ holds: false, fault: 'cut-off', position: 6, until: 6 })
    expect(await forged(() => [])).toMatchObject({ holds: false, fault: 'cut-off', position: 1, until: 4 })
  })

  test('a row rewritten with all that follow it is found between the two anchors it stands between', async () => {
    expect(await forged((rows) => linkedAgain(rows.map((row) => (row.position === 5 ? { ...row, clear: '{}' } : row))))).toMatchObject({ holds: false, fault: 'rewritten', position: 5, until: 6 })
    expect(await forged((rows) => linkedAgain(rows.map((row) => (row.position === 2 ? { ...row, clear: '{}' } : row))))).toMatchObject({ holds: false, fault: 'rewritten', position: 1, until: 4 })
  })

  test('a row rewritten early and a break left late are told by the early one', async () => {
    const found = forged((rows) => {
      const again = linkedAgain(rows.map((row) => (row.position === 2 ? { ...row, clear: '{}' } : row)))
      return [...again.slice(0, 7), ...rows.slice(7)]
    })
    expect(await found).toMatchObject({ holds: false, fault: 'rewritten', position: 1, until: 4 })
  })

  test('another ledger in its place is called another', async () => {
    expect(await forged((rows) => linkedAgain(rows.map((row) => ({ ...row, id: `other-${row.id}` }))))).toMatchObject({ holds: false, fault: 'other-ledger', position: 1 })
  })

  test('a file without anchors, or one that is not there, shows nothing and says so', () => {
    expect(anchorsIn(join(folder, 'nowhere'), signing().publicKey)).toEqual({ accepted: false, refusal: { code: 'anchors/none', line: 1 } })
  })
})

/** The first place where rows differ, or null where they are the same. */
function firstTouched(before: readonly EntryRow[], after: readonly EntryRow[]): number | null {
  const byPlace = after.toSorted((a, b) => a.position - b.position)
  for (let at = 0; at < Math.max(before.length, byPlace.length); at++) if (JSON.stringify(before[at]) !== JSON.stringify(byPlace[at])) return at + 1
  return null
}
