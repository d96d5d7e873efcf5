import { z } from 'zod'
import type { CertaintyCase } from '../core/certainty/certainty-case.ts'
import { SHOCK_KINDS, type ShockKind } from '../core/intelligence/shock.ts'
import { VENUES } from '../core/intelligence/venue.ts'
import { InstantText } from './instants.ts'
import { checkReports, reportShapes } from './report.ts'

const Id = z.string().min(1)

/** Other names that shocks go by in the model's own text, read as the code they stand for. */
const SHOCK_NAMES: Readonly<Record<string, ShockKind>> = {
  visit: 'official-visit',
  raid: 'nearby-raid',
  arrest: 'recruiter-arrest',
  'arrest-of-recruiter': 'recruiter-arrest',
  'arrest-of-a-recruiter': 'recruiter-arrest',
  'known-escape': 'escape',
  media: 'press',
  unknown: 'unstated',
}

/** A shock as an instant alone, or with its kind. */
export const shockShape = (when: typeof InstantText) =>
  z.union([
    when.transform((at) => ({ at, kind: 'unstated' as const })),
    z.strictObject({
      at: when,
      kind: z.preprocess((kind) => (typeof kind === 'string' ? (SHOCK_NAMES[kind] ?? kind) : kind), z.enum(SHOCK_KINDS)).default('unstated'),
    }),
  ])

/** As much experience, or as little, as can be computed with. */
const Experience = z.number().min(1e-9).max(1e12)
export const PriorShape = z.strictObject({ alpha: Experience, beta: Experience })

/** One case of certainty, as a file or a request says it. Source of the shape: design/certainty.md. */
export const CertaintyCaseShape = z
  .strictObject({
    name: z.string().optional(),
    venue: z.enum(VENUES),
    halfLifeDays: z.number().positive().optional(),
    prior: PriorShape.optional(),
    at: InstantText,
    knownAt: InstantText.optional(),
    entry: z.enum(['lower-intrusion', 'planned']).optional(),
    shocks: z.array(shockShape(InstantText)).optional(),
    reports: z.array(z.discriminatedUnion('finding', reportShapes({ observed: InstantText, received: InstantText }))),
    attempts: z.array(z.strictObject({ at: InstantText, sensitivity: z.number().min(0).max(1), by: Id.optional() })).optional(),
    alternative: z.string().optional(),
    expected: z.unknown().meta({ description: 'Read and left alone: what a test expects' }).optional(),
  })
  .check(({ value, issues }) => {
    issues.push(...checkReports(value.reports).map((issue) => ({ code: 'custom' as const, input: value, ...issue })))
    if (value.venue === 'vessel' && value.halfLifeDays === undefined)
      issues.push({ code: 'custom', input: value, path: ['halfLifeDays'], message: 'a vessel has no half-life of its own: give the length of the voyage in days' })
  })
  .transform(({ expected: _expected, ...asked }) => asked as CertaintyCase)

/** The shape of one case, or of a list where a list was given, so that a problem is told of what somebody wrote. */
export const certaintyShapeFor = (value: unknown): z.ZodType<CertaintyCase | readonly CertaintyCase[]> =>
  Array.isArray(value) ? z.array(CertaintyCaseShape) : CertaintyCaseShape
