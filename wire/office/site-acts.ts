import { z } from 'zod'
import { METHODS } from '../../core/intelligence/attempt.ts'
import { CONTENT_TESTS, MOTIVES } from '../../core/intelligence/four-questions.ts'
import { ACCESSES, SOURCE_KINDS, type WeighingKind } from '../../core/intelligence/report.ts'
import { SHOCK_KINDS } from '../../core/intelligence/shock.ts'
import { PERSON_CATEGORIES, TASK_ANSWERS } from '../../core/intelligence/site-facts.ts'
import { VENUES } from '../../core/intelligence/venue.ts'
import { GradingShape, HandlingShape } from '../grading.ts'
import { InstantText } from '../instants.ts'
import { reportShapes } from '../report.ts'
import { Line, OpaqueId, Telling } from './asking.ts'

const WEIGHING = SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption')

export const FourAnswersShape = z.strictObject({
  access: z.enum([...ACCESSES, 'unknown']),
  record: z.union([z.literal('unknown'), z.strictObject({ hits: z.int().min(0).max(10_000), misses: z.int().min(0).max(10_000) })]),
  motives: z.union([z.literal('unknown'), z.array(z.enum(MOTIVES))]),
  content: z.enum(CONTENT_TESTS),
})

/** A report as an analyst enters it. */
const REPORT = reportShapes(
  { observed: InstantText, received: InstantText },
  {
    says: Telling,
    assessment: Telling.optional(),
    speaksOf: z.array(z.enum(PERSON_CATEGORIES)).min(1),
    suspicion: Telling.optional(),
    answers: FourAnswersShape,
    grading: GradingShape,
    gradedBecause: Telling.optional(),
    handling: HandlingShape,
    reviewBy: InstantText,
    independentBecause: Telling.optional(),
    /** By its id in the register alone: how often it was borne out is known there, and by nobody who types. */
    source: z.strictObject({ id: OpaqueId }).optional(),
    id: OpaqueId,
  },
)
export const ReportEnteredShape = z.discriminatedUnion('finding', REPORT)

const Attempted = z.strictObject({
  id: OpaqueId,
  method: z.enum(METHODS),
  by: Line,
  at: InstantText,
  thisSite: z.enum(['yes', 'no']),
  ifNobodyThere: Telling.meta({ description: 'What would have been seen had nobody been there' }),
  result: Telling,
  sensitivity: z.number().min(0).max(1),
})

const done = { id: OpaqueId.meta({ description: 'Drawn by whoever asks; the same act sent twice is kept once' }), occurredAt: InstantText.optional() }

/** Everything that can be recorded of a site, by its `act`. */
export const SiteActShape = z.discriminatedUnion('act', [
  z.strictObject({ ...done, act: z.literal('describe'), name: Line.optional(), whereabouts: Telling.optional(), map: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), says: Line }).optional() }),
  z.strictObject({ ...done, act: z.literal('note-room'), room: z.strictObject({ id: OpaqueId, name: Line, floor: Line, says: Telling }) }),
  z.strictObject({ ...done, act: z.literal('receive-report'), report: ReportEnteredShape }),
  z.strictObject({ ...done, act: z.literal('grade-report'), report: OpaqueId, answers: FourAnswersShape, grading: GradingShape, because: Telling }),
  z.strictObject({ ...done, act: z.literal('record-independence'), report: OpaqueId, because: Telling }),
  z.strictObject({ ...done, act: z.literal('set-review'), report: OpaqueId, reviewBy: InstantText, because: Telling }),
  z.strictObject({ ...done, act: z.literal('record-attempt'), attempt: Attempted }),
  z.strictObject({ ...done, act: z.literal('note-shock'), at: InstantText, kind: z.enum(SHOCK_KINDS), says: Telling }),
  z.strictObject({ ...done, act: z.literal('write-alternative'), says: z.string().trim().max(20_000) }),
  z.strictObject({ ...done, act: z.literal('dissent'), about: Line.meta({ description: '`certainty`, or the id of a report, an attempt or a plan' }), says: Telling }),
  z.strictObject({ ...done, act: z.literal('set-task'), question: Telling, kind: z.enum(WEIGHING), source: OpaqueId.optional(), owner: OpaqueId, due: InstantText }),
  z.strictObject({ ...done, act: z.literal('answer-task'), task: OpaqueId, answer: z.enum(TASK_ANSWERS), report: OpaqueId.optional(), says: Telling }),
  z.strictObject({ ...done, act: z.literal('assign-lead'), report: OpaqueId, owner: OpaqueId, verifyBy: InstantText, reviewBy: InstantText }),
  z.strictObject({ ...done, act: z.literal('close-lead'), report: OpaqueId, because: Telling, attempt: OpaqueId, reviewBy: InstantText }),
])
export type SiteAct = z.infer<typeof SiteActShape>

export type ReportEntered = z.infer<typeof ReportEnteredShape>

export const SiteOpenedShape = z.strictObject({
  ...done,
  number: Line.optional().meta({ description: 'The number a site goes by; left out, the next one is given' }),
  jurisdiction: z.string().regex(/^[A-Z]{2}$/, 'two letters of ISO 3166-1, such as TH'),
  venue: z.enum(VENUES),
  halfLifeDays: z.number().positive().max(3650).optional(),
  name: Line,
  whereabouts: Telling,
})
export type SiteOpened = z.infer<typeof SiteOpenedShape>
