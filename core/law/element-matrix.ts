import { ELEMENTS, type ElementId, type OffenceDefinition } from './offence.ts'
import { requiredElements } from './required-elements.ts'

/** Where support for an element stands: held now, to be found at the scene, known to be lacking, or not known. */
export const SUPPORT_STANDINGS = ['held', 'at-scene', 'nothing', 'unknown'] as const
export type SupportStanding = (typeof SUPPORT_STANDINGS)[number]

/** Something said to support an element of the offence, and the entries that say so. */
export interface ElementSupport {
  readonly id: string
  readonly element: ElementId
  readonly standing: SupportStanding
  readonly says: string
  readonly restsOn: readonly string[]
}

export type ElementState = SupportStanding | 'not-required'

/** One element of one offence, with what supports it. `bare` is said to be held and names no entry, so it counts for nothing. */
export interface ElementRow {
  readonly element: ElementId
  readonly required: boolean
  readonly state: ElementState
  readonly held: readonly ElementSupport[]
  readonly atScene: readonly ElementSupport[]
  readonly bare: readonly ElementSupport[]
}

/**
 * How the matrix is read: for an adult or for a person presumed a child, and what silence says.
 *
 * On a unit's own plan silence says that there is nothing. On a past operation
 * it says that nobody here knows, since nobody here was asked.
 */
export interface MatrixReading {
  readonly presumedChild: boolean
  readonly silence: 'nothing' | 'unknown'
}

/**
 * Element by element, what is held and what is planned to be found.
 *
 * When somebody is found to be a child the same matrix is made again with
 * `presumedChild`: the means fall away wherever the law lets them.
 */
export function elementMatrix(
  offence: OffenceDefinition,
  support: readonly ElementSupport[],
  reading: MatrixReading,
): readonly ElementRow[] {
  const required = requiredElements(offence, reading.presumedChild)
  return ELEMENTS.map((element) => {
    const own = support.filter((one) => one.element === element)
    return elementRow(element, required.includes(element), own, reading.silence)
  })
}

function elementRow(element: ElementId, required: boolean, own: readonly ElementSupport[], silence: MatrixReading['silence']): ElementRow {
  const standing = (which: SupportStanding) => own.filter((one) => one.standing === which)
  const [held, bare] = [standing('held').filter(restsOnAnEntry), standing('held').filter((one) => !restsOnAnEntry(one))]
  const counted = own.filter((one) => !bare.includes(one))
  const state = SUPPORT_STANDINGS.find((which) => counted.some((one) => one.standing === which)) ?? silence
  return { element, required, state: required ? state : 'not-required', held, atScene: standing('at-scene'), bare }
}

/** A finding never rests on a tick or on free text alone: readiness asks for an entry. */
const restsOnAnEntry = (one: ElementSupport): boolean => one.restsOn.length > 0

/** The required elements of a matrix that stand in one state. */
export const elementsIn = (rows: readonly ElementRow[], state: SupportStanding): readonly ElementId[] =>
  rows.filter((row) => row.state === state).map((row) => row.element)
