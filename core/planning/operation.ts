import type { ElementSupport } from '../law/element-matrix.ts'
import type { EnteredOffence } from '../law/offence.ts'
import type { Grading } from '../intelligence/grading.ts'
import type { Handling } from '../intelligence/handling.ts'
import type { Attempt } from '../intelligence/attempt.ts'
import type { TakenIn } from '../intelligence/intake.ts'
import type { Shock } from '../intelligence/shock.ts'
import type { Venue } from '../intelligence/venue.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Rung } from './ladder.ts'
import type { AgeGroup, Plan, Sex } from './plan.ts'
import type { RequirementId } from './requirements.ts'

/** Where something was read, and how near to the event. Shown beside everything that rests on it. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly date: string
  /** `memory` is shown as unverified. */
  readonly reading: 'primary' | 'secondary' | 'memory'
}

/** What an operation was for. The last five make a raid blind when they govern it (B3). */
export const GOALS = [
  'free-victims', 'stop-traffickers', 'labour-law', 'other-crime', 'welfare-check',
  'clear-district', 'clear-trade', 'clear-class-of-people', 'immigration-enforcement', 'prostitution-enforcement',
] as const
export type GoalKind = (typeof GOALS)[number]

export interface Goal {
  /** What those in charge said it was for. */
  readonly declared: GoalKind | 'unknown'
  /** What the tasking shows it was for: who was sent, with which warrants, counting what. */
  readonly tasking: GoalKind | 'unknown'
  /** The power by which a door is opened, which is not the goal. */
  readonly powerOfEntry: string
  readonly says: string
  readonly sources: readonly string[]
}

/** One offence the operation is grounded in, with what supports each of its elements. */
export interface ChosenOffence {
  readonly id: string
  /** An id of the catalogue, or an offence the unit enters, signed by a prosecutor. */
  readonly offence: string | EnteredOffence
  readonly presumedChild: 'yes' | 'no'
  readonly support: readonly ElementSupport[]
}

/** A statement never stands without its grading, where the form that took it gave one, nor without its handling. */
export type OperationReport = TakenIn & {
  readonly says: string
  readonly sources: readonly string[]
  /** Where the time is not told exactly: the latest it can have been, and what is told. `observedAt` is the earliest. */
  readonly inexact?: { readonly until: Instant; readonly told: string }
  readonly grading?: Grading
  readonly handling?: Handling
}

/** How many people are expected, as a range, never as a number. */
export interface ExpectedGroup {
  readonly id: string
  readonly sex: Sex
  readonly age: AgeGroup
  readonly low: number
  readonly high: number
}

/** A fact about a past operation that answers one requirement, with its source. */
export interface Fact {
  readonly id: string
  readonly about: RequirementId
  readonly answer: 'yes' | 'partly' | 'no' | 'unknown' | 'not-applicable'
  readonly says: string
  readonly sources: readonly string[]
}

/** What may come of acting, or of not acting, for whom. */
export interface HarmLine {
  readonly id: string
  readonly who: string
  readonly harm: string
  readonly likelihood: 'remote' | 'unlikely' | 'even' | 'likely' | 'almost-certain' | 'unknown'
}

/** Why a threshold at all: act when P·B ≥ (1−P)·C. Shown with who accepts the trade. */
export interface HarmTrade {
  readonly ofActing: readonly HarmLine[]
  readonly ofNotActing: readonly HarmLine[]
  readonly benefit: number | 'unknown'
  readonly cost: number | 'unknown'
  readonly acceptedBy: string | 'unknown'
}

/** What an urgent entry owes the people it reaches, with a clock; the review belongs to another unit. */
export const URGENT_TASKS = ['segregation', 'childrens-specialist', 'care', 'evidence', 'review'] as const
export type UrgentTaskKind = (typeof URGENT_TASKS)[number]

/** Who took on a task of an urgent entry, and whether it was done. */
export interface TaskTaken {
  readonly id: string
  readonly task: UrgentTaskKind
  readonly owner: string
  readonly done: 'yes' | 'no' | 'unknown'
}

export const URGENT_BASES = ['danger-to-life', 'child-exploited-now'] as const

/**
 * A named human declares that people are in danger now. It opens the urgent track, which has no verdict.
 *
 * A child exploited now is declared on a first-hand or credible report; danger to life may be seen at the door.
 */
export interface UrgentDeclaration {
  readonly declaredBy: string
  readonly at: Instant
  readonly basis: (typeof URGENT_BASES)[number]
  readonly reasons: string
  readonly restsOn: readonly string[]
  readonly tasks: readonly TaskTaken[]
}

/** What became of a lead on which nobody acted. */
export interface LeadHandling {
  readonly standing: 'open' | 'closed' | 'unknown'
  readonly reviewBy: Instant | 'none' | 'unknown'
  readonly owner: string | 'none' | 'unknown'
  readonly says: string
  readonly sources: readonly string[]
}

interface AnyOperation {
  readonly name: string
  readonly jurisdiction: string
  readonly site: { readonly name: string; readonly venue: Venue | 'unknown'; readonly halfLifeDays?: number }
  /** The hour of entry; for a lead on which nobody acted, the instant at which its handling is judged. */
  readonly at: Instant
  readonly knownAt?: Instant
  readonly sources: readonly Source[]
  /** `unknown` is not the same as an empty list: nothing is said of them. */
  readonly reports: readonly OperationReport[] | 'unknown'
  readonly attempts: readonly Attempt[] | 'unknown'
  readonly shocks: readonly Shock[]
  readonly alternative?: string
  readonly expected: readonly ExpectedGroup[]
  readonly harm?: HarmTrade
}

interface AnyRaid extends AnyOperation {
  readonly goal: Goal | 'unknown'
  readonly offences: readonly ChosenOffence[] | 'unknown'
  readonly rung: Rung | 'unknown'
  readonly urgent?: UrgentDeclaration
}

/** A unit's own plan: silence is a failure. */
export interface PlannedOperation extends AnyRaid {
  readonly operation: 'plan'
  readonly plan: Plan
}

/** An operation that has happened, as published: silence is unknown. */
export interface PastOperation extends AnyRaid {
  readonly operation: 'past'
  readonly facts: readonly Fact[]
}

/** A lead on which nobody acted: only its handling is judged. */
export interface LeadNotActedOn extends AnyOperation {
  readonly operation: 'none'
  readonly lead: LeadHandling
}

export type Raid = PlannedOperation | PastOperation
export type Operation = Raid | LeadNotActedOn
