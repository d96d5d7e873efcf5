import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { closed } from '../../crypto/age.ts'
import { opensUnder } from '../../crypto/key-ring.ts'
import { masterKey } from '../../crypto/master-key.ts'
import { publicKeyOf, signingKeyBeside } from '../../crypto/signing-key.ts'
import { backupLines, restoreLines } from '../../ledger/backup.ts'
import { survey } from '../../ledger/backup-reading.ts'
import { exportKeys, importKeys } from '../../ledger/key-archive.ts'
import { plainTablesEmpty } from '../../ledger/plain-tables.ts'
import { sqlKeyStore } from '../../ledger/sql-key-store.ts'
import { verify } from '../../ledger/verify.ts'
import { writeWhole } from './archive-file.ts'
import { heldAgainst, anchorsNamed } from './backup-anchors.ts'
import { destroyAgain, forgottenGathered, forgottenHere, keepForgotten } from './backup-forgotten.ts'
import { apart, closedLines, openerOf, recipientsOf, type Locks } from './backup-files.ts'
import { refuse, told } from './backup-told.ts'
import { withStores, type Stores } from './backup-stores.ts'
import { EXIT_CHAIN_BROKEN, type LedgerDesk } from './ledger-desk.ts'

/** What is said beside the name of a backup. */
export interface BackupOptions extends Locks {
  /** The file of the keys, in another folder. */
  readonly keys: string
  readonly anchors?: string
  readonly key?: string
  /** How many anchored entries somebody knows will be missing. */
  readonly losing?: string
  /** A copy of the list of forgotten keys, beside the one that lies by the master key. */
  readonly forgotten?: string
  /** Named with `--without-forgotten-list`, by whoever has no list but the one in the backup. */
  readonly withoutForgottenList?: true
}

/** Writes two closed files: everything but the keys, and, in another folder, the keys. The master key is in neither. */
export const backup = (desk: LedgerDesk, file: string, options: BackupOptions): Promise<number> =>
  told(desk, file, async () => {
    const { ledger } = desk.places
    if ('file' in ledger && !existsSync(ledger.file)) return refuse(desk, file, { code: 'backup/nothing-here' })
    const to = recipientsOf(options)
    apart(file, options.keys)
    return withStores(desk.places, async ({ entries, keys, desk: tables }) => {
      const found = await verify(entries)
      if (!found.holds) {
        desk.complain(`daylight: the chain is broken at position ${found.position}: ${found.fault}. No backup was taken.`)
        return EXIT_CHAIN_BROKEN
      }
      const pub = publicKeyOf(signingKeyBeside(desk.places.masterKey))
      const anchors = options.anchors ?? desk.anchors
      const forgotten = await forgottenHere(desk, { entries, keys })
      // The archive first and the keys after it: a key is committed before an entry names it.
      await writeWhole(file, closed(backupLines({ entries, desk: tables, anchors: textOf(anchors), publicKey: existsSync(pub) ? readFileSync(pub, 'utf8') : null, forgotten }), to))
      await writeWhole(options.keys, closed(exportKeys(keys), to))
      desk.say(`Backed up to ${file}, and the keys to ${options.keys}. The master key (${desk.places.masterKey}) is in neither: recovery shares keep it.`)
      return 0
    })
  })

const textOf = (path: string | undefined): string => {
  const text = path !== undefined && existsSync(path) ? readFileSync(path, 'utf8') : ''
  return text.slice(0, text.lastIndexOf('\n') + 1)
}

/** Fills an empty place from a backup, and refuses one that is older than the anchors say the ledger was, unless the loss is named. */
export const restore = (desk: LedgerDesk, file: string, options: BackupOptions): Promise<number> =>
  told(desk, file, async () => {
    const { masterKey: at } = desk.places
    if (!existsSync(at)) return refuse(desk, file, { code: 'backup/no-master-key' })
    const opener = openerOf(options)
    const found = await survey(closedLines(file, opener))
    const { forgotten, known } = forgottenGathered(desk, options, found, file)
    if (known === 'from-the-backup-alone' && options.withoutForgottenList === undefined) return refuse(desk, file, { code: 'backup/no-forgotten-list' })
    const anchors = anchorsNamed(desk, options, found)
    if (anchors !== null) {
      const held = heldAgainst(anchors, await survey(closedLines(file, opener), new Set(anchors.map(({ position }) => position))), options.losing)
      if (held !== null) return refuse(desk, file, held)
    }
    return withStores(desk.places, async (stores) => {
      if (!(await isEmpty(stores))) return refuse(desk, file, { code: 'backup/place-not-empty' })
      const master = masterKey(at)
      keepForgotten(desk, forgotten)
      const keys = await importKeys(stores.keys, closedLines(options.keys, opener), (key) => opensUnder(master, key))
      if (!keys.accepted) return refuse(desk, options.keys, keys.refusal)
      const again = await destroyAgain(sqlKeyStore(stores.keys), forgotten)
      const imported = await restoreLines(stores, desk.tables, closedLines(file, opener))
      if (!imported.accepted) return refuse(desk, file, imported.refusal)
      desk.say(`Restored ${imported.entries} entries, ${found.rows} rows of the desk and ${keys.keys} keys. Head ${imported.entries}:${imported.head}`)
      desk.say(forgottenTold(forgotten.length, again, known))
      keepAnchors(desk, options, found.anchors)
      return 0
    })
  })

/** What was forgotten, and what a restore with nothing but the backup cannot know. */
const forgottenTold = (count: number, again: number, known: 'beyond-the-backup' | 'from-the-backup-alone'): string =>
  `The list of forgotten keys names ${count}; ${again} that the backup had brought back ${again === 1 ? 'was' : 'were'} destroyed again.${known === 'from-the-backup-alone' ? ' What was forgotten after this backup was taken is not among them: forget it anew before anybody reads.' : ''}`

/** Where the file of anchors was lost too, the one in the backup takes its place. */
function keepAnchors(desk: LedgerDesk, options: BackupOptions, anchors: string): void {
  const path = options.anchors ?? desk.anchors
  if (path === undefined || existsSync(path) || anchors === '') return
  writeFileSync(path, anchors, { mode: 0o600, flag: 'wx' })
  desk.say(`The anchors that came with it were written to ${path}.`)
}

async function isEmpty({ entries, keys, desk }: Stores): Promise<boolean> {
  const some = [await entries.db.selectFrom('entries').select('position').limit(1).execute(), await keys.db.selectFrom('keys').select('id').limit(1).execute()]
  return some.every((rows) => rows.length === 0) && (await plainTablesEmpty(desk))
}

