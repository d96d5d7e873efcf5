import { takeIn } from '../intelligence/intake.ts'
import type { Site } from '../intelligence/site.ts'
import { reportsInForce, standIns, type SourceRecords } from '../intelligence/site-reports.ts'
import type { WeighingKind, Report, VerificationAttempt } from '../intelligence/report.ts'
import type { Instant } from '../kernel/instant.ts'
import type { CertaintyCase } from './certainty-case.ts'
import { estimate } from './estimate.ts'
import type { CertaintyPolicy } from './policy.ts'
import { whatWouldChange } from './what-would-change.ts'

/** What is asked of a site: for which hour, as known when, and how far the entry would intrude. */
export interface Asking {
  readonly at: Instant
  readonly knownAt: Instant
  readonly entry?: 'lower-intrusion' | 'planned'
  /** How often each source was borne out, as known then. */
  readonly records: SourceRecords
}

/**
 * The certainty question of a site at T as known at K.
 *
 * The site is folded as known at K before; each report's own time of receipt is honoured beside that. A unit's own file
 * tells everything it was asked: where no attempt and no alternative stand in it, there is none, and those gates are closed.
 */
export const siteQuestion = (site: Site, { at, knownAt, entry, records }: Asking): CertaintyCase => ({
  name: site.number,
  venue: site.venue,
  at,
  knownAt,
  shocks: site.shocks.map(({ shock }) => shock),
  reports: takeIn([...reportsInForce(site, records), ...standIns(site)]).map(asReport),
  attempts: attemptsMade(site, { at, knownAt }),
  alternative: site.alternatives.at(-1)?.says ?? '',
  ...(site.halfLifeDays !== null && { halfLifeDays: site.halfLifeDays }),
  ...(entry !== undefined && { entry }),
})

/** What certainty reads of a report and nothing else, so that a question can be printed without what was said. */
const asReport = (report: Report): Report => {
  const { id, kind, observedAt, receivedAt, access, derivedFrom, origin, source, heardApart, reporter } = report
  const told = { id, kind, observedAt, receivedAt, access, derivedFrom, origin, source, heardApart, reporter }
  const power = report.finding === 'absent' ? { sensitivity: report.sensitivity, specificity: report.specificity } : {}
  return Object.fromEntries(Object.entries({ ...told, finding: report.finding, ...power }).filter(([, value]) => value !== undefined)) as unknown as Report
}

const attemptsMade = ({ attempts }: Site, { at, knownAt }: Pick<Asking, 'at' | 'knownAt'>): readonly VerificationAttempt[] =>
  attempts.flatMap(({ attempt }) =>
    attempt.thisSite === 'yes' && attempt.at !== 'unknown' && attempt.sensitivity !== 'unknown' && attempt.at <= at && attempt.at <= knownAt
      ? [{ at: attempt.at, sensitivity: attempt.sensitivity, ...(attempt.by !== 'unknown' && { by: attempt.by }) }]
      : [],
  )

/** The number now, and what an answer of one kind of source would make of it. */
export interface Prospect {
  readonly before: number
  readonly yes: number
  /** Null where a kind cannot be sent to look. */
  readonly no: number | null
}

/** What asking one kind of source next would do to the number. */
export function prospectOf(asked: CertaintyCase, kind: WeighingKind, policy: CertaintyPolicy): Prospect {
  const change = whatWouldChange(asked, policy).find((one) => one.kind === kind)
  const before = estimate(asked, policy).probability
  return { before, yes: change?.yes ?? before, no: change?.no ?? null }
}
