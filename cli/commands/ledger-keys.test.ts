import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import { keyRing } from '../../crypto/key-ring.ts'
import { masterKey } from '../../crypto/master-key.ts'
import { sealedLedger } from '../../ledger/sealed-ledger.ts'
import { keysOf, knownKey } from '../../ledger/sealed-under.ts'
import { sqlKeyStore, type KeyTables } from '../../ledger/sql-key-store.ts'
import { sqlLedger } from '../../ledger/sql-ledger.ts'
import { openStore } from '../../ledger/store/open.ts'
import type { Engine } from '../../ledger/store/store.ts'
import { holder, leave, told } from '../../tests/ledger-cast.ts'
import { ENGINES, freshPlace, openLedgerStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { lastRoom } from '../../tests/read-table-cast.ts'
import { exportTo, importFrom } from './ledger.ts'
import { EXIT_BAD_INPUT, type LedgerDesk } from './ledger-desk.ts'
import { exportKeysTo, importKeysFrom } from './ledger-keys.ts'
import { deskFor } from './ledger-place.ts'

const tables = { projections: [lastRoom], upcasts: {} }
let folder: string
let heard: string[]

beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-keys-'))
  heard = []
  for (const name of ['archives', 'keys']) mkdirSync(join(folder, name))
})
afterEach(async () => {
  await tidyUp()
  rmSync(folder, { recursive: true })
})

const deskOn = (engine: Engine, name: string): LedgerDesk => ({
  places: { ledger: freshPlace(engine), keys: freshPlace(engine), desk: freshPlace(engine), masterKey: join(folder, name, 'master.key') },
  tables, say: (text) => heard.push(text), complain: (text) => heard.push(text),
})

/** A ledger with its seals over what a desk names, for as long as something is done with it. */
async function withSeals<Answer>({ places }: LedgerDesk, work: (sealed: ReturnType<typeof sealedLedger>, forget: (name: string) => Promise<void>) => Promise<Answer>): Promise<Answer> {
  const store = await openLedgerStore(places.ledger)
  const keys = await openStore<KeyTables>(places.keys, 'keys')
  const ring = await keyRing({ store: sqlKeyStore(keys), master: masterKey(places.masterKey), known: knownKey(store), lot: 4 })
  try {
    return await work(sealedLedger(await sqlLedger(store, tables), ring, {}), async (name) => ring.forget(holder(name), await keysOf(store, holder(name))))
  } finally {
    await store.close()
    await keys.close()
  }
}
const wordsIn = (desk: LedgerDesk): Promise<readonly unknown[]> =>
  withSeals(desk, async (sealed) => (await sealed.read(leave('site/1'))).map(({ fact: { said } }) => (said instanceof Sensitive ? said.reveal(leave('site/1')) : said)))

/** Three people of whom one was forgotten, in a ledger with its keys. */
async function filled(engine: Engine): Promise<LedgerDesk> {
  const desk = deskOn(engine, 'here')
  await withSeals(desk, async (sealed, forget) => {
    for (const name of ['1', '2', '3']) await sealed.append([told('site/1', `words of ${name}`, { about: holder(name) })])
    await forget('2')
  })
  return desk
}
const archive = (): string => join(folder, 'archives', 'ledger.archive')
const keyFile = (): string => join(folder, 'keys', 'daylight.keys')

async function bringMasterKey(from: LedgerDesk, to: LedgerDesk): Promise<void> {
  mkdirSync(join(to.places.masterKey, '..'), { recursive: true })
  copyFileSync(from.places.masterKey, to.places.masterKey)
}

describe.each(ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const)))('an archive and its keys from %s, restored on %s', (from, to) => {
  test('open the same words, and what was forgotten stays forgotten', async () => {
    const [here, there] = [await filled(from), deskOn(to, 'there')]
    expect([await exportTo(here, archive()), await exportKeysTo(here, keyFile()), statSync(keyFile()).mode & 0o777]).toEqual([0, 0, 0o600])
    await bringMasterKey(here, there)
    expect([await importFrom(there, archive()), await importKeysFrom(there, keyFile()), heard.filter((text) => text.startsWith('daylight'))]).toEqual([0, 0, []])
    expect(await wordsIn(there)).toEqual(['words of 1', 'forgotten', 'words of 3'])
    expect(await wordsIn(here)).toEqual(await wordsIn(there))
  })
})

