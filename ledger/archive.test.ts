import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { kept } from '../tests/ledger-cast.ts'
import { byHand, ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { lastRoom, roomsOf } from '../tests/read-table-cast.ts'
import { exportLines, importLines, type Imported } from './archive.ts'
import { linesOf } from './archive-reading.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerTables } from './row.ts'
import { sqlLedger } from './sql-ledger.ts'
import type { Engine, Store } from './store/store.ts'
import { verify } from './verify.ts'

const tables = { projections: [lastRoom], upcasts: {} }
const opened = async (engine: Engine): Promise<{ store: Store<LedgerTables>; ledger: Ledger }> => {
  const store = await freshStore(engine)
  return { store, ledger: await sqlLedger(store, tables) }
}
async function textFrom(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}
const textOf = async (store: Store<LedgerTables>): Promise<string> => textFrom(exportLines(store))
async function* inChunks(text: string, size = 1000): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}
const importInto = (store: Store<LedgerTables>, text: string, size?: number): Promise<Imported> => importLines(store, tables, linesOf(inChunks(text, size)))

/** A column of PostgreSQL holds any text but one with a null character, which only the entries themselves carry. */
const storable = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000'))

const PAIRS = ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const))

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(PAIRS)('an archive from %s, read by %s', (from, to) => {
  test('gives the same entries, the same head and the same read tables', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ stream: fc.constantFrom('site/1', 'plan/1'), room: storable, box: fc.constantFrom(null, 'Ym94') }), { maxLength: 9 }), async (said) => {
        const [here, there] = [await opened(from), await opened(to)]
        for (const { stream, room, box } of said) await here.ledger.append([kept(stream, { clear: { room }, box })])
        expect(await importInto(there.store, await textOf(here.store), 7)).toMatchObject({ accepted: true, entries: said.length, head: (await here.ledger.head()).digest })
        expect(await there.ledger.since(0, 99)).toEqual(await here.ledger.since(0, 99))
        expect([await there.ledger.head(), await roomsOf(there.store.db)]).toEqual([await here.ledger.head(), await roomsOf(here.store.db)])
        expect(await textOf(there.store)).toBe(await textOf(here.store))
        await here.store.close()
        await there.store.close()
      }),
      { numRuns: 5 },
    )
  })

  test('the ledger goes on where the archive ended', async () => {
    const [here, there] = [await opened(from), await opened(to)]
    await here.ledger.append(Array.from({ length: 2300 }, (_, i) => kept(`site/${i % 5}`)))
    await importInto(there.store, await textOf(here.store))
    await there.ledger.append([kept('site/1')], [{ stream: 'site/1', version: 460 }])
    expect(await verify(there.store)).toMatchObject({ holds: true, entries: 2301 })
  })
})

