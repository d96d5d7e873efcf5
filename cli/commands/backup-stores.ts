import type { PlainStore } from '../../ledger/plain-tables.ts'
import { openStores, type Stores as Opened } from '../../ledger/store/open-stores.ts'
import type { Places } from '../../ledger/store/places.ts'

/** The three stores at once: what a backup is taken of, and what it is restored into. */
export interface Stores extends Pick<Opened<unknown>, 'entries' | 'keys'> {
  readonly desk: PlainStore
}

/** Opens all three, does, closes those that were opened. */
export async function withStores<Answer>(places: Places, work: (stores: Stores) => Promise<Answer>): Promise<Answer> {
  const { entries, keys, desk, close } = await openStores<unknown>(places)
  try {
    return await work({ entries, keys, desk: desk as unknown as PlainStore })
  } finally {
    await close()
  }
}
