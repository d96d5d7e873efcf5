import { createReadStream, existsSync } from 'node:fs'
import { opensUnder } from '../../crypto/key-ring.ts'
import { masterKey, MasterKeyFault } from '../../crypto/master-key.ts'
import { HEADER, linesOf } from '../../ledger/archive-reading.ts'
import { exportKeys, importKeys } from '../../ledger/key-archive.ts'
import { StoreFault } from '../../ledger/store/fault.ts'
import { speakOfKeys } from '../in-words.ts'
import { lyingBeside, writeWhole } from './archive-file.ts'
import { EXIT_BAD_INPUT, withKeys, type LedgerDesk } from './ledger-desk.ts'

/** Writes the wrapped keys to a file of their own, never into the folder of an archive of the ledger. */
export const exportKeysTo = (desk: LedgerDesk, path: string): Promise<number> =>
  withKeys(desk, async (store) => {
    try {
      const archive = lyingBeside(path, HEADER)
      if (archive !== null) {
        desk.complain(`daylight: ${archive} in that folder is an archive of a ledger. Keys and archive do not travel together: give another folder, best on another disk. Nothing was exported.`)
        return EXIT_BAD_INPUT
      }
      await writeWhole(path, exportKeys(store))
    } catch (error) {
      if (error instanceof StoreFault || (error as { syscall?: string }).syscall === undefined) throw error
      desk.complain(`daylight: ${path} could not be written (${(error as { code?: string }).code ?? 'unknown'}). Nothing was left there.`)
      return EXIT_BAD_INPUT
    }
    desk.say(`Exported the wrapped keys to ${path}. Send them by another way than the archive, and the master key (${desk.places.masterKey}) by a third.`)
    return 0
  })

/** Fills an empty store of keys from such a file, whole or not at all, once the master key they are wrapped under is in its place. */
export async function importKeysFrom(desk: LedgerDesk, path: string): Promise<number> {
  const { masterKey: at } = desk.places
  if (!existsSync(at)) {
    desk.complain(`daylight: there is no master key at ${at}. Put the one there that these keys are wrapped under, with mode 600. Nothing was imported.`)
    return EXIT_BAD_INPUT
  }
  return withKeys(desk, async (store) => {
    try {
      const master = masterKey(at)
      const imported = await importKeys(store, linesOf(createReadStream(path, 'utf8')), (key) => opensUnder(master, key))
      if (imported.accepted) {
        desk.say(`Imported ${imported.keys} keys.`)
        return 0
      }
      const { code, line } = imported.refusal
      desk.complain(`daylight: ${path}, line ${line}: ${code}. ${speakOfKeys()(`refusal.${code}`)} Nothing was imported.`)
    } catch (error) {
      if (error instanceof MasterKeyFault) desk.complain(`daylight: ${error.message} Nothing was imported.`)
      else if ((error as { syscall?: string }).syscall === undefined || error instanceof StoreFault) throw error
      else desk.complain(`daylight: ${path} cannot be read (${(error as { code?: string }).code ?? 'unknown'}). Nothing was imported.`)
    }
    return EXIT_BAD_INPUT
  }, 'begins')
}
