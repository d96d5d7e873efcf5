import fc from 'fast-check'
import jstat from 'jstat'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test } from 'vitest'
import { ago, allOpen, anyCase, ask, foundNobody, policy, quick, says, shock } from '../../tests/asked.ts'
import type { CertaintyCase } from './certainty-case.ts'
import { below, draw, drawOn, fadeAll, intervalOf } from './draws.ts'
import { estimate } from './estimate.ts'
import type { CertaintyPolicy } from './policy.ts'
import { probabilityOf } from './presence.ts'

/** A policy in which everything is as good as known. */
const sure: CertaintyPolicy = { ...policy, interval: { ...policy.interval, concentration: 1e9, halfLifeSpread: 0 } }

const widthOf = (asked: CertaintyCase, under: CertaintyPolicy = policy): number => {
  const { p10, p90 } = intervalOf(draw(asked, under))
  return p90 - p10
}

describe('the same question', () => {
  test('gives the same draws, to the last bit', () => {
    fc.assert(fc.property(anyCase, (asked) => {
      expect(draw(asked, quick).odds).toEqual(draw(asked, quick).odds)
    }), { numRuns: 30 })
  })

  test('gives the same draws in whatever order its reports are listed', () => {
    const reports = [says('b', 'client', 3), says('a', 'escaped-victim', 3), foundNobody('c', 'inspector', 1)]
    expect(draw(ask(reports), policy).odds).toEqual(draw(ask(reports.toReversed()), policy).odds)
  })

  test('gives other draws with another seed, and nearly the same interval', () => {
    const asked = ask([says('a', 'escaped-victim', 6), says('b', 'informant-tested', 3)])
    const other = { ...policy, interval: { ...policy.interval, seed: 7 } }
    expect(draw(asked, other).odds).not.toEqual(draw(asked, policy).odds)
    expect(intervalOf(draw(asked, other)).p10).toBeCloseTo(intervalOf(draw(asked, policy)).p10, 2)
  })
})

describe('the interval', () => {
  test('has its ends in order, inside 0 and 1, whatever is asked', () => {
    fc.assert(fc.property(anyCase, (asked) => {
      const { p10, p50, p90 } = intervalOf(draw(asked, quick))
      expect(p10).toBeGreaterThanOrEqual(0)
      expect(p50).toBeGreaterThanOrEqual(p10)
      expect(p90).toBeGreaterThanOrEqual(p50)
      expect(p90).toBeLessThanOrEqual(1)
    }))
  })

  test('closes on the number where every input is as good as known', () => {
    fc.assert(fc.property(anyCase, (asked) => {
      const known = { ...asked, prior: { alpha: 2e8, beta: 8e8 } }
      const { p10, p90 } = intervalOf(draw(known, { ...sure, interval: { ...sure.interval, draws: 1000 } }))
      const { probability } = estimate(known, policy)
      expect(p10).toBeCloseTo(probability, 2)
      expect(p90).toBeCloseTo(probability, 2)
    }))
  })

  test('is that of the base rate where nothing is known: Beta(9, 43)', () => {
    const { p10, p50, p90 } = intervalOf(draw(ask([]), policy))
    expect(p10).toBeCloseTo(0.109, 3)
    expect(p50).toBeCloseTo(0.169, 3)
    expect(p90).toBeCloseTo(0.242, 3)
  })

  test('is narrower the more experience stands behind the base rate', () => {
    expect(widthOf(ask([], { prior: { alpha: 88, beta: 427 } }))).toBeLessThan(widthOf(ask([])) / 2)
  })

  test('reads the percentiles of the draws themselves', () => {
    const odds = Float64Array.from({ length: 1000 }, (_, i) => i - 500).toReversed()
    const { p10, p50, p90 } = intervalOf({ ...draw(ask([]), quick), odds })
    expect([p10, p50, p90]).toEqual([probabilityOf(-400), probabilityOf(0), probabilityOf(400)])
    expect(below(8192, 0.1)).toBe(819)
  })
})

