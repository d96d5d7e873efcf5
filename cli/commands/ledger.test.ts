import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqlLedger } from '../../ledger/sql-ledger.ts'
import { kept } from '../../tests/ledger-cast.ts'
import { byHand, openLedgerStore, tidyUp } from '../../tests/ledger-stores.ts'
import { lastRoom } from '../../tests/read-table-cast.ts'
import { placesOf } from '../../ledger/store/places.ts'
import { exportTo, importFrom, rebuild, show, verify } from './ledger.ts'
import { EXIT_BAD_INPUT, EXIT_CHAIN_BROKEN, EXIT_STORE_FAULT, type LedgerDesk } from './ledger-desk.ts'

const tables = { projections: [lastRoom], upcasts: {} }
let folder: string
let heard: string[]
let desk: LedgerDesk
const deskAt = (name: string): LedgerDesk => ({ places: placesOf({ folder: join(folder, name), databases: null }), tables, say: (text) => heard.push(text), complain: (text) => heard.push(text) })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-cli-'))
  heard = []
  desk = deskAt('here')
  const store = await openLedgerStore(desk.places.ledger)
  const ledger = await sqlLedger(store, tables)
  for (let i = 0; i < 4; i++) await ledger.append([kept('site/1', { minute: i, box: 'U0VBTEVE' })])
  await store.close()
})
afterEach(async () => {
  await tidyUp()
  rmSync(folder, { recursive: true })
})

const spoil = async (...statements: readonly string[]): Promise<void> => {
  const store = await openLedgerStore(desk.places.ledger)
  await byHand(store, ...statements)
  await store.close()
}

test('verify says how long the chain is and where it ends, and holds it against an earlier head', async () => {
  expect([await verify(desk), heard[0]]).toEqual([0, expect.stringMatching(/^The chain holds: 4 entries\. Head 4:[0-9a-f]{64}$/)])
  const head = heard[0]?.split('Head ')[1]
  expect(await verify(desk, head)).toBe(0)
  expect(await verify(desk, `4:${'0'.repeat(64)}`)).toBe(EXIT_CHAIN_BROKEN)
  expect(await verify(desk, 'yesterday')).toBe(EXIT_BAD_INPUT)
})

test('verify names the first place that is broken, and rows cut off together with their head are missed by a head kept elsewhere', async () => {
  await verify(desk)
  const head = heard[0]?.split('Head ')[1]
  await spoil("update entries set clear = '{}' where position = 3")
  expect([await verify(desk), heard.at(-1)]).toEqual([EXIT_CHAIN_BROKEN, 'daylight: the chain is broken at position 3: altered.'])
  await spoil('delete from entries where position > 2', 'update head set position = 2, digest = (select digest from entries where position = 2)')
  expect([await verify(desk), await verify(desk, head)]).toEqual([0, EXIT_CHAIN_BROKEN])
})

test('a folder without a ledger is said to have none, and gets none', async () => {
  expect([await verify(deskAt('nowhere')), await exportTo(deskAt('nowhere'), join(folder, 'a')), existsSync(join(folder, 'nowhere'))]).toEqual([EXIT_BAD_INPUT, EXIT_BAD_INPUT, false])
})

test('show prints a stream with its three times and leaves sealed what is sealed', async () => {
  expect(await show(desk, 'site/1')).toBe(0)
  expect(heard).toHaveLength(4)
  expect(heard[1]).toContain('occurred 2031-03-01T00:01:00.000Z  recorded 2031-03-01T00:01:00.001Z  received 2031-03-01T00:01:00.002Z')
  expect(heard.join()).not.toContain('U0VBTEVE')
  expect(await show(desk, 'site/none')).toBe(EXIT_BAD_INPUT)
})

test('rebuild says what it filled', async () => {
  expect([await rebuild(desk), heard]).toEqual([0, ['1 read tables were filled again from 4 entries.']])
})

test('what is exported is imported elsewhere with the same head', async () => {
  const path = join(folder, 'ledger.archive')
  expect([await exportTo(desk, path), statSync(path).mode & 0o777]).toEqual([0, 0o600])
  expect(await importFrom(deskAt('there'), path)).toBe(0)
  await verify(desk)
  await verify(deskAt('there'))
  expect(heard.at(-1)).toBe(heard.at(-2))
  expect(readdirSync(folder).toSorted((a, b) => a.localeCompare(b))).toEqual(['here', 'ledger.archive', 'there'])
})

test('an archive cut short is refused with its line, and the ledger stays empty', async () => {
  const path = join(folder, 'ledger.archive')
  await exportTo(desk, path)
  truncateSync(path, statSync(path).size - 200)
  expect([await importFrom(deskAt('there'), path), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, `daylight: ${path}, line ${readFileSync(path, 'utf8').split('\n').length}: archive/cut-short. Nothing was imported.`])
  expect([await verify(deskAt('there')), heard.at(-1)]).toEqual([0, expect.stringContaining('0 entries')])
  expect(await importFrom(desk, path)).toBe(EXIT_BAD_INPUT)
  expect(await importFrom(deskAt('there'), join(folder, 'none'))).toBe(EXIT_BAD_INPUT)
})

test('a broken ledger is not exported, and nothing is left where it could not be written', async () => {
  const path = join(folder, 'no-such-folder', 'ledger.archive')
  expect([await exportTo(desk, path), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('(ENOENT)')])
  await spoil("update entries set clear = '{}' where position = 3")
  expect([await exportTo(desk, join(folder, 'a')), existsSync(join(folder, 'a'))]).toEqual([EXIT_CHAIN_BROKEN, false])
})

test('a file that is no ledger is told in a sentence', async () => {
  const other = join(folder, 'here', 'ledger.sqlite')
  for (const ending of ['-wal', '-shm']) rmSync(other + ending, { force: true })
  writeFileSync(other, 'something else altogether '.repeat(50))
  expect([await verify(desk), heard.at(-1)]).toEqual([EXIT_STORE_FAULT, expect.stringContaining('the file is damaged or is no store of ours')])
})
