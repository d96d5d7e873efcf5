import { z } from 'zod'
import { SHOCK_KINDS } from '../core/intelligence/shock.ts'
import { GATES } from '../core/certainty/gates.ts'
import { SOURCE_KINDS, type WeighingKind } from '../core/intelligence/report.ts'
import { MARKERS } from '../core/planning/markers.ts'
import { URGENT_TASKS } from '../core/planning/operation.ts'
import { CRITERION_IDS, PHASES } from '../core/planning/requirements.ts'

/**
 * What the API answers with.
 *
 * The compiler holds each answer against its shape where it is sent, and the tests hold real answers against it, so
 * that the published description says neither less nor more than what goes out.
 */
export type Sent<Shape extends z.ZodType> = Unchanging<z.infer<Shape>>

type Unchanging<T> = T extends readonly (infer Entry)[] ? readonly Unchanging<Entry>[] : T extends object ? { readonly [Key in keyof T]: Unchanging<T[Key]> } : T

const Id = z.string()
const Ids = z.array(Id)
/** In UTC to the millisecond; beyond the year 9999 with a sign and six digits (ECMA-262, 21.4.1.32). */
export const InstantAnswer = z.string().regex(/^(?:\d{4}|[+-]\d{6})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
const Share = z.number().min(0).max(1)
const Finding = z.enum(['holds', 'partly', 'fails', 'unknown', 'not-applicable'])
const Met = z.enum(['yes', 'partly', 'no', 'unknown', 'not-applicable'])
const Words = z.string().min(1)
const restsOn = Ids.meta({ description: 'Ids of the entries it rests on' })
const says = Words.meta({ description: 'In words' })

const moved = { before: Share, probability: Share, says }

const StepShape = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('prior'), alpha: z.number(), beta: z.number(), ...moved }),
  z.strictObject({ step: z.literal('wait'), from: InstantAnswer, to: InstantAnswer, days: z.number(), pace: z.enum(['usual', 'shocked']), halfLifeDays: z.number(), ...moved }),
  z.strictObject({ step: z.literal('report'), id: Id, ratio: z.number(), weight: Share, factor: z.number(), endsShock: z.boolean(), ...moved }),
  z.strictObject({ step: z.literal('no-weight'), id: Id, because: z.enum(['assumption', 'derived', 'circle']), ...moved }),
  z.strictObject({ step: z.literal('shock'), at: InstantAnswer, kind: z.enum(SHOCK_KINDS), halfLifeDays: z.number(), ...moved }),
])

/** The answer to one certainty case. */
export const CertaintyAnswerShape = z.strictObject({
  probability: Share.meta({ description: 'The number with everything at its stated value; never shown without its interval' }),
  p10: Share.meta({ description: 'The low end of the interval, on which the gates decide' }),
  p50: Share,
  p90: Share.meta({ description: 'The high end of the interval' }),
  gates: z.array(z.strictObject({ id: z.enum(GATES), state: z.enum(['open', 'closed', 'unknown']), why: Words, code: z.string() })).length(GATES.length),
  validUntil: InstantAnswer.nullable().meta({ description: 'When the first open gate closes; null when one is closed already, or when none will' }),
  steps: z.array(StepShape).meta({ description: 'Each step of the computation, to be repeated by hand' }),
  roots: Ids.meta({ description: 'The reports that carry weight; with none, nothing is known of the site' }),
  at: InstantAnswer.meta({ description: 'The hour of entry' }),
  knownAt: InstantAnswer.meta({ description: 'As known at this instant' }),
  circles: z.array(Ids).meta({ description: 'Reports that rest on each other and on nothing else' }),
  sharedOrigins: z.array(z.strictObject({ id: Id, roots: Ids })),
  drawing: z.strictObject({ version: z.string(), seed: z.int(), draws: z.int(), policy: z.string() }).meta({ description: 'With the case, everything that is needed to compute the interval again' }),
})

export type CertaintySent = Sent<typeof CertaintyAnswerShape>

const RequirementAnswer = z.strictObject({ id: z.string(), met: Met, restsOn, lacks: z.array(Words).meta({ description: 'What would change it' }) })

const WEIGHING = SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption')