describe('what is uncertain', () => {
  const faded = ask([says('a', 'escaped-victim', 21)], { prior: { alpha: 2e6, beta: 8e6 } })

  test('is how fast a site forgets: times exp(0.35 z), the same z before and after a shock', () => {
    const { haste } = draw(ask([]), policy)
    const logs = haste.map(Math.log).toSorted()
    expect(logs[4096]).toBeCloseTo(0, 3)
    expect(logs[below(8192, 0.9)]).toBeCloseTo(0.35 * 1.2816, 3)
    const still = { ...policy, interval: { ...policy.interval, halfLifeSpread: 0 } }
    expect(widthOf(faded, still)).toBeLessThan(widthOf(faded))
  })

  test('is nothing about a finding of nobody: it is fixed', () => {
    const base = draw(ask([]), policy)
    const { odds } = draw(ask([foundNobody('a', 'inspector', 0)]), policy)
    odds.forEach((value, i) => expect(value).toBeCloseTo(base.odds[i]! + Math.log(0.6 / 0.9), 12))
  })

  test('is each present report by itself: two of a kind do not rise and fall together', () => {
    const apart = draw(ask([says('a', 'informant-tested', 0), says('b', 'informant-tested', 0)]), policy)
    const one = draw(ask([says('a', 'informant-tested', 0)]), policy)
    const gained = (odds: Float64Array) => odds.map((value, i) => value - Math.log(one.base[i]! / (1 - one.base[i]!)))
    const variance = (values: Float64Array) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    }
    expect(variance(gained(apart.odds)) / variance(gained(one.odds))).toBeCloseTo(2, 0)
  })

  test('is the reliability of a report and what an unreliable one would say, each by itself', () => {
    const uncapped = { ...policy, kinds: { ...policy.kinds, 'informant-tested': { ...policy.kinds['informant-tested'], cap: 1e9 } } }
    const { odds, base } = draw(ask([says('a', 'informant-tested', 0)]), uncapped)
    const gained = odds.map((value, i) => value - Math.log(base[i]! / (1 - base[i]!))).toSorted()
    const generator = xoroshiro128plus(7)
    jstat.setRandom(() => ((generator.next() >>> 0) + 0.5) / 2 ** 32)
    const plain = Float64Array.from({ length: 20_000 }, () => {
      const [rho, a] = [jstat.beta.sample(15, 5), jstat.beta.sample(12, 8)]
      return Math.log((rho + a * (1 - rho)) / (a * (1 - rho)))
    }).toSorted()
    for (const percentile of [0.1, 0.5, 0.9]) expect(Math.abs(gained[below(8192, percentile)]! - plain[below(20_000, percentile)]!)).toBeLessThan(0.03)
  })

  test('never lifts a report above its cap, which is applied before its weight', () => {
    const origin = { id: 'o', correlation: 0.5 }
    const { odds, base } = draw(ask([says('a', 'undercover-contact', 0, { origin }), foundNobody('b', 'inspector', 0, { origin })]), policy)
    const most = (Math.log(30) + Math.log(0.6 / 0.9)) / 1.5
    const gained = odds.map((value, i) => value - Math.log(base[i]! / (1 - base[i]!)))
    expect(Math.max(...gained)).toBeCloseTo(most, 9)
  })

  test('goes around what a source has shown: nobody believes one who was wrong a thousand times', () => {
    const informant = (hits: number, misses: number) => intervalOf(draw(ask([says('a', 'informant-tested', 0, { source: { id: 's', hits, misses } })]), policy))
    expect(informant(0, 1000).p90).toBeCloseTo(intervalOf(draw(ask([]), policy)).p90, 2)
    expect(informant(1000, 0).p10).toBeGreaterThan(informant(0, 0).p10)
    expect(informant(0, 0)).toEqual(intervalOf(draw(ask([says('a', 'informant-tested', 0)]), policy)))
  })
})

