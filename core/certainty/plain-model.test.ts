import fc from 'fast-check'
import jstat from 'jstat'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test } from 'vitest'
import { ago, anyCase, ask, foundNobody, policy, says, shock } from '../../tests/asked.ts'
import type { Report, SourceKind } from '../intelligence/report.ts'
import type { CertaintyCase } from './certainty-case.ts'
import { draw, intervalOf } from './draws.ts'
import { estimate } from './estimate.ts'

/**
 * The model written a second time, in the plainest way, from the text of the design and from nothing in this folder:
 * its table typed in again, one number, one report after the other. Two ways to the same figure.
 */

const DAY = 86_400_000

/** ρ, a, cap, access, own record; ρ 0 never weighs. */
const TABLE: Readonly<Record<SourceKind, readonly [number, number, number, string, string]>> = {
  'escaped-victim': [0.9, 0.5, 20, 'saw', 'never'],
  'rescued-victim': [0.9, 0.5, 20, 'saw', 'never'],
  'victim-on-site': [0.85, 0.5, 15, 'saw', 'never'],
  'undercover-contact': [0.95, 0.3, 30, 'saw', 'yes'],
  'undercover-observation': [0.6, 0.4, 6, 'saw', 'yes'],
  'informant-tested': [0.75, 0.6, 8, 'saw', 'yes'],
  'informant-untested': [0.45, 0.7, 3, 'told', 'yes'],
  'ngo-disclosure': [0.8, 0.5, 10, 'told', 'yes'],
  'family-or-coworker': [0.6, 0.6, 5, 'told', 'never'],
  inspector: [0.5, 0.4, 4, 'saw', 'yes'],
  client: [0.35, 0.6, 2, 'saw', 'never'],
  'tip-detailed': [0.3, 0.8, 2, 'told', 'never'],
  'tip-bare': [0.1, 0.9, 1.2, 'told', 'never'],
  'open-source': [0.3, 0.5, 2, 'inferred', 'never'],
  assumption: [0, 1, 1, 'inferred', 'never'],
}

const HALF_LIVES: Readonly<Record<string, number>> = {
  'short-let': 3, escort: 5, 'fixed-commercial-sex': 21, 'construction-or-farm': 30, 'resident-workshop': 120, domestic: 180, 'scam-compound': 60,
}

/** The uncertain inputs of one run: ρ and a around their means, π, and what the half-lives are multiplied by. */
interface Inputs {
  readonly around: (mean: number) => number
  readonly base: number
  readonly stretch: number
}

const rhoOf = ({ kind, source }: Report): number => {
  const [rho, , , , record] = TABLE[kind]
  if (!source || record === 'never') return rho
  return (4 * rho + (source.hits ?? 0)) / (4 + (source.hits ?? 0) + (source.misses ?? 0))
}

function plainFactor(report: Report, roots: readonly Report[], { around }: Inputs): number {
  const [, a, cap] = TABLE[report.kind]
  const n = roots.filter(({ origin }) => origin && origin.id === report.origin?.id).length
  const w = report.origin ? 1 / (1 + (n - 1) * (report.origin.correlation ?? 0.5)) : 1
  if (report.finding === 'absent') return ((1 - report.sensitivity!) / report.specificity!) ** w
  const [rho, anyway] = [around(rhoOf(report)), around(a)]
  return Math.min(cap, (rho + anyway * (1 - rho)) / (anyway * (1 - rho))) ** w
}

