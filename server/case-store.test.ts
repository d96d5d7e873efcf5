import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { leave, told } from '../tests/ledger-cast.ts'
import { ENGINES, sayWhatIsSkipped, TEST_DATABASE_URL } from '../tests/ledger-stores.ts'
import { closeOffices, freshPlaces } from '../tests/office-cast.ts'
import { placesOf } from '../ledger/store/places.ts'
import { openCaseStore } from './case-store.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('the case store on %s', (engine) => {
  test('keeps the ledger, the keys and the office apart, and opens again what it closed', async () => {
    const places = await freshPlaces(engine)
    const first = await openCaseStore(places)
    await first.sealed.append([told('site/1', { words: 'what was said' })])
    await first.close()
    const again = await openCaseStore(places)
    const [entry] = await again.sealed.read(leave('site/1'))
    const said = entry?.fact.said
    expect(typeof said === 'object' && said?.reveal(leave('site/1'))).toEqual({ words: 'what was said' })
    await expect(sql`select * from people`.execute(again.entries.db)).rejects.toThrow('people')
    await expect(sql`select * from entries`.execute(again.desk.db)).rejects.toThrow('entries')
    await again.close()
    await again.close()
  })

  test('opens with no other master key, and leaves nothing open then', async () => {
    const places = await freshPlaces(engine)
    await (await openCaseStore(places)).close()
    await expect(openCaseStore({ ...places, masterKey: join(dirname(places.masterKey), 'other.key') })).rejects.toThrow('The master key does not fit')
    await (await openCaseStore(places)).close()
  })
})

test('in a folder there are three stores and the master key, each its owner’s alone', async () => {
  const { masterKey } = await freshPlaces('sqlite')
  const folder = dirname(masterKey)
  const store = await openCaseStore(placesOf({ folder, databases: null }))
  const names = readdirSync(folder)
  expect(names.filter((name) => !/-(?:wal|shm)$/.test(name)).toSorted()).toEqual(['desk.sqlite', 'forgotten.list', 'keys.sqlite', 'ledger.sqlite', 'master.key', 'signing.key', 'signing.pub'])
  expect(new Set(names.map((name) => statSync(join(folder, name)).mode & 0o777))).toEqual(new Set([0o600]))
  await store.close()
})

test('a store that is none is told by its name', async () => {
  const places = await freshPlaces('sqlite')
  writeFileSync(join(dirname(places.masterKey), 'desk.sqlite'), 'no database, but long enough to be taken for one '.repeat(40))
  await expect(openCaseStore(places)).rejects.toThrow(/desk\.sqlite: the file is damaged or is no store of ours/)
})

test.skipIf(TEST_DATABASE_URL === '')('keys do not lie in the ledger’s database, by whatever name it is reached', async () => {
  const places = await freshPlaces('postgres')
  const keys = { ...places.desk, schema: 'daylight_never_made' } as typeof places.keys
  await expect(openCaseStore({ ...places, keys })).rejects.toThrow('lead to the same database')
})
