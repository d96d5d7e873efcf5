import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyRing } from '../../crypto/key-ring.ts'
import { masterKey } from '../../crypto/master-key.ts'
import { lineOfShare, shareIn, type Share } from '../../crypto/recovery-shares.ts'
import { knownKey } from '../../ledger/sealed-under.ts'
import { sqlKeyStore } from '../../ledger/sql-key-store.ts'
import { ENGINES, freshPlace, sayWhatIsSkipped, tidyUp } from '../../tests/ledger-stores.ts'
import { withStores } from './backup-stores.ts'
import { recover, rotate, shares } from './keys.ts'
import { EXIT_BAD_INPUT, type LedgerDesk } from './ledger-desk.ts'

let folder: string
let heard: string[]

beforeAll(sayWhatIsSkipped)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-cli-'))
  heard = []
})
afterEach(async () => {
  await tidyUp()
  rmSync(folder, { recursive: true })
})
const codeOf = (text: string | undefined): string | undefined => /: ((?:shares|keys)\/[a-z-]+)\. /.exec(text ?? '')?.[1]

describe.each(ENGINES)('the commands of the master key on %s', (engine) => {
  let desk: LedgerDesk
  let paper: string
  beforeEach(async () => {
    desk = {
      places: { ledger: freshPlace(engine), keys: freshPlace(engine), desk: freshPlace(engine), masterKey: join(folder, 'keys', 'master.key') },
      tables: { projections: [], upcasts: {} }, say: (text) => heard.push(text), complain: (text) => heard.push(text),
    }
    paper = join(folder, 'paper')
    await usable()
  })
  /** Seals nothing, and fails where the master key is not the one the keys are wrapped under. */
  const usable = (): Promise<unknown> => withStores(desk.places, ({ entries, keys }) => keyRing({ store: sqlKeyStore(keys), master: masterKey(desk.places.masterKey), known: knownKey(entries), lot: 2 }))
  const lose = (): void => rmSync(desk.places.masterKey)
  const share = (number: number): string => join(paper, `share-${number}-of-5.txt`)

  test('shares go to a file each, for their owner alone, and any three bring the master key back', async () => {
    const before = readFileSync(desk.places.masterKey, 'utf8')
    expect(await shares(desk, { of: '5', need: '3', to: paper })).toBe(0)
    expect([readdirSync(paper).length, new Set(readdirSync(paper).map((name) => statSync(join(paper, name)).mode & 0o777))]).toEqual([5, new Set([0o600])])
    lose()
    expect(await recover(desk, [share(5), share(2), share(1)])).toBe(0)
    expect([readFileSync(desk.places.masterKey, 'utf8'), statSync(desk.places.masterKey).mode & 0o777]).toEqual([before, 0o600])
    await usable()
  })

  test('shares go to the screen as one line each, which a file takes in again', async () => {
    expect([await shares(desk, { of: '3', need: '2' }), heard.length]).toEqual([0, 4])
    writeFileSync(join(folder, 'typed'), `a note\n${heard[2]}\n\n${heard[0]?.toLowerCase()}\n`)
    lose()
    expect(await recover(desk, [join(folder, 'typed')])).toBe(0)
    await usable()
  })

  test('too few, misread, of another set or of another ledger bring nothing back, and no file is written', async () => {
    await shares(desk, { of: '5', need: '3', to: paper })
    const other = join(folder, 'other')
    await shares(desk, { of: '5', need: '3', to: other })
    lose()
    const tried = async (...files: readonly string[]): Promise<unknown> => [await recover(desk, files), codeOf(heard.at(-1)), existsSync(desk.places.masterKey)]
    expect(await tried(share(1), share(2))).toEqual([EXIT_BAD_INPUT, 'shares/too-few', false])
    expect(heard.at(-1)).toContain('3 shares are needed, and 2 different ones are here.')
    expect(await tried(share(1), share(2), join(other, 'share-4-of-5.txt'))).toEqual([EXIT_BAD_INPUT, 'shares/other-set', false])
    expect(heard.at(-1)).toContain('Share 4 belongs to another set')
    copyFileSync(share(3), join(folder, 'misread'))
    writeFileSync(join(folder, 'misread'), readFileSync(share(3), 'utf8').replace(/: (\w)/, (_, letter) => `: ${letter === '7' ? '8' : '7'}`))
    expect(await tried(share(1), share(2), join(folder, 'misread'))).toEqual([EXIT_BAD_INPUT, 'shares/misread', false])
    expect(heard.at(-1)).toContain(join(folder, 'misread'))
    expect([await recover(desk, [join(folder, 'nothing')]), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('(ENOENT)')])
    const stranger = { ...desk, places: { ...desk.places, masterKey: join(folder, 'stranger', 'master.key') } }
    masterKey(stranger.places.masterKey)
    const strange = join(folder, 'strange')
    await shares(stranger, { of: '2', need: '2', to: strange })
    expect(await tried(join(strange, 'share-1-of-2.txt'), join(strange, 'share-2-of-2.txt'))).toEqual([EXIT_BAD_INPUT, 'keys/other-master-key', false])
  })

  test('a wrong share among more than enough is named, and the master key comes back', async () => {
    await shares(desk, { of: '5', need: '3', to: paper })
    const true2 = shareIn(readFileSync(share(2), 'utf8').split('\n')[1] ?? '') as Share
    writeFileSync(share(2), lineOfShare({ ...true2, point: { at: 2, bytes: true2.point.bytes.map((byte) => byte ^ 5) } }))
    lose()
    expect([await recover(desk, [1, 2, 3].map(share)), codeOf(heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'shares/one-is-wrong'])
    expect([await recover(desk, [1, 2, 3, 4].map(share)), heard.at(-2)]).toEqual([0, 'daylight: Wrong and left aside: share 2. The others agree, and were taken.'])
    await usable()
  })

  test('a master key that is there is never written over, and shares of none are not made', async () => {
    await shares(desk, { of: '5', need: '3', to: paper })
    expect([await recover(desk, [share(1), share(2), share(3)]), codeOf(heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'keys/master-key-there'])
    for (const [of, need] of [['5', '1'], ['3', '4'], ['17', '3'], ['some', '2'], ['2.5', '2']] as const) expect([await shares(desk, { of, need }), codeOf(heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'shares/not-so-many'])
    expect([await shares(desk, { of: '5', need: '3', to: paper }), heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('(EEXIST)')])
    lose()
    expect([await shares(desk, { of: '5', need: '3' }), codeOf(heard.at(-1)), await rotate(desk), codeOf(heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'keys/no-master-key', EXIT_BAD_INPUT, 'keys/no-master-key'])
  })

  test('rotate puts every key under a new master key, and says that older backups and shares need the old one', async () => {
    const before = readFileSync(desk.places.masterKey, 'utf8')
    await shares(desk, { of: '2', need: '2', to: paper })
    expect([await rotate(desk), heard.at(-2), heard.at(-1)]).toEqual([0, expect.stringMatching(/^Every key lies under a new master key now: \d+ keys, and 0 secrets/), expect.stringContaining('Take a backup and make recovery shares now')])
    expect(readFileSync(desk.places.masterKey, 'utf8')).not.toBe(before)
    await usable()
    lose()
    expect([await recover(desk, readdirSync(paper).map((name) => join(paper, name))), codeOf(heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'keys/other-master-key'])
  })
})
