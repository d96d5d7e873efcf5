import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import type { Stored } from '../ledger.ts'

/** What an entry says in clear, by name; null where it says nothing of the kind. */
export const textIn = ({ fact }: Stored, name: string): string | null => {
  const value = fact.clear[name]
  return typeof value === 'string' ? value : null
}

export const numberIn = ({ fact }: Stored, name: string): number | null => {
  const value = fact.clear[name]
  return typeof value === 'number' ? value : null
}

/** The id in the name of a stream; null for streams of another kind. */
export const idIn = (kind: 'site' | 'plan' | 'source', { stream }: Stored): string | null => (stream.startsWith(`${kind}/`) ? stream.slice(kind.length + 1) : null)

/** When we received it; what never left a device that is our own, when it was written down. */
export const cameAt = ({ receivedAt, recordedAt }: Stored): number => receivedAt ?? recordedAt

/** Before any time that is told; keeps what happened before 1970 in order too. */
const LONG_BEFORE = 1e15

/** Orders entries by when they happened, and by their id where that was the same moment, as a fold does. */
export const toldOrder = ({ occurredAt, id }: Stored): string => `${String(LONG_BEFORE + occurredAt).padStart(16, '0')} ${id}`

const DIGITS = 12

/** Sorts S-9 before S-10, on either engine. */
export const inOrder = (number: string): string => asSought(number).replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'))

/** Text as it is searched: capital and small letters alike, and no letter written in two ways. */
export const asSought = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Whose a file is and who opened it, from the entry that opens it. Every file that was opened before there were organisations is the unit's own. */
export const openedBy = (entry: Stored, opens: boolean): { readonly organisation: string | null; readonly opened_by: string | null; readonly reach: string | null } =>
  opens ? { organisation: textIn(entry, 'organisation') ?? OWN_UNIT, opened_by: entry.by, reach: 'unit' } : { organisation: null, opened_by: null, reach: null }
