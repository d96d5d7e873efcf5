import { describe, expect, test } from 'vitest'
import { ago, allOpen, ask, foundNobody, policy, says } from '../../tests/asked.ts'
import { certaintyOf } from './certainty.ts'
import { estimate } from './estimate.ts'

describe('an answer', () => {
  test('names the hour, the instant of asking, and what it takes to compute it again', () => {
    expect(certaintyOf(allOpen({ knownAt: ago(0.5) }), policy)).toMatchObject({
      at: ago(0),
      knownAt: ago(0.5),
      drawing: { version: 'latin-hypercube/1', seed: policy.interval.seed, draws: 8192, policy: policy.version },
    })
    expect(certaintyOf(allOpen(), policy).knownAt).toBe(ago(0))
  })

  test('is a number with its interval around it, and the steps that led to it', () => {
    const { probability, p10, p90, steps } = certaintyOf(allOpen(), policy)
    expect(p10 < probability && probability < p90).toBe(true)
    expect({ probability, steps }).toEqual(estimate(allOpen(), policy))
  })

  test('names its roots: whoever weighs, also those who found nobody', () => {
    const asked = ask([says('b', 'client', 2), foundNobody('a', 'inspector', 1), says('c', 'assumption', 2), says('d', 'client', 1, { derivedFrom: ['b'] }), says('e', 'client', -1)])
    expect(certaintyOf(asked, policy).roots).toEqual(['b', 'a'])
  })

  test('names no roots where nothing is known, and gives the base rate', () => {
    const { roots, probability } = certaintyOf(ask([says('a', 'assumption', 1), says('b', 'client', 1, { derivedFrom: ['c'] }), says('c', 'client', 1, { derivedFrom: ['b'] })]), policy)
    expect(roots).toEqual([])
    expect(probability).toBeCloseTo(9 / 52, 12)
  })

  test('shows circles and shared origins among the reports that count', () => {
    const origin = { id: 'o' }
    const reports = [says('a', 'client', 1, { origin }), says('b', 'inspector', 1, { origin }), says('c', 'client', 1, { derivedFrom: ['d'] }), says('d', 'client', 1, { derivedFrom: ['c'] })]
    expect(certaintyOf(ask(reports), policy).lineage).toMatchObject({ circles: [['c', 'd']], sharedOrigins: [{ id: 'o', roots: ['a', 'b'] }] })
    expect(certaintyOf(ask(reports, { at: ago(2) }), policy).lineage).toMatchObject({ circles: [], sharedOrigins: [] })
  })
})

test('thousands of reports are weighed in seconds, and so is a chain of derivations ten thousand long', () => {
  const roots = Array.from({ length: 3000 }, (_, i) => (i % 2 ? says : foundNobody)(`r${i}`, 'undercover-observation', i / 1440))
  const chain = Array.from({ length: 10_000 }, (_, i) => says(`r${i}`, 'ngo-disclosure', i / 1440, i > 0 ? { derivedFrom: [`r${i - 1}`] } : {}))
  const began = performance.now()
  expect(certaintyOf(ask(roots), policy).roots).toHaveLength(3000)
  expect(certaintyOf(ask(chain), policy).roots).toEqual(['r0'])
  expect(performance.now() - began).toBeLessThan(15_000)
})
