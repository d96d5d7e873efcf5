import { countedReports, countedShocks, halfLifeOf, knownAt, type CertaintyCase } from '../../core/certainty/certainty-case.ts'
import type { Shock } from '../../core/intelligence/shock.ts'
import { draw, drawOn, intervalOf, type Interval } from '../../core/certainty/draws.ts'
import { estimate } from '../../core/certainty/estimate.ts'
import { gatesOf, threshold, type Gate } from '../../core/certainty/gates.ts'
import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import { isRoot } from '../../core/intelligence/lineage.ts'
import type { Report } from '../../core/intelligence/report.ts'
import { after, daysBetween, instant, type Instant } from '../../core/kernel/instant.ts'

/** How certain it would be for an entry at one hour, with what was known when it was asked. */
export interface HourOfEntry extends Interval {
  readonly at: Instant
  readonly probability: number
}

/** Certainty by the hour of entry, from the first report to some time after the hour that was asked about. */
export interface CourseByHour {
  readonly hours: readonly HourOfEntry[]
  readonly from: Instant
  readonly to: Instant
  readonly entry: Instant
  readonly threshold: number
  readonly shocks: readonly Shock[]
  readonly roots: readonly Report[]
}

const MOST_HOURS = 90
const HOUR_DAYS = 1 / 24

export function courseByHour(asked: CertaintyCase, validUntil: Instant | null, policy: CertaintyPolicy): CourseByHour {
  const known = { ...asked, knownAt: knownAt(asked) }
  const [from, to] = spanOf(known, validUntil, policy)
  const late = { ...known, at: to }
  const changes = [...countedReports(late).map(({ observedAt }) => observedAt), ...countedShocks(late).map(({ at }) => at)]
  return {
    hours: read(hoursOf(from, to, [...changes, asked.at]), known, policy),
    from,
    to,
    entry: asked.at,
    threshold: threshold(asked, policy),
    shocks: countedShocks(late).filter(({ at }) => at >= from),
    roots: countedReports(late).filter(isRoot).filter(({ observedAt }) => observedAt >= from),
  }
}

/** Hours evenly over the span, with every change, and the minute before it, so that the step shows. */
function hoursOf(from: Instant, to: Instant, changes: readonly Instant[]): readonly Instant[] {
  const step = Math.max(HOUR_DAYS, Math.ceil(daysBetween(from, to) / HOUR_DAYS / MOST_HOURS) * HOUR_DAYS)
  const even = Array.from({ length: Math.floor(daysBetween(from, to) / step) + 1 }, (_, i) => after(from, i * step))
  const around = changes.flatMap((at) => [instant(at - 1), at]).filter((at) => at >= from && at <= to)
  return [...new Set([...even, ...around, to])].toSorted((a, b) => a - b)
}

/** The same draws, carried on from hour to hour. */
function read(hours: readonly Instant[], asked: CertaintyCase, policy: CertaintyPolicy): readonly HourOfEntry[] {
  let draws = draw({ ...asked, at: hours[0] ?? asked.at }, policy)
  return hours.map((at) => {
    const moved = { ...asked, at }
    draws = drawOn(draws, moved, policy)
    return { at, ...intervalOf(draws), probability: estimate(moved, policy).probability }
  })
}

/** Six half-lives back nothing of an older report is left to see; ahead, to where the answer stops holding and a little beyond. */
function spanOf(asked: CertaintyCase, validUntil: Instant | null, policy: CertaintyPolicy): readonly [Instant, Instant] {
  const halfLife = halfLifeOf(asked, policy)
  const first = countedReports(asked)[0]?.observedAt ?? asked.at
  const from = instant(Math.max(first, after(asked.at, -6 * halfLife)))
  const behind = daysBetween(from, asked.at)
  const ahead = validUntil === null ? halfLife / 2 : daysBetween(asked.at, validUntil) * 1.25
  return [from, after(asked.at, Math.max(Math.min(ahead, 2 * halfLife + behind), behind * 0.12, HOUR_DAYS * 6))]
}

/** The same for one hour alone, with the gates as they would stand. */
export function atHour(at: Instant, asked: CertaintyCase, policy: CertaintyPolicy): HourOfEntry & { readonly gates: readonly Gate[] } {
  const moved = { ...asked, knownAt: knownAt(asked), at }
  const interval = intervalOf(draw(moved, policy))
  return { at, ...interval, probability: estimate(moved, policy).probability, gates: gatesOf(moved, interval.p10, policy) }
}
