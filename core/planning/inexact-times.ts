import type { Certainty } from '../certainty/certainty.ts'
import type { Gate } from '../certainty/gates.ts'
import { instant } from '../kernel/instant.ts'
import type { Operation, OperationReport } from './operation.ts'

/**
 * Whether an account of the past leaves the time of a sighting open.
 *
 * A unit's own plan is read at the earliest alone: it can find out, and nothing should look fresher than it was.
 */
export const hasInexactTimes = ({ operation, reports }: Operation): boolean =>
  operation !== 'plan' && reports !== 'unknown' && reports.some(({ inexact }) => inexact)

/** The same operation with each sighting of which the time is not told exactly at the latest it can have been. */
export function readAtLatest<Kind extends Operation>(operation: Kind): Kind {
  const { reports, at, knownAt = at } = operation
  if (reports === 'unknown') return operation
  const latest = (report: OperationReport): OperationReport =>
    report.inexact ? { ...report, observedAt: instant(Math.max(report.observedAt, Math.min(report.inexact.until, at, knownAt))) } : report
  return { ...operation, reports: reports.map(latest) }
}

/**
 * The answer of the earliest reading, with each gate unknown that the latest reading would set otherwise.
 *
 * "In 2003" does not say whether somebody was seen there last week, and neither do we.
 */
export const whereBothAgree = (earliest: Certainty, latest: Certainty): Certainty => {
  const gates = earliest.gates.map((gate, i): Gate => (gate.state === latest.gates[i]?.state ? gate : { id: gate.id, state: 'unknown', why: 'times/inexact', figures: {} }))
  return { ...earliest, gates, validUntil: null }
}
