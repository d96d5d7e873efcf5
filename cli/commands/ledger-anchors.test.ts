import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sqlLedger } from '../../ledger/sql-ledger.ts'
import { kept } from '../../tests/ledger-cast.ts'
import { byHand, ENGINES, freshPlace, openLedgerStore, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { anchor, verifyByAnchors } from './ledger-anchors.ts'
import { EXIT_BAD_INPUT, EXIT_CHAIN_BROKEN, type LedgerDesk } from './ledger-desk.ts'
import { verify } from './ledger.ts'
import { deskFor } from './ledger-place.ts'

let folder: string
let heard: string[]
let file: string

beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-cli-'))
  file = join(folder, 'anchors')
  heard = []
})
afterEach(async () => {
  await tidyUp()
  rmSync(folder, { recursive: true })
})

describe.each(ENGINES)('the commands of anchors on %s', (engine) => {
  let desk: LedgerDesk
  beforeEach(async () => {
    desk = {
      places: { ledger: freshPlace(engine), keys: freshPlace(engine), desk: freshPlace(engine), masterKey: join(folder, 'keys', 'master.key') },
      tables: { projections: [], upcasts: {} }, say: (text) => heard.push(text), complain: (text) => heard.push(text),
    }
    await grow(4)
  })
  const grow = async (by: number): Promise<void> => {
    const store = await openLedgerStore(desk.places.ledger)
    const ledger = await sqlLedger(store, desk.tables)
    for (let i = 0; i < by; i++) await ledger.append([kept('site/1')])
    await store.close()
  }
  const spoil = async (...statements: readonly string[]): Promise<void> => {
    const store = await openLedgerStore(desk.places.ledger)
    await byHand(store, ...statements)
    await store.close()
  }

  test('anchor adds a line to the file and prints what a person can keep on paper, which verify takes as it stands', async () => {
    expect(await anchor(desk, file)).toBe(0)
    expect(heard).toEqual([`Anchored 4 entries in ${file}.`, expect.stringMatching(/^For paper: 4:( [0-9a-f]{4}){8}$/)])
    const paper = heard[1]?.replace('For paper: ', '') ?? ''
    expect([await verify(desk, paper), await verify(desk, paper.replace(/.$/, (last) => (last === '0' ? '1' : '0')))]).toEqual([0, EXIT_CHAIN_BROKEN])
    expect([await anchor(desk, file), heard.at(-2)]).toEqual([0, `${file} holds this anchor already; nothing was added since.`])
  })

  test('without a file the paper stands alone, and the server’s file is taken where it has one', async () => {
    expect([await anchor(desk), heard[0]]).toEqual([0, expect.stringContaining('on paper alone')])
    expect([await anchor({ ...desk, anchors: file }), existsSync(file)]).toEqual([0, true])
  })

  test('verify passes every anchor and says from which one on it cannot tell', async () => {
    await anchor(desk, file)
    await grow(2)
    expect(await verifyByAnchors(desk, file)).toBe(0)
    expect(heard.slice(-3)).toEqual([
      expect.stringMatching(/^The chain holds: 6 entries\. Head 6:/),
      expect.stringMatching(/^It passes through every anchor\. The last is of 20\S+Z, at entry 4; 2 came after it\.$/),
      'From that anchor on it cannot be told whether entries were cut off at the end together with the head.',
    ])
  })

  test('verify names the first entry that is missing, rewritten or changed', async () => {
    await anchor(desk, file)
    await spoil("update entries set clear = '{}' where position = 3")
    expect([await verifyByAnchors(desk, file), heard.at(-1)]).toEqual([EXIT_CHAIN_BROKEN, 'daylight: the chain is broken at entry 3: this entry does not say what it said.'])
    await spoil('delete from entries where position > 2', 'update head set position = 2, digest = (select digest from entries where position = 2)')
    expect([await verifyByAnchors(desk, file), heard.at(-1)]).toEqual([EXIT_CHAIN_BROKEN, expect.stringMatching(/^daylight: the chain is broken between entry 3 and entry 4: the ledger ends before an anchor that had more of it\. The anchor of 20\S+Z shows it\.$/)])
    expect([await anchor(desk, file), heard.at(-1)]).toEqual([EXIT_CHAIN_BROKEN, expect.stringContaining('anchors/ledger-differs')])
  })

  test('a broken chain, an empty ledger and a file that cannot be written get no anchor', async () => {
    expect([await anchor(desk, join(folder, 'nowhere', 'anchors')), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('(ENOENT)')])
    await spoil("update entries set clear = '{}' where position = 3")
    expect([await anchor(desk, file), existsSync(file)]).toEqual([EXIT_CHAIN_BROKEN, false])
    await spoil('delete from entries', `update head set position = 0, digest = '${'0'.repeat(64)}'`)
    expect([await anchor(desk, file), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('anchors/nothing-to-anchor')])
  })

  test('forged and reordered lines are refused with their line and in words, and so is another public key', async () => {
    for (let i = 0; i < 3; i++) {
      await anchor(desk, file)
      await grow(1)
    }
    const [one = '', two = '', three = ''] = readFileSync(file, 'utf8').split('\n')
    const said = async (...lines: readonly string[]): Promise<unknown> => {
      writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
      return [await verifyByAnchors(desk, file), heard.at(-1)?.replace(file, 'F')]
    }
    expect(await said(one, two.replace('"position":5', '"position":4'), three)).toEqual([EXIT_BAD_INPUT, 'daylight: F, line 2: anchors/forged. This anchor is forged: its signature does not fit what it says.'])
    expect(await said(one, three, two)).toEqual([EXIT_BAD_INPUT, 'daylight: F, line 2: anchors/out-of-order. This anchor does not follow the one before it: a line was taken out, put in or moved.'])
    expect(await said()).toEqual([EXIT_BAD_INPUT, 'daylight: F, line 1: anchors/none. There is no anchor in this file.'])
    writeFileSync(file, `${one}\n`)
    renameSync(join(folder, 'keys', 'signing.pub'), join(folder, 'kept.pub'))
    expect([await verifyByAnchors(desk, file), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('There is no public key at')])
    expect(await verifyByAnchors(desk, file, join(folder, 'kept.pub'))).toBe(0)
    rmSync(join(folder, 'keys', 'signing.key'))
    await anchor(desk, join(folder, 'other'))
    expect([await verifyByAnchors(desk, file), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('line 1: anchors/other-key')])
  })
})

test('the file of anchors is the one the server is told of', () => {
  expect([deskFor('/d', { DAYLIGHT_ANCHORS: '/media/anchors' })?.anchors, deskFor('/d', {})?.anchors]).toEqual(['/media/anchors', undefined])
})
