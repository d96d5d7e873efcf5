import { byObservation, receivedAt, type Report, type SourceAccess, type VerificationAttempt } from '../intelligence/report.ts'
import type { Shock } from '../intelligence/shock.ts'
import { Defect } from '../kernel/defect.ts'
import type { Days, Instant } from '../kernel/instant.ts'
import type { CertaintyPolicy, Prior } from './policy.ts'
import type { Venue } from '../intelligence/venue.ts'

/**
 * The question: is anybody who is exploited at this site at `at`, as known at `knownAt`?
 *
 * `attempts` and `alternative` left out mean that nothing was said, which is not the same as none.
 */
export interface CertaintyCase {
  readonly name?: string
  readonly venue: Venue
  readonly halfLifeDays?: Days
  readonly prior?: Prior
  /** T: the planned hour of entry. */
  readonly at: Instant
  /** K: the instant of asking; left out, T. */
  readonly knownAt?: Instant
  readonly entry?: 'lower-intrusion' | 'planned'
  readonly shocks?: readonly Shock[]
  readonly reports: readonly Report[]
  readonly attempts?: readonly VerificationAttempt[]
  readonly alternative?: string
}

export const knownAt = (asked: CertaintyCase): Instant => asked.knownAt ?? asked.at

/** The reports that count: observed by T and received by K, in the order in which they are taken. */
export const countedReports = (asked: CertaintyCase): readonly Report[] =>
  asked.reports
    .filter((report) => report.observedAt <= asked.at && receivedAt(report) <= knownAt(asked))
    .toSorted(byObservation)

export const countedShocks = (asked: CertaintyCase): readonly Shock[] =>
  (asked.shocks ?? []).filter(({ at }) => at <= asked.at).toSorted((a, b) => a.at - b.at)

/** h: the half-life of the venue, or the one the case gives, which every explanation prints. */
export function halfLifeOf({ venue, halfLifeDays }: CertaintyCase, policy: CertaintyPolicy): Days {
  const days = halfLifeDays ?? policy.venues[venue].halfLifeDays
  if (days === null) throw new Defect(`a ${venue} has no half-life of its own; the case must give one`)
  return days
}

/** The half-life from a shock on, until somebody sees a person there again. */
export const shockedHalfLifeOf = (asked: CertaintyCase, policy: CertaintyPolicy): Days =>
  policy.venues[asked.venue].shockedHalfLifeDays ?? policy.shockedShare * halfLifeOf(asked, policy)

export const priorOf = ({ venue, prior }: CertaintyCase, policy: CertaintyPolicy): Prior =>
  prior ?? policy.venues[venue].prior ?? policy.prior

export const accessOf = (report: Report, policy: CertaintyPolicy): SourceAccess =>
  report.access ?? (report.kind === 'assumption' ? 'inferred' : policy.kinds[report.kind].access)

/** Saw it, whoever they are. A person's own words passed on with their leave are entered as `saw`. */
export const isFirstHand = (report: Report, policy: CertaintyPolicy): boolean => accessOf(report, policy) === 'saw'
