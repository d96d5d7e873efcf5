import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closed, newIdentity, openedText } from '../../crypto/age.ts'
import { sqlKeyStore } from '../../ledger/sql-key-store.ts'
import { bringMasterKey, codeOf, disks, everythingIn, peopled, write } from '../../tests/backup-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { backup, restore, type BackupOptions } from './backup.ts'
import { drill } from './backup-drill.ts'
import { withStores } from './backup-stores.ts'
import { anchor } from './ledger-anchors.ts'
import { EXIT_BAD_INPUT, EXIT_CHAIN_BROKEN, type LedgerDesk } from './ledger-desk.ts'

let at: Awaited<ReturnType<typeof disks>>
beforeAll(sayWhatIsSkipped)
beforeEach(async () => {
  at = await disks()
})
afterEach(() => at.clear())

describe.each(ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const)))('a backup from %s, restored on %s', (from, to) => {
  test('gives back entries, words, read tables and the desk, and what was forgotten stays forgotten', async () => {
    const [here, there] = [await at.filled(from), at.deskOn(to, 'there')]
    expect([await backup(here, at.file, at.options), statSync(at.file).mode & 0o777, statSync(at.options.keys).mode & 0o777]).toEqual([0, 0o600, 0o600])
    bringMasterKey(here, there)
    expect([await restore(there, at.file, at.options), at.heard.filter((text) => text.startsWith('daylight'))]).toEqual([0, []])
    const [before, after] = [await everythingIn(here), await everythingIn(there)]
    expect(after).toEqual(before)
    expect(after).toMatchObject({ words: ['words of 1', 'forgotten', 'words of 3'], rows: { people: [{ name: 'Öfficer ada' }, { name: 'Öfficer bo' }], people_history: [{ number: 1 }, { number: 2 }, { number: 3 }] } })
    expect((after as { rows: object }).rows).not.toHaveProperty('sessions')
  })

  test('goes on where it ended: entries, people and their guards', async () => {
    const [here, there] = [await at.filled(from), at.deskOn(to, 'there')]
    await backup(here, at.file, at.options)
    bringMasterKey(here, there)
    await restore(there, at.file, at.options)
    await write(there, '4')
    await withStores(there.places, async ({ desk: { db } }) => {
      await sql`update people set must_change = 'no', changed_by = 'bo', changed_at = 5 where id = 'bo'`.execute(db)
      await expect(sql`delete from people where id = 'ada'`.execute(db)).rejects.toThrow('people are never deleted')
      await expect(sql`update people_history set name = 'other' where number = 1`.execute(db)).rejects.toThrow('append-only')
    })
    expect(await everythingIn(there)).toMatchObject({ words: ['words of 1', 'forgotten', 'words of 3', 'words of 4'], rows: { people_history: [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4, person: 'bo' }] } })
  })
})

