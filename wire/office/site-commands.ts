import { accessOf } from '../../core/certainty/certainty-case.ts'
import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import { prospectOf, siteQuestion } from '../../core/certainty/site-question.ts'
import { setTask, type SetTaskRefusal, type Taskable } from '../../core/intelligence/collection.ts'
import { closeLead, type CloseLeadRefusal } from '../../core/intelligence/leads.ts'
import type { Site } from '../../core/intelligence/site.ts'
import type { CollectionTask, SiteFact } from '../../core/intelligence/site-facts.ts'
import type { SourceRecords } from '../../core/intelligence/site-reports.ts'
import { SOURCE_KINDS, type WeighingKind } from '../../core/intelligence/report.ts'
import type { Decision } from '../../core/kernel/decider.ts'
import { never } from '../../core/kernel/defect.ts'
import type { ActorId, ReportId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { OnFile } from '../../core/kernel/noted.ts'
import { saysSomething } from '../../core/planning/says-something.ts'
import type { Problem } from '../report.ts'
import { reportOf } from './report-entered.ts'
import type { SiteAct, SiteOpened } from './site-acts.ts'
import { problemAt, takenId, unknownReport, unknownTask } from './site-problems.ts'

/** What an act is read against: the site as it stands, the register and the policy in force. */
export interface ActContext {
  readonly now: Instant
  readonly site: Site
  readonly policy: CertaintyPolicy
  readonly records: SourceRecords
  /** The sources of the register, by id. */
  readonly sources: ReadonlyMap<string, Taskable>
}

export type SiteRefusal = SetTaskRefusal | CloseLeadRefusal

/** What came of an act: the fact to be kept, what is wrong with it and where, or the one reason why not. */
export type Acted =
  | { readonly made: 'fact'; readonly fact: SiteFact }
  | { readonly made: 'problems'; readonly problems: readonly Problem[] }
  | { readonly made: 'refusal'; readonly refusal: SiteRefusal }

/** Acts of authority, decided on the version that whoever decides has seen. Everything else has happened already. */
export const isDetermination = ({ act }: SiteAct): boolean => act === 'close-lead'

/** When an act happened: when whoever records it says; a decision, when it is made. */
export const happenedAt = (act: SiteAct, now: Instant): Instant => (isDetermination(act) ? now : (act.occurredAt ?? now))

/**
 * What an act that is held already was read against: the file before it, at the instant at which it was recorded.
 *
 * Read so again it gives the same fact, so that an act sent twice is kept once, and another act under its id is told apart.
 */
export function readAgainst<Held extends OnFile<unknown>>(entries: readonly Held[], id: string, now: Instant): { readonly entries: readonly Held[]; readonly now: Instant } {
  const held = entries.find((entry) => entry.id === id)
  return held ? { entries: entries.filter(({ version }) => version < held.version), now: held.recordedAt } : { entries, now }
}

const fact = (made: SiteFact): Acted => ({ made: 'fact', fact: made })
const checked = (problems: readonly Problem[], made: () => SiteFact): Acted => (problems.length > 0 ? { made: 'problems', problems } : fact(made()))

const decided = (decision: Decision<SiteFact, SiteRefusal>): Acted => {
  if (!decision.accepted) return { made: 'refusal', refusal: decision.refusal }
  return fact(decision.facts[0]!)
}

/** The opening of a site, under the number it is given. A vessel has no half-life of its own. */
export const openingFact = ({ jurisdiction, venue, halfLifeDays, name, whereabouts }: SiteOpened, number: string): Acted =>
  checked(venue === 'vessel' && halfLifeDays === undefined ? problemAt(['halfLifeDays'], 'a vessel has no half-life of its own: give the length of the voyage in days') : [], () => ({
    type: 'site/opened', number, jurisdiction, venue, name, whereabouts, ...(halfLifeDays !== undefined && { halfLifeDays }),
  }))

/** The fact that an act comes to. */
export function factOfAct(act: SiteAct, context: ActContext): Acted {
  const { site, now } = context
  switch (act.act) {
    case 'describe': {
      const { name, whereabouts, map } = act
      const said = { ...(name !== undefined && { name }), ...(whereabouts !== undefined && { whereabouts }), ...(map !== undefined && { map }) }
      return checked(Object.keys(said).length > 0 ? [] : problemAt([], 'says nothing about the place: give its name, its whereabouts or a point on the map'), () => ({ type: 'site/described', ...said }))
    }
    case 'note-room':
      return fact({ type: 'site/room-noted', room: act.room })
    case 'receive-report': {
      const { report, problems } = reportOf(act.report, { ...context, receivedAt: happenedAt(act, now) })
      return checked(problems, () => ({ type: 'report/received', report }))
    }
    case 'grade-report':
      return checked(unknownReport(act.report, site), () => ({ type: 'report/graded', report: act.report as ReportId, answers: act.answers, grading: act.grading, because: act.because }))
    case 'record-independence':
      return checked(unknownReport(act.report, site), () => ({ type: 'report/independence-recorded', report: act.report as ReportId, because: act.because }))
    case 'set-review':
      return checked(unknownReport(act.report, site), () => ({ type: 'report/review-set', report: act.report as ReportId, reviewBy: act.reviewBy, because: act.because }))
    case 'record-attempt':
      return checked(takenId(act.attempt.id, site, ['attempt', 'id']), () => ({ type: 'attempt/made', attempt: { ...act.attempt, sources: [] } }))
    case 'note-shock':
      return fact({ type: 'shock/noted', id: act.id, shock: { at: act.at, kind: act.kind }, says: act.says })
    case 'write-alternative':
      return checked(act.says === '' || saysSomething(act.says) ? [] : problemAt(['says'], 'says nothing; write the explanation, or leave it blank until there is one'), () => ({ type: 'alternative/written', says: act.says }))
    case 'dissent':
      return fact({ type: 'dissent/recorded', id: act.id, about: act.about, says: act.says })
    case 'set-task':
      return taskSet(act, context)
    case 'answer-task': {
      const { task, answer, report, says } = act
      return checked([...unknownTask(task, site), ...(report === undefined ? [] : unknownReport(report, site))], () => ({ type: 'task/answered', task, answer, says, ...(report !== undefined && { report: report as ReportId }) }))
    }
    case 'assign-lead':
      return checked(unknownReport(act.report, site), () => ({ type: 'lead/assigned', report: act.report as ReportId, owner: act.owner as ActorId, verifyBy: act.verifyBy, reviewBy: act.reviewBy }))
    case 'close-lead': {
      const problems = unknownReport(act.report, site)
      if (problems.length > 0) return { made: 'problems', problems }
      return decided(closeLead({ report: act.report as ReportId, attempt: act.attempt, because: act.because, reviewBy: act.reviewBy }, site, now, (report) => accessOf(report, context.policy)))
    }
    default:
      return never(act)
  }
}

/** A task, with what its answers would do to the number as it stands. */
function taskSet({ id, question, kind, source, owner, due }: Extract<SiteAct, { act: 'set-task' }>, { now, site, policy, records, sources }: ActContext): Acted {
  const named = source === undefined ? null : sources.get(source)
  if (named === undefined) return { made: 'problems', problems: problemAt(['source'], 'no source of the register has this id') }
  if (named && named.kind !== kind) return { made: 'problems', problems: problemAt(['kind'], `the register says that this source is another kind: ${named.kind}`) }
  const prospect = prospectOf(siteQuestion(site, { at: now, knownAt: now, records }), kind, policy)
  const task: CollectionTask = { id, question, kind, owner: owner as ActorId, due, ...prospect, ...(source !== undefined && { source }) }
  return decided(setTask(task, { now, canBeSent: kindsToSend(policy), source: named }))
}

/** Kinds that policy can send to look: their "no" has a weight of its own. */
const kindsToSend = ({ kinds }: CertaintyPolicy): ReadonlySet<WeighingKind> =>
  new Set(SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption' && kinds[kind].no !== undefined))
