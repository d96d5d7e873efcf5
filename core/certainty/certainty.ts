import { isRoot, lineageOf, type Lineage } from '../intelligence/lineage.ts'
import type { Instant } from '../kernel/instant.ts'
import { countedReports, knownAt, type CertaintyCase } from './certainty-case.ts'
import { courseOf } from './course.ts'
import { draw, DRAWING_VERSION, intervalOf, type Interval } from './draws.ts'
import { estimate, type Step } from './estimate.ts'
import { gatesOf, type Gate } from './gates.ts'
import type { CertaintyPolicy } from './policy.ts'
import { validUntil } from './valid-until.ts'

/**
 * How certain we are that victims are present: never a bare number, always its interval, its roots, its gates,
 * how long it holds, and the steps by which it can be computed again.
 */
export interface Certainty extends Interval {
  readonly probability: number
  readonly at: Instant
  readonly knownAt: Instant
  /** The reports that carry weight. With none, nothing is known about the site, and no screen prints a number. */
  readonly roots: readonly string[]
  readonly gates: readonly Gate[]
  readonly validUntil: Instant | null
  readonly steps: readonly Step[]
  readonly lineage: Lineage
  readonly drawing: { readonly version: string; readonly seed: number; readonly draws: number; readonly policy: string }
}

export function certaintyOf(asked: CertaintyCase, policy: CertaintyPolicy): Certainty {
  const counted = countedReports(asked)
  const course = courseOf(asked, policy)
  const draws = draw(asked, policy, course)
  const interval = intervalOf(draws)
  const gates = gatesOf(asked, interval.p10, policy)
  const { seed, draws: count } = policy.interval
  return {
    ...estimate(asked, policy, course),
    ...interval,
    at: asked.at,
    knownAt: knownAt(asked),
    roots: counted.filter(isRoot).map(({ id }) => id),
    gates,
    validUntil: validUntil(asked, gates, draws, policy),
    lineage: lineageOf(counted),
    drawing: { version: DRAWING_VERSION, seed, draws: count, policy: policy.version },
  }
}
