import { ELEMENTS, type Answer, type ElementId, type Offence, type OffenceDefinition } from './offence.ts'

/**
 * The elements that must be shown, for an adult or for a person presumed a child.
 *
 * Where it is not known whether the law asks for means, an adult's case is built
 * as if it did, and a child's as if it did not: Palermo, article 3(c), is the rule,
 * and means are asked of a child only where the law is known to ask (India, Brazil).
 */
export function requiredElements(offence: OffenceDefinition, presumedChild: boolean): readonly ElementId[] {
  const means = presumedChild ? offence.meansRequired.child === 'yes' : offence.meansRequired.adult !== 'no'
  return ELEMENTS.filter((element) => (element === 'means' ? means : offence.elements[element].length > 0))
}

/** Whether this law does without the means at an age: at 19 Germany does, most others do not. */
export const needsNoMeansAt = (offence: OffenceDefinition, age: number): boolean =>
  age < offence.childAge && offence.meansRequired.child === 'no'

/**
 * Whether the offence strikes at trafficking or at the exploitation it leads to.
 *
 * Offences in its wake (documents, benefit, use of services) and offences about
 * prostitution are charged beside it, never instead of it.
 */
export const aimsAtTrafficking = ({ kind }: OffenceDefinition): boolean => kind === 'trafficking' || kind === 'exploitation'

/** Whether the offence stood on a day (`1995-08-02`). Dates known to the month or the year are compared no further than that. */
export function inForceOn({ inForceFrom }: Offence, day: string): Answer {
  if (inForceFrom === 'unknown') return 'unknown'
  const exactness = Math.min(day.length, inForceFrom.length)
  const [asked, since] = [day.slice(0, exactness), inForceFrom.slice(0, exactness)]
  if (asked === since) return exactness === '2000-10-28'.length ? 'yes' : 'unknown'
  return asked > since ? 'yes' : 'no'
}

/** What in a row rests on memory alone. Such a row warns whoever uses it, and never makes a plan blind. */
export const unverifiedParts = ({ sureness }: Offence): readonly (keyof Offence['sureness'])[] =>
  (['elements', 'penalty', 'inForce'] as const).filter((part) => sureness[part] === 'unverified')
