import { elementMatrix, elementsIn, type ElementRow, type ElementSupport } from '../law/element-matrix.ts'
import type { EnteredOffence, Offence } from '../law/offence.ts'
import { aimsAtTrafficking, unverifiedParts } from '../law/required-elements.ts'
import { Defect } from '../kernel/defect.ts'
import type { Met } from './answer.ts'
import type { ChosenOffence, Raid } from './operation.ts'

/** An offence an operation is grounded in, with its elements and what they rest on. */
export interface GroundedOffence {
  readonly chosen: ChosenOffence
  readonly offence: Offence | EnteredOffence
  readonly matrix: readonly ElementRow[]
  /** Whether every element has something held or planned to be found. */
  readonly supported: Exclude<Met, 'partly' | 'not-applicable'>
  /** Parts of the law that nobody here has read; they warn, and never make a plan blind. */
  readonly unverified: readonly (keyof Offence['sureness'])[]
}

export type LawById = ReadonlyMap<string, Offence>

/** The offences chosen that strike at trafficking or at what it leads to, each with its matrix. Null: nothing is said of them. */
export function groundedOffences(raid: Raid, law: LawById): readonly GroundedOffence[] | null {
  if (raid.offences === 'unknown') return raid.operation === 'plan' ? [] : null
  return raid.offences.map((chosen) => ground(chosen, raid, law)).filter(({ offence }) => aimsAtTrafficking(offence))
}

function ground(chosen: ChosenOffence, raid: Raid, law: LawById): GroundedOffence {
  const offence = typeof chosen.offence === 'string' ? law.get(chosen.offence) : chosen.offence
  if (!offence) throw new Defect(`the offence of ${chosen.id} is not in the catalogue, and was not refused on reading`)
  const silence = raid.operation === 'plan' ? ('nothing' as const) : ('unknown' as const)
  const matrix = elementMatrix(offence, withoutAssumptions(chosen.support, raid), { presumedChild: chosen.presumedChild === 'yes', silence })
  const unverified = 'sureness' in offence ? unverifiedParts(offence) : []
  return { chosen, offence, matrix, supported: supportedBy(matrix, silence, unverified), unverified }
}

/** Reputation, nationality or a hunch is no evidence of an element: what rests on assumptions alone rests on nothing. */
function withoutAssumptions(support: readonly ElementSupport[], { reports }: Raid): readonly ElementSupport[] {
  const assumed = new Set(reports === 'unknown' ? [] : reports.filter(({ kind }) => kind === 'assumption').map(({ id }) => id))
  return support.map((one) => ({ ...one, restsOn: one.restsOn.filter((id) => !assumed.has(id)) }))
}

/**
 * On a unit's own plan what is not known of an element is lacking.
 *
 * Where what the law asks for is known from memory alone, an element may be lacking that no law asks for. That warns
 * and never makes a plan blind, as long as anything is held or planned to be found.
 */
function supportedBy(matrix: readonly ElementRow[], silence: 'nothing' | 'unknown', unverified: GroundedOffence['unverified']): GroundedOffence['supported'] {
  const [lacking, untold] = [elementsIn(matrix, 'nothing').length, elementsIn(matrix, 'unknown').length]
  if (lacking > 0 || (untold > 0 && silence === 'nothing'))
    return unverified.includes('elements') && hasSome(matrix) ? 'unknown' : 'no'
  return untold > 0 ? 'unknown' : 'yes'
}

const hasSome = (matrix: readonly ElementRow[]): boolean => elementsIn(matrix, 'held').length + elementsIn(matrix, 'at-scene').length > 0

/** The offence that stands best: one fully supported, else one of which something is unknown, else any; of equals the first by id. */
export function bestGrounded(offences: readonly GroundedOffence[]): GroundedOffence | undefined {
  const inOrder = offences.toSorted((a, b) => (a.chosen.id < b.chosen.id ? -1 : 1))
  return (['yes', 'unknown', 'no'] as const).map((wanted) => inOrder.find(({ supported }) => supported === wanted)).find((found) => found)
}
