import type { Sealed } from '../crypto/seals.ts'
import type { Entry } from '../core/kernel/entry.ts'
import type { EntryId } from '../core/kernel/id.ts'

/** What may stand in clear: what filters a list, and nothing that is said about a person. */
export type Clear = Readonly<Record<string, string | number | null | readonly (string | number)[]>>

/** A fact as the ledger keeps it. `form` tells how it was written, so that today's code can read yesterday's facts. */
export interface KeptFact {
  readonly type: string
  readonly form: number
  readonly clear: Clear
  readonly sealed: Sealed | null
}

export type Kept = Entry<KeptFact>

/** An entry as stored: its place in the whole ledger, in its own stream, and in the chain. */
export type Stored<Fact = KeptFact> = Entry<Fact> & {
  readonly position: number
  readonly version: number
  readonly previous: string
  readonly digest: string
}

/** Where the chain ends: enough to tell, later and from outside, that nothing before it was touched. */
export interface Head {
  readonly position: number
  readonly digest: string
}

/** What a determination was decided on: the version of each stream it read. */
export interface Expected {
  readonly stream: string
  readonly version: number
}

/** Somebody else was first. What they recorded meanwhile comes with the refusal, so that it can be shown. */
export interface Stale {
  readonly code: 'ledger/stale'
  readonly stream: string
  readonly expected: number
  readonly found: number
  readonly meanwhile: readonly Stored[]
}

/** An entry with this id is held, and says something else. Neither is dropped in silence: the first stands, the second is refused. */
export interface EntryDiffers {
  readonly code: 'ledger/entry-differs'
  readonly entry: EntryId
  readonly held: Stored
}

export type AppendRefusal = Stale | EntryDiffers

export type Appended =
  | { readonly accepted: true; readonly stored: readonly Stored[] }
  | { readonly accepted: false; readonly refusal: AppendRefusal }

/** Where entries are kept. Append-only: there is no update and no delete. */
export interface Ledger {
  readonly read: (stream: string) => Promise<readonly Stored[]>
  /** Entries after a position, in order, at most `most` of them. */
  readonly since: (position: number, most: number) => Promise<readonly Stored[]>
  readonly head: () => Promise<Head>

  /**
   * Adds entries in one transaction with the read tables, all or none, and answers when the disk has them.
   *
   * Entries held already are skipped, so a device may send a batch again after a broken connection. Pass `expected` for a
   * determination, which must not be made blind; leave it out for observations, which are always kept.
   */
  readonly append: (entries: readonly Kept[], expected?: readonly Expected[]) => Promise<Appended>
}
