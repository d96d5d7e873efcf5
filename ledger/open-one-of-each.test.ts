import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { keyOf, newSecret } from '../crypto/box.ts'
import { keyRing } from '../crypto/key-ring.ts'
import { holder, told } from '../tests/ledger-cast.ts'
import { byHand, ENGINES, freshKeys, freshStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { openOneOfEach } from './open-one-of-each.ts'
import { sealedLedger } from './sealed-ledger.ts'
import { keysOf } from './sealed-under.ts'
import { sqlKeyStore } from './sql-key-store.ts'
import { sqlLedger } from './sql-ledger.ts'

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(ENGINES)('opening one entry of each kind on %s', (engine) => {
  const begun = async () => {
    const [store, keys, master] = [await freshStore(engine), await freshKeys(engine), keyOf(newSecret())]
    const ring = () => keyRing({ store: sqlKeyStore(keys), master, known: async () => null, lot: 4 })
    const sealed = sealedLedger(await sqlLedger(store, { projections: [], upcasts: {} }), await ring(), {})
    for (const [type, name] of [['report/received', '1'], ['report/received', '2'], ['site/noted', '3'], ['site/opened', null]] as const)
      await sealed.append([told('site/1', name === null ? null : `words of ${name}`, { type, ...(name !== null && { about: holder(name) }) })])
    const lose = async (name: string, how: 'lost' | 'forgotten'): Promise<void> => {
      for (const id of await keysOf(store, holder(name))) await (how === 'lost' ? keys.db.deleteFrom('keys').where('id', '=', id).execute() : keys.db.updateTable('keys').set({ wrapped: null }).where('id', '=', id).execute())
    }
    return { store, lose, kinds: async () => openOneOfEach(store, await ring()) }
  }
  const all = (reports: string, notes: string): readonly object[] => [{ type: 'report/received', what: reports }, { type: 'site/noted', what: notes }]

  test('tells every kind that is sealed, and no other', async () => {
    expect(await (await begun()).kinds()).toEqual(all('opened', 'opened'))
  })

  test('one key that was lost is an alarm, though another entry of its kind opens; one that was destroyed is none', async () => {
    const { lose, kinds } = await begun()
    await lose('1', 'forgotten')
    expect(await kinds()).toEqual(all('opened', 'opened'))
    await lose('2', 'forgotten')
    await lose('3', 'lost')
    expect(await kinds()).toEqual(all('forgotten', 'missing'))
    const other = await begun()
    await other.lose('1', 'lost')
    expect(await other.kinds()).toEqual(all('missing', 'opened'))
  })

  test('a box that was altered is broken', async () => {
    const { store, kinds } = await begun()
    await byHand(store, "update entries set box = 'AAAA' where type = 'site/noted'")
    expect(await kinds()).toEqual(all('opened', 'broken'))
  })
})
