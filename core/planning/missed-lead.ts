import { accessOf } from '../certainty/certainty-case.ts'
import type { Certainty } from '../certainty/certainty.ts'
import { isOwed } from '../intelligence/leads.ts'
import { countedFor } from './asked-certainty.ts'
import { verifies } from './attempt-to-verify.ts'
import { certaintyFor, type InForce } from './dossier.ts'
import type { LeadNotActedOn } from './operation.ts'

/** One thing that the handling of a lead asks for. */
export interface LeadRequirement {
  readonly id: 'lead/verified' | 'lead/review-date'
  /** Not applicable where nobody who saw stands behind the lead, so that nothing is owed. */
  readonly met: 'yes' | 'no' | 'unknown' | 'not-applicable'
  readonly restsOn: readonly string[]
}

/** A lead on which nobody acted, as read at an instant. */
export interface LeadReading {
  readonly read: 'lead'
  readonly verdict: 'missed' | 'not-missed'
  readonly track: 'planned'
  /** Reports from anybody who saw, or who speaks for one who did. */
  readonly owed: readonly string[]
  readonly requirements: readonly LeadRequirement[]
  readonly certainty: Certainty | null
  readonly latest: Certainty | null
  readonly operation: LeadNotActedOn
}

/**
 * A lead from anybody who saw, or who speaks for one who did, is not closed without a recorded attempt to verify and a
 * review date.
 *
 * What is not shown to have been done counts as not done: a wrong "nobody is there" leaves people captive, and looking
 * again costs little. The words say which of the two it is.
 */
export function readLead(operation: LeadNotActedOn, inForce: InForce): LeadReading {
  const certainty = certaintyFor(operation, inForce.certainty)
  const owed = countedFor(operation).filter((report) => isOwed(report, (one) => accessOf(one, inForce.certainty))).map(({ id }) => id)
  const asked = [verified(operation), reviewed(operation)]
  const requirements = owed.length > 0 ? asked : asked.map((requirement) => ({ ...requirement, met: 'not-applicable' as const }))
  const missed = requirements.some(({ met }) => met === 'no' || met === 'unknown')
  return { read: 'lead', verdict: missed ? 'missed' : 'not-missed', track: 'planned', owed, requirements, certainty: certainty?.answer ?? null, latest: certainty?.latest ?? null, operation }
}

function verified(operation: LeadNotActedOn): LeadRequirement {
  const attempts = operation.attempts === 'unknown' ? [] : operation.attempts
  const made = attempts.filter((attempt) => verifies(attempt, operation) === 'yes').map(({ id }) => id)
  if (made.length > 0) return { id: 'lead/verified', met: 'yes', restsOn: made }
  const untold = operation.attempts === 'unknown' || attempts.some((attempt) => verifies(attempt, operation) === 'unknown')
  return { id: 'lead/verified', met: untold ? 'unknown' : 'no', restsOn: attempts.map(({ id }) => id) }
}

/** A review date that has passed without a decision is no review date any more. */
function reviewed({ lead: { reviewBy, standing }, at }: LeadNotActedOn): LeadRequirement {
  const restsOn = ['lead']
  if (reviewBy === 'unknown') return { id: 'lead/review-date', met: 'unknown', restsOn }
  const lapsed = reviewBy === 'none' || (standing !== 'closed' && reviewBy < at)
  return { id: 'lead/review-date', met: lapsed ? 'no' : 'yes', restsOn }
}
