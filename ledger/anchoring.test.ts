import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant } from '../core/kernel/instant.ts'
import { signingKey, type SigningKey } from '../crypto/signing-key.ts'
import { kept } from '../tests/ledger-cast.ts'
import { byHand, ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { anchorTo, type Anchored } from './anchoring.ts'
import { AnchorsInUse, readAnchors } from './anchor-file.ts'
import { lineOfAnchor, onPaper, type Anchor } from './anchor-line.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerTables } from './row.ts'
import { sqlLedger } from './sql-ledger.ts'
import type { Store } from './store/store.ts'

const MORNING = Date.UTC(2031, 2, 1, 6)
let folder: string
let file: string
let signing: SigningKey

beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-anchors-'))
  file = join(folder, 'anchors')
  signing = signingKey(join(folder, 'signing.key'))
})
afterEach(async () => {
  await tidyUp()
  rmSync(folder, { recursive: true })
})

const text = (): string => readFileSync(file, 'utf8')
const lines = (): readonly string[] => text().trimEnd().split('\n')
const read = (changed: string = text()): ReturnType<typeof readAnchors> => readAnchors(changed, signing.publicKey)

describe.each(ENGINES)('anchoring a ledger on %s', (engine) => {
  let store: Store<LedgerTables>
  let ledger: Ledger
  beforeEach(async () => {
    store = await freshStore(engine)
    ledger = await sqlLedger(store, { projections: [], upcasts: {} })
  })
  const anchor = (hour = 0): Promise<Anchored> => anchorTo(file, store, signing, instant(MORNING + hour * 3_600_000))
  const grow = async (by = 1): Promise<void> => {
    for (let i = 0; i < by; i++) await ledger.append([kept('site/1')])
  }

  test('writes down where the chain ends, signed, in a file of its owner alone, one line after the other', async () => {
    await grow(3)
    expect(await anchor()).toMatchObject({ accepted: true, added: 'added', anchor: { position: 3, at: '2031-03-01T06:00:00.000Z', key: signing.publicKey.id } })
    await grow(2)
    await anchor(1)
    expect([lines().length, statSync(file).mode & 0o777, existsSync(`${file}.lock`)]).toEqual([2, 0o600, false])
    const found = read()
    expect(found.accepted && found.anchors.map(({ position }) => position)).toEqual([3, 5])
    expect(found.accepted && found.anchors[1]?.digest).toBe((await ledger.head()).digest)
  })

  test('writes nothing of an empty ledger, and nothing where nothing was added since', async () => {
    expect([await anchor(), existsSync(file)]).toEqual([{ accepted: false, refusal: { code: 'anchors/nothing-to-anchor' } }, false])
    await grow()
    await anchor()
    expect([await anchor(1), lines().length]).toEqual([expect.objectContaining({ added: 'as-before' }), 1])
  })

  test('is refused where the ledger is no longer the one that was anchored: rewritten, cut off, emptied or another', async () => {
    await grow(4)
    await anchor()
    const other = await freshStore(engine)
    expect(await anchorTo(file, other, signing, instant(MORNING))).toMatchObject({ accepted: false, refusal: { code: 'anchors/ledger-differs', line: 1, position: 4 } })
    for (let i = 0; i < 5; i++) await (await sqlLedger(other, { projections: [], upcasts: {} })).append([kept('site/1')])
    expect(await anchorTo(file, other, signing, instant(MORNING))).toMatchObject({ accepted: false, refusal: { code: 'anchors/ledger-differs' } })
    await byHand(store, 'delete from entries where position > 2', 'update head set position = 2, digest = (select digest from entries where position = 2)')
    expect([await anchor(), lines().length]).toEqual([expect.objectContaining({ accepted: false, refusal: expect.objectContaining({ code: 'anchors/ledger-differs' }) }), 1])
  })

  test('two at once write two lines that follow each other, or one of them waits for another time', async () => {
    await grow(2)
    const [first, second] = await Promise.allSettled([anchor(), anchor()])
    expect([first.status, second.status === 'rejected' ? second.reason : AnchorsInUse]).toEqual(['fulfilled', expect.anything()])
    expect(read()).toMatchObject({ accepted: true })
  })

  test('a mark left by a machine that stopped holds nobody up after a minute', async () => {
    await grow()
    writeFileSync(`${file}.lock`, '')
    await expect(anchor()).rejects.toThrow(AnchorsInUse)
    utimesSync(`${file}.lock`, 0, 0)
    expect(await anchor()).toMatchObject({ accepted: true })
  })

  test('a line that a stop cut short is seen, and written again whole', async () => {
    await grow()
    await anchor()
    const whole = text()
    appendFileSync(file, whole.slice(0, 80))
    expect(read()).toEqual({ accepted: false, refusal: { code: 'anchors/cut-short', line: 2 } })
    await grow()
    await anchor(1)
    expect([text().startsWith(whole), lines().length, read().accepted]).toEqual([true, 2, true])
  })
})