describe('an archive and its keys', () => {
  test('are not written into one folder, whichever comes second', async () => {
    const here = await filled('sqlite')
    await exportTo(here, archive())
    await exportKeysTo(here, keyFile())
    const [beside, under] = [join(folder, 'archives', 'a.keys'), join(folder, 'keys', 'a.archive')]
    expect([await exportKeysTo(here, beside), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('ledger.archive in that folder is an archive')])
    expect([await exportTo(here, under), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('daylight.keys in that folder holds keys')])
    expect([beside, under].map((path) => existsSync(path))).toEqual([false, false])
  })

  test('hold no word and no key that opens one: wrapped keys alone', async () => {
    const here = await filled('sqlite')
    await exportKeysTo(here, keyFile())
    const lines = readFileSync(keyFile(), 'utf8').trimEnd().split('\n').slice(1, -1).map((line) => JSON.parse(line) as [string, string | null])
    expect(lines.filter(([, wrapped]) => wrapped === null)).toHaveLength(1)
    expect(lines.every(([, wrapped]) => wrapped === null || Buffer.from(wrapped, 'base64').length === 92)).toBe(true)
    expect(readFileSync(keyFile(), 'utf8')).not.toMatch(/words of|person\//)
  })
})

describe.each(ENGINES)('a file of keys is refused on %s', (engine) => {
  test('where it was cut short, altered, added to or is something else, with its line, and nothing is kept', async () => {
    const [here, there] = [await filled('sqlite'), deskOn(engine, 'there')]
    await exportKeysTo(here, keyFile())
    await bringMasterKey(here, there)
    const text = readFileSync(keyFile(), 'utf8')
    const lines = text.trimEnd().split('\n')
    const read = async (changed: string): Promise<string | undefined> => {
      writeFileSync(keyFile(), changed)
      expect(await importKeysFrom(there, keyFile())).toBe(EXIT_BAD_INPUT)
      return /line (\d+: keys\/[a-z-]+)/.exec(heard.at(-1) ?? '')?.[1]
    }
    expect([await read(''), await read(text.slice(0, -5)), await read(`${lines.slice(0, 3).join('\n')}\n`), await read(`${text}[]\n`)]).toEqual(['1: keys/not-an-archive', `${lines.length}: keys/cut-short`, '4: keys/cut-short', `${lines.length + 1}: keys/more-after-its-end`])
    expect([await read(text.replace('daylight keys', 'daylight kexs')), await read(text.replace('"format":1', '"format":2')), await read(text.replace(lines[2]!, '7'))]).toEqual(['1: keys/not-an-archive', '1: keys/unknown-format', '3: keys/unreadable-line'])
    expect([await read(text.replace(lines[2]!, lines[1]!)), await read(text.replace(`${lines[2]!}\n`, ''))]).toEqual(['3: keys/unreadable-line', `${lines.length - 1}: keys/altered`])
    const [last] = lines.slice(-2)
    expect([await read(text.replace(/"keys":\d+/, '"keys":99')), await read(text.replace(last!, last!.replace(/(.)"\]$/, (_, letter) => `${letter === 'A' ? 'B' : 'A'}"]`)))]).toEqual([`${lines.length}: keys/altered`, `${lines.length}: keys/altered`])
    writeFileSync(keyFile(), text)
    expect([await importKeysFrom(there, keyFile()), await importKeysFrom(there, keyFile()), heard.at(-1)]).toEqual([0, EXIT_BAD_INPUT, expect.stringContaining('keys/store-not-empty')])
  })

  test('without the master key in its place, or with another one there', async () => {
    const [here, there] = [await filled('sqlite'), deskOn(engine, 'there')]
    await exportKeysTo(here, keyFile())
    expect([await importKeysFrom(there, keyFile()), heard.at(-1), existsSync(there.places.masterKey)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('no master key at'), false])
    masterKey(there.places.masterKey)
    expect([await importKeysFrom(there, keyFile()), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('keys/other-master-key')])
    await bringMasterKey(here, there)
    expect(await importKeysFrom(there, keyFile())).toBe(0)
  })
})

describe('where the commands look', () => {
  test('is where the server looks, or a folder that was named', async () => {
    const databases = { DATABASE_URL: 'postgres://a@h/one', KEYS_DATABASE_URL: 'postgres://a@h/two' }
    const at = (folderGiven: string | undefined, env: Record<string, string>) => deskFor(folderGiven, env)?.places.ledger
    expect([at(undefined, {}), at(undefined, { DAYLIGHT_DATA: '/d' }), at(undefined, databases), at('/e', databases)]).toEqual([{ file: 'data/ledger.sqlite' }, { file: '/d/ledger.sqlite' }, { url: 'postgres://a@h/one', schema: 'daylight_ledger' }, { file: '/e/ledger.sqlite' }])
  })
})
