import { accessOf } from '../certainty/certainty-case.ts'
import type { CertaintyPolicy } from '../certainty/policy.ts'
import type { Asking } from '../certainty/site-question.ts'
import { leadsOf, type OwedLead } from '../intelligence/leads.ts'
import type { Site } from '../intelligence/site.ts'
import { reportsInForce, standIns, type SourceRecords } from '../intelligence/site-reports.ts'
import type { ReportOnFile } from '../intelligence/site-facts.ts'
import type { LeadHandling, LeadNotActedOn, OperationReport } from './operation.ts'

/**
 * A site as an operation: a lead on which nobody has acted yet.
 *
 * So what reads an operation reads a site as well, and a plan takes its reports and attempts from here.
 */
export function siteLead(site: Site, { at, knownAt, records }: Omit<Asking, 'entry'>, policy: CertaintyPolicy): LeadNotActedOn {
  return {
    operation: 'none',
    name: site.name ?? site.number,
    jurisdiction: site.jurisdiction,
    site: { name: site.name ?? site.number, venue: site.venue, ...(site.halfLifeDays !== null && { halfLifeDays: site.halfLifeDays }) },
    at,
    knownAt,
    sources: [],
    reports: operationReports(site, records),
    attempts: site.attempts.map(({ attempt }) => attempt),
    shocks: site.shocks.map(({ shock }) => shock),
    alternative: site.alternatives.at(-1)?.says ?? '',
    expected: [],
    lead: handlingOf(leadsOf(site, (report) => accessOf(report, policy))),
  }
}

/** What was said and how it may be used goes with a report; what an officer makes of it stays in the file of the site. */
const operationReports = (site: Site, records: SourceRecords): readonly OperationReport[] => [
  ...reportsInForce(site, records).map(operationReport),
  ...standIns(site).map((report): OperationReport => ({ ...report, says: WITHHELD, sources: [] })),
]

const WITHHELD = '[withheld]'

function operationReport(report: ReportOnFile): OperationReport {
  const { assessment: _made, speaksOf: _whom, suspicion: _basis, answers: _four, gradedBecause: _why, reviewBy: _until, ...told } = report
  return { ...told, sources: [] }
}

/** The lead that waits longest without an answer speaks for all. */
function handlingOf(leads: readonly OwedLead[]): LeadHandling {
  const open = leads.filter(({ closed }) => closed === null)
  const governing = (open.length > 0 ? open : leads).toSorted((a, b) => (a.reviewBy ?? 0) - (b.reviewBy ?? 0))[0]
  return {
    standing: open.length > 0 || leads.length === 0 ? 'open' : 'closed',
    reviewBy: governing?.reviewBy ?? 'none',
    owner: governing?.owner ?? 'none',
    says: governing?.closed?.because ?? 'unknown',
    sources: [],
  }
}
