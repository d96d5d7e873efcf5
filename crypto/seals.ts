import type { EntryId, HolderId } from '../core/kernel/id.ts'
import { Sensitive } from '../core/kernel/sensitive.ts'
import { lock, unlock, type Key } from './box.ts'
import type { HeldKey } from './key-ring.ts'
import type { KeyId } from './key-store.ts'

/** What the ledger holds in place of what is said about a person. */
export interface Sealed {
  readonly about: HolderId
  readonly key: KeyId
  readonly box: string
}

/** A box that its own key does not open: it was altered, or moved from where it was sealed. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  readonly entry: EntryId

  constructor(entry: EntryId) {
    super(`the seal of entry ${entry} is broken`)
    this.entry = entry
  }
}

/** Person, key and entry are bound in: words sealed for one never open as another's, nor in another place. */
const place = (about: HolderId, key: KeyId, entry: EntryId): string => JSON.stringify([about, key, entry])

/** Seals what is said about somebody, coded values and all, under their own key. */
export const seal = (about: HolderId, { id, key }: HeldKey, entry: EntryId, words: Sensitive<unknown>): Sealed =>
  words.sealedWith((said) => ({
    about,
    key: id,
    box: lock(key, Buffer.from(JSON.stringify(said), 'utf8'), place(about, id, entry)).toString('base64'),
  }))

/** Opens a box for somebody who will still need an `Access` to read what was in it. */
export function unseal({ about, key: id, box }: Sealed, key: Key, entry: EntryId): Sensitive<unknown> {
  try {
    return new Sensitive(JSON.parse(unlock(key, Buffer.from(box, 'base64'), place(about, id, entry)).toString('utf8')) as unknown)
  } catch {
    throw new SealBroken(entry)
  }
}
