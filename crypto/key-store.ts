import type { Id } from '../core/kernel/id.ts'

/** Names a key and tells nothing of whom it serves: which person a key belongs to is known to the ledger alone. */
export type KeyId = Id<'key'>

/** A secret sealed under the master key. Worth nothing without it. */
export interface WrappedKey {
  readonly id: KeyId
  readonly wrapped: string
}

/** What the store says of a key it was asked for. A key that was destroyed leaves its id behind, so that it is not mistaken for one that was lost. */
export type FoundKey = { readonly wrapped: string } | 'forgotten'

/**
 * Where wrapped keys are kept: a store of its own, never the ledger's database, never in its backup.
 *
 * `add` has made the keys durable when it answers. `drop` destroys them, in every copy the store itself holds.
 */
export interface KeyStore {
  readonly add: (keys: readonly WrappedKey[]) => Promise<void>
  readonly find: (ids: readonly KeyId[]) => Promise<ReadonlyMap<KeyId, FoundKey>>
  readonly drop: (ids: readonly KeyId[]) => Promise<void>
}
