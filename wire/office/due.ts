import { z } from 'zod'
import { STANDINGS } from '../../core/planning/standing.ts'
import { Answered, NamesShape } from './asking.ts'

/** How many lines of each kind are told; whoever has more due than that works from the top. */
export const MOST_DUE = 200

/** How far ahead reviews of reports are told. */
export const REVIEWS_AHEAD_DAYS = 30

/** How far ahead it is told that something is owed to a source. */
export const SOURCES_AHEAD_DAYS = 14

export const WHOSE = ['mine', 'all'] as const

/** What the address of `GET /api/due` may ask. */
export const DueQueryShape = z.strictObject({ whose: z.enum(WHOSE).optional().meta({ description: 'Only what the person who asks owes, or what everybody does' }) })

const atSite = { site: z.string(), siteNumber: z.string() }

/** What `GET /api/due` answers: what somebody owes, the most pressing first, from what stands in clear. */
export const DueShape = z.strictObject({
  now: Answered,
  tasks: z.array(z.strictObject({ ...atSite, task: z.string(), owner: z.string(), due: Answered })).meta({ description: 'Open tasks of collection, whether due yet or not' }),
  leads: z
    .array(z.strictObject({ ...atSite, report: z.string(), owner: z.string().nullable(), verifyBy: Answered.nullable(), reviewBy: Answered.nullable(), because: z.enum(['verify-by', 'review-by']) }))
    .meta({ description: 'Leads whose day to be verified, or to be looked at again, has come' }),
  leadsNobodyHas: z.array(z.strictObject({ ...atSite, count: z.int().min(1) })).meta({ description: 'Sites with leads that have no owner yet, as last reckoned; nobody’s, and so everybody’s' }),
  plans: z.array(z.strictObject({ plan: z.string(), number: z.string(), ...atSite, owner: z.string(), reviewBy: Answered, standing: z.enum(STANDINGS) })).meta({ description: 'Plans that do not go ahead, by when somebody looks again' }),
  reviews: z.array(z.strictObject({ ...atSite, report: z.string(), reviewBy: Answered })).meta({ description: `Reports of which it is asked again whether they may be kept, within ${REVIEWS_AHEAD_DAYS} days` }),
  sources: z.array(z.strictObject({ source: z.string(), owner: z.string(), by: Answered })).meta({ description: 'Sources of whom something is owed, for those who answer for them alone. What it is stands in their file' }),
  names: NamesShape,
})
export type Due = z.infer<typeof DueShape>
