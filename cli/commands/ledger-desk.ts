import { existsSync } from 'node:fs'
import type { ReadTables } from '../../ledger/projection.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import type { KeyTables } from '../../ledger/sql-key-store.ts'
import { StoreFault } from '../../ledger/store/fault.ts'
import { openStore } from '../../ledger/store/open.ts'
import type { Places } from '../../ledger/store/places.ts'
import type { Location, Store } from '../../ledger/store/store.ts'

/** As in sysexits.h (64 usage, 65 data, 70 software), so that a watch can tell a broken chain from a disk that is away. */
export const EXIT_BAD_INPUT = 64
export const EXIT_CHAIN_BROKEN = 65
export const EXIT_STORE_FAULT = 70

/** Where the ledger and the keys lie and what is kept beside them; what a command says goes to `say`, what stands in its way to `complain`. */
export interface LedgerDesk {
  readonly places: Places
  readonly tables: ReadTables
  /** The file of anchors that the server writes to, where it writes to one. */
  readonly anchors?: string
  readonly say: (text: string) => void
  readonly complain: (text: string) => void
}

type Begins = 'begins' | 'exists'

/** Opens the ledger with its read tables, does, closes. */
export const withLedger = (desk: LedgerDesk, work: (store: Store<LedgerTables>) => Promise<number>, mayBegin: Begins = 'exists'): Promise<number> =>
  opened(desk, desk.places.ledger, mayBegin, 'ledger', async () => {
    const store = await openStore<LedgerTables>(desk.places.ledger, 'ledger')
    return closing(store, async () => {
      for (const { schema } of desk.tables.projections) await store.script(schema)
      return work(store)
    })
  })

/** Opens the store of keys, does, closes. */
export const withKeys = (desk: LedgerDesk, work: (store: Store<KeyTables>) => Promise<number>, mayBegin: Begins = 'exists'): Promise<number> =>
  opened(desk, desk.places.keys, mayBegin, 'store of keys', async () => {
    const store = await openStore<KeyTables>(desk.places.keys, 'keys')
    return closing(store, () => work(store))
  })

/** A world that failed is told in its own sentence and never with a trace. */
async function opened({ complain }: LedgerDesk, place: Location, mayBegin: Begins, what: string, work: () => Promise<number>): Promise<number> {
  if (mayBegin === 'exists' && 'file' in place && !existsSync(place.file)) {
    complain(`daylight: there is no ${what} at ${place.file}.`)
    return EXIT_BAD_INPUT
  }
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error
    complain(`daylight: ${error.message}`)
    return EXIT_STORE_FAULT
  }
}

async function closing(store: { readonly close: () => Promise<void> }, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } finally {
    await store.close()
  }
}
