import { accessOf } from '../../core/certainty/certainty-case.ts'
import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import { leadsOf } from '../../core/intelligence/leads.ts'
import { independentBecauseOf, reviewByOf, gradingInForce, type FiledReport, type Site, type WithheldReport } from '../../core/intelligence/site.ts'
import { siteConcerns } from '../../core/intelligence/site-concerns.ts'
import type { SourceRecords } from '../../core/intelligence/site-reports.ts'
import { isoOf, type Instant } from '../../core/kernel/instant.ts'
import type { Noted } from '../../core/kernel/noted.ts'
import { siteLead } from '../../core/planning/site-lead.ts'
import { operationFile } from '../operation-file.ts'
import type { Speak } from '../words.ts'
import type { SiteAnswer } from './site-answers.ts'

/** What an answer about a site is made for: which hour, as known when, and in which words. */
export interface AnsweredFor {
  readonly id: string
  /** T: the hour that is asked about. */
  readonly at: Instant
  /** K: the site was folded as known then. */
  readonly knownAt: Instant
  readonly records: SourceRecords
  /** Tasks whose words are not for whoever asks; none, where nothing is said. */
  readonly hiddenTasks?: ReadonlySet<string>
  /** Reports whose label keeps their words from whoever asks. */
  readonly hiddenReports?: ReadonlySet<string>
  readonly policy: CertaintyPolicy
  readonly speak: Speak
  readonly plans: SiteAnswer['plans']
  readonly names: SiteAnswer['names']
}

/** What stands beside everything recorded, with its times as text. An entry that has not left its device reached it when it was written. */
export const notedAnswer = ({ entry, version, by, occurredAt, recordedAt, receivedAt }: Noted) => ({
  entry, version, by, occurredAt: isoOf(occurredAt), recordedAt: isoOf(recordedAt), receivedAt: isoOf(receivedAt ?? recordedAt),
})

const beside = ({ noted }: { readonly noted: Noted }) => ({ noted: notedAnswer(noted) })
const orNull = (moment: Instant | null): string | null => (moment === null ? null : isoOf(moment))

/** One site for somebody who may look: as an operation that anybody's reader reads, and beside it what an operation does not say. */
export function siteAnswer(site: Site, { id, at, knownAt, records, hiddenTasks = NONE, hiddenReports = NONE, policy, speak, plans, names }: AnsweredFor): SiteAnswer {
  const owed = leadsOf(site, (report) => accessOf(report, policy))
  return {
    id,
    number: site.number,
    jurisdiction: site.jurisdiction,
    venue: site.venue,
    name: site.name ?? WITHHELD,
    whereabouts: site.whereabouts ?? WITHHELD,
    map: site.map,
    version: site.version,
    knownAt: isoOf(knownAt),
    operation: { ...operationFile(siteLead(site, { at, knownAt, records }, policy)) },
    reports: [...site.reports.map((filed) => reportAnswer(filed, hiddenReports.has(filed.report.id) ? 'not-for-you' : 'open')), ...site.withheldReports.map(withheldAnswer)],
    rooms: site.rooms.map(({ noted, ...room }) => ({ ...room, noted: notedAnswer(noted) })),
    attempts: site.attempts.map((one) => ({ id: one.attempt.id, ...beside(one) })),
    shocks: site.shocks.map((one) => ({ id: one.id, at: isoOf(one.shock.at), kind: one.shock.kind, says: one.says, ...beside(one) })),
    alternatives: site.alternatives.map((one) => ({ says: one.says, ...beside(one) })),
    dissents: site.dissents.map((one) => ({ id: one.id, about: one.about, says: one.says, ...beside(one) })),
    tasks: site.tasks.map((one) => (hiddenTasks.has(one.task.id) ? hiddenTask(one) : taskAnswer(one))),
    leads: owed.map((lead) => ({
      report: lead.report, owner: lead.owner, verifyBy: orNull(lead.verifyBy), reviewBy: orNull(lead.reviewBy),
      closed: lead.closed && { because: lead.closed.because, attempt: lead.closed.attempt, ...beside(lead.closed) },
    })),
    concerns: siteConcerns(site, knownAt, owed).map(({ code, restsOn }) => ({ code, says: speak(`concern.${code}`), restsOn: [...restsOn] })),
    plans,
    names,
  }
}

const NONE: ReadonlySet<string> = new Set()

const WITHHELD = '[withheld]'

const gradingAnswer = (one: FiledReport['gradings'][number]) => ({ grading: one.grading, because: one.because, ...beside(one) })

const reportAnswer = (filed: FiledReport, words: 'open' | 'not-for-you'): SiteAnswer['reports'][number] => ({
  id: filed.report.id,
  ...beside(filed),
  assessment: filed.report.assessment ?? null,
  speaksOf: [...filed.report.speaksOf],
  suspicion: filed.report.suspicion ?? null,
  answers: (gradingInForce(filed) ?? filed.report).answers,
  gradings: filed.gradings.map(gradingAnswer),
  independentBecause: independentBecauseOf(filed),
  reviewBy: isoOf(reviewByOf(filed)),
  words,
})

/** That there was a report stays; nothing else of it is shown. */
const withheldAnswer = ({ id, words, reviewBy, noted }: WithheldReport): SiteAnswer['reports'][number] => ({
  id, noted: notedAnswer(noted), assessment: null, speaksOf: [], suspicion: null, answers: null, gradings: [], independentBecause: null, reviewBy: isoOf(reviewBy ?? noted.occurredAt), words,
})

const taskAnswer = ({ task, noted, answered }: Site['tasks'][number]): SiteAnswer['tasks'][number] => ({
  id: task.id, question: task.question, kind: task.kind, source: task.source ?? null, owner: task.owner, due: isoOf(task.due),
  before: task.before, yes: task.yes, no: task.no, noted: notedAnswer(noted),
  answered: answered && { answer: answered.answer, report: answered.report, says: answered.says, ...beside(answered) },
})

/** That something is being found out, by whom and until when. What is asked, and of which kind of source, would say who was sent. */
const hiddenTask = ({ task, noted, answered }: Site['tasks'][number]): SiteAnswer['tasks'][number] => ({
  id: task.id, question: null, kind: null, source: null, owner: task.owner, due: isoOf(task.due), before: null, yes: null, no: null, noted: notedAnswer(noted),
  answered: answered && { answer: answered.answer, report: null, says: null, ...beside(answered) },
})
