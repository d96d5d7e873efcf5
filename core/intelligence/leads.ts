import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { ActorId, ReportId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Attempt } from './attempt.ts'
import { receivedAt, type Report, type SourceAccess } from './report.ts'
import type { LeadOnFile, Site } from './site.ts'
import type { SiteFact } from './site-facts.ts'

/** How a report's source knows, where it is not told: what policy says of its kind. */
export type AccessOf = (report: Report) => SourceAccess

/**
 * Whether somebody is owed an answer: the report is of people present, from somebody who saw, or who speaks for one who did.
 */
export const isOwed = (report: Report, accessOf: AccessOf): boolean =>
  report.finding === 'present' && report.kind !== 'assumption' && accessOf(report) !== 'inferred'

/** A report that somebody is owed an answer to, with where it stands. */
export interface OwedLead {
  readonly report: ReportId
  readonly owner: ActorId | null
  readonly verifyBy: Instant | null
  readonly reviewBy: Instant | null
  readonly closed: LeadOnFile['closed'][number] | null
}

/** Every lead of a site. One that is assigned again after it was closed is open again. */
export const leadsOf = ({ reports, leads }: Site, accessOf: AccessOf): readonly OwedLead[] =>
  reports.filter(({ report }) => isOwed(report, accessOf)).map(({ report }) => standingOf(report.id, leads.find((lead) => lead.report === report.id)))

function standingOf(report: ReportId, lead: LeadOnFile | undefined): OwedLead {
  const last = lead?.assigned.at(-1)
  const closing = lead?.closed.at(-1)
  const closed = closing && !(last && last.noted.version > closing.noted.version) ? closing : null
  return { report, owner: last?.owner ?? null, verifyBy: last?.verifyBy ?? null, reviewBy: closed?.reviewBy ?? last?.reviewBy ?? null, closed }
}

/** Somebody decides that a lead need not be followed any further for now. */
export interface CloseLead {
  readonly report: ReportId
  readonly attempt: string
  readonly because: string
  readonly reviewBy: Instant
}

export type CloseLeadRefusal =
  | { readonly code: 'lead/not-owed'; readonly report: ReportId }
  | { readonly code: 'lead/not-verified'; readonly report: ReportId }
  | { readonly code: 'lead/no-review-date'; readonly report: ReportId }

/**
 * Closing a lead: only after somebody went to look, here and since it reached us, and with a date to look again.
 *
 * A wrong "nobody is there" leaves people captive, and looking again costs little.
 */
export function closeLead({ report: id, attempt, because, reviewBy }: CloseLead, site: Site, now: Instant, accessOf: AccessOf): Decision<SiteFact, CloseLeadRefusal> {
  const lead = site.reports.find(({ report }) => report.id === id)?.report
  if (!lead || !isOwed(lead, accessOf)) return refuse({ code: 'lead/not-owed', report: id })
  if (!site.attempts.some((made) => made.attempt.id === attempt && isAnswerTo(made.attempt, lead, now))) return refuse({ code: 'lead/not-verified', report: id })
  if (reviewBy <= now) return refuse({ code: 'lead/no-review-date', report: id })
  return accept({ type: 'lead/closed', report: id, because, attempt, reviewBy })
}

/** An attempt from before we heard of it was made for something else. */
const isAnswerTo = ({ thisSite, at }: Attempt, lead: Report, now: Instant): boolean =>
  thisSite === 'yes' && at !== 'unknown' && at >= receivedAt(lead) && at <= now
