import { z } from 'zod'
import { VENUES } from '../../core/intelligence/venue.ts'
import { STANDINGS } from '../../core/planning/standing.ts'
import { Answered } from './asking.ts'

/** How many of each kind are found. */
export const MOST_FOUND = 20

/** What the address of `GET /api/search` asks. */
export const SearchQueryShape = z.strictObject({ q: z.string().trim().min(1).max(120).meta({ description: 'Part of a number, a jurisdiction, a kind of venue or a code name. Words that are sealed are not searched' }) })

/** What `GET /api/search` answers. */
export const FoundShape = z.strictObject({
  sites: z.array(z.strictObject({ id: z.string(), number: z.string(), jurisdiction: z.string(), venue: z.enum(VENUES) })),
  plans: z.array(z.strictObject({ id: z.string(), number: z.string(), site: z.string(), siteNumber: z.string(), at: Answered, standing: z.enum(STANDINGS) })),
  sources: z.array(z.strictObject({ id: z.string(), codeName: z.string() })),
})
export type Found = z.infer<typeof FoundShape>
