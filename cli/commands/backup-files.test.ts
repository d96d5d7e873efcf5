import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bringMasterKey, codeOf, disks, write } from '../../tests/backup-cast.ts'
import { backup, restore, type BackupOptions } from './backup.ts'
import { drill } from './backup-drill.ts'
import { openerOf, recipientsOf } from './backup-files.ts'
import { anchor } from './ledger-anchors.ts'
import { EXIT_BAD_INPUT } from './ledger-desk.ts'

let at: Awaited<ReturnType<typeof disks>>
beforeEach(async () => {
  at = await disks()
})
afterEach(() => at.clear())

describe('a backup', () => {
  test('is not taken for nobody, under a short passphrase, into one folder with its keys, of a broken chain, or of nothing', async () => {
    const here = await at.filled('sqlite')
    const tried = async (more: Partial<BackupOptions>): Promise<unknown> => [await backup(here, at.file, { ...at.options, ...more }), codeOf(at.heard.at(-1)), existsSync(at.file)]
    writeFileSync(join(at.folder, 'short'), 'seven boats\n')
    expect(await tried({ recipient: [] })).toEqual([EXIT_BAD_INPUT, 'backup/for-nobody', false])
    expect(await tried({ recipient: ['age1nobody'] })).toEqual([EXIT_BAD_INPUT, 'backup/no-recipient', false])
    expect(await tried({ passphrase: join(at.folder, 'short') })).toEqual([EXIT_BAD_INPUT, 'backup/short-passphrase', false])
    expect(await tried({ keys: join(at.folder, 'one', 'keys.age') })).toEqual([EXIT_BAD_INPUT, 'backup/one-folder', false])
    const nowhere = { ...here, places: { ...here.places, ledger: { file: join(at.folder, 'nowhere.sqlite') } } }
    expect([await backup(nowhere, at.file, at.options), codeOf(at.heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'backup/nothing-here'])
  })

  test('shows no word, no name and no key to whoever finds it', async () => {
    expect(await backup(await at.filled('sqlite'), at.file, at.options)).toBe(0)
    for (const path of [at.file, at.options.keys]) expect(readFileSync(path, 'latin1')).not.toMatch(/Öfficer|fficer ada|words of|daylight|person\//)
  })

  test('is closed and opened by what stands in a file: a passphrase, or an identity with its notes', () => {
    const words = 'seven boats on the river at night'
    writeFileSync(join(at.folder, 'passphrase'), `${words}\n`)
    const passphrase = join(at.folder, 'passphrase')
    expect([recipientsOf({ passphrase }), openerOf({ passphrase }), openerOf(at.options)]).toEqual([{ passphrase: words }, { passphrase: words }, { identity: readFileSync(at.identityFile, 'utf8').split('\n')[1] }])
  })

  test('without all of its keys fails its drill, and names the kinds that do not open', async () => {
    const here = await at.filled('sqlite')
    await backup(here, at.file, at.options)
    await write(here, '4')
    const older = readFileSync(at.options.keys)
    await backup(here, at.file, at.options)
    writeFileSync(at.options.keys, older)
    expect([await drill(here, at.file, at.options), at.heard.at(-1)]).toEqual([EXIT_BAD_INPUT, expect.stringContaining('no entry of these kinds opens: report/kind-4')])
  })

  test('brings the anchors back where they were lost too', async () => {
    const here = { ...(await at.filled('sqlite')), anchors: at.anchors }
    await anchor(here)
    await backup(here, at.file, at.options)
    const kept = readFileSync(at.anchors, 'utf8')
    rmSync(at.anchors)
    const there = { ...at.deskOn('sqlite', 'there'), anchors: at.anchors }
    bringMasterKey(here, there)
    expect([await restore(there, at.file, at.options), readFileSync(at.anchors, 'utf8')]).toEqual([0, kept])
  })
})
