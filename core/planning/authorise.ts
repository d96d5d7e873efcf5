import type { FiledReport, Site } from '../intelligence/site.ts'
import type { CaseRole } from '../kernel/access.ts'
import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { ActorId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { MarkerId } from './markers.ts'
import { hourOf } from './planned-operation.ts'
import type { Condition, PlanFact } from './plan-facts.ts'
import type { PlanFile } from './plan-file.ts'
import type { RaidReading } from './readiness.ts'
import type { RequirementId } from './requirements.ts'
import { standingOf } from './standing.ts'

export interface Authorise {
  readonly by: ActorId
  readonly role: CaseRole
  /** The instant of deciding, by the server's clock. */
  readonly at: Instant
}

/** The state as it is: what an authorising officer decides on. The reading is of this plan and this site, as known now. */
export interface BeforeAuthorising {
  readonly plan: PlanFile
  readonly site: Pick<Site, 'version' | 'reports'>
  readonly reading: RaidReading
  /** Which policy was in force, by its versions. */
  readonly policy: readonly string[]
}

export type AuthoriseRefusal =
  | { readonly code: 'plan/not-an-authorising-officer' }
  | { readonly code: 'plan/entered' }
  | { readonly code: 'plan/stood-down' }
  | { readonly code: 'plan/urgent-track' }
  | { readonly code: 'plan/own-plan' }
  | { readonly code: 'plan/hour-has-passed' }
  | { readonly code: 'plan/already-authorised' }
  | { readonly code: 'plan/blind'; readonly markers: readonly MarkerId[] }
  | { readonly code: 'plan/not-ready'; readonly missing: readonly (RequirementId | MarkerId)[] }

/**
 * Lets an operation go ahead, on a plan that is smart, or on a condition that a fresh report can meet.
 *
 * It stores what was known and when, and no reading: a court computes that again. The ledger refuses it as stale where
 * the plan or the site has moved since (`expected` of both).
 */
export function authorise(command: Authorise, before: BeforeAuthorising): Decision<PlanFact, AuthoriseRefusal> {
  const [obstacle] = inTheWay(command, before)
  if (obstacle) return refuse(obstacle)
  const { plan, site, reading, policy } = before
  return accept({ type: 'plan/authorised', plan: plan.version, site: site.version, knownAt: command.at, condition: conditionOf(reading), policy })
}

/** Everything that keeps somebody from authorising this version; empty where nothing does. The first stands for all in a refusal. */
export function inTheWay(command: Authorise, before: BeforeAuthorising): readonly AuthoriseRefusal[] {
  const { plan, reading } = before
  const standing = standingOf(plan, reading)
  const smartWithoutCondition = standing === 'authorised-on-condition' && reading.verdict === 'smart'
  const obstacles: readonly (AuthoriseRefusal | false)[] = [
    command.role !== 'authorising-officer' && { code: 'plan/not-an-authorising-officer' },
    standing === 'entered' && { code: 'plan/entered' },
    standing === 'stood-down' && { code: 'plan/stood-down' },
    standing === 'urgent' && { code: 'plan/urgent-track' },
    (wrote(plan, command.by) || graded(before, command.by)) && { code: 'plan/own-plan' },
    command.at >= hourOf(plan) && { code: 'plan/hour-has-passed' },
    (standing === 'authorised' || (standing === 'authorised-on-condition' && !smartWithoutCondition)) && { code: 'plan/already-authorised' },
    notSmart(reading),
  ]
  return obstacles.filter((obstacle) => obstacle !== false)
}

/**
 * Whoever ever wrote in a plan wrote in every later version of it, since their lines live on in what others rewrite.
 *
 * Opening a plan sets its hour.
 */
const wrote = ({ writings }: PlanFile, by: ActorId): boolean => writings.some(({ noted }) => noted.by === by)

/** Whoever took a report gave it its first grading; a later one counts as much. */
function graded({ site, reading }: BeforeAuthorising, by: ActorId): boolean {
  const restsOn = new Set(reading.dossier.counted.map(({ id }) => id))
  const gradedBy = ({ gradings }: FiledReport): boolean => gradings.some(({ noted }) => noted.by === by)
  return site.reports.some((filed) => restsOn.has(filed.report.id) && gradedBy(filed))
}

/** Blind whatever else is known; and not ready unless smart, or lacking nothing but a fresh report. */
function notSmart({ verdict, markers, criteria, conditional }: RaidReading): AuthoriseRefusal | false {
  const found = markers.filter(({ state }) => state === 'found').map(({ id }) => id)
  if (found.length > 0) return { code: 'plan/blind', markers: found }
  if (verdict === 'smart' || conditional) return false
  const untold = markers.filter(({ state }) => state === 'unknown').map(({ id }) => id)
  const lacking = criteria.flatMap(({ requirements }) => requirements).filter(({ met }) => met !== 'yes' && met !== 'not-applicable').map(({ id }) => id)
  return { code: 'plan/not-ready', missing: [...untold, ...lacking] }
}

/** Only the kinds of report after which every gate holds meet the condition. */
function conditionOf({ verdict, conditional }: RaidReading): Condition | null {
  if (verdict === 'smart' || !conditional) return null
  const { seenAfter, notOlderThanDays, confirmedBy } = conditional
  return { seenAfter, notOlderThanDays, confirmedBy: confirmedBy.filter(({ gatesHold }) => gatesHold === 'yes').map(({ kind }) => kind) }
}
