import type { LedgerTables } from '../../ledger/row.ts'
import type { PlainStore } from '../../ledger/plain-tables.ts'
import type { KeyTables } from '../../ledger/sql-key-store.ts'
import { openStore } from '../../ledger/store/open.ts'
import type { Places } from '../../ledger/store/places.ts'
import type { Store } from '../../ledger/store/store.ts'

/** The three stores at once: what a backup is taken of, and what it is restored into. */
export interface Stores {
  readonly entries: Store<LedgerTables>
  readonly keys: Store<KeyTables>
  readonly desk: PlainStore
}

/** Opens all three, does, closes those that were opened. */
export async function withStores<Answer>(places: Places, work: (stores: Stores) => Promise<Answer>): Promise<Answer> {
  const opened: { readonly close: () => Promise<void> }[] = []
  const open = async <Tables>(opening: Promise<Store<Tables>>): Promise<Store<Tables>> => {
    const store = await opening
    opened.push(store)
    return store
  }
  try {
    const entries = await open(openStore<LedgerTables>(places.ledger, 'ledger'))
    const keys = await open(openStore<KeyTables>(places.keys, 'keys'))
    const desk = await open(openStore<unknown>(places.desk, 'desk'))
    return await work({ entries, keys, desk: desk as unknown as PlainStore })
  } finally {
    for (const store of opened.toReversed()) await store.close()
  }
}
