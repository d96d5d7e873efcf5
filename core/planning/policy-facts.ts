import type { CertaintyPolicy } from '../certainty/policy.ts'
import type { InForce } from './dossier.ts'
import { POLICY_WAYS, type PolicyChoice, type PolicyValue } from './policy.ts'

/** Numbers of planning that a unit may sign, with the least and the most that make sense. */
export const PLANNING_NUMBERS = {
  womenOfficers: { least: 0, most: 50, whole: 'yes' },
  placeConfirmedHours: { least: 1, most: 720, whole: 'no' },
  urgentReviewHours: { least: 1, most: 720, whole: 'no' },
  reflectionMinimumDays: { least: 1, most: 730, whole: 'yes' },
} as const

/** Gates of certainty that a unit may sign. A gate that is always open, or always closed, is none. */
export const GATE_NUMBERS = {
  number: { least: 0.5, most: 0.99, whole: 'no' },
  numberLowerIntrusion: { least: 0.3, most: 0.99, whole: 'no' },
  independentRoots: { least: 1, most: 10, whole: 'yes' },
  countedReliability: { least: 0.1, most: 0.95, whole: 'no' },
  freshHalfLives: { least: 0.05, most: 2, whole: 'no' },
  attemptSensitivity: { least: 0.05, most: 0.95, whole: 'no' },
  confirmationHalfLives: { least: 0.01, most: 1, whole: 'no' },
} as const satisfies { readonly [Id in keyof CertaintyPolicy['gates']]: Range }

/** What a number may be. */
interface Range {
  readonly least: number
  readonly most: number
  readonly whole: 'yes' | 'no'
}

type PlanningNumber = keyof typeof PLANNING_NUMBERS
type GateNumber = keyof typeof GATE_NUMBERS
type WayId = keyof typeof POLICY_WAYS

/** What can be signed one by one: numbers and ways of planning by their names, gates with `gates.` before theirs. */
export type PolicyId = PlanningNumber | WayId | `gates.${GateNumber}`

export const POLICY_IDS = [
  ...(Object.keys(PLANNING_NUMBERS) as PlanningNumber[]),
  ...(Object.keys(POLICY_WAYS) as WayId[]),
  ...(Object.keys(GATE_NUMBERS) as GateNumber[]).map((gate) => `gates.${gate}` as const),
] as const satisfies readonly PolicyId[]

/** A value of policy that somebody signed, with where it comes from. It holds until the next one is signed. */
export interface PolicySigned extends Omit<PolicyValue, 'value'> {
  readonly type: 'policy/signed'
  readonly id: PolicyId
  readonly value: number | string
}

/** What a value may be: a range, or one of several ways. */
export type Allowed = { readonly range: Range } | { readonly ways: readonly string[] }

export function allowedFor(id: PolicyId): Allowed {
  if (isWay(id)) return { ways: POLICY_WAYS[id] }
  return { range: isGate(id) ? GATE_NUMBERS[gateOf(id)] : PLANNING_NUMBERS[id] }
}

/** What is in force: the defaults, and over them whatever was signed, the last of each. */
export const policyInForce = <Held extends Pick<InForce, 'certainty' | 'planning'>>(defaults: Held, signed: readonly PolicySigned[]): Held => signed.reduce(overlay, defaults)

function overlay<Held extends Pick<InForce, 'certainty' | 'planning'>>(held: Held, { id, value, source, sureness, signedBy, asOf }: PolicySigned, i: number): Held {
  if (!isGate(id)) return { ...held, planning: { ...held.planning, [id]: { value, source, sureness, signedBy, asOf } } }
  const { certainty } = held
  const version = `${certainty.version.replace(/\+\d+$/, '')}+${i + 1}`
  return { ...held, certainty: { ...certainty, version, signedBy, asOf, gates: { ...certainty.gates, [gateOf(id)]: value } } }
}

/** A value as it stands, with where it comes from and who stands behind it. A gate that nobody signed stands by the policy as a whole. */
export function policyValue({ certainty, planning }: Pick<InForce, 'certainty' | 'planning'>, signed: readonly PolicySigned[], id: PolicyId): PolicyValue | PolicyChoice {
  if (!isGate(id)) return planning[id]
  const last = signed.findLast((one) => one.id === id)
  const { source, sureness, signedBy, asOf } = last ?? { ...certainty, sureness: 'judgement' as const }
  return { value: certainty.gates[gateOf(id)], source, sureness, signedBy, asOf }
}

const isGate = (id: PolicyId): id is `gates.${GateNumber}` => id.startsWith('gates.')
const isWay = (id: PolicyId): id is WayId => Object.hasOwn(POLICY_WAYS, id)
const gateOf = (id: `gates.${GateNumber}`): GateNumber => id.slice('gates.'.length) as GateNumber