function plainProbability(asked: CertaintyCase, inputs: Inputs): number {
  const known = asked.knownAt ?? asked.at
  const roots = asked.reports
    .filter((report) => report.observedAt <= asked.at && (report.receivedAt ?? report.observedAt) <= known)
    .filter((report) => report.kind !== 'assumption' && !report.derivedFrom?.length)
    .toSorted((a, b) => a.observedAt - b.observedAt)
  const sightings = roots.filter((report) => report.finding === 'present' && (report.access ?? TABLE[report.kind][3]) === 'saw')
  const shocks = (asked.shocks ?? []).filter((one) => one.at <= asked.at)
  const h = asked.halfLifeDays ?? HALF_LIVES[asked.venue]!
  const shockedH = asked.venue === 'scam-compound' ? 2 : 0.2 * h

  const moments = [...new Set([...roots.map(({ observedAt }) => observedAt), ...shocks.map((one) => one.at), asked.at])].toSorted((a, b) => a - b)
  let p = inputs.base
  for (const [i, now] of moments.entries()) {
    for (const report of roots.filter(({ observedAt }) => observedAt === now)) {
      const odds = (p / (1 - p)) * plainFactor(report, roots, inputs)
      p = odds / (1 + odds)
    }
    const next = moments[i + 1] ?? now
    const shocked = shocks.some((one) => one.at <= now && !sightings.some(({ observedAt }) => observedAt > one.at && observedAt <= now))
    p = inputs.base + (p - inputs.base) * 2 ** (-(next - now) / DAY / ((shocked ? shockedH : h) * inputs.stretch))
  }
  return p
}

const priorOf = ({ prior }: CertaintyCase) => prior ?? { alpha: 9, beta: 43 }

const asStated = (asked: CertaintyCase): Inputs => {
  const { alpha, beta } = priorOf(asked)
  return { around: (mean) => mean, base: alpha / (alpha + beta), stretch: 1 }
}

test('the number is the one that the plainest reading of the design gives, whatever is asked', () => {
  fc.assert(fc.property(anyCase, (asked) => {
    expect(Math.abs(estimate(asked, policy).probability - plainProbability(asked, asStated(asked)))).toBeLessThan(1e-9)
  }), { numRuns: 1000 })
})

describe('the interval is that of plain chance, drawn by another library', () => {
  const DRAWS = 20_000

  function plainInterval(asked: CertaintyCase): readonly number[] {
    const generator = xoroshiro128plus(7)
    jstat.setRandom(() => ((generator.next() >>> 0) + 0.5) / 2 ** 32)
    const { alpha, beta } = priorOf(asked)
    const around = (mean: number) => jstat.beta.sample(20 * mean, 20 * (1 - mean))
    const found = Array.from({ length: DRAWS }, () =>
      plainProbability(asked, { around, base: jstat.beta.sample(alpha, beta), stretch: Math.exp(0.35 * jstat.normal.sample(0, 1)) }),
    ).toSorted((a, b) => a - b)
    return [0.1, 0.5, 0.9].map((percentile) => found[percentile * DRAWS]!)
  }

  const cases: Readonly<Record<string, CertaintyCase>> = {
    'two strong sources, fading': ask([says('a', 'escaped-victim', 12), says('b', 'informant-tested', 9, { source: { id: 's', hits: 3, misses: 1 } })]),
    'a shock, one origin, and a visit that found nobody': ask(
      [
        says('a', 'undercover-contact', 20, { origin: { id: 'o' } }),
        says('b', 'undercover-observation', 14, { origin: { id: 'o' } }),
        foundNobody('c', 'inspector', 3, { sensitivity: 0.6 }),
      ],
      { shocks: [shock(8)] },
    ),
    'a leak at a scam compound, with a prior of its own': ask([says('a', 'victim-on-site', 6), says('b', 'client', 2, { access: 'told' })], {
      venue: 'scam-compound',
      prior: { alpha: 4, beta: 6 },
      shocks: [{ at: ago(4), kind: 'leak' }],
    }),
  }

  test.each(Object.entries(cases))('%s', (_name, asked) => {
    const { p10, p50, p90 } = intervalOf(draw(asked, policy))
    plainInterval(asked).forEach((known, i) => expect(Math.abs([p10, p50, p90][i]! - known)).toBeLessThan(0.015))
  })
})
