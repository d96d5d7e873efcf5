import { keyRing } from '../../crypto/key-ring.ts'
import { masterKey } from '../../crypto/master-key.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import { sealedLedger, type SealedLedger } from '../../ledger/sealed-ledger.ts'
import { knownKey } from '../../ledger/sealed-under.ts'
import { sqlKeyStore, type KeyTables } from '../../ledger/sql-key-store.ts'
import type { ReadTables } from '../../ledger/projection.ts'
import { sqlLedger } from '../../ledger/sql-ledger.ts'
import { openStore } from '../../ledger/store/open.ts'
import type { Location, Store } from '../../ledger/store/store.ts'
import { caseTables } from '../../ledger/tables/case-tables.ts'

/** Ledger, keys and master key, each where it belongs. */
export interface Places {
  readonly ledger: Location
  readonly keys: Location
  readonly master: string
}

/** A ledger with its seals, put together as a server does it. */
export async function openSealed(places: Places, tables: ReadTables = caseTables): Promise<{ readonly sealed: SealedLedger; readonly ledger: Ledger; readonly store: Store<LedgerTables>; readonly close: () => Promise<void> }> {
  const store = await openStore<LedgerTables>(places.ledger, 'ledger')
  const keys = await openStore<KeyTables>(places.keys, 'keys')
  const ledger = await sqlLedger(store, tables)
  const ring = await keyRing({ store: sqlKeyStore(keys), master: masterKey(places.master), known: knownKey(store) })
  const close = async (): Promise<void> => {
    await store.close()
    await keys.close()
  }
  return { sealed: sealedLedger(ledger, ring, {}), ledger, store, close }
}
