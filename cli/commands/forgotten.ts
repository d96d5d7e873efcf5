import { existsSync } from 'node:fs'
import { signingKey, signingKeyBeside } from '../../crypto/signing-key.ts'
import { stillThere } from '../../ledger/forgotten-keys.ts'
import { allForgotten, forgottenAt, forgottenListBeside } from '../../ledger/forgotten-list.ts'
import { forgottenInLedger } from '../../ledger/forgotten-table.ts'
import { sqlKeyStore } from '../../ledger/sql-key-store.ts'
import { forgottenHere } from './backup-forgotten.ts'
import { withStores } from './backup-stores.ts'
import { refuse, told } from './backup-told.ts'
import { EXIT_CHAIN_BROKEN, type LedgerDesk } from './ledger-desk.ts'

/** Whether the list is whole, names every key that the ledger says is forgotten, and none of those is left. */
export const checkForgotten = (desk: LedgerDesk): Promise<number> =>
  on(desk, async (path) =>
    withStores(desk.places, async ({ entries, keys }) => {
      const listed = forgottenAt(path, [signingKey(signingKeyBeside(desk.places.masterKey)).publicKey])
      if (listed === null) {
        desk.complain(`daylight: there is no ${path}. Run: daylight forgotten renew`)
        return EXIT_CHAIN_BROKEN
      }
      const all = allForgotten(listed, await forgottenInLedger(entries))
      const left = await stillThere(sqlKeyStore(keys), all)
      desk.say(`${path} is whole and names ${listed.length} forgotten keys. The ledger knows of ${all.length - listed.length} more; ${left.length} are still in the store of keys.`)
      if (left.length === 0 && all.length === listed.length) return 0
      desk.complain('daylight: what was forgotten is not all gone. Start the server, or run: daylight forgotten renew')
      return EXIT_CHAIN_BROKEN
    }),
  )

/** Destroys whatever is forgotten and still there, and writes the list anew where it is missing or behind. */
export const renewForgotten = (desk: LedgerDesk): Promise<number> =>
  on(desk, async (path) =>
    withStores(desk.places, async (stores) => {
      const lines = (await forgottenHere(desk, stores)).split('\n').length - HEAD_AND_END
      desk.say(`${path} names ${lines} forgotten keys, and none of them is left.`)
      return 0
    }),
  )

/** The head, the end, and what stands after the last line break. */
const HEAD_AND_END = 3

const on = (desk: LedgerDesk, work: (path: string) => Promise<number>): Promise<number> => {
  const { ledger, masterKey } = desk.places
  const path = forgottenListBeside(masterKey)
  return told(desk, path, async () => ('file' in ledger && !existsSync(ledger.file) ? refuse(desk, ledger.file, { code: 'backup/nothing-here' }) : work(path)))
}