const ConditionalShape = z.strictObject({
  notOlderThanDays: z.number(),
  seenAfter: InstantAnswer,
  confirmedBy: z.array(z.strictObject({ kind: z.enum(WEIGHING), p10: Share, gatesHold: z.enum(['yes', 'no']) })),
})

/** The answer to one operation. */
export const AssessmentShape = z.strictObject({
  name: z.string(),
  verdict: z.enum(['smart', 'not-ready', 'blind', 'missed', 'not-missed']).nullable().meta({ description: 'Null on the urgent track, which has no verdict' }),
  track: z.enum(['planned', 'urgent']),
  phases: z.strictObject({ intelligence: Finding, plan: Finding, entry: Finding, aftermath: Finding }),
  markers: z.array(z.strictObject({ id: z.enum(MARKERS), state: z.enum(['found', 'not-found', 'unknown']), why: Words, restsOn })).meta({ description: 'The five signs of a blind raid' }),
  criteria: z.array(
    z.strictObject({
      id: z.enum([...CRITERION_IDS, 'lead/verified', 'lead/review-date']),
      phase: z.enum(PHASES),
      finding: Finding,
      restsOn,
      unknown: z.int().min(0).meta({ description: 'How many of its requirements nothing is known of' }),
      requirements: z.array(RequirementAnswer),
    }),
  ),
  certainty: CertaintyAnswerShape.nullable().meta({ description: 'Null where the venue is unknown' }),
  certaintyAtLatest: z
    .strictObject({ probability: z.number(), p10: z.number(), p50: z.number(), p90: z.number() })
    .nullable()
    .meta({ description: 'Where times are told inexactly: the number had everything been seen as late as it can have been' }),
  conditionalAuthority: ConditionalShape.nullable().meta({ description: 'The report that would let the plan be authorised at the door; null where none would' }),
  unknown: z.strictObject({ of: z.int().min(0), count: z.int().min(0) }),
  urgentTasks: z.array(z.strictObject({ task: z.enum(URGENT_TASKS), owner: Words, done: z.enum(['yes', 'no', 'unknown']), standing: Finding, due: InstantAnswer })),
  concerns: z
    .array(z.strictObject({ code: z.enum(['readiness/urgent-goal', 'lineage/circle', 'lineage/shared-origin', 'law/unverified', 'facts/disputed', 'sources/from-memory']), says, restsOn }))
    .meta({ description: 'What a reviewer should look at; it changes no finding' }),
})

export type AssessmentSent = Sent<typeof AssessmentShape>

/** What became of one problem in what was sent. */
const ProblemOfBody = z.strictObject({
  code: z.string(),
  path: z.string().meta({ description: 'The way to the value, such as reports[2].kind; empty for the whole' }),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  problem: Words,
  expected: z.string().nullable(),
})

/** Who recorded something of which kind, and when: what somebody decided without having read. */
const RecordedMeanwhile = z.strictObject({
  entry: z.string(), version: z.int().min(1), by: z.string(), stream: z.string(), type: z.string(),
  occurredAt: InstantAnswer, recordedAt: InstantAnswer, receivedAt: InstantAnswer,
})

/** Problem details (RFC 9457), with the place of what is wrong. */
export const ProblemShape = z.strictObject({
  type: z.string().meta({ description: 'Where the code is explained' }),
  title: Words.meta({ description: 'The code in words' }),
  status: z.int().min(400).max(599),
  detail: Words,
  code: z.string().meta({ description: 'Public, never renamed and never reused' }),
  path: z.string(),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  expected: z.string().nullable(),
  problems: z.array(ProblemOfBody).meta({ description: 'Everything wrong with what was sent, from its top down; the first stands above as well' }),
  meanwhile: z.array(RecordedMeanwhile).optional().meta({ description: 'With ledger/stale: what was recorded since the version that was decided on' }),
  names: z.record(z.string(), z.string()).optional().meta({ description: 'The names of those who recorded it, by their ids' }),
})

export type Problem = Sent<typeof ProblemShape>

/** The server is up, and which version and which policy it answers by. */
export const HealthShape = z.strictObject({
  status: z.literal('serving'),
  version: z.string(),
  policy: z.string().meta({ description: 'The version of the policy of certainty in force' }),
  offences: z.int().min(0).meta({ description: 'How many offences the catalogue of law holds' }),
})

export type HealthSent = Sent<typeof HealthShape>
