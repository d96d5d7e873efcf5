import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { kept } from '../tests/ledger-cast.ts'
import { ENGINES, freshPlace, freshStore, openLedgerStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { lastRoom, roomsOf } from '../tests/read-table-cast.ts'
import type { Kept, Ledger } from './ledger.ts'
import type { ReadTables } from './projection.ts'
import type { LedgerTables } from './row.ts'
import { sqlLedger } from './sql-ledger.ts'
import type { Store } from './store/store.ts'
import { verify } from './verify.ts'

const run = promisify(execFile)
const tables: ReadTables = { projections: [lastRoom], upcasts: {} }

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(ENGINES)('the ledger on %s', (engine) => {
  let store: Store<LedgerTables>
  let ledger: Ledger
  beforeEach(async () => {
    store = await freshStore(engine)
    ledger = await sqlLedger(store, tables)
  })

  const ids = async (stream: string): Promise<readonly string[]> => (await ledger.read(stream)).map(({ id }) => id)

  test('gives back what it was given, with its place in the ledger and in its stream', async () => {
    const [a, b, c] = [kept('site/1', { clear: { room: 'loft', gates: ['number', 'first-hand'], count: 3, none: null } }), kept('site/2'), kept('site/1', { box: null })]
    await ledger.append([a, b])
    await ledger.append([c])
    expect(await ledger.read('site/1')).toMatchObject([{ ...a, position: 1, version: 1 }, { ...c, position: 3, version: 2 }])
    expect((await ledger.since(1, 9)).map(({ id }) => id)).toEqual([b.id, c.id])
    expect(await ledger.since(1, 1)).toMatchObject([{ position: 2 }])
    expect(await ledger.head()).toMatchObject({ position: 3, digest: (await ledger.since(2, 1))[0]?.digest })
  })

  test('a stream nobody wrote to is empty, and an empty batch is kept as nothing', async () => {
    expect(await ledger.read('site/none')).toEqual([])
    expect(await ledger.append([])).toEqual({ accepted: true, stored: [] })
    expect(await verify(store)).toMatchObject({ holds: true, entries: 0 })
  })

  test('keeps a batch once, however often a device sends it and whenever it was received', async () => {
    const batch = [kept('site/1'), kept('site/1'), kept('site/2')]
    const first = await ledger.append(batch)
    const again = await ledger.append(batch.map((entry) => ({ ...entry, receivedAt: null })))
    expect(again).toEqual(first)
    expect(await ledger.append([batch[0]!, batch[0]!])).toMatchObject({ accepted: true })
    expect((await ledger.head()).position).toBe(3)
  })

  test('a batch half held is completed', async () => {
    const [a, b] = [kept('site/1'), kept('site/1')]
    await ledger.append([a])
    await ledger.append([a, b])
    expect(await ids('site/1')).toEqual([a.id, b.id])
  })

  test.each([
    ['the clear', (one: Kept) => ({ ...one, fact: { ...one.fact, clear: { room: 'yard' } } })],
    ['the words', (one: Kept) => kept(one.stream, { id: one.id, box: 'b3RoZXI=' })],
    ['the stream', (one: Kept) => ({ ...one, stream: 'site/2' })],
    ['the type', (one: Kept) => ({ ...one, fact: { ...one.fact, type: 'site/other' } })],
    ['who', (one: Kept) => ({ ...one, by: 'somebody' as Kept['by'] })],
    ['the device', (one: Kept) => ({ ...one, device: 'van-9' as Kept['device'] })],
    ['when it happened', (one: Kept) => kept(one.stream, { id: one.id, minute: 9 })],
  ])('a second entry with the same id but another content is refused, not dropped: %s', async (_what, altered) => {
    const one = kept('site/1')
    await ledger.append([one])
    expect(await ledger.append([kept('site/1'), altered(one)])).toMatchObject({ accepted: false, refusal: { code: 'ledger/entry-differs', entry: one.id, held: { position: 1 } } })
    expect(await ids('site/1')).toEqual([one.id])
  })

  test('a batch that contradicts itself is refused whole', async () => {
    const one = kept('site/1')
    expect(await ledger.append([one, kept('site/1', { id: one.id, minute: 5 })])).toMatchObject({ accepted: false, refusal: { code: 'ledger/entry-differs' } })
    expect(await ids('site/1')).toEqual([])
  })

  test('of two people deciding at once the second is refused, and shown what the first did', async () => {
    const [seen, first, second] = [kept('plan/1'), kept('plan/1'), kept('plan/1')]
    await ledger.append([seen])
    const answers = await Promise.all([first, second].map((decision) => ledger.append([decision], [{ stream: 'plan/1', version: 1 }])))
    expect(answers).toMatchObject([
      { accepted: true },
      { accepted: false, refusal: { code: 'ledger/stale', stream: 'plan/1', expected: 1, found: 2, meanwhile: [{ id: first.id, version: 2 }] } },
    ])
    expect(await ids('plan/1')).toEqual([seen.id, first.id])
  })

  test('two decisions to begin a stream cannot both begin it, and nothing of the second is kept', async () => {
    await ledger.append([kept('plan/1')], [{ stream: 'plan/1', version: 0 }])
    expect(await ledger.append([kept('site/9'), kept('plan/1')], [{ stream: 'plan/1', version: 0 }])).toMatchObject({ accepted: false, refusal: { found: 1 } })
    expect(await ids('site/9')).toEqual([])
  })

  test('a determination may rest on streams it does not write to', async () => {
    await ledger.append([kept('site/1')])
    const expected = [{ stream: 'plan/1', version: 0 }, { stream: 'site/1', version: 1 }]
    await ledger.append([kept('site/1')])
    expect(await ledger.append([kept('plan/1')], expected)).toMatchObject({ accepted: false, refusal: { stream: 'site/1', found: 2 } })
  })

  test('a version from the future is stale too', async () => {
    expect(await ledger.append([kept('plan/1')], [{ stream: 'plan/1', version: 3 }])).toMatchObject({ accepted: false, refusal: { found: 0, meanwhile: [] } })
  })

  test('a decision submitted twice is answered as the first time, though the file has moved on', async () => {
    const decision = kept('plan/1')
    const submit = () => ledger.append([decision], [{ stream: 'plan/1', version: 0 }])
    const first = await submit()
    await ledger.append([kept('plan/1')])
    expect(await submit()).toEqual(first)
    expect(await ids('plan/1')).toHaveLength(2)
  })

  test.each([
    ["update entries set clear = '{}'"],
    ["update entries set digest = digest"],
    ['delete from entries'],
    ['update head set position = 7'],
    ['update head set position = position + 1'],
    ["update head set digest = 'x'"],
    ['delete from head'],
    ["insert into head (one, position, digest) values (1, 9, 'x')"],
    ['insert into entries select position + 5, id || 1, stream, version + 1, type, form, actor, device, occurred_at, recorded_at, received_at, clear, about, sealed_key, box, previous, digest from entries'],
    ['insert into entries select position + 1, id || 1, stream, version + 1, type, form, actor, device, occurred_at, recorded_at, received_at, clear, about, sealed_key, box, previous, digest from entries'],
    ...(engine === 'postgres'
      ? [['truncate entries'], ['truncate head'], ["insert into entries select * from entries on conflict (position) do update set clear = '{}'"]]
      : [['replace into entries select * from entries'], ['insert or replace into entries select 2, id, stream, 2, type, form, actor, device, 0, 0, 0, clear, about, sealed_key, box, digest, digest from entries']]),
  ])('the database itself refuses: %s', async (statement) => {
    await ledger.append([kept('site/1')])
    // As any other program finds the file: this setting is ours alone.
    if (engine === 'sqlite') await sql`pragma recursive_triggers = off`.execute(store.db)
    await expect(sql.raw(statement).execute(store.db)).rejects.toThrow('append-only')
    expect(await verify(store)).toMatchObject({ holds: true, entries: 1 })
    expect(await ledger.append([kept('site/1')])).toMatchObject({ accepted: true })
  })

  test('whatever the interleaving of batches, there is one chain without gaps, and it verifies', async () => {
    const batches = fc.array(fc.array(fc.constantFrom('site/1', 'site/2', 'plan/1'), { maxLength: 4 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(batches, async (streams) => {
        const before = (await ledger.head()).position
        await Promise.all(streams.map((batch) => ledger.append(batch.map((stream) => kept(stream)))))
        expect(await verify(store)).toMatchObject({ holds: true, entries: before + streams.flat().length })
      }),
      { numRuns: 20 },
    )
  })

  test('two processes that append at once write one chain', async () => {
    const place = freshPlace(engine)
    const writers = await Promise.all([1, 2].map((writer) => run(process.execPath, ['tests/ledger-writer.ts', JSON.stringify({ place, writer, entries: 40 })])))
    expect(writers.map(({ stderr }) => stderr)).toEqual(['', ''])
    const shared = await openLedgerStore(place)
    expect(await verify(shared)).toMatchObject({ holds: true, entries: 80 })
    expect((await (await sqlLedger(shared, tables)).read('site/1')).map(({ version }) => version)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1))
  })

  test('thousands of entries of hundreds of streams go in as one batch', async () => {
    const batch = Array.from({ length: 1500 }, (_, i) => kept(`site/${i % 700}`))
    await ledger.append(batch)
    await ledger.append([...batch, kept('site/1')], [{ stream: 'site/1', version: 3 }])
    expect(await verify(store)).toMatchObject({ holds: true, entries: 1501 })
    expect((await ledger.read('site/1')).map(({ version }) => version)).toEqual([1, 2, 3, 4])
  })

  test('the read tables are written in the same transaction', async () => {
    const refusing = await sqlLedger(store, { upcasts: {}, projections: [lastRoom, { ...lastRoom, name: 'refusing', apply: () => { throw new Error('the read table fails') } }] })
    await expect(refusing.append([kept('site/1')])).rejects.toThrow('the read table fails')
    expect([await ids('site/1'), await roomsOf(store.db)]).toEqual([[], []])
    await ledger.append([kept('site/1')])
    expect(await roomsOf(store.db)).toEqual([{ stream: 'site/1', room: 'loft' }])
  })

  test('one call that fails takes no other with it', async () => {
    const picky = await sqlLedger(store, { upcasts: {}, projections: [{ ...lastRoom, apply: (entries) => { if (entries.some(({ stream }) => stream === 'site/bad')) throw new Error('not this one'); return [] } }] })
    const answers = await Promise.allSettled(['site/1', 'site/2', 'site/bad', 'site/3'].map((stream) => picky.append([kept(stream)])))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(await verify(store)).toMatchObject({ holds: true, entries: 3 })
  })

  test('an id that holds a sentence or a mark no engine keeps is a defect, and nothing is written', async () => {
    for (const id of ['two words', '\ud800', 'a\u0000b', '']) await expect(ledger.append([{ ...kept('site/1'), id: id as Kept['id'] }])).rejects.toThrow('ids are checked at the edge')
    await expect(ledger.append([kept('site/1', { minute: Number.NaN })])).rejects.toThrow('a time that is none')
    expect((await ledger.head()).position).toBe(0)
  })

  test('whatever can be said in clear is read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary', maxLength: 8 }).filter((key) => key !== '__proto__'), fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null))), async (clear) => {
        const one = kept('site/any', { clear })
        await ledger.append([one])
        expect((await ledger.read('site/any')).at(-1)?.fact.clear).toEqual({ ...clear })
      }),
      { numRuns: 30 },
    )
    expect(await verify(store)).toMatchObject({ holds: true })
  })
})
