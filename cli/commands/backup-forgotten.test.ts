import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseOffice, json, newId, openedSite, receiving, reportSent, type AtWork, type CaseOffice } from '../../tests/case-cast.ts'
import { closeOffices, freshPlaces } from '../../tests/office-cast.ts'
import { entered } from '../../tests/plan-office.ts'
import { codeOf, disks } from '../../tests/backup-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { holderOf, type HolderId } from '../../core/kernel/id.ts'
import type { KeyId } from '../../crypto/key-store.ts'
import { signingKey, signingKeyBeside } from '../../crypto/signing-key.ts'
import { forgottenListBeside, textOfForgotten } from '../../ledger/forgotten-list.ts'
import { keysOf } from '../../ledger/sealed-under.ts'
import { caseTables } from '../../ledger/tables/case-tables.ts'
import { openCaseStore } from '../../server/case-store.ts'
import { KeepingShown } from '../../wire/office/retention-answers.ts'
import { backup, restore } from './backup.ts'
import { drill } from './backup-drill.ts'
import { checkForgotten, renewForgotten } from './forgotten.ts'
import { importKeysFrom, exportKeysTo } from './ledger-keys.ts'
import { EXIT_BAD_INPUT, EXIT_CHAIN_BROKEN, type LedgerDesk } from './ledger-desk.ts'

let at: Awaited<ReturnType<typeof disks>>
beforeAll(sayWhatIsSkipped)
beforeEach(async () => {
  at = await disks()
})
afterEach(async () => {
  await closeOffices()
  await at.clear()
})

const HOLDER = holderOf('report', 'report-one')

/** One asks, another agrees, through the doors of a running office. */
async function forget({ planner, officer }: CaseOffice, holder: HolderId): Promise<void> {
  const asking = newId()
  const to = (who: AtWork, version: number, act: object) => entered(who, `/api/keeping/${holder}/acts`, act, { 'if-match': `"${version}"` })
  const { version } = await to(planner, 0, { id: asking, act: 'ask-forgetting', reach: 'own-words', ground: 'court-order' })
  const { reach } = KeepingShown.parse(await json(officer.get(`/api/keeping/${holder}`)))
  await to(officer, version, { id: newId(), act: 'second-forgetting', asking, seen: reach[0]?.holders.length })
}

const deskAt = (places: LedgerDesk['places']): LedgerDesk => ({ places, tables: caseTables, say: (text) => at.heard.push(text), complain: (text) => at.heard.push(text) })

/** Whether the words under these keys open for whoever is served. */
async function served(places: LedgerDesk['places'], keys: readonly KeyId[]): Promise<readonly string[]> {
  const cases = await openCaseStore(places)
  const found = await cases.ring.find(keys)
  await cases.close()
  return keys.map((key) => found.get(key)).map((key) => (typeof key === 'string' ? key : 'opens'))
}

const bring = (name: (masterKey: string) => string, from: LedgerDesk, to: LedgerDesk): void => {
  mkdirSync(dirname(to.places.masterKey), { recursive: true })
  copyFileSync(name(from.places.masterKey), name(to.places.masterKey))
}
const itself = (path: string): string => path

