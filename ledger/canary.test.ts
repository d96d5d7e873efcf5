import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { keyRing } from '../crypto/key-ring.ts'
import { masterKey } from '../crypto/master-key.ts'
import { holder, leave, told } from '../tests/ledger-cast.ts'
import { byHand, ENGINES, freshPlace, openLedgerStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { lastRoom } from '../tests/read-table-cast.ts'
import { exportLines } from './archive.ts'
import { sealedLedger } from './sealed-ledger.ts'
import { keysOf, knownKey } from './sealed-under.ts'
import { sqlKeyStore, type KeyTables } from './sql-key-store.ts'
import { sqlLedger } from './sql-ledger.ts'
import { openStore } from './store/open.ts'

/** Marked words, free ones and coded ones, as they are told and as they would look once encoded. */
const WORDS = ['CANARY-account-of-a-person', 'CANARY-kind-held-by-force', 'CANARY-finding', 'CANARY-access', 'CANARY-origin', 'ចាប-CANARY-ខ្មែរ']
const MARK = /CANARY|Q0FOQVJZ|NBTkFSW|DQU5BUl|43414e415259/

const said = { kind: WORDS[1], finding: WORDS[2], access: WORDS[3], origin: { root: WORDS[4] }, account: WORDS[0], name: [WORDS[5]] }

/** Every byte of every file in a folder, as text in which an ASCII mark would be seen. */
const bytesOf = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')] as const)

const errorFrom = (act: Promise<unknown>): Promise<string> => act.then(() => 'no error', (error: unknown) => `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)}`)

beforeAll(sayWhatIsSkipped)
afterEach(tidyUp)

describe.each(ENGINES)('marked words on %s', (engine) => {
  test('the mark would be seen if it were anywhere', () => {
    expect(WORDS.every((word) => MARK.test(word))).toBe(true)
    for (const shift of ['', 'x', 'xx']) expect(MARK.test(Buffer.from(`${shift}CANARY`).toString('base64'))).toBe(true)
    expect(MARK.test(Buffer.from('CANARY').toString('hex'))).toBe(true)
  })

  test('are in no file, table, journal, archive or error, whichever door they came by', async () => {
    const place = freshPlace(engine)
    const [store, keysPlace] = [await openLedgerStore(place), freshPlace('sqlite') as { readonly file: string }]
    const keys = await openStore<KeyTables>(keysPlace, 'keys')
    const master = masterKey(join(dirname(keysPlace.file), 'master.key'))
    const ring = await keyRing({ store: sqlKeyStore(keys), master, known: knownKey(store) })
    const ledger = sealedLedger(await sqlLedger(store, { projections: [lastRoom], upcasts: {} }), ring, {})

    const one = told('person/1', said, { id: 'first' })
    await ledger.append([one, told('report/1', said, { about: holder('2') })])
    await ledger.append([one])
    const errors = [
      inspect(await ledger.append([told('person/1', { ...said, more: 'CANARY' }, { id: 'first' })])),
      inspect(await ledger.append([told('person/1', said)], [{ stream: 'person/1', version: 7 }]), { depth: 9 }),
      await errorFrom(ledger.append([told('two words', said)])),
      await errorFrom(ledger.append([{ ...told('person/1', said), occurredAt: Number.NaN as never }])),
      inspect(await ledger.read(leave('person/1')), { depth: 9, showHidden: true }),
    ]
    const failing = sealedLedger(await sqlLedger(store, { upcasts: {}, projections: [{ ...lastRoom, apply: () => [{ table: 'entries', text: 'insert into entries select * from entries', values: [] }] }] }), ring, {})
    errors.push(await errorFrom(failing.append([told('person/1', said)])))
    await byHand(store, "update entries set box = upper(box) where id = 'first'")
    errors.push(await errorFrom(ledger.read(leave('person/1'))))

    const archive: string[] = []
    for await (const line of exportLines(store)) archive.push(line)
    const tables = await Promise.all(['entries', 'head', 'last_room'].map(async (table) => JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(store.db)).rows)))
    const files = [...bytesOf(dirname(keysPlace.file)), ...('file' in place ? bytesOf(dirname(place.file)) : [])]

    const seen = [...files, ...errors.map((text) => ['error', text] as const), ['archive', archive.join('')] as const, ...tables.map((text) => ['table', text] as const)]
    expect(seen.filter(([, text]) => MARK.test(text)).map(([where]) => where)).toEqual([])
    expect(errors).not.toContain('no error')
    expect(files.map(([name]) => name)).toEqual(expect.arrayContaining(['ledger.sqlite', 'ledger.sqlite-wal', 'master.key']))
    expect(await keysOf(store, holder('1'))).toHaveLength(1)
    await keys.close()
  })
})
