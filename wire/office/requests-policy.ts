import { z } from 'zod'
import defaults from '../../catalogues/policy/rights.json' with { type: 'json' }
import { ANSWER_GROUNDS, REGIMES, type RightsPolicy } from '../../core/rights/grounds.ts'
import { ORGANISATION_KINDS } from '../../core/kernel/organisation.ts'

const Sureness = z.enum(['seen', 'seen-second-hand', 'unverified', 'judgement'])
const signed = { source: z.string().min(1), sureness: Sureness, signedBy: z.string().min(1), asOf: z.iso.date() }
const Term = z.strictObject({ value: z.strictObject({ count: z.int().min(1).max(366), unit: z.enum(['days', 'months']) }), ...signed })
const Terms = z.strictObject({ answer: Term, extension: Term })
const Provision = z.strictObject({ 'law-enforcement': z.string().min(1).nullable(), general: z.string().min(1).nullable(), sureness: Sureness })

export const RightsPolicyShape = z.strictObject({
  terms: z.record(z.enum(REGIMES), Terms),
  regimes: z.strictObject({ value: z.record(z.enum(ORGANISATION_KINDS), z.enum(REGIMES)), ...signed }),
  lookersTold: z.strictObject({ value: z.enum(['role-and-organisation', 'name']), ...signed }),
  grounds: z.record(z.enum(ANSWER_GROUNDS), Provision),
})

/** The policy of rights that Daylight comes with. What of it cannot be relied on fails here, and not when somebody asks. */
export const rightsPolicy = (): RightsPolicy => RightsPolicyShape.parse(defaults)