describe('a file of anchors', () => {
  const written = (count: number): string => {
    let before = '0'.repeat(64)
    let all = ''
    for (let i = 1; i <= count; i++) {
      const one: Anchor = { ledger: 'a'.repeat(64), position: i * 10, digest: String(i).repeat(64).slice(0, 64), at: new Date(MORNING + i).toISOString(), key: signing.publicKey.id, before }
      const line = lineOfAnchor(one, signing)
      const parsed = readAnchors(`${all}${line}\n`, signing.publicKey)
      before = parsed.accepted ? parsed.last : ''
      all += `${line}\n`
    }
    return all
  }

  test('any one letter changed, at any place, is refused', () => {
    const whole = written(4)
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 94 }), (at, turn) => {
        const changed = whole.slice(0, at) + String.fromCharCode(((whole.charCodeAt(at) - 32 + turn + 950) % 95) + 32) + whole.slice(at + 1)
        fc.pre(changed !== whole)
        expect(read(changed)).toMatchObject({ accepted: false })
      }),
      { numRuns: 400 },
    )
    expect(read(whole)).toMatchObject({ accepted: true })
  })

  test('lines in any other order, any taken out before the last, and any twice, are refused', () => {
    const each = written(5).trimEnd().split('\n')
    fc.assert(
      fc.property(fc.shuffledSubarray(each), (some) => {
        const isBeginning = some.every((line, index) => line === each[index])
        expect(read(some.map((line) => `${line}\n`).join('')).accepted).toBe(isBeginning)
      }),
    )
    expect(read(`${[...each, each[4]].join('\n')}\n`)).toEqual({ accepted: false, refusal: { code: 'anchors/out-of-order', line: 6 } })
  })

  test('forged lines are refused: another signature, another key, another ledger, a position that goes back', () => {
    const [first = '', second = ''] = written(2).trimEnd().split('\n')
    const other = signingKey(join(folder, 'other.key'))
    const anchors = (() => {
      const found = read(written(2))
      return found.accepted ? found.anchors : []
    })()
    const [one, two] = anchors as [Anchor, Anchor]
    const after = (anchor: Anchor, by = signing): string => `${first}\n${lineOfAnchor(anchor, by)}\n`
    expect(read(after(two))).toMatchObject({ accepted: true })
    expect(read(`${first}\n${second.replace('"position":20', '"position":21')}\n`)).toEqual({ accepted: false, refusal: { code: 'anchors/forged', line: 2 } })
    expect(read(after(two, other))).toEqual({ accepted: false, refusal: { code: 'anchors/forged', line: 2 } })
    expect(read(after({ ...two, key: other.publicKey.id }, other))).toEqual({ accepted: false, refusal: { code: 'anchors/other-key', line: 2 } })
    expect(read(after({ ...two, ledger: 'b'.repeat(64) }))).toEqual({ accepted: false, refusal: { code: 'anchors/out-of-order', line: 2 } })
    expect(read(after({ ...two, position: one.position - 1 }))).toEqual({ accepted: false, refusal: { code: 'anchors/out-of-order', line: 2 } })
    expect(read(`${first}\nnull\n`)).toEqual({ accepted: false, refusal: { code: 'anchors/unreadable-line', line: 2 } })
    expect(read(`${first}\n${second.replace('{"anchor":1', '{"anchor":1,"more":1')}\n`)).toEqual({ accepted: false, refusal: { code: 'anchors/unreadable-line', line: 2 } })
  })

  test('what goes on paper is short enough to read out and long enough to rely on', () => {
    expect(onPaper({ position: 12, digest: '0123456789abcdef'.repeat(4) })).toBe('12: 0123 4567 89ab cdef 0123 4567 89ab cdef')
  })
})
