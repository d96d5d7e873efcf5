import { isRoot } from '../intelligence/lineage.ts'
import { speaksOfThemselves, type Report } from '../intelligence/report.ts'
import { accessOf } from './certainty-case.ts'
import type { CertaintyPolicy } from './policy.ts'
import { isPresent, type Present } from './weigh.ts'

/** Roots that say somebody is there, of kinds whose reliability in the table is high enough to be counted. */
export const countedPresentRoots = (counted: readonly Report[], { kinds, gates }: CertaintyPolicy): readonly Present[] =>
  counted.filter(isRoot).filter(isPresent).filter(({ kind }) => kinds[kind].reliability >= gates.countedReliability)

/** Three people of one household, each heard apart, are more than one voice and less than three. */
const HEARD_APART = 3

/**
 * How many independent voices some roots are.
 *
 * An origin counts once; twice when three or more people of it who were held saw for themselves and
 * were each heard apart from the others.
 */
export function independentVoices(roots: readonly Present[], policy: CertaintyPolicy): number {
  const byOrigin = Map.groupBy(roots, ({ origin }) => origin?.id)
  return [...byOrigin].reduce(
    (voices, [origin, members]) => voices + (origin === undefined ? members.length : voicesOfOneOrigin(members, policy)),
    0,
  )
}

function voicesOfOneOrigin(members: readonly Present[], policy: CertaintyPolicy): 1 | 2 {
  const apart = members.filter(
    (report) => speaksOfThemselves(report.kind) && accessOf(report, policy) === 'saw' && report.heardApart === true,
  )
  return apart.length >= HEARD_APART ? 2 : 1
}
