import { z } from 'zod'
import type { InForce } from '../../core/planning/dossier.ts'
import { allowedFor, POLICY_IDS, policyValue, type PolicyId, type PolicySigned } from '../../core/planning/policy-facts.ts'
import { InstantText } from '../instants.ts'
import { Line, NamesShape, NotedShape, OpaqueId, Telling, Version } from './asking.ts'

const SURENESS = ['seen', 'seen-second-hand', 'unverified', 'judgement'] as const

/** What `POST /api/policy/acts` takes: one value, signed. It carries the version of the policy it was decided on in If-Match. */
export const PolicyActShape = z.strictObject({
  id: OpaqueId,
  occurredAt: InstantText.optional(),
  act: z.literal('sign'),
  of: z.enum(POLICY_IDS),
  value: z.union([z.number(), z.string().max(100)]),
  source: Telling.meta({ description: 'The law, order or guidance it comes from' }),
  sureness: z.enum(SURENESS).prefault('judgement'),
  signedBy: Line.meta({ description: 'Who stands behind it, by post' }),
  asOf: z.iso.date(),
})
export type PolicyAct = z.infer<typeof PolicyActShape>

const stands = { value: z.union([z.number(), z.string()]), source: z.string(), sureness: z.enum(SURENESS), signedBy: z.string(), asOf: z.string() }

/** What `GET /api/policy` answers: every value with who stands behind it, what else it may be, and each signing. */
export const PolicyShape = z.strictObject({
  version: Version,
  certainty: z.string().meta({ description: 'The version of the policy of certainty in force' }),
  values: z.array(
    z.strictObject({
      id: z.enum(POLICY_IDS),
      ...stands,
      default: z.strictObject(stands),
      range: z.strictObject({ least: z.number(), most: z.number(), whole: z.enum(['yes', 'no']) }).nullable(),
      ways: z.array(z.string()).nullable(),
      signed: z.array(z.strictObject({ noted: NotedShape, ...stands })).meta({ description: 'Oldest first' }),
    }),
  ),
  names: NamesShape,
})
export type PolicyAnswer = z.infer<typeof PolicyShape>

/** A signing with the entry that holds it. */
export type SignedNoted = PolicySigned & { readonly noted: z.infer<typeof NotedShape> }

interface PolicyOpened {
  readonly version: number
  readonly defaults: Pick<InForce, 'certainty' | 'planning'>
  readonly inForce: Pick<InForce, 'certainty' | 'planning'>
  readonly signed: readonly SignedNoted[]
}

export const policyAnswer = ({ version, defaults, inForce, signed }: PolicyOpened, names: Readonly<Record<string, string>>): PolicyAnswer => ({
  version,
  certainty: inForce.certainty.version,
  values: POLICY_IDS.map((id) => ({
    id,
    ...policyValue(inForce, signed, id),
    default: policyValue(defaults, [], id),
    ...allowed(id),
    signed: signed.filter((one) => one.id === id).map(({ noted, value, source, sureness, signedBy, asOf }) => ({ noted, value, source, sureness, signedBy, asOf })),
  })),
  names,
})

function allowed(id: PolicyId): Pick<PolicyAnswer['values'][number], 'range' | 'ways'> {
  const may = allowedFor(id)
  return 'ways' in may ? { range: null, ways: [...may.ways] } : { range: { ...may.range }, ways: null }
}
