import { digest } from '../crypto/digest.ts'
import type { EntryRow } from './row.ts'

/** What the first entry carries, since nothing comes before it. */
export const BEGINNING = '0'.repeat(64)

/** The digest of a row: over the digest of the row before, its place, and everything it says. */
export const digestOf = (row: Omit<EntryRow, 'digest'>): string =>
  digest(JSON.stringify([
    row.previous, row.position, row.id, row.stream, row.version, row.type, row.form, row.actor, row.device,
    row.occurred_at, row.recorded_at, row.received_at, row.clear, row.about, row.sealed_key, row.box,
  ]))

/**
 * What is wrong with a row.
 *
 * `out-of-place`: another position was due, so rows are missing or were added. `unlinked`: it does not follow the row
 * before. `altered`: what it says is not what was digested. `version`: its stream counts otherwise.
 */
export type RowFault = 'out-of-place' | 'unlinked' | 'altered' | 'version'

/** Goes along a ledger row by row, in position order, and says what is wrong with the first row that does not hold. */
export function chainWalk(): { readonly next: (row: EntryRow) => RowFault | null; readonly at: () => { readonly position: number; readonly digest: string } } {
  let position = 0
  let previous = BEGINNING
  const versions = new Map<string, number>()
  return {
    at: () => ({ position, digest: previous }),
    next: (row) => {
      const fault = faultIn(row, { position, previous, version: versions.get(row.stream) ?? 0 })
      position = row.position
      previous = row.digest
      versions.set(row.stream, row.version)
      return fault
    },
  }
}

function faultIn(row: EntryRow, before: { readonly position: number; readonly previous: string; readonly version: number }): RowFault | null {
  if (row.position !== before.position + 1) return 'out-of-place'
  if (row.previous !== before.previous) return 'unlinked'
  if (row.digest !== digestOf(row)) return 'altered'
  return row.version === before.version + 1 ? null : 'version'
}
