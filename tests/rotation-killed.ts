import { rotateMasterKey } from '../ledger/rotate-master-key.ts'
import type { PlainStore } from '../ledger/plain-tables.ts'
import type { KeyTables } from '../ledger/sql-key-store.ts'
import { openStore } from '../ledger/store/open.ts'
import type { Places } from '../ledger/store/places.ts'

/** A process of its own that rotates the master key and is killed at the step it was told, as by a power cut. */
const { places, at } = JSON.parse(process.argv[2] ?? '{}') as { readonly places: Places; readonly at: string }

const keys = await openStore<KeyTables>(places.keys, 'keys')
const desk = await openStore<unknown>(places.desk, 'desk')
await rotateMasterKey(places.masterKey, keys, desk as unknown as PlainStore, (step) => {
  if (step === at) process.kill(process.pid, 'SIGKILL')
})