describe.each(ENGINES)('a backup taken on %s', (engine) => {
  test('is drilled: restored elsewhere, verified against its anchors, one entry of each kind opened, timed, and nothing is left behind', async () => {
    const here = { ...(await at.filled(engine)), anchors: at.anchors }
    await anchor(here)
    await backup(here, at.file, at.options)
    at.heard.length = 0
    let clock = 0
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('daylight-drill-'))
    expect(await drill(here, at.file, at.options, () => (clock += 1500))).toBe(0)
    expect(at.heard).toEqual([
      expect.stringMatching(/^Restored 3 entries, 7 rows of the desk and \d+ keys into an empty place\.$/),
      expect.stringMatching(/^The chain holds and passes through all anchors that came with it \(1\)\. Head 3:[0-9a-f]{64}$/),
      'It reaches as far as the anchors that are kept elsewhere.',
      'One entry of each kind opened with its key: report/kind-1, report/kind-3.',
      'Of these every entry is forgotten: report/kind-2.',
      'The backup can be relied on. It took 1.5 s.',
    ])
    expect(at.heard.join()).not.toContain('words of')
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('daylight-drill-'))).toEqual(before)
  })

  test('is refused where it is older than the anchors, unless the loss is named, and where it is another ledger', async () => {
    const here = { ...(await at.filled(engine)), anchors: at.anchors }
    await backup(here, at.file, at.options)
    await write(here, '4', '5')
    await anchor(here)
    const there = { ...at.deskOn(engine, 'there'), anchors: at.anchors }
    bringMasterKey(here, there)
    const key = join(at.folder, 'here', 'signing.pub')
    expect([await restore(there, at.file, { ...at.options, key }), codeOf(at.heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'backup/older-than-anchored'])
    expect(at.heard.at(-1)).toMatch(/2 entries up to the anchor of 20.* would be missing\. .*--losing 2\.$/)
    expect([await drill(there, at.file, { ...at.options, key }), codeOf(at.heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'backup/older-than-anchored'])
    expect(await restore(there, at.file, { ...at.options, key, losing: '3' })).toBe(EXIT_BAD_INPUT)
    expect(await restore(there, at.file, { ...at.options, key, losing: '2' })).toBe(0)
    const other = at.deskOn(engine, 'other')
    await write(other, '7', '8', '9', '10', '11', '12')
    await backup(other, at.file, at.options)
    const fresh = { ...at.deskOn(engine, 'fresh'), anchors: at.anchors }
    bringMasterKey(other, fresh)
    expect([await restore(fresh, at.file, { ...at.options, key }), codeOf(at.heard.at(-1))]).toEqual([EXIT_CHAIN_BROKEN, 'backup/other-than-anchored'])
  })

  test('goes into an empty place only: not over a ledger, not over keys, not over people', async () => {
    const here = await at.filled(engine)
    await backup(here, at.file, at.options)
    expect([await restore(here, at.file, at.options), codeOf(at.heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'backup/place-not-empty'])
    for (const occupy of [peopled, (desk: LedgerDesk) => withStores(desk.places, async ({ keys }) => sqlKeyStore(keys).add([{ id: 'k' as never, wrapped: 'x' }]))]) {
      const there = at.deskOn(engine, 'there')
      bringMasterKey(here, there)
      await occupy(there)
      expect([await restore(there, at.file, at.options), codeOf(at.heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'backup/place-not-empty'])
    }
  })

  test('cut short, altered, of another recipient or with keys of another ledger is refused, and nothing is kept', async () => {
    const here = await at.filled(engine)
    await backup(here, at.file, at.options)
    const there = at.deskOn(engine, 'there')
    expect([await restore(there, at.file, at.options), codeOf(at.heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'backup/no-master-key'])
    bringMasterKey(here, there)
    const whole = readFileSync(at.file)
    const tried = async (more: Partial<BackupOptions> = {}): Promise<unknown> => [await restore(there, at.file, { ...at.options, ...more }), codeOf(at.heard.at(-1))]
    truncateSync(at.file, whole.length - 1)
    expect(await tried()).toEqual([EXIT_BAD_INPUT, 'backup/altered'])
    const turned = Buffer.from(whole)
    turned[whole.length - 40] = (turned[whole.length - 40] ?? 0) ^ 1
    writeFileSync(at.file, turned)
    expect(await tried()).toEqual([EXIT_BAD_INPUT, 'backup/altered'])
    writeFileSync(at.file, whole)
    writeFileSync(join(at.folder, 'other'), (await newIdentity()).identity)
    expect([await tried({ identity: join(at.folder, 'other') }), await tried({ keys: at.file })]).toEqual([[EXIT_BAD_INPUT, 'backup/wrong-opener'], [EXIT_BAD_INPUT, 'keys/not-an-archive']])
    const { identity: _, ...closedOnly } = at.options
    expect([await restore(there, at.file, closedOnly), codeOf(at.heard.at(-1)), await restore(there, join(at.folder, 'none'), at.options), at.heard.at(-1)]).toEqual([EXIT_BAD_INPUT, 'backup/no-opener', EXIT_BAD_INPUT, expect.stringContaining('(ENOENT)')])
    expect([await restore(there, at.file, at.options), at.heard.filter((text) => text.startsWith('daylight')).length > 0]).toEqual([0, true])
  })

  test('any line of it taken out, put in or turned is refused with its line, though it was closed again', async () => {
    const here = await at.filled(engine)
    await backup(here, at.file, at.options)
    let text = ''
    for await (const part of openedText((async function* () { yield readFileSync(at.file) })(), { identity: readFileSync(at.identityFile, 'utf8').split('\n')[1] ?? '' })) text += part
    const lines = text.trimEnd().split('\n')
    const there = at.deskOn(engine, 'there')
    bringMasterKey(here, there)
    const tried = async (changed: readonly string[]): Promise<string | undefined> => {
      const chunks: Uint8Array[] = []
      for await (const chunk of closed((async function* () { yield `${changed.join('\n')}\n` })(), { recipients: [at.recipient] })) chunks.push(chunk)
      writeFileSync(at.file, Buffer.concat(chunks))
      return (await restore(there, at.file, at.options)) === 0 ? 'restored' : codeOf(at.heard.at(-1))
    }
    const lineAt = (start: string): number => lines.findIndex((line) => line.startsWith(start))
    const person = lineAt('row ')
    const entry = lines.findLastIndex((line) => line.startsWith('ledger ['))
    expect([
      await tried(['{}', ...lines.slice(1)]), await tried([lines[0]!.replace('2', '3'), ...lines.slice(1)]), await tried(lines.slice(0, -1)), await tried([...lines, lines.at(-1)!]),
      await tried(lines.filter((_, index) => index !== person)), await tried(lines.toSpliced(person, 0, 'nonsense')), await tried(lines.toSpliced(person, 1, 'row []')),
      await tried(lines.toSpliced(entry, 1)), await tried(lines.toSpliced(entry, 1, lines[entry]!.replace('report/', 'rapport/'))),
    ]).toEqual([
      'backup/not-a-backup', 'backup/unknown-format', 'backup/cut-short', 'backup/more-after-its-end',
      'backup/altered', 'backup/unreadable-line', 'backup/unreadable-line', 'archive/altered', 'archive/broken-chain',
    ])
    expect(await tried(lines)).toBe('restored')
  })
})