describe.each(ENGINES)('a bad archive on %s', (engine) => {
  const sample = async (): Promise<string> => {
    const { store, ledger } = await opened('sqlite')
    for (let i = 0; i < 5; i++) await ledger.append([kept(`site/${i % 2}`)])
    return textOf(store)
  }

  /** What an empty ledger answers to this text, and what it then holds. */
  const readBy = async (text: string): Promise<object> => {
    const { store, ledger } = await opened(engine)
    const answer = await importInto(store, text)
    const held = [await ledger.head(), await ledger.since(0, 9), await roomsOf(store.db)]
    await store.close()
    return { answer, held }
  }
  const refused = (refusal: object): object => ({ answer: { accepted: false, refusal }, held: [{ position: 0 }, [], []] })

  test('cut short at any place is refused with the line, and nothing of it is kept', async () => {
    const text = await sample()
    const lineAt = (end: number): number => text.slice(0, end).split('\n').length
    for (const end of [1, 20, 200, 900, text.length - 100, text.length - 1]) expect(await readBy(text.slice(0, end))).toMatchObject(refused({ code: 'archive/cut-short', line: lineAt(end) }))
    const lines = text.split('\n')
    for (const whole of [1, 3, 6]) expect(await readBy(`${lines.slice(0, whole).join('\n')}\n`)).toMatchObject(refused({ code: 'archive/cut-short', line: whole + 1 }))
    expect(await readBy('')).toMatchObject(refused({ code: 'archive/not-an-archive' }))
  })

  test('any one letter altered is refused, and nothing of it is kept', async () => {
    const text = await sample()
    const { store, ledger } = await opened(engine)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: text.length - 1 }), fc.integer({ min: 1, max: 94 }), async (at, turn) => {
        const altered = text.slice(0, at) + String.fromCharCode(((text.charCodeAt(at) - 32 + turn) % 95) + 32) + text.slice(at + 1)
        fc.pre(altered !== text)
        expect(await importInto(store, altered)).toMatchObject({ accepted: false })
      }),
      { numRuns: 150 },
    )
    expect(await ledger.head()).toMatchObject({ position: 0 })
    expect(await importInto(store, text)).toMatchObject({ accepted: true, entries: 5 })
  })

  test('what is wrong is named, with its line', async () => {
    const text = await sample()
    const lines = text.trimEnd().split('\n')
    const joined = (...changed: readonly string[]): string => `${changed.join('\n')}\n`
    expect(await readBy(joined('{"archive":"something else"}', ...lines.slice(1)))).toMatchObject(refused({ code: 'archive/not-an-archive', line: 1 }))
    expect(await readBy(joined('{"archive":"daylight ledger","format":2}', ...lines.slice(1)))).toMatchObject(refused({ code: 'archive/unknown-format', line: 1 }))
    expect(await readBy(joined(...lines.slice(0, 3), 'null', ...lines.slice(3)))).toMatchObject(refused({ code: 'archive/unreadable-line', line: 4 }))
    expect(await readBy(joined(...lines.slice(0, 3), '{', ...lines.slice(3)))).toMatchObject(refused({ code: 'archive/unreadable-line', line: 4 }))
    expect(await readBy(joined(...lines.slice(0, 3), ...lines.slice(4)))).toMatchObject(refused({ code: 'archive/broken-chain', line: 4, position: 4, fault: 'out-of-place' }))
    expect(await readBy(joined(...lines.slice(0, 3), lines[2]!, ...lines.slice(3)))).toMatchObject(refused({ code: 'archive/broken-chain', line: 4, fault: 'out-of-place' }))
    expect(await readBy(joined(...lines.slice(0, 3), lines[3]!.replace('loft', 'yard'), ...lines.slice(4)))).toMatchObject(refused({ code: 'archive/broken-chain', line: 4, fault: 'altered' }))
    expect(await readBy(joined(...lines.slice(0, 5), lines.at(-1)!))).toMatchObject(refused({ code: 'archive/altered', line: 6 }))
    expect(await readBy(joined(...lines, lines.at(-1)!))).toMatchObject(refused({ code: 'archive/more-after-its-end', line: 8 }))
    expect(await readBy(joined(`${lines[0]!.slice(0, -1)} }`, ...lines.slice(1)))).toMatchObject(refused({ code: 'archive/altered', line: 7 }))
  })

  test('goes into an empty ledger only', async () => {
    const { store, ledger } = await opened(engine)
    await ledger.append([kept('site/1')])
    expect(await importInto(store, await sample())).toMatchObject({ accepted: false, refusal: { code: 'archive/ledger-not-empty' } })
    expect(await verify(store)).toMatchObject({ holds: true, entries: 1 })
  })

  test('made from a broken ledger says so at the break when it is read', async () => {
    const { store, ledger } = await opened(engine)
    for (let i = 0; i < 3; i++) await ledger.append([kept('site/1')])
    await byHand(store, "update entries set box = 'eHh4' where position = 2")
    expect(await readBy(await textOf(store))).toMatchObject(refused({ code: 'archive/broken-chain', line: 3, position: 2, fault: 'altered' }))
  })
})
