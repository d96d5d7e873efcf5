import { z } from 'zod'
import certaintyDefaults from '../catalogues/policy/certainty.json' with { type: 'json' }
import planningDefaults from '../catalogues/policy/planning.json' with { type: 'json' }
import type { CertaintyPolicy } from '../core/certainty/policy.ts'
import { VENUES } from '../core/intelligence/venue.ts'
import { ACCESSES, SOURCE_KINDS, type WeighingKind } from '../core/intelligence/report.ts'
import { POLICY_WAYS, type PlanningPolicy } from '../core/planning/policy.ts'
import { PriorShape } from './certainty-case.ts'

const Share = z.number().gt(0).lt(1)
const Text = z.string().min(1)

const KindShape = z.strictObject({
  reliability: Share,
  saysSoAnyway: Share,
  cap: z.number().min(1),
  access: z.enum(ACCESSES),
  ownRecord: z.enum(['moves', 'never']),
  no: z
    .strictObject({ sensitivity: Share, specificity: Share })
    .refine(({ sensitivity, specificity }) => sensitivity + specificity >= 1, 'sensitivity and specificity add up to less than 1')
    .optional(),
})

const VenueShape = z.strictObject({
  halfLifeDays: z.number().positive().nullable(),
  shockedHalfLifeDays: z.number().positive().optional(),
  prior: PriorShape.optional(),
})

const WEIGHING = SOURCE_KINDS.filter((kind): kind is WeighingKind => kind !== 'assumption')

export const CertaintyPolicyShape = z.strictObject({
  version: Text,
  source: Text,
  signedBy: Text,
  asOf: z.iso.date(),
  prior: PriorShape,
  kinds: z.strictObject(Object.fromEntries(WEIGHING.map((kind) => [kind, KindShape])) as Record<WeighingKind, typeof KindShape>),
  venues: z
    .record(z.enum(VENUES), VenueShape)
    .refine((venues) => VENUES.every((venue) => venue === 'vessel' || venues[venue].halfLifeDays !== null), 'every venue but a vessel has a half-life'),
  shockedShare: Share,
  defaultCorrelation: z.number().min(0).max(1),
  recordPrior: z.number().positive(),
  interval: z.strictObject({ draws: z.number().int().min(1000).max(65_536), seed: z.number().int(), concentration: z.number().positive(), halfLifeSpread: z.number().min(0) }),
  gates: z.strictObject({
    number: Share,
    numberLowerIntrusion: Share,
    independentRoots: z.number().int().min(1),
    countedReliability: Share,
    freshHalfLives: z.number().positive(),
    attemptSensitivity: Share,
    confirmationHalfLives: z.number().positive(),
  }),
})

const signed = { source: Text, sureness: z.enum(['seen', 'seen-second-hand', 'unverified', 'judgement']), signedBy: Text, asOf: z.iso.date() }

const PolicyValueShape = z.strictObject({ value: z.number().min(0), ...signed })
const way = <Way extends string>(ways: readonly Way[]) => z.strictObject({ value: z.enum(ways), ...signed })

export const PlanningPolicyShape = z.strictObject({
  womenOfficers: PolicyValueShape,
  placeConfirmedHours: PolicyValueShape,
  urgentReviewHours: PolicyValueShape,
  reflectionMinimumDays: PolicyValueShape,
  ngoAtTheScene: way(POLICY_WAYS.ngoAtTheScene),
  civilWitnesses: way(POLICY_WAYS.civilWitnesses),
  removalBasis: way(POLICY_WAYS.removalBasis),
  entryBasis: way(POLICY_WAYS.entryBasis),
  identificationRoute: way(POLICY_WAYS.identificationRoute),
  interviewRecording: way(POLICY_WAYS.interviewRecording),
  ageAssessmentConsent: way(POLICY_WAYS.ageAssessmentConsent),
})

/** The defaults that Daylight comes with. An agency signs its own. */
export const certaintyPolicy = (): CertaintyPolicy => CertaintyPolicyShape.parse(certaintyDefaults) as CertaintyPolicy
export const planningPolicy = (): PlanningPolicy => PlanningPolicyShape.parse(planningDefaults)
