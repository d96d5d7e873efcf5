import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { kept, newId } from '../tests/ledger-cast.ts'
import { ENGINES, freshPlace, openLedgerStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { lastRoom, roomsOf } from '../tests/read-table-cast.ts'
import { callOf } from './batch.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerTables } from './row.ts'
import { sqlLedger } from './sql-ledger.ts'
import { standing } from './standing.ts'
import type { Store } from './store/store.ts'
import { verify } from './verify.ts'

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(ENGINES)('two servers over one ledger on %s, each remembering where it left it', (engine) => {
  let store: Store<LedgerTables>
  let [here, there]: Ledger[] = []
  beforeEach(async () => {
    const place = freshPlace(engine)
    store = await openLedgerStore(place)
    const other = await openLedgerStore(place)
    here = await sqlLedger(store, { projections: [lastRoom], upcasts: {} })
    there = await sqlLedger(other, { projections: [lastRoom], upcasts: {} })
    await here.append([kept('plan/1'), kept('site/1')])
  })

  test('write one chain, though each finds that the other was there in between', async () => {
    for (let i = 0; i < 6; i++) for (const ledger of [here, there]) await ledger!.append([kept('plan/1'), kept('site/1', { clear: { room: `room ${i}` } })])
    expect(await verify(store)).toMatchObject({ holds: true, entries: 26 })
    expect((await here!.read('plan/1')).map(({ version }) => version)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1))
    expect(await roomsOf(store.db)).toContainEqual({ stream: 'site/1', room: 'room 5' })
  })

  test('refuse a decision that rests on what the other has overtaken, in the stream itself or beside it', async () => {
    const seen = kept('plan/1')
    await there!.append([seen])
    expect(await here!.append([kept('plan/1')], [{ stream: 'plan/1', version: 1 }])).toMatchObject({ accepted: false, refusal: { code: 'ledger/stale', found: 2, meanwhile: [{ id: seen.id }] } })
    await there!.append([kept('site/1')])
    expect(await here!.append([kept('plan/1')], [{ stream: 'plan/1', version: 2 }, { stream: 'site/1', version: 1 }])).toMatchObject({ accepted: false, refusal: { stream: 'site/1', found: 2 } })
  })

  test('take a decision that rests on what the other wrote', async () => {
    await there!.append([kept('plan/1')])
    expect(await here!.append([kept('plan/1')], [{ stream: 'plan/1', version: 2 }])).toMatchObject({ accepted: true, stored: [{ version: 3 }] })
  })

  test('know an entry again that the other has kept, and refuse another under its id', async () => {
    const one = kept('site/1')
    const first = await there!.append([one])
    expect(await here!.append([one])).toEqual(first)
    expect(await here!.append([kept('site/1'), { ...one, stream: 'plan/1' }])).toMatchObject({ accepted: false, refusal: { code: 'ledger/entry-differs' } })
    expect((await here!.head()).position).toBe(3)
  })

  test('ask where the ledger ends the first time, and not while nobody else writes', async () => {
    const ways: (string | undefined)[] = []
    const transact: typeof store.transact = (work, lock, writes) => (ways.push(lock), store.transact(work, lock, writes))
    const write: typeof store.write = (statements) => (ways.push('at once'), store.write(statements))
    const ledger = await sqlLedger({ ...store, transact, write }, { projections: [], upcasts: {} })
    ways.length = 0
    for (let i = 0; i < 3; i++) await ledger.append([kept('site/1')])
    await there!.append([kept('site/1')])
    for (let i = 0; i < 2; i++) await ledger.append([kept('site/1')])
    expect(ways).toEqual(['head', 'at once', 'at once', 'at once', 'head', 'at once'])
  })

  test('answer together what one write decides: those that are kept and those that are stale', async () => {
    const answers = await Promise.all([here!.append([kept('site/1')]), here!.append([kept('plan/1')], [{ stream: 'plan/1', version: 0 }]), here!.append([kept('plan/1')], [{ stream: 'plan/1', version: 1 }])])
    expect(answers).toMatchObject([{ accepted: true }, { accepted: false, refusal: { found: 1, meanwhile: [{ position: 1 }] } }, { accepted: true, stored: [{ version: 2 }] }])
  })

  test('know an entry again that they kept themselves', async () => {
    const one = kept('site/1', { id: newId() })
    const first = await here!.append([one])
    expect([await here!.append([one]), await here!.append([one, kept('site/1')])]).toMatchObject([first, { accepted: true, stored: [{ position: 3 }, { position: 4 }] }])
  })
})

describe('where a ledger was left', () => {
  const head = (position: number, digest = `${position}`) => ({ position, digest })
  const learnt = (at: number, streams: Record<string, number>) => ({ head: head(at), versions: new Map(Object.entries(streams)), byId: new Map() })
  const asking = (...streams: readonly string[]) => [callOf(streams.map((stream) => kept(stream)), [])]

  test('is not known before the first time, nor of streams nobody wrote to', () => {
    const known = standing()
    expect(known.before(asking('a'))).toBeNull()
    known.learn(learnt(4, { a: 2 }), [])
    expect([known.before(asking('a'))?.versions.get('a'), known.before(asking('a', 'b')), known.before([callOf([kept('a')], [{ stream: 'b', version: 1 }])])]).toEqual([2, null, null])
  })

  test('is forgotten stream by stream once somebody else has moved the head', () => {
    const known = standing()
    known.learn(learnt(4, { a: 2, b: 1 }), [])
    known.learn(learnt(5, { a: 3 }), [])
    expect([known.before(asking('a'))?.head, known.before(asking('b'))]).toEqual([head(5), null])
  })

  test('holds so many streams and no more, the last ones asked for', () => {
    const known = standing(2)
    known.learn(learnt(4, { a: 1, b: 1 }), [])
    known.learn(learnt(4, { a: 1, c: 1 }), [])
    expect([known.before(asking('a', 'c')), known.before(asking('b'))]).toMatchObject([{ head: head(4) }, null])
  })
})
