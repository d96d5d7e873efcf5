import { z } from 'zod'
import type { Certainty } from '../../core/certainty/certainty.ts'
import { GATES } from '../../core/certainty/gates.ts'
import { SOURCE_KINDS, type WeighingKind } from '../../core/intelligence/report.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import { AS_FINDING, type Finding } from '../../core/planning/criteria.ts'
import type { Met } from '../../core/planning/answer.ts'
import { MARKERS } from '../../core/planning/markers.ts'
import { URGENT_TASKS } from '../../core/planning/operation.ts'
import type { RaidReading } from '../../core/planning/readiness.ts'
import { CRITERION_IDS, PHASES, REQUIREMENT_IDS } from '../../core/planning/requirements.ts'
import { Answered } from './asking.ts'

const Found = z.enum(Object.values(AS_FINDING) as [Finding, ...Finding[]])
const MetShape = z.enum(Object.keys(AS_FINDING) as [Met, ...Met[]])
const WEIGHING = SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption')
const restsOn = z.array(z.string())
const PhaseShape = z.strictObject({ finding: Found, unknown: z.int().min(0) })
const Interval = { probability: z.number(), p10: z.number(), p50: z.number(), p90: z.number() }

/** A plan as the server read it, for somebody who weighs its site and does not read it: what it comes to, and nothing it was reckoned from. */
export const ReckonedShape = z.strictObject({
  verdict: z.enum(['smart', 'not-ready', 'blind']).nullable(),
  track: z.enum(['planned', 'urgent']),
  phases: z.strictObject({ intelligence: PhaseShape, plan: PhaseShape, entry: PhaseShape, aftermath: PhaseShape }),
  markers: z.array(z.strictObject({ id: z.enum(MARKERS), state: z.enum(['found', 'not-found', 'unknown']), why: z.string(), restsOn })),
  criteria: z.array(z.strictObject({
    id: z.enum(CRITERION_IDS), phase: z.enum(PHASES), finding: Found, restsOn, unknown: z.int().min(0),
    requirements: z.array(z.strictObject({
      id: z.enum(REQUIREMENT_IDS), met: MetShape, restsOn,
      lacks: z.array(z.strictObject({ code: z.string(), figures: z.record(z.string(), z.union([z.string(), z.number()])) })),
    })),
  })),
  certainty: z.strictObject({
    ...Interval, roots: z.int().min(0), validUntil: Answered.nullable(),
    gates: z.array(z.strictObject({ id: z.enum(GATES), state: z.enum(['open', 'closed', 'unknown']) })),
  }).nullable(),
  conditional: z.strictObject({
    seenAfter: Answered, notOlderThanDays: z.number(),
    confirmedBy: z.array(z.strictObject({ kind: z.enum(WEIGHING), p10: z.number(), gatesHold: z.enum(['yes', 'no']) })),
  }).nullable(),
  unknown: z.strictObject({ of: z.int().min(0), count: z.int().min(0) }),
  urgent: z.array(z.strictObject({ task: z.enum(URGENT_TASKS), owner: z.string(), done: z.enum(['yes', 'no', 'unknown']), standing: Found, due: Answered })),
})
export type Reckoned = z.infer<typeof ReckonedShape>

/** A reading that was taken from the whole site, as it is handed to whoever may not read that. */
export const reckonedAnswer = ({ verdict, track, phases, markers, criteria, certainty, conditional, unknown, urgent }: RaidReading): Reckoned => ({
  verdict, track, unknown: { ...unknown },
  phases: { intelligence: { ...phases.intelligence }, plan: { ...phases.plan }, entry: { ...phases.entry }, aftermath: { ...phases.aftermath } },
  markers: markers.map((one) => ({ ...one, restsOn: [...one.restsOn] })),
  criteria: criteria.map((one) => ({
    ...one, restsOn: [...one.restsOn],
    requirements: one.requirements.map((asked) => ({ ...asked, restsOn: [...asked.restsOn], lacks: asked.lacks.map((lacking) => ({ ...lacking, figures: { ...lacking.figures } })) })),
  })),
  certainty: certainty && certaintyReckoned(certainty),
  conditional: conditional && { seenAfter: isoOf(conditional.seenAfter), notOlderThanDays: conditional.notOlderThanDays, confirmedBy: conditional.confirmedBy.map((one) => ({ ...one })) },
  urgent: urgent.map((one) => ({ ...one, due: isoOf(one.due) })),
})

const certaintyReckoned = ({ probability, p10, p50, p90, roots, validUntil, gates }: Certainty): NonNullable<Reckoned['certainty']> => ({
  probability, p10, p50, p90, roots: roots.length, validUntil: validUntil === null ? null : isoOf(validUntil), gates: gates.map(({ id, state }) => ({ id, state })),
})
