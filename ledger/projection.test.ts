import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { holder, kept } from '../tests/ledger-cast.ts'
import { ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { lastRoom, roomsOf } from '../tests/read-table-cast.ts'
import type { KeyId } from '../crypto/key-store.ts'
import type { Kept } from './ledger.ts'
import { rebuild } from './projection.ts'
import { keysOf, knownKey } from './sealed-under.ts'
import { sqlLedger } from './sql-ledger.ts'

const sealedFor = (person: string, key: string): Kept => {
  const one = kept('person/1')
  return { ...one, fact: { ...one.fact, sealed: { about: holder(person), key: key as KeyId, box: 'Ym94' } } }
}

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(ENGINES)('read tables on %s', (engine) => {
  test('a rebuilt read table is the read table, whatever the lots the entries came in', async () => {
    const tables = { projections: [lastRoom], upcasts: {} }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('k1', 'k2', 'k3')), { maxLength: 4 }), { maxLength: 5 }), async (lots) => {
        const store = await freshStore(engine)
        const ledger = await sqlLedger(store, tables)
        for (const lot of lots) await ledger.append(lot.map(([person, key]) => sealedFor(person, `${person}-${key}`)))
        const before = [await roomsOf(store.db), await keysOf(store, holder('a')), await keysOf(store, holder('b'))]
        expect(await rebuild(store, tables)).toBe(lots.flat().length)
        expect([await roomsOf(store.db), await keysOf(store, holder('a')), await keysOf(store, holder('b'))]).toEqual(before)
        await store.close()
      }),
      { numRuns: 6 },
    )
  })

  test('a rebuild mends a read table that somebody spoiled, and more than a page of entries', async () => {
    const store = await freshStore(engine)
    const tables = { projections: [lastRoom], upcasts: {} }
    const ledger = await sqlLedger(store, tables)
    await ledger.append(Array.from({ length: 1100 }, (_, i) => kept('site/1', { clear: { room: `room ${i}` } })))
    await sql`update last_room set room = 'spoiled'`.execute(store.db)
    expect(await rebuild(store, tables)).toBe(1100)
    expect(await roomsOf(store.db)).toEqual([{ stream: 'site/1', room: 'room 1099' }])
  })

  test('a rebuild that fails leaves the read table as it was', async () => {
    const store = await freshStore(engine)
    const tables = { projections: [lastRoom], upcasts: {} }
    await (await sqlLedger(store, tables)).append([kept('site/1')])
    const failing = { upcasts: {}, projections: [lastRoom, { ...lastRoom, apply: () => { throw new Error('the read table fails') } }] }
    await expect(rebuild(store, failing)).rejects.toThrow('the read table fails')
    expect(await roomsOf(store.db)).toEqual([{ stream: 'site/1', room: 'loft' }])
  })

  test('read tables know old facts as today’s', async () => {
    const store = await freshStore(engine)
    await (await sqlLedger(store, { projections: [lastRoom], upcasts: {} })).append([kept('site/1', { clear: { place: 'attic' } })])
    const upcasts = { 'site/room-searched': [({ clear, said }: { clear: Kept['fact']['clear']; said: unknown }) => ({ clear: { room: clear['place'] ?? null }, said })] }
    await rebuild(store, { projections: [lastRoom], upcasts })
    expect(await roomsOf(store.db)).toEqual([{ stream: 'site/1', room: 'attic' }])
  })

  test('the keys somebody’s words lie under are known from the entries', async () => {
    const store = await freshStore(engine)
    const ledger = await sqlLedger(store, { projections: [], upcasts: {} })
    await ledger.append([sealedFor('a', 'k2'), sealedFor('a', 'k1'), sealedFor('b', 'k3'), sealedFor('a', 'k1')])
    expect([await keysOf(store, holder('a')), await knownKey(store)(holder('b')), await knownKey(store)(holder('c'))]).toEqual([['k1', 'k2'], 'k3', null])
  })
})
