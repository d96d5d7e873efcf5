import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import type { Days } from '../kernel/instant.ts'
import { halfLifeOf, priorOf, shockedHalfLifeOf, type CertaintyCase } from './certainty-case.ts'
import { courseOf, turnsBeyond, type Course, type Pace, type Turn } from './course.ts'
import type { CertaintyPolicy } from './policy.ts'
import { probabilityOf } from './presence.ts'
import { betaLogOdds, normalDeviates } from './quantiles.ts'
import { isPresent, reliabilityOf, type Present, type WeighedRoot } from './weigh.ts'

/** The answer's 10th, 50th and 90th percentiles when its inputs are uncertain. */
export interface Interval {
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

/**
 * The model run once for each of some thousand settings of its uncertain inputs.
 *
 * Each uncertain input is cut into as many equally likely slices as there are draws, and each draw takes one slice of
 * each, in a seeded order (Latin hypercube: McKay, Beckman and Conover 1979). The same case, policy, seed and
 * version give the same draws on any machine, so that a court can compute them again.
 */
export interface Draws extends Course {
  readonly odds: Float64Array
  readonly base: Float64Array
  /** What the half-life is divided by, in each draw. */
  readonly haste: Float64Array
  readonly halfLives: Readonly<Record<Pace, Days>>
  /** Deals the slices of the next uncertain input. */
  readonly generator: RandomGenerator
}

/** Named in every answer; changes when the drawing changes, so that an old interval is never mistaken for a new one. */
export const DRAWING_VERSION = 'latin-hypercube/1'

export function draw(asked: CertaintyCase, policy: CertaintyPolicy, course: Course = courseOf(asked, policy)): Draws {
  const { draws: count, seed, halfLifeSpread } = policy.interval
  const { alpha, beta } = priorOf(asked, policy)
  const generator = xoroshiro128plus(seed)
  const deviates = normalDeviates(count)

  const odds = betaLogOdds(alpha, beta, count)
  const haste = Float64Array.from(deal(generator, count), (slice) => Math.exp(-halfLifeSpread * deviates[slice]!))
  const halfLives = { usual: halfLifeOf(asked, policy), shocked: shockedHalfLifeOf(asked, policy) }
  const draws: Draws = { ...course, odds, base: odds.map(probabilityOf), haste, halfLives, generator }
  takeAll(draws, course.turns, policy)
  return draws
}

/** The same draws at a later hour of entry. What they have taken is taken again only where it now weighs otherwise. */
export function drawOn(before: Draws, moved: CertaintyCase, policy: CertaintyPolicy): Draws {
  const course = courseOf(moved, policy)
  const turns = turnsBeyond(before, course)
  if (!turns) return draw(moved, policy, course)
  const draws = { ...before, ...course, odds: before.odds.slice(), generator: before.generator.clone() }
  takeAll(draws, turns, policy)
  return draws
}

/**
 * The steps of `presence.ts` over every draw at once.
 *
 * Between the first turn and the last the odds stand as they are and not as logarithms, which saves two transcendental
 * functions a step. What lies beyond e^700, where thousands speak at one instant, is kept beside them until somebody
 * waits. Waits add up, in half-lives, where nothing between them weighs.
 */
function takeAll(draws: Draws, turns: readonly Turn[], policy: CertaintyPolicy): void {
  const spread = spreads(policy)
  const plain: Plain = { odds: draws.odds.map((logOdds) => within(Math.exp(logOdds))), beyond: new Float64Array(draws.odds.length) }
  let waited = 0
  for (const turn of turns) {
    if (turn.turn === 'wait') waited += turn.days / draws.halfLives[turn.pace]
    if (turn.turn !== 'root') continue
    fadeAll(plain, draws, waited)
    learnAll(plain, draws, turn.root, spread, policy)
    waited = 0
  }
  fadeAll(plain, draws, waited)
  draws.odds.set(plain.odds.map((odds, i) => Math.log(odds) + plain.beyond[i]!))
}

/** Odds as they stand, within e^±700, and the logarithm of what lies beyond. */
interface Plain {
  readonly odds: Float64Array
  readonly beyond: Float64Array
}

const MOST = Math.exp(700)
const LEAST = Math.exp(-700)
const within = (odds: number): number => Math.min(MOST, Math.max(LEAST, odds))

/** Waiting, each draw at its own haste and towards its own base rate. What was all but certain is so no longer. */
export function fadeAll({ odds, beyond }: Plain, { base, haste }: Pick<Draws, 'base' | 'haste'>, halfLives: number): void {
  if (halfLives === 0) return
  beyond.fill(0)
  const rate = -Math.LN2 * halfLives
  for (let i = 0; i < odds.length; i++) {
    const kept = Math.exp(rate * haste[i]!)
    const regained = (1 + odds[i]!) * (1 - kept)
    odds[i] = within((odds[i]! * kept + base[i]! * regained) / (kept + (1 - base[i]!) * regained))
  }
}

/** An absent finding is fixed; a present root has a ratio of its own in each draw. */
function learnAll({ odds, beyond }: Plain, { generator }: Draws, { report, ratio, weight }: WeighedRoot, spread: Spreads, policy: CertaintyPolicy): void {
  const ratios = isPresent(report) ? ratiosOf(report, spread, policy, generator) : new Float64Array(odds.length).fill(ratio)
  for (let i = 0; i < odds.length; i++) {
    const factor = weight === 1 ? ratios[i]! : ratios[i]! ** weight
    const learnt = odds[i]! * factor
    if (beyond[i] === 0 && learnt <= MOST && learnt >= LEAST) odds[i] = learnt
    else {
      const logOdds = Math.log(odds[i]!) + beyond[i]! + Math.log(factor)
      odds[i] = within(Math.exp(logOdds))
      beyond[i] = logOdds - Math.log(odds[i]!)
    }
  }
}

/** The ratio of one present root in each draw, capped after drawing. */
function ratiosOf(report: Present, spread: Spreads, policy: CertaintyPolicy, generator: RandomGenerator): Float64Array {
  const { cap, saysSoAnyway } = policy.kinds[report.kind]
  const reliable = spread.odds(reliabilityOf(report, policy))
  const anyway = spread.reciprocal(saysSoAnyway)
  const [first, second] = [deal(generator, reliable.length), deal(generator, anyway.length)]
  const ratios = new Float64Array(reliable.length)
  for (let i = 0; i < ratios.length; i++) ratios[i] = Math.min(cap, 1 + reliable[first[i]!]! * anyway[second[i]!]!)
  return ratios
}

interface Spreads {
  readonly odds: (mean: number) => Float64Array
  readonly reciprocal: (mean: number) => Float64Array
}

type Tables = Map<number, Float64Array>

/** The slices around the values of a policy's own table, for as long as the policy is used. */
const OWN = new WeakMap<CertaintyPolicy, { readonly odds: Tables; readonly reciprocal: Tables }>()

/**
 * The slices of Beta(κm, κ(1−m)) around each mean that occurs, as odds and as one over the value.
 *
 * Those of the policy's own table are computed once. Those around a source's record, of which there can be any number,
 * are kept for one run only, so that nobody can fill the memory with records.
 */
function spreads(policy: CertaintyPolicy): Spreads {
  const { kinds, interval: { draws: count, concentration } } = policy
  const own = OWN.get(policy) ?? { odds: new Map(), reciprocal: new Map() }
  OWN.set(policy, own)
  const values = new Set(Object.values(kinds).flatMap(({ reliability, saysSoAnyway }) => [reliability, saysSoAnyway]))
  const kept = (tables: Tables, make: (logOdds: number) => number) => {
    const ofThisRun: Tables = new Map()
    return (mean: number) => {
      const table = values.has(mean) ? tables : ofThisRun
      const made = table.get(mean) ?? betaLogOdds(concentration * mean, concentration * (1 - mean), count).map(make)
      table.set(mean, made)
      return made
    }
  }
  return { odds: kept(own.odds, Math.exp), reciprocal: kept(own.reciprocal, (y) => 1 + Math.exp(-y)) }
}

/** Deals the slices of one input to the draws, each slice once (Fisher and Yates, from the inside out). */
function deal(generator: RandomGenerator, count: number): Uint16Array {
  const dealt = new Uint16Array(count)
  for (let i = 0; i < count; i++) {
    const other = Math.floor(((generator.next() >>> 0) * (i + 1)) / 0x1_0000_0000)
    dealt[i] = dealt[other]!
    dealt[other] = i
  }
  return dealt
}

/** How many of `count` draws lie below the 10th percentile. */
export const below = (count: number, percentile: number): number => Math.floor(count * percentile)

export function intervalOf({ odds }: Draws): Interval {
  const sorted = odds.toSorted()
  const at = (percentile: number) => probabilityOf(sorted[below(sorted.length, percentile)]!)
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}
