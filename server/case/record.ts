import type { DeviceId, EntryId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Entry } from '../../core/kernel/entry.ts'
import type { Appended, Expected, Stored } from '../../ledger/ledger.ts'
import type { FiledFact } from '../../wire/filing/filed.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'

/** An act as it was sent: who did it, under which id, and when it happened if that was not just now. */
export interface Act {
  readonly who: SignedIn
  readonly id: string
  readonly stream: string
  readonly occurredAt?: Instant | undefined
}

/** What is filed of an act, at the moment it is taken to be written down; and as whom it is held already, where it is. */
export type Filing = (recordedAt: Instant, held: Stored | null) => FiledFact

/** What a screen of the office writes down is written on no device of its own. */
const OFFICE = 'office' as DeviceId

/** What opens a file says whose it is, so that every list can be filtered by it. */
export const openedBy = ({ organisation }: SignedIn, fact: FiledFact): FiledFact => ({ ...fact, clear: { ...fact.clear, organisation: organisation.id } })

export const entryOf = ({ who, id, stream, occurredAt }: Act, recordedAt: Instant, receivedAt: Instant, fact: FiledFact): Entry<FiledFact> =>
  ({ id: id as EntryId, stream, by: who.id, device: OFFICE, occurredAt: occurredAt ?? recordedAt, recordedAt, receivedAt, fact })

/**
 * Files an act once, however often it is sent.
 *
 * Sent again, it would bear another time of recording and so look like another act; so where its id is held already, it is filed as of the
 * moment it was first written down, and the ledger tells whether it says the same.
 */
export async function fileOnce({ cases, now }: Pick<Office, 'cases' | 'now'>, act: Act, filing: Filing, expected?: readonly Expected[]): Promise<Appended> {
  const at = now()
  const first = await cases.sealed.append([entryOf(act, at, at, filing(at, null))], expected)
  if (first.accepted || first.refusal.code !== 'ledger/entry-differs' || !isSameAct(act, first.refusal.held)) return first
  const { held } = first.refusal
  const again: Act = { ...act, occurredAt: act.occurredAt ?? held.occurredAt }
  return cases.sealed.append([entryOf(again, held.recordedAt, at, filing(held.recordedAt, held))], expected)
}

/** Only whoever did something can be sending it again. */
const isSameAct = ({ who, stream }: Act, held: Stored): boolean => held.by === who.id && held.stream === stream
