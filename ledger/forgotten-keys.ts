import type { KeyId, KeyStore } from '../crypto/key-store.ts'
import type { SigningKey } from '../crypto/signing-key.ts'
import { allForgotten, forgottenAt, writeForgotten, type Forgotten } from './forgotten-list.ts'
import { forgottenInLedger } from './forgotten-table.ts'
import type { LedgerTables } from './row.ts'
import type { Store } from './store/store.ts'

/** Where it stands that keys are forgotten, and where they would lie if they were not. */
export interface ForgottenPlace {
  readonly entries: Store<LedgerTables>
  readonly keys: KeyStore
  readonly signing: SigningKey
  /** The list beside the master key. */
  readonly path: string
}

/**
 * Makes true again what the ledger and the list say: every key of either is gone from the store of keys, and stands in the list.
 *
 * Done before anybody is served. A machine that stopped between the fact, the key and the list ends here, whichever it had reached; so does
 * a store of keys that was put back from before. `also` is what is known from elsewhere. Answers with how many keys had to be destroyed again.
 */
export async function replayForgotten({ entries, keys, signing, path }: ForgottenPlace, also: readonly Forgotten[] = []): Promise<number> {
  const listed = forgottenAt(path, [signing.publicKey])
  const all = allForgotten(listed ?? [], await forgottenInLedger(entries), also)
  const left = await stillThere(keys, all)
  if (left.length > 0) await keys.drop(left)
  if (listed === null || listed.length < all.length) writeForgotten(path, all, signing)
  return left.length
}

/** Keys that are said to be forgotten and are not. */
export async function stillThere(keys: KeyStore, forgotten: readonly Forgotten[]): Promise<readonly KeyId[]> {
  const found = await keys.find(forgotten.map(({ key }) => key as KeyId))
  return [...found].flatMap(([id, key]) => (key === 'forgotten' ? [] : [id]))
}
