import { createHash, createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { marksOf, type PersonMark } from '../../core/intelligence/marks-of.ts'
import { holderOf } from '../../core/kernel/id.ts'
import { openMarkKeys } from '../../crypto/marks.ts'
import { masterKey } from '../../crypto/master-key.ts'
import { sqlKeyStore, type KeyTables } from '../../ledger/sql-key-store.ts'
import { openStore } from '../../ledger/store/open.ts'
import { ROOT } from '../../tests/house/tree.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { told } from '../../tests/ledger-cast.ts'
import { closeOffices, freshOffice } from '../../tests/office-cast.ts'

const NAMES = join(ROOT, '../shared/data/names')
const isHere = existsSync(NAMES)

beforeAll(() => {
  sayWhatIsSkipped()
  if (!isHere) console.warn(`The dictionary attack is not tried: ${NAMES} is not here.`)
})
afterEach(closeOffices)

const latin = (script: string): readonly string[] => readFileSync(join(NAMES, `latin_${script}.tsv`), 'utf8').trim().split('\n').map((line) => line.split('\t')[0] ?? '')

/** Everybody on the thief's list: each name with another; and every number of a range. Every ninth of the first people is one of ours. */
const people = (): readonly string[] => ['arabic', 'hebrew', 'russian', 'katakana', 'korean', 'chinese'].flatMap((script) => latin(script).map((name, at, all) => `${name} ${all[(at * 7 + 1) % all.length]}`))
const RANGE = Array.from({ length: 5000 }, (_, at) => `+44 7700 9${String(at).padStart(5, '0')}`)
const ours = (listed: readonly string[]) => Array.from({ length: 20 }, (_, at) => ({ name: listed[at * 9] ?? '', contact: RANGE[at * 101] ?? '' }))

describe.each(ENGINES)('a thief with a dictionary, on %s', (engine) => {
  async function stolen() {
    const { office, places } = await freshOffice(engine)
    const listed = people()
    const known = ours(listed)
    await office.cases.sealed.append(known.map((identity, at) => told(`source/s${at}`, { type: 'source/identified', person: `p${at}`, identity }, { about: holderOf('person', `p${at}`), type: 'source/identified' })))
    expect(await office.cases.marks.catchUp()).toBe(known.length)
    const keys = await openStore<KeyTables>(places.keys, 'keys')
    const marks = await keys.db.selectFrom('marks').selectAll().execute()
    const rest = [await keys.db.selectFrom('keys').selectAll().execute(), await keys.db.selectFrom('marked').selectAll().execute(), await office.cases.entries.db.selectFrom('entries').selectAll().execute(), ...(await Promise.all((['people', 'looks', 'sought'] as const).map((table) => sql`select * from ${sql.table(table)}`.execute(office.cases.desk.db).then(({ rows }) => rows))))]
    return { listed, known, keys, places, marks, everything: JSON.stringify([marks, rest]), wrapped: JSON.parse(JSON.stringify(rest[0])) as readonly { id: string; wrapped: string | null }[] }
  }

  test.skipIf(!isHere)('who has every database and not the master key finds nobody, by no name of twelve thousand and no number of a range', async () => {
    const { listed, marks, everything, wrapped, keys } = await stolen()
    const there = new Set(marks.map(({ mark }) => mark))
    const secret = wrapped.find(({ id }) => id === 'marks')?.wrapped ?? ''
    const guesses = ['', Buffer.from(secret, 'base64')]
    const said = ({ value }: PersonMark) => [value, `0 ${value}`]
    const digests = (text: string) => [createHash('sha256').update(text).digest(), ...guesses.map((key) => createHmac('sha256', key).update(text).digest())]
    const sought = [...listed.flatMap((name) => marksOf({ names: [name], telephones: [] })), ...marksOf({ names: [], telephones: RANGE })]
    const hits = sought.flatMap(said).flatMap(digests).filter((digest) => there.has(digest.subarray(0, 16).toString('base64url')))
    expect(sought.length).toBeGreaterThan(30_000)
    expect(hits).toEqual([])
    for (const { name, contact } of ours(listed)) expect([everything.includes(name), everything.includes(contact)]).toEqual([false, false])
    await keys.close()
  })

  test.skipIf(!isHere)('who has them sees how many people are marked, how many marks each has rounded up, and no two that are equal', async () => {
    const { marks, known, keys } = await stolen()
    const perKey = Map.groupBy(marks, ({ key }) => key)
    expect(perKey.size).toBe(known.length)
    expect([...perKey.values()].every(({ length }) => length % 16 === 0)).toBe(true)
    expect(new Set(marks.map(({ mark }) => mark)).size).toBe(marks.length)
    await keys.close()
  })

  test.skipIf(!isHere)('who has the master key too finds everybody who is on the list', async () => {
    const { listed, marks, known, keys, places } = await stolen()
    const made = await openMarkKeys(sqlKeyStore(keys), masterKey(places.masterKey))
    const there = new Map(marks.map(({ mark, key }) => [mark, key]))
    const keysMet = (sought: readonly PersonMark[]) => new Set(sought.flatMap((mark) => made.digestsOf(mark)).flatMap((digest) => there.get(digest) ?? []))
    expect(keysMet(listed.slice(0, 200).flatMap((name) => marksOf({ names: [name], telephones: [] }))).size).toBe(known.length)
    expect(keysMet(marksOf({ names: [], telephones: RANGE.slice(0, 2000) })).size).toBe(known.length)
    await keys.close()
  })
})
