import type { LedgerTables } from '../row.ts'
import type { KeyTables } from '../sql-key-store.ts'
import { openStore } from './open.ts'
import type { Places } from './places.ts'
import type { Store } from './store.ts'

/** The three stores at once: entries, keys apart from them, and the plain tables of the desk. */
export interface Stores<DeskTables> {
  readonly entries: Store<LedgerTables>
  readonly keys: Store<KeyTables>
  readonly desk: Store<DeskTables>
  readonly close: () => Promise<void>
}

/** Opens all three, or none: what was opened is closed again when the next does not open. */
export async function openStores<DeskTables>(places: Places): Promise<Stores<DeskTables>> {
  const opened: { readonly close: () => Promise<void> }[] = []
  const close = async (): Promise<void> => {
    for (const store of opened.splice(0).toReversed()) await store.close()
  }
  const open = async <Tables>(opening: Promise<Store<Tables>>): Promise<Store<Tables>> => {
    const store = await opening
    opened.push(store)
    return store
  }
  try {
    const entries = await open(openStore<LedgerTables>(places.ledger, 'ledger'))
    const keys = await open(openStore<KeyTables>(places.keys, 'keys'))
    return { entries, keys, desk: await open(openStore<DeskTables>(places.desk, 'desk')), close }
  } catch (error) {
    await close()
    throw error
  }
}
