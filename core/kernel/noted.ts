import type { Entry } from './entry.ts'
import type { ActorId, EntryId } from './id.ts'
import type { Instant } from './instant.ts'

/** An entry with its place in its own file. */
export type OnFile<Fact> = Entry<Fact> & { readonly version: number }

/** What stands beside everything that was recorded: in which entry, by whom, and the three times. */
export interface Noted {
  readonly entry: EntryId
  /** The place of the entry in its file. */
  readonly version: number
  readonly by: ActorId
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly receivedAt: Instant | null
}

export const notedOf = ({ id, version, by, occurredAt, recordedAt, receivedAt }: OnFile<unknown>): Noted => ({ entry: id, version, by, occurredAt, recordedAt, receivedAt })

/**
 * What we held at an instant: the entries that had reached us by then.
 *
 * When something happened is a claim of whoever tells it; when it reached us is not, and a court asks for the second.
 * An entry that has not left its device has reached the device alone, when it was written down.
 */
export const asKnownAt = <Held extends Entry<unknown>>(entries: readonly Held[], moment: Instant): readonly Held[] =>
  entries.filter(({ receivedAt, recordedAt }) => (receivedAt ?? recordedAt) <= moment)
