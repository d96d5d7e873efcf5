import { z } from 'zod'
import type { CertaintyPolicy } from '../core/certainty/policy.ts'
import { VENUES } from '../core/intelligence/venue.ts'
import { ELEMENTS } from '../core/law/offence.ts'
import { SUPPORT_STANDINGS } from '../core/law/element-matrix.ts'
import { LADDER } from '../core/planning/ladder.ts'
import { GOALS, URGENT_BASES, URGENT_TASKS, type Operation } from '../core/planning/operation.ts'
import { METHODS } from '../core/intelligence/attempt.ts'
import { answeredByFacts, REQUIREMENT_IDS } from '../core/planning/requirements.ts'
import { shockShape } from './certainty-case.ts'
import { GradingShape, HandlingShape } from './grading.ts'
import { EarliestInstant, LatestInstant, ToldTime } from './instants.ts'
import { EnteredOffenceShape } from './law.ts'
import { checkOperation } from './operation-checks.ts'
import { PlanShape, SexShape } from './plan.ts'
import { certaintyPolicy } from './policy.ts'
import { reportShapes } from './report.ts'
import { Said } from './said.ts'

const Text = z.string().trim().min(1)
const Unknown = z.literal('unknown')
const Sources = z.array(Text).prefault([]).meta({ description: 'Ids of entries of `sources`' })

/** Named by its publisher, never by a private person. */
export const SourceShape = z.strictObject({
  id: Text,
  title: Text,
  publisher: Text,
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$|^unknown$/, { error: 'not a date such as 1995-08-04, 1995-08 or 1995, nor unknown', abort: true })
    .refine((text) => text === 'unknown' || EarliestInstant.safeParse(text).success, 'not a day of the calendar'),
  reading: z.enum(['primary', 'secondary', 'memory']).meta({ description: 'memory is shown as unverified' }),
})

export const GoalShape = z.strictObject({
  declared: z.enum([...GOALS, 'unknown']).meta({ description: 'What those in charge said it was for' }),
  tasking: z.enum([...GOALS, 'unknown']).prefault('unknown').meta({ description: 'What the tasking shows it was for: who was sent, with which warrants, counting what' }),
  powerOfEntry: Text.prefault('unknown').meta({ description: 'The power by which a door is opened, which is not the goal' }),
  says: Text.prefault('unknown'),
  sources: Sources,
})

export const ChosenOffenceShape = z.strictObject({
  id: Text,
  offence: z.union([Text, EnteredOffenceShape]).meta({ description: 'The id of an offence of the catalogue (daylight law), or an offence a unit enters, signed by a prosecutor' }),
  presumedChild: z.enum(['yes', 'no']).prefault('no'),
  support: z
    .array(z.strictObject({ id: Text, element: z.enum(ELEMENTS), standing: z.enum(SUPPORT_STANDINGS), says: Text, restsOn: z.array(Text).prefault([]) }))
    .prefault([]),
})

const AttemptShape = z.strictObject({
  id: Text,
  method: z.enum([...METHODS, 'unknown']),
  by: Text.prefault('unknown'),
  at: z.union([Unknown, EarliestInstant]).prefault('unknown'),
  thisSite: z.enum(['yes', 'no', 'unknown']).prefault('unknown'),
  ifNobodyThere: z.string().prefault('unknown').meta({ description: 'What would have been seen had nobody been there' }),
  result: z.string().prefault('unknown'),
  sensitivity: z.union([Unknown, z.number().min(0).max(1)]).prefault('unknown'),
  sources: Sources,
})

const HarmLines = z
  .array(z.strictObject({ id: Text, who: Text, harm: Text, likelihood: z.enum(['remote', 'unlikely', 'even', 'likely', 'almost-certain', 'unknown']) }))
  .prefault([])

const Amount = z.union([Unknown, z.number().positive()])

export const HarmTradeShape = z.strictObject({ ofActing: HarmLines, ofNotActing: HarmLines, benefit: Amount, cost: Amount, acceptedBy: Text.prefault('unknown') })

export const ExpectedGroupShape = z.strictObject({ id: Text, sex: SexShape, age: z.enum(['adult', 'child']), low: z.number().int().min(0), high: z.number().int().min(0) })

