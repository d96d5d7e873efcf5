import type { Instant } from '../../core/kernel/instant.ts'
import { withPartsOf, type PlanFile } from '../../core/planning/plan-file.ts'
import { planAt } from '../../core/planning/plan-fold.ts'
import { readRaid } from '../../core/planning/readiness.ts'
import type { PlanAnswer } from '../../wire/office/plan-answers.ts'
import { planAnswer, planWithoutSite } from '../../wire/office/plan-answer.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import type { CaseWorker } from '../case/caller.ts'
import { namesOf } from '../case/names.ts'
import { siteAtHand, type SiteAtHand } from '../sites/site-file.ts'
import { operationOf, peopleInPlan, readingAt, type PlanOpened } from './plan-file.ts'

/** A plan at one of its versions, beside its site as known at an instant; null where there is none. */
export interface PlanAtVersion {
  readonly plan: PlanFile
  readonly hand: SiteAtHand
}

export async function planAtVersion(desk: CaseDesk, who: CaseWorker, { file, plan: latest, siteFile }: PlanOpened, version?: number, knownAt?: Instant): Promise<PlanAtVersion | null> {
  if (version !== undefined && version > file.version) return null
  const plan = version === undefined ? latest : planAt(file.entries, version)
  const hand = await siteAtHand(desk, siteFile, { who, look: who.look, knownAt })
  return plan && hand ? { plan, hand } : null
}

/** A plan as it is shown to somebody: what it says, how it stands, and what keeps them from authorising it. */
export async function planShown(desk: CaseDesk, who: CaseWorker, id: string, opened: PlanOpened, { plan, hand }: PlanAtVersion): Promise<PlanAnswer> {
  const { site, records, policy: { inForce, names: policy }, knownAt } = hand
  const now = desk.now()
  const then = { site, records, knownAt, inForce }
  const operation = operationOf(plan, then)
  const reading = readingAt(plan, operation, now, inForce)
  const authorised = plan.authority && withPartsOf(plan, plan.authority.plan)
  const before = { plan, site, reading, policy }
  const shown = {
    id, siteNumber: site.number, latest: opened.file.version, operation, reading, before,
    authorisedReading: authorised && readingAt(authorised, operationOf(authorised, then), now, inForce),
    asks: { by: who.id, role: who.role, at: now },
  }
  const answer = planAnswer(shown, await namesOf(desk, peopleInPlan(opened.file.entries)), desk.speak)
  if (opened.shown.words === 'open') return answer
  return planWithoutSite(answer, { operation, reading: readRaid(operation, inForce), siteNumber: site.number, ids: opened.shown.ids })
}
