import { sqlLedger } from '../ledger/sql-ledger.ts'
import type { LedgerTables } from '../ledger/row.ts'
import { openStore } from '../ledger/store/open.ts'
import type { Location } from '../ledger/store/store.ts'
import { kept } from './ledger-cast.ts'
import { lastRoom } from './read-table-cast.ts'

/** A process of its own that appends to a ledger somebody else appends to as well. */
const { place, writer, entries } = JSON.parse(process.argv[2] ?? '{}') as { readonly place: Location; readonly writer: number; readonly entries: number }

const store = await openStore<LedgerTables>(place, 'ledger')
const ledger = await sqlLedger(store, { projections: [lastRoom], upcasts: {} })
for (let i = 0; i < entries; i += 4)
  await Promise.all([0, 1, 2, 3].map((more) => ledger.append([kept('site/1', { id: `writer-${writer}-${i + more}` })])))
await store.close()