describe.each(ENGINES)('a backup that is older than a forgetting, on %s', (engine) => {
  /** An office whose backup was taken before two people forgot one of its two reports. */
  async function forgottenSince() {
    const office = await caseOffice(engine)
    const site = await openedSite(office.analyst)
    for (const report of ['report-one', 'report-two']) await entered(office.analyst, `/api/sites/${site}/acts`, receiving(reportSent(report)))
    const [keys, others] = [await keysOf(office.office.cases.entries, HOLDER), await keysOf(office.office.cases.entries, holderOf('report', 'report-two'))]
    const here = deskAt(office.places)
    expect(await backup(here, at.file, at.options)).toBe(0)
    await forget(office, HOLDER)
    const there = deskAt(await freshPlaces(engine))
    at.heard.length = 0
    return { office, here, there, keys, others }
  }

  test('gives nothing of it back: the list beside the master key is replayed before anybody is served', async () => {
    const { here, there, keys, others } = await forgottenSince()
    bring(itself, here, there)
    bring(forgottenListBeside, here, there)
    expect([await restore(there, at.file, at.options), at.heard.at(-1)]).toEqual([0, 'The list of forgotten keys names 1; 1 that the backup had brought back was destroyed again.'])
    expect([await served(there.places, keys), await served(there.places, others)]).toEqual([['forgotten'], ['opens']])
  })

  test('gives nothing of it back where a copy of the list is named, nor where it was drilled', async () => {
    const { here, there, keys } = await forgottenSince()
    bring(itself, here, there)
    const forgotten = join(at.folder, 'media', 'forgotten.list')
    copyFileSync(forgottenListBeside(here.places.masterKey), forgotten)
    expect([await drill(there, at.file, { ...at.options, forgotten }), at.heard]).toEqual([0, expect.arrayContaining(['1 of these keys was forgotten since, and was destroyed again.'])])
    expect([await restore(there, at.file, { ...at.options, forgotten }), await served(there.places, keys)]).toEqual([0, ['forgotten']])
    expect(readFileSync(forgottenListBeside(there.places.masterKey), 'utf8')).toContain(`"key":"${keys[0]}"`)
  })

  test('is refused where nothing says what was forgotten since; whoever says so in full is told what they cannot know', async () => {
    const { here, there, keys } = await forgottenSince()
    bring(itself, here, there)
    expect([await restore(there, at.file, at.options), codeOf(at.heard.at(-1)), await served(there.places, keys)]).toEqual([EXIT_BAD_INPUT, 'backup/no-forgotten-list', ['missing']])
    // A server that was started on the empty place has written a list of its own, which knows nothing of before.
    expect([existsSync(forgottenListBeside(there.places.masterKey)), await restore(there, at.file, at.options), codeOf(at.heard.at(-1))]).toEqual([true, EXIT_BAD_INPUT, 'backup/no-forgotten-list'])
    const elsewhere = deskAt(await freshPlaces(engine))
    bring(itself, here, elsewhere)
    expect([await restore(elsewhere, at.file, { ...at.options, withoutForgottenList: true }), at.heard.at(-1)]).toEqual([0, expect.stringMatching(/was taken is not among them: forget it anew before anybody reads\.$/)])
    expect(await served(elsewhere.places, keys)).toEqual(['opens'])
  })

  test('is refused where a list was changed, cut off or written by somebody else, and nothing is kept', async () => {
    const { here, there, keys } = await forgottenSince()
    bring(itself, here, there)
    const path = forgottenListBeside(there.places.masterKey)
    const whole = readFileSync(forgottenListBeside(here.places.masterKey), 'utf8')
    const stranger = signingKey(join(at.folder, 'media', 'stranger.key'))
    const tried = async (text: string): Promise<unknown> => {
      writeFileSync(path, text)
      return [await restore(there, at.file, at.options), codeOf(at.heard.at(-1))]
    }
    expect([await tried(whole.replace(keys[0] ?? '', 'another')), await tried(whole.split('\n').toSpliced(1, 1).join('\n')), await tried(whole.split('\n').slice(0, 2).join('\n') + '\n'), await tried(textOfForgotten([], stranger)), await tried('')])
      .toEqual([[EXIT_BAD_INPUT, 'forgotten/altered'], [EXIT_BAD_INPUT, 'forgotten/altered'], [EXIT_BAD_INPUT, 'forgotten/cut-short'], [EXIT_BAD_INPUT, 'forgotten/other-key'], [EXIT_BAD_INPUT, 'forgotten/not-a-list']])
    expect(await tried(whole)).toEqual([0, undefined])
    expect(await served(there.places, keys)).toEqual(['forgotten'])
  })

  test('of keys alone, put back in the place of newer ones, is undone at the next start', async () => {
    const office = await caseOffice(engine)
    const site = await openedSite(office.analyst)
    await entered(office.analyst, `/api/sites/${site}/acts`, receiving(reportSent('report-one')))
    const keys = await keysOf(office.office.cases.entries, HOLDER)
    const here = deskAt(office.places)
    const old = join(at.folder, 'two', 'keys')
    expect(await exportKeysTo(here, old)).toBe(0)
    await forget(office, HOLDER)
    await office.office.cases.close()
    const places = { ...office.places, keys: (await freshPlaces(engine)).keys }
    expect([await importKeysFrom(deskAt(places), old), await served(places, keys)]).toEqual([0, ['forgotten']])
  })
})

describe('the list of forgotten keys on this machine', () => {
  test('travels with every backup: restored where only the newest backup is left, it says what was forgotten before that', async () => {
    const office = await caseOffice('sqlite')
    const site = await openedSite(office.analyst)
    await entered(office.analyst, `/api/sites/${site}/acts`, receiving(reportSent('report-one')))
    const keys = await keysOf(office.office.cases.entries, HOLDER)
    const here = deskAt(office.places)
    const older = { ...at.options, keys: join(at.folder, 'two', 'older.age') }
    await backup(here, join(at.folder, 'one', 'older.age'), older)
    await forget(office, HOLDER)
    await backup(here, at.file, at.options)
    const there = deskAt(await freshPlaces('sqlite'))
    bring(itself, here, there)
    // The keys of the older backup beside the entries of the newer one.
    expect(await restore(there, at.file, { ...older, withoutForgottenList: true })).toBe(0)
    expect(await served(there.places, keys)).toEqual(['forgotten'])
  })

  test('is checked and written anew by hand', async () => {
    const office = await caseOffice('sqlite')
    const site = await openedSite(office.analyst)
    await entered(office.analyst, `/api/sites/${site}/acts`, receiving(reportSent('report-one')))
    await forget(office, HOLDER)
    const here = deskAt(office.places)
    const path = forgottenListBeside(office.places.masterKey)
    expect([await checkForgotten(here), at.heard.at(-1)]).toEqual([0, `${path} is whole and names 1 forgotten keys. The ledger knows of 0 more; 0 are still in the store of keys.`])
    truncateSync(path, 100)
    expect([await checkForgotten(here), codeOf(at.heard.at(-1)), await renewForgotten(here), codeOf(at.heard.at(-1))]).toEqual([EXIT_BAD_INPUT, 'forgotten/cut-short', EXIT_BAD_INPUT, 'forgotten/cut-short'])
    rmSync(path)
    expect([await checkForgotten(here), await renewForgotten(here), at.heard.at(-1), existsSync(signingKeyBeside(office.places.masterKey)), await checkForgotten(here)]).toEqual([EXIT_CHAIN_BROKEN, 0, `${path} names 1 forgotten keys, and none of them is left.`, true, 0])
  })
})
