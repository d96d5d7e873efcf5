import { z } from 'zod'
import useDefaults from '../catalogues/policy/source-use.json' with { type: 'json' }
import type { UseTerms } from '../core/intelligence/source-use.ts'

const UseTermShape = z.strictObject({
  value: z.number().positive(),
  source: z.string().min(1),
  sureness: z.enum(['seen', 'seen-second-hand', 'unverified', 'judgement']),
  signedBy: z.string().min(1),
  asOf: z.iso.date(),
})

/** For how long the use of a source may be authorised, each with where it comes from. */
export const UseTermsShape = z.strictObject({ adultDays: UseTermShape, juvenileDays: UseTermShape, juvenileReviewDays: UseTermShape, urgentHours: UseTermShape })

/** The terms that Daylight comes with, none of them verified yet. */
export const useTerms = (): UseTerms => UseTermsShape.parse(useDefaults)
