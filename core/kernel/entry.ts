import type { ActorId, DeviceId, EntryId } from './id.ts'
import type { Instant } from './instant.ts'

/**
 * One line of the ledger: a fact, and how we came to hold it.
 *
 * Three times are kept because they answer three different questions in court: when it happened, when somebody
 * wrote it down, and when we received it. A device that was offline for two days differs only in the last, which
 * is null as long as the entry has not left the device.
 */
export interface Entry<Fact> {
  readonly id: EntryId
  readonly stream: string
  readonly fact: Fact
  readonly by: ActorId
  readonly device: DeviceId
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly receivedAt: Instant | null
}

/** Orders observations by when they happened; the id breaks ties the same way on every device. */
export const byOccurrence = (a: Entry<unknown>, b: Entry<unknown>): number =>
  a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
