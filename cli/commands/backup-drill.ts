import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyRing, opensUnder } from '../../crypto/key-ring.ts'
import type { Key } from '../../crypto/box.ts'
import { masterKey } from '../../crypto/master-key.ts'
import type { Anchor } from '../../ledger/anchor-line.ts'
import { restoreLines } from '../../ledger/backup.ts'
import { survey, type Survey } from '../../ledger/backup-reading.ts'
import { importKeys } from '../../ledger/key-archive.ts'
import { openOneOfEach, type OpenedKind } from '../../ledger/open-one-of-each.ts'
import { sqlKeyStore } from '../../ledger/sql-key-store.ts'
import { placesOf } from '../../ledger/store/places.ts'
import { verifyAgainst } from '../../ledger/verify-anchors.ts'
import { verify } from '../../ledger/verify.ts'
import { anchorsNamed, anchorsWithin, heldAgainst } from './backup-anchors.ts'
import { closedLines, openerOf } from './backup-files.ts'
import { destroyAgain, forgottenGathered } from './backup-forgotten.ts'
import { withStores, type Stores } from './backup-stores.ts'
import { refuse, told } from './backup-told.ts'
import type { BackupOptions } from './backup.ts'
import { EXIT_BAD_INPUT, EXIT_CHAIN_BROKEN, type LedgerDesk } from './ledger-desk.ts'

/**
 * Restores a backup into an empty place, tries it, says how long that took, and takes the place away again.
 *
 * A backup nobody has restored is a hope. Nothing that was said is printed, and no key leaves its store.
 */
export const drill = (desk: LedgerDesk, file: string, options: BackupOptions, now: () => number = Date.now): Promise<number> =>
  told(desk, file, async () => {
    const { masterKey: at } = desk.places
    if (!existsSync(at)) return refuse(desk, file, { code: 'backup/no-master-key' })
    const folder = mkdtempSync(join(tmpdir(), 'daylight-drill-'))
    const begun = now()
    try {
      return await withStores(placesOf({ folder, databases: null }), async (stores) => {
        const opener = openerOf(options)
        const found = await survey(closedLines(file, opener))
        const master = masterKey(at)
        const keys = await importKeys(stores.keys, closedLines(options.keys, opener), (key) => opensUnder(master, key))
        if (!keys.accepted) return refuse(desk, options.keys, keys.refusal)
        const { forgotten, known } = forgottenGathered(desk, options, found, file)
        const again = await destroyAgain(sqlKeyStore(stores.keys), forgotten)
        const imported = await restoreLines(stores, desk.tables, closedLines(file, opener))
        if (!imported.accepted) return refuse(desk, file, imported.refusal)
        desk.say(`Restored ${imported.entries} entries, ${found.rows} rows of the desk and ${keys.keys} keys into an empty place.`)
        if (again > 0) desk.say(`${again} of these keys ${again === 1 ? 'was' : 'were'} forgotten since, and ${again === 1 ? 'was' : 'were'} destroyed again.`)
        if (known === 'from-the-backup-alone') desk.say('No list of forgotten keys lies beside the master key: a restore asks for it.')
        const held = await tried(desk, file, options, stores, found, master)
        if (held === 0) desk.say(`The backup can be relied on. It took ${((now() - begun) / 1000).toFixed(1)} s.`)
        return held
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

async function tried(desk: LedgerDesk, file: string, options: BackupOptions, stores: Stores, found: Survey, master: Key): Promise<number> {
  const within = anchorsWithin(desk, file, options, found)
  const chain = within === null ? await verify(stores.entries) : await verifyAgainst(stores.entries, within as readonly [Anchor, ...Anchor[]])
  if (!chain.holds) {
    desk.complain(`daylight: the chain is broken at position ${chain.position}: ${chain.fault}.`)
    return EXIT_CHAIN_BROKEN
  }
  desk.say(`The chain holds${within === null ? '; no anchors came with it' : ` and passes through all anchors that came with it (${within.length})`}. Head ${chain.entries}:${chain.head}`)
  const elsewhere = anchorsNamed(desk, options, found)
  if (elsewhere !== null) {
    const survey = { ...found, digests: new Map((await stores.entries.db.selectFrom('entries').select(['position', 'digest']).where('position', 'in', [0, ...elsewhere.map(({ position }) => position)]).execute()).map(({ position, digest }) => [position, digest])) }
    const against = heldAgainst(elsewhere, survey, options.losing)
    if (against !== null) return refuse(desk, file, against)
    desk.say('It reaches as far as the anchors that are kept elsewhere.')
  }
  const ring = await keyRing({ store: sqlKeyStore(stores.keys), master, known: async () => null, lot: 1 })
  return saidOf(desk, await openOneOfEach(stores.entries, ring))
}

function saidOf(desk: LedgerDesk, kinds: readonly OpenedKind[]): number {
  const of = (what: OpenedKind['what']): readonly string[] => kinds.filter((kind) => kind.what === what).map(({ type }) => type)
  const [opened, forgotten, failed] = [of('opened'), of('forgotten'), [...of('missing'), ...of('broken')]]
  desk.say(opened.length === 0 ? 'Nothing in it is sealed and still to be read.' : `One entry of each kind opened with its key: ${opened.join(', ')}.`)
  if (forgotten.length > 0) desk.say(`Of these every entry is forgotten: ${forgotten.join(', ')}.`)
  if (failed.length === 0) return 0
  desk.complain(`daylight: no entry of these kinds opens: ${failed.join(', ')}. The keys are not those of this ledger, or not all of them.`)
  return EXIT_BAD_INPUT
}