describe('extremes', () => {
  const extremes: Readonly<Record<string, CertaintyCase>> = {
    'hardly any experience': allOpen({ prior: { alpha: 1e-9, beta: 1e-9 } }),
    'hardly any place ever held anybody': allOpen({ prior: { alpha: 1e-9, beta: 1e12 } }),
    'every place ever held somebody': allOpen({ prior: { alpha: 1e12, beta: 1e-9 } }),
    'all the experience in the world': allOpen({ prior: { alpha: 1e12, beta: 1e12 } }),
    'a half-life of a tenth of a second': allOpen({ halfLifeDays: 1e-6 }),
    'a half-life of a billion days': allOpen({ halfLifeDays: 1e9 }),
    'a source that was right a million times': ask([says('a', 'informant-tested', 0, { source: { id: 's', hits: 1_000_000 } })]),
    'a source that was wrong a million times': ask([says('a', 'informant-tested', 0, { source: { id: 's', misses: 1_000_000 } })]),
    'two thousand at one instant': ask(Array.from({ length: 1000 }, (_, i) => [says(`a${i}`, 'undercover-contact', 1), foundNobody(`b${i}`, 'inspector', 1)]).flat()),
  }

  test.each(Object.entries(extremes))('%s: still an interval', (_name, asked) => {
    const { p10, p50, p90 } = intervalOf(draw(asked, quick))
    expect([p10, p50, p90].every((p) => p >= 0 && p <= 1)).toBe(true)
    expect(p10 <= p50 && p50 <= p90).toBe(true)
  })

  test.each([['a', 'b'], ['b', 'a']])('as many who find nobody as who find somebody, at one instant, leave the base rate: %s before %s', (saw, none) => {
    const nobody = { sensitivity: 0.99, specificity: 0.3 }
    const reports = Array.from({ length: 400 }, (_, i) => [says(`${saw}${i}`, 'undercover-contact', 0), foundNobody(`${none}${i}`, 'inspector', 0, nobody)]).flat()
    const { p50 } = intervalOf(draw(ask(reports), { ...sure, interval: { ...sure.interval, draws: 1000 } }))
    expect(p50).toBeCloseTo(intervalOf(draw(ask([]), quick)).p50, 2)
  })

  test('five hundred witnesses of one instant are forgotten as fast as twenty', () => {
    const seen = (witnesses: number) => ask(Array.from({ length: witnesses }, (_, i) => says(`a${i}`, 'undercover-contact', 21)))
    expect(intervalOf(draw(seen(500), quick)).p90).toBeCloseTo(intervalOf(draw(seen(20), quick)).p90, 9)
  })
})

describe('going on to a later hour', () => {
  test('gives what drawing anew gives', () => {
    fc.assert(fc.property(anyCase, fc.integer({ min: 0, max: 400 }), (asked, daysOld) => {
      const known = { ...asked, knownAt: asked.knownAt ?? asked.at }
      const earlier = draw({ ...known, at: ago(daysOld / 10) }, quick)
      const [on, anew] = [drawOn(earlier, known, quick).odds, draw(known, quick).odds]
      expect(Math.max(...on.map((value, i) => Math.abs(probabilityOf(value) - probabilityOf(anew[i]!))))).toBeLessThan(1e-9)
    }), { numRuns: 60 })
  })

  test('leaves the earlier draws as they were, so that one may go on from them twice', () => {
    const asked = ask([says('a', 'escaped-victim', 6), says('b', 'informant-tested', 2)], { shocks: [shock(1)] })
    const earlier = draw({ ...asked, at: ago(4) }, quick)
    const before = earlier.odds.slice()
    expect(drawOn(earlier, asked, quick).odds).toEqual(drawOn(earlier, asked, quick).odds)
    expect(earlier.odds).toEqual(before)
  })

  test('fades in as many waits as one likes to the same place', () => {
    const drawn = draw(allOpen(), quick)
    const plain = () => ({ odds: drawn.odds.map(Math.exp), beyond: new Float64Array(drawn.odds.length) })
    const [once, twice] = [plain(), plain()]
    fadeAll(once, drawn, 6 / 21)
    fadeAll(twice, drawn, 2 / 21)
    fadeAll(twice, drawn, 4 / 21)
    once.odds.forEach((value, i) => expect(value).toBeCloseTo(twice.odds[i]!, 9))
  })
})
