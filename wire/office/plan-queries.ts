import { z } from 'zod'
import { InstantText } from '../instants.ts'

const VersionAsked = z.coerce.number().int().min(1).optional().meta({ description: 'The version of the plan; the last where it is left out' })

/** What the address of `GET /api/plans/:id` may ask. */
export const PlanQueryShape = z.strictObject({ version: VersionAsked })

/** What the address of `GET /api/plans/:id/reading` may ask. */
export const ReadingQueryShape = z.strictObject({ version: VersionAsked, knownAt: InstantText.optional().meta({ description: 'With the site as known at this instant; now where it is left out' }) })

/** What the address of `GET /api/plans/:id/compare` asks. */
export const CompareQueryShape = z.strictObject({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) })
