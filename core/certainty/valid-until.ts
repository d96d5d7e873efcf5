import { receivedAt } from '../intelligence/report.ts'
import { after, daysBetween, instant, toTheMinute, type Days, type Instant } from '../kernel/instant.ts'
import { countedReports, halfLifeOf, knownAt, type CertaintyCase } from './certainty-case.ts'
import { below, drawOn, intervalOf, type Draws } from './draws.ts'
import { attemptsThatCount, freshUntil, gatesOf, newestSighting, threshold, type Gate } from './gates.ts'
import type { CertaintyPolicy } from './policy.ts'
import { probabilityOf } from './presence.ts'

const NEVER = instant(Number.POSITIVE_INFINITY)

/**
 * The first instant after T at which a gate that is open now closes, down to the minute.
 *
 * What is known stays as it is; only the hour of entry moves, over the same draws. Null when a gate is closed
 * already, or when none will close. Shocks and reports that lie beyond T are met on the way.
 */
export function validUntil(asked: CertaintyCase, gates: readonly Gate[], draws: Draws, policy: CertaintyPolicy): Instant | null {
  if (gates.some(({ state }) => state === 'closed')) return null
  const fixed = { ...asked, knownAt: knownAt(asked) }
  let [from, held] = [asked.at, draws]
  for (const next of [...changesAfter(fixed), NEVER]) {
    const closes = firstClosing({ ...fixed, at: from }, held, next, policy)
    if (closes < next) return toTheMinute(closes)
    if (next === NEVER) return null
    const moved = { ...fixed, at: next }
    const redrawn = drawOn(held, moved, policy)
    if (gatesOf(moved, intervalOf(redrawn).p10, policy).some(({ state }) => state === 'closed')) return toTheMinute(next)
    ;[from, held] = [next, redrawn]
  }
  return null
}

/** The instants after T at which what counts changes: a shock foreseen, or a report observed later than T. */
function changesAfter(asked: CertaintyCase & { readonly knownAt: Instant }): readonly Instant[] {
  const reports = asked.reports.filter((report) => receivedAt(report) <= asked.knownAt).map(({ observedAt }) => observedAt)
  const shocks = (asked.shocks ?? []).map(({ at }) => at)
  return [...new Set([...reports, ...shocks])].filter((at) => at > asked.at).toSorted((a, b) => a - b)
}

/** When the first gate closes if nothing changes but the hour; the number is not looked at beyond the next change. */
function firstClosing(asked: CertaintyCase, draws: Draws, next: Instant, policy: CertaintyPolicy): Instant {
  const counted = countedReports(asked)
  const newest = newestSighting(counted, policy)
  const number = daysUntilBelow(draws, threshold(asked, policy), daysBetween(asked.at, next))
  const fresh = newest ? freshUntil(newest.observedAt, asked, policy) : NEVER
  return instant(Math.min(after(asked.at, number), fresh, attemptedUntil(asked, policy)))
}

/** How long the attempts cover the hour of entry: each for a half-life, one after the other. */
function attemptedUntil(asked: CertaintyCase, policy: CertaintyPolicy): Instant {
  if (!asked.attempts) return NEVER
  const halfLife = halfLifeOf(asked, policy)
  const attempts = attemptsThatCount(asked, countedReports(asked), policy).toSorted((a, b) => a.at - b.at)
  return attempts.reduce((covered, { at }) => (at <= covered ? instant(Math.max(covered, after(at, halfLife))) : covered), asked.at)
}

/**
 * Days until the 10th percentile falls below a threshold; infinite if it does not within some days.
 *
 * Each draw drifts towards its own base rate and so crosses the threshold once at most; the crossings in order
 * of time tell exactly when one draw too many lies below it.
 */
function daysUntilBelow({ odds, base, haste, halfLives, pace }: Draws, wanted: number, within: Days): Days {
  const allowed = below(odds.length, 0.1)
  let low = 0
  const crossings: { readonly days: Days; readonly change: 1 | -1 }[] = []
  odds.map(probabilityOf).forEach((now, i) => {
    const [rest, halfLife] = [base[i]!, halfLives[pace] / haste[i]!]
    if (now < wanted) low += 1
    if (now < wanted === rest < wanted || rest === wanted) return
    const days = halfLife * Math.log2((now - rest) / (wanted - rest))
    if (days <= within) crossings.push({ days, change: rest < wanted ? 1 : -1 })
  })
  for (const { days, change } of crossings.toSorted((a, b) => a.days - b.days)) {
    low += change
    if (low > allowed) return days
  }
  return Number.POSITIVE_INFINITY
}
