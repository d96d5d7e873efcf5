import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant } from '../core/kernel/instant.ts'
import { signingKey } from '../crypto/signing-key.ts'
import { sqlLedger } from '../ledger/sql-ledger.ts'
import { kept } from '../tests/ledger-cast.ts'
import { byHand, ENGINES, freshStore, sayWhatIsSkipped, tidyUp } from '../tests/ledger-stores.ts'
import { anchoring } from './anchoring.ts'
import { openCatalogue } from './catalogue.ts'

let folder: string
let path: string
let heard: string[]
const { speak } = openCatalogue()

beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-anchoring-'))
  path = join(folder, 'anchors')
  heard = []
})
afterEach(async () => {
  await tidyUp()
  rmSync(folder, { recursive: true })
})

describe.each(ENGINES)('a server on %s with a file of anchors', (engine) => {
  const opened = async () => {
    const entries = await freshStore(engine)
    return { entries, ledger: await sqlLedger(entries, { projections: [], upcasts: {} }) }
  }
  const begin = (entries: Awaited<ReturnType<typeof freshStore>>, everyMs?: number) =>
    anchoring({ entries, signing: signingKey(join(folder, 'signing.key')), path, now: () => instant(Date.UTC(2031, 2, 1)), speak, say: (line) => heard.push(line), ...(everyMs !== undefined && { everyMs }) })
  const anchors = (): number => readFileSync(path, 'utf8').trimEnd().split('\n').length

  test('anchors at the start, and once more when it stops', async () => {
    const { entries, ledger } = await opened()
    await ledger.append([kept('site/1')])
    const { rest } = begin(entries)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await ledger.append([kept('site/1')])
    await rest()
    expect([anchors(), heard]).toEqual([2, []])
  })

  test('anchors again and again while it runs, and only where something was added', async () => {
    const { entries, ledger } = await opened()
    const { rest } = begin(entries, 5)
    for (let i = 0; i < 4; i++) {
      await ledger.append([kept('site/1')])
      const before = i
      while (!existsSync(path) || anchors() <= before) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await rest()
    expect([anchors(), heard]).toEqual([4, []])
  })

  test('says that an empty ledger has no anchor by saying nothing', async () => {
    const { entries } = await opened()
    await begin(entries).rest()
    expect([existsSync(path), heard]).toEqual([false, []])
  })

  test('says so when it cannot, adds nothing to a contradiction, and lets recording go on', async () => {
    const { entries, ledger } = await opened()
    for (let i = 0; i < 3; i++) await ledger.append([kept('site/1')])
    await begin(entries).rest()
    await byHand(entries, 'delete from entries where position = 3', 'update head set position = 2, digest = (select digest from entries where position = 2)')
    await begin(entries).rest()
    expect([heard[0], anchors()]).toEqual([`Not anchored in ${path}: The ledger does not pass through this anchor. Verify it against the anchors before anything else.`, 1])
    writeFileSync(path, 'something else\n')
    await begin(entries).rest()
    expect(heard.at(-1)).toBe(`Not anchored in ${path}: This line is no anchor, or not as it was written.`)
    path = join(folder, 'no-such-folder', 'anchors')
    await begin(entries).rest()
    expect(heard.at(-1)).toBe(`Not anchored in ${path}: ENOENT`)
  })
})
