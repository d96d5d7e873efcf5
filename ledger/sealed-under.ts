import type { HolderId } from '../core/kernel/id.ts'
import type { KeyId } from '../crypto/key-store.ts'
import type { LedgerTables } from './row.ts'
import { run } from './store/statement.ts'
import type { Store } from './store/store.ts'

const REPORT = 'report/'

/** In the words of the index, which leaves out what is found by its id: a report's own entry (migrations/0001-ledger). */
const UNDER = `
  select sealed_key from entries where about = ? and about <> '${REPORT}' || id
  union select sealed_key from entries where id = ? and about = ?
  order by sealed_key`

/**
 * Every key somebody's words lie under, as the entries themselves tell. Destroying these, and no others, forgets them.
 *
 * Mostly one. Two servers that first hear of a person in the same moment take a key each.
 */
export async function keysOf({ db }: Store<LedgerTables>, about: HolderId): Promise<readonly KeyId[]> {
  const own = about.startsWith(REPORT) ? about.slice(REPORT.length) : ''
  return (await run<{ readonly sealed_key: KeyId }>(db, UNDER, [about, own, about])).map((row) => row.sealed_key)
}

/** The key to go on with; null for somebody of whom nothing was sealed yet. */
export const knownKey =
  (store: Store<LedgerTables>) =>
  async (about: HolderId): Promise<KeyId | null> => (await keysOf(store, about))[0] ?? null
