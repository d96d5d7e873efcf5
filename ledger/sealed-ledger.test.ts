import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf, newSecret } from '../crypto/box.ts'
import { keyRing, type KeyRing } from '../crypto/key-ring.ts'
import type { HolderId } from '../core/kernel/id.ts'
import { Sensitive } from '../core/kernel/sensitive.ts'
import { holder, leave, told } from '../tests/ledger-cast.ts'
import { byHand, ENGINES, freshKeys, freshStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import type { LedgerTables } from './row.ts'
import { sealedLedger, type ReadFact, type SealedLedger } from './sealed-ledger.ts'
import { keysOf, knownKey } from './sealed-under.ts'
import { sqlKeyStore, type KeyTables } from './sql-key-store.ts'
import { sqlLedger } from './sql-ledger.ts'
import type { Store } from './store/store.ts'
import type { Upcasts } from './upcast.ts'
import { verify } from './verify.ts'

const tables = { projections: [], upcasts: {} }
const master = keyOf(newSecret())
const words = ({ said }: ReadFact): unknown => (said instanceof Sensitive ? said.reveal(leave('person/1')) : said)

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(ENGINES)('the sealed ledger on %s', (engine) => {
  let store: Store<LedgerTables>
  let keys: Store<KeyTables>
  let ring: KeyRing
  let sealed: SealedLedger

  const newRing = (known = knownKey(store)): Promise<KeyRing> => keyRing({ store: sqlKeyStore(keys), master, known, lot: 8 })
  /** As after a restart, or on a second server. */
  const another = async (upcasts: Upcasts = {}): Promise<SealedLedger> => sealedLedger(await sqlLedger(store, tables), await newRing(), upcasts)
  const read = async (from: SealedLedger, stream = 'person/1'): Promise<readonly unknown[]> => (await from.read(leave(stream))).map(({ fact }) => words(fact))

  beforeEach(async () => {
    store = await freshStore(engine)
    keys = await freshKeys(engine)
    ring = await newRing()
    sealed = sealedLedger(await sqlLedger(store, tables), ring, {})
  })

  test('words come out for whoever has leave to look, and print for nobody', async () => {
    await sealed.append([told('person/1', { age: 'child', account: 'an account' }), told('person/1', null, { clear: { stage: 'met' } })])
    expect(await read(sealed)).toEqual([{ age: 'child', account: 'an account' }, null])
    expect(JSON.stringify(await sealed.read(leave('person/1')))).not.toContain('an account')
  })

  test('words come out after a restart, and go on under the same key', async () => {
    await sealed.append([told('person/1', 'before')])
    await (await another()).append([told('person/1', 'after')])
    expect([await read(await another()), await keysOf(store, holder('1'))]).toMatchObject([['before', 'after'], { length: 1 }])
  })

  test('an entry sent twice is one entry, after a restart as well', async () => {
    const one = told('person/1', { account: 'an account' })
    const first = await sealed.append([one])
    expect(await sealed.append([one])).toEqual(first)
    expect(await (await another()).append([one])).toEqual(first)
  })

  test('an entry with words of its own, sent twice, is one entry under one key, and what is added later goes under it too', async () => {
    const own = told('site/1', 'a report', { id: 'r1', about: 'report/r1' as HolderId })
    const first = await sealed.append([own])
    const [under] = await keysOf(store, 'report/r1' as HolderId)
    const after = await another()
    expect(await after.append([own])).toEqual(first)
    await after.append([told('site/1', 'corrected', { about: 'report/r1' as HolderId })])
    expect([await read(await another(), 'site/1'), await keysOf(store, 'report/r1' as HolderId)]).toEqual([['a report', 'corrected'], [under]])
  })

  test('a report comes in without a question for its key, whatever its entry is called, and sent again it is one', async () => {
    const asked: HolderId[] = []
    const known = async (about: HolderId) => (asked.push(about), knownKey(store)(about))
    const received = told('site/1', 'a report', { id: 'e1', about: 'report/r1' as HolderId, type: 'report/received' })
    const [one, after] = [sealedLedger(await sqlLedger(store, tables), await newRing(known), {}), sealedLedger(await sqlLedger(store, tables), await newRing(known), {})]
    const first = await one.append([received])
    expect(await after.append([received])).toEqual(first)
    expect(asked).toEqual([])
    await (await another()).append([told('site/1', 'corrected', { type: 'report/corrected', about: 'report/r1' as HolderId })])
    expect([await read(await another(), 'site/1'), await keysOf(store, 'report/r1' as HolderId)]).toMatchObject([['a report', 'corrected'], { length: 1 }])
  })

  test('the same id with other words is refused, after a restart as well', async () => {
    await sealed.append([told('person/1', 'one', { id: 'once' })])
    for (const ledger of [sealed, await another()])
      expect(await ledger.append([told('person/1', 'other', { id: 'once' })])).toMatchObject({ accepted: false, refusal: { code: 'ledger/entry-differs', entry: 'once' } })
    expect(await sealed.append([told('person/1', 'one', { id: 'once', about: holder('2') })])).toMatchObject({ accepted: false })
    expect(await sealed.append([told('person/1', null, { id: 'once' })])).toMatchObject({ accepted: false })
    expect(await read(sealed)).toEqual(['one'])
  })

  test('two servers that meet a person in the same moment take a key each, both are known, and a repetition to either is seen', async () => {
    const both = Promise.withResolvers<undefined>()
    let asked = 0
    const known = async (about: HolderId) => {
      const key = await knownKey(store)(about)
      if (++asked === 2) both.resolve(undefined)
      await both.promise
      return key
    }
    const [one, two] = [sealedLedger(await sqlLedger(store, tables), await newRing(known), {}), sealedLedger(await sqlLedger(store, tables), await newRing(known), {})]
    const [a, b] = [told('person/1', 'a'), told('person/1', 'b')]
    await Promise.all([one.append([a]), two.append([b])])
    expect(await keysOf(store, holder('1'))).toHaveLength(2)
    expect([await one.append([a, b]), await two.append([a, b])]).toMatchObject([{ accepted: true }, { accepted: true }])
    expect(new Set(await read(await another()))).toEqual(new Set(['a', 'b']))
  })

  test('once a key is dropped the words are gone, others remain, and the chain holds', async () => {
    await sealed.append([told('person/1', 'one'), told('person/1', 'two', { about: holder('2') })])
    await ring.forget(holder('1'), await keysOf(store, holder('1')))
    expect([await read(sealed), await read(await another())]).toEqual([['forgotten', 'two'], ['forgotten', 'two']])
    expect(await verify(store)).toMatchObject({ holds: true, entries: 2 })
  })

  test('a batch sent again after its words were forgotten stands as it was', async () => {
    const one = told('person/1', 'one')
    await sealed.append([one])
    await ring.forget(holder('1'), await keysOf(store, holder('1')))
    expect(await sealed.append([one])).toMatchObject({ accepted: true, stored: [{ position: 1 }] })
    expect(await sealed.append([{ ...one, stream: 'person/2' }])).toMatchObject({ accepted: false })
    expect(await sealed.append([told('person/1', 'one', { id: one.id, about: holder('2') })])).toMatchObject({ accepted: false })
  })

  test('a key that was lost is told from one that was destroyed', async () => {
    await sealed.append([told('person/1', 'one')])
    keys = await freshKeys(engine)
    expect(await read(await another())).toEqual(['missing'])
  })

  test('a box moved to another entry does not open, and the error says which entry and nothing else', async () => {
    await sealed.append([told('person/1', 'first words', { id: 'first' }), told('person/1', 'other words', { id: 'other' })])
    await byHand(store, "update entries set box = (select box from entries where id = 'first') where id = 'other'")
    await expect(sealed.read(leave('person/1'))).rejects.toThrow(/^the seal of entry other is broken$/)
  })

  test('old facts read as today’s, in clear and in words, and new ones are written in today’s form', async () => {
    await sealed.append([told('person/1', { years: '15' }, { clear: { phase: 'met' } })])
    const upcasts: Upcasts = {
      'report/received': [
        ({ clear, said }) => ({ clear: { stage: clear['phase'] ?? null }, said: said === undefined ? undefined : { age: (said as { years: string }).years } }),
        ({ clear, said }) => ({ clear: { ...clear, unit: 'unknown' }, said }),
      ],
    }
    const today = await another(upcasts)
    await today.append([told('person/1', { age: '16' }, { clear: { stage: 'met', unit: 'north' } })])
    expect(await read(today)).toEqual([{ age: '15' }, { age: '16' }])
    expect((await today.read(leave('person/1'))).map(({ fact }) => fact.clear)).toEqual([{ stage: 'met', unit: 'unknown' }, { stage: 'met', unit: 'north' }])
    expect((await store.db.selectFrom('entries').select('form').orderBy('position').execute()).map(({ form }) => form)).toEqual([1, 3])
  })

  test('a stale decision is refused with what came meanwhile', async () => {
    await sealed.append([told('plan/1', 'seen', { id: 'seen' })])
    expect(await sealed.append([told('plan/1', 'decided')], [{ stream: 'plan/1', version: 0 }])).toMatchObject({ accepted: false, refusal: { code: 'ledger/stale', meanwhile: [{ id: 'seen' }] } })
  })
})
