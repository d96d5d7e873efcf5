import { z } from 'zod'
import { POLICY_IDS, type PolicySigned } from '../../core/planning/policy-facts.ts'
import type { FiledFact, InClear } from './filed.ts'

/** The stream in which the policy of the unit lies. */
export const POLICY_STREAM = 'policy/unit'

const SignedShape = z.strictObject({
  id: z.enum(POLICY_IDS),
  value: z.union([z.number(), z.string()]),
  source: z.string(),
  sureness: z.enum(['seen', 'seen-second-hand', 'unverified', 'judgement']),
  signedBy: z.string(),
  asOf: z.string(),
})

/** A signed value as it is filed: in clear, since it is about nobody, and anybody may ask what governs an answer. */
export const filePolicy = ({ type, ...clear }: PolicySigned): FiledFact => ({ type, clear, told: null })

/** A signed value as it is read. */
export const readPolicy = (clear: InClear): PolicySigned => ({ type: 'policy/signed', ...SignedShape.parse(clear) })
