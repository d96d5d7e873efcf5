import type { WeighingKind } from '../intelligence/report.ts'
import type { ActorId, ReportId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ChosenOffence, ExpectedGroup, Goal, HarmTrade, Source, UrgentDeclaration, UrgentTaskKind } from './operation.ts'
import type { Rung } from './ladder.ts'
import type { Plan } from './plan.ts'

/** What each part of a plan holds. The first seven are of the operation; the others are its sections. */
export interface PlanContents extends Plan {
  readonly hour: { readonly at: Instant }
  readonly rung: { readonly rung: Rung }
  readonly goal: Goal
  readonly offences: readonly ChosenOffence[]
  readonly expected: readonly ExpectedGroup[]
  readonly harm: HarmTrade
  /** Papers that an element rests on beside reports: contracts, ledgers, statements, each with where it was read. */
  readonly sources: readonly Source[]
}

export type PlanPart = keyof PlanContents

/** In the order in which a plan is told. */
export const PLAN_PARTS = [
  'hour', 'goal', 'sources', 'offences', 'rung', 'expected', 'harm',
  'alternatives', 'safety', 'segregation', 'suspects', 'evidence', 'identification', 'interviews', 'crossReferencing',
  'care', 'transition', 'status', 'media', 'authority', 'deconfliction', 'secrecy', 'expectations', 'contingency',
] as const satisfies readonly PlanPart[]

export type PartWritten = { readonly [Part in PlanPart]: { readonly type: 'plan/part-written'; readonly part: Part; readonly content: PlanContents[Part] } }[PlanPart]

/** Under which condition a plan may go ahead: a named confirming report, first-hand and present, seen after an instant. */
export interface Condition {
  readonly seenAfter: Instant
  readonly notOlderThanDays: number
  /** The kinds of report after which every gate would hold. */
  readonly confirmedBy: readonly WeighingKind[]
}

/** Who answers for a plan that does not go ahead, why, and when somebody looks again: non-action is a decision too. */
export interface NotActing {
  readonly because: string
  readonly owner: ActorId
  readonly reviewBy: Instant
}

/** Everything that can be recorded of a plan. */
export type PlanFact =
  | { readonly type: 'plan/opened'; readonly number: string; readonly site: string; readonly at: Instant }
  | PartWritten
  | {
      readonly type: 'plan/authorised'
      /** The version of the plan, and of the site, on which it was decided. */
      readonly plan: number
      readonly site: number
      readonly knownAt: Instant
      readonly condition: Condition | null
      readonly policy: readonly string[]
    }
  | ({ readonly type: 'plan/refused' } & NotActing)
  | ({ readonly type: 'plan/stood-down' } & NotActing)
  | { readonly type: 'plan/confirmed'; readonly report: ReportId }
  | { readonly type: 'plan/urgent-declared'; readonly declaration: Omit<UrgentDeclaration, 'tasks'> }
  | { readonly type: 'plan/task-taken'; readonly task: UrgentTaskKind; readonly owner: string; readonly done: 'yes' | 'no' }
  | { readonly type: 'plan/entry-recorded'; readonly at: Instant; readonly says: string }
