import { after, type Days, type Instant } from '../kernel/instant.ts'
import type { VerificationMethod } from './attempt.ts'
import { mayActOn, mayShareWith, type ActionKind } from './handling.ts'
import { takeIn } from './intake.ts'
import { lineageConcerns, lineageOf, type LineageConcern } from './lineage.ts'
import type { OwedLead } from './leads.ts'
import { receivedAt } from './report.ts'
import { reviewByOf, type Site } from './site.ts'
import type { ReportOnFile } from './site-facts.ts'
import { NO_RECORDS, reportsInForce } from './site-reports.ts'

/** Codes of what a reviewer should look at in the file of a site. An observation is kept whatever it raises. */
export const SITE_CONCERNS = [
  'report/seen-after-received', 'report/from-the-future', 'report/suspicion-missing', 'report/review-overdue', 'report/review-too-late',
  'report/handling-narrower', 'report/withheld', 'attempt/from-the-future', 'shock/from-the-future', 'lead/without-owner', 'lead/overdue', 'task/overdue',
] as const

/** Something in the file of a site that a reviewer should look at, with the entries that show it. It blocks nothing. */
export type SiteConcern = { readonly code: (typeof SITE_CONCERNS)[number]; readonly restsOn: readonly string[] } | LineageConcern

/** Five years. Source: 28 CFR 23.20(h). A year is taken with its leap days, so that nobody is late by one. */
const LONGEST_KEPT: Days = 5 * 365.25

/** What a reviewer should look at in the file of a site at an instant, the gravest first. */
export function siteConcerns(site: Site, now: Instant, leads: readonly OwedLead[]): readonly SiteConcern[] {
  const reports = site.reports.map(({ report }) => report)
  const idsOf = (which: (report: ReportOnFile) => boolean): readonly string[] => reports.filter(which).map(({ id }) => id)
  const found: readonly (readonly [(typeof SITE_CONCERNS)[number], readonly string[]])[] = [
    ['lead/overdue', leads.filter(({ closed, verifyBy, reviewBy }) => isPast(reviewBy, now) || (closed === null && isPast(verifyBy, now))).map(({ report }) => report)],
    ['lead/without-owner', leads.filter(({ owner, closed }) => owner === null && closed === null).map(({ report }) => report)],
    ['report/seen-after-received', idsOf((report) => report.observedAt > receivedAt(report))],
    ['report/from-the-future', site.reports.filter(({ report, noted }) => Math.max(report.observedAt, receivedAt(report), noted.occurredAt) > noted.recordedAt).map(({ report }) => report.id)],
    ['attempt/from-the-future', site.attempts.filter(({ attempt, noted }) => attempt.at !== 'unknown' && attempt.at > noted.recordedAt).map(({ attempt }) => attempt.id)],
    ['shock/from-the-future', site.shocks.filter(({ shock, noted }) => shock.at > noted.recordedAt).map(({ id }) => id)],
    ['report/suspicion-missing', idsOf(({ speaksOf, suspicion = '' }) => speaksOf.includes('suspect') && suspicion.trim() === '')],
    ['report/review-overdue', site.reports.filter((filed) => isPast(reviewByOf(filed), now)).map(({ report }) => report.id)],
    ['report/review-too-late', site.reports.filter(({ reviews }) => reviews.some(({ reviewBy, noted }) => reviewBy > after(noted.recordedAt, LONGEST_KEPT))).map(({ report }) => report.id)],
    ['report/handling-narrower', [...new Set([...idsOf(({ handling }) => !mayShareWith(handling.sharing, 'own-organisation')), ...actedOn(site)])]],
    ['task/overdue', site.tasks.filter(({ task, answered }) => answered === null && isPast(task.due, now)).map(({ task }) => task.id)],
    ['report/withheld', site.withheldReports.map(({ id }) => id)],
  ]
  const lineage = lineageConcerns(lineageOf(takeIn(reportsInForce(site, NO_RECORDS))))
  return [...lineage, ...found.filter(([, restsOn]) => restsOn.length > 0).map(([code, restsOn]) => ({ code, restsOn }))]
}

const isPast = (moment: Instant | null, now: Instant): boolean => moment !== null && moment <= now

/** How far each way of looking can be noticed by those in control. Judgement. */
const NOTICED_AS: Readonly<Record<VerificationMethod, ActionKind>> = {
  'undercover-contact': 'active', inspection: 'active', 'second-victim-asked': 'active', 'tasked-informant': 'active',
  'undercover-observation': 'passive-check', surveillance: 'passive-check',
}

/** Reports whose permission is narrower than what was done at their site once they were there. */
function actedOn({ reports, attempts }: Site): readonly string[] {
  return reports
    .filter(({ report }) => {
      const { action } = report.handling
      return action !== undefined && attempts.some(({ attempt: { method, at, thisSite } }) =>
        method !== 'unknown' && thisSite === 'yes' && at !== 'unknown' && at >= receivedAt(report) && !mayActOn(action, NOTICED_AS[method]))
    })
    .map(({ report }) => report.id)
}