const REPORTS = reportShapes(
  { observed: ToldTime, received: LatestInstant },
  { says: Text, sources: Sources, independentBecause: Text.optional(), grading: GradingShape.optional(), handling: HandlingShape.optional() },
)

/** A report keeps the earliest time it can mean, and the latest beside it where the two differ. */
const ReportShape = z.discriminatedUnion('finding', REPORTS).transform(({ observedAt: { start, end, told }, ...report }) => ({
  ...report,
  observedAt: start,
  ...(end > start && { inexact: { until: end, told } }),
}))

/** What every operation file says, whatever kind of operation it tells of. */
const ALWAYS = {
  $schema: z.string().optional(),
  format: z.literal('daylight-operation/1'),
  name: Text,
  jurisdiction: Text,
  site: z.strictObject({ name: Text, venue: z.enum([...VENUES, 'unknown']), halfLifeDays: z.number().positive().optional() }),
  at: LatestInstant.meta({ description: 'The hour of entry; for operation: none, the instant at which the handling of the lead is judged' }),
  knownAt: LatestInstant.optional(),
  sources: z.array(SourceShape).prefault([]),
  reports: z.union([Unknown, z.array(ReportShape)]).prefault('unknown'),
  attempts: z.union([Unknown, z.array(AttemptShape)]).prefault('unknown').meta({ description: 'Attempts to verify; an empty list says that there were none' }),
  shocks: z.array(shockShape(EarliestInstant)).prefault([]),
  alternative: z.string().optional().meta({ description: 'The strongest innocent explanation, and what would tell it apart' }),
  expected: z.array(ExpectedGroupShape).prefault([]),
  harm: HarmTradeShape.optional(),
}

/** Danger declared by a named human, who answers for each task until somebody takes it on. */
const UrgentShape = z.strictObject({
  declaredBy: Said.meta({ description: 'A named human, by name or post' }),
  at: EarliestInstant,
  basis: z.enum(URGENT_BASES),
  reasons: Said,
  restsOn: z.array(Text).prefault([]).meta({ description: 'For a child exploited now: at least one report from somebody who saw, or of a credible kind' }),
  tasks: z.array(z.strictObject({ id: Text, task: z.enum(URGENT_TASKS), owner: Said, done: z.enum(['yes', 'no', 'unknown']).prefault('unknown') })).prefault([]),
})

/** What a raid says, planned or past. */
const RAID = {
  ...ALWAYS,
  goal: z.union([Unknown, GoalShape]).prefault('unknown'),
  offences: z.union([Unknown, z.array(ChosenOffenceShape)]).prefault('unknown').meta({ description: 'An empty list says that no anti-trafficking offence was chosen' }),
  rung: z.enum([...LADDER, 'unknown']).prefault('unknown'),
  urgent: UrgentShape.optional(),
}

const FactShape = z.strictObject({
  id: Text,
  about: z.enum(REQUIREMENT_IDS.filter(answeredByFacts)),
  answer: z.enum(['yes', 'partly', 'no', 'unknown', 'not-applicable']),
  says: Text,
  sources: z.array(Text).min(1).meta({ description: 'At least one: a fact without a source is none' }),
})

const LeadShape = z.strictObject({
  standing: z.enum(['open', 'closed', 'unknown']),
  reviewBy: z.union([Unknown, z.literal('none'), LatestInstant]),
  owner: Text,
  says: Text,
  sources: Sources,
})

/** An operation as a file tells it: a unit's own plan, a past operation, or a lead on which nobody acted. */
export const operationShape = (offenceIds: ReadonlySet<string>, policy: CertaintyPolicy = certaintyPolicy()) =>
  z
    .discriminatedUnion('operation', [
      z.strictObject({ ...RAID, operation: z.literal('plan'), plan: PlanShape.prefault({}) }),
      z.strictObject({ ...RAID, operation: z.literal('past'), facts: z.array(FactShape).prefault([]) }),
      z.strictObject({ ...ALWAYS, operation: z.literal('none'), lead: LeadShape }),
    ])
    .check(({ value, issues }) => {
      issues.push(...checkOperation(value as unknown as Operation, { offenceIds, policy }).map((issue) => ({ code: 'custom' as const, input: value, ...issue })))
    })
    .transform(({ $schema: _schema, format: _format, ...operation }) => operation as unknown as Operation)
