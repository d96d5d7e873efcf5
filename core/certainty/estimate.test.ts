import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ago, anyCase, ask, foundNobody, policy, says, shock } from '../../tests/asked.ts'
import { after } from '../kernel/instant.ts'
import type { CertaintyCase } from './certainty-case.ts'
import { estimate, type Step } from './estimate.ts'

const probabilityOf = (asked: CertaintyCase): number => estimate(asked, policy).probability
const stepsOf = (asked: CertaintyCase): readonly string[] => estimate(asked, policy).steps.map(({ step }) => step)

/** The number computed again from nothing but the steps, with both sides kept so that neither is lost. */
function replayed(steps: readonly Step[]): number {
  let [present, absent, base] = [0, 1, 0]
  for (const step of steps) {
    if (step.step === 'prior') [present, absent, base] = [step.alpha / (step.alpha + step.beta), step.beta / (step.alpha + step.beta), step.alpha / (step.alpha + step.beta)]
    if (step.step === 'wait') {
      const kept = 2 ** (-step.days / step.halfLifeDays)
      ;[present, absent] = [base + (present - base) * kept, 1 - base + (absent - (1 - base)) * kept]
    }
    if (step.step === 'report') {
      const whole = present * step.factor + absent
      ;[present, absent] = [(present * step.factor) / whole, absent / whole]
    }
  }
  return present
}

describe('the explanation', () => {
  test('gives the probability to whoever replays its steps', () => {
    fc.assert(fc.property(anyCase, (asked) => {
      const { probability, steps } = estimate(asked, policy)
      expect(Math.abs(replayed(steps) - probability)).toBeLessThan(1e-9)
    }))
  })

  test('begins with the prior, and each step begins where the one before ended', () => {
    fc.assert(fc.property(anyCase, (asked) => {
      const { probability, steps } = estimate(asked, policy)
      expect(steps[0]).toMatchObject({ step: 'prior' })
      steps.slice(1).forEach(({ before }, i) => expect(before).toBe(steps[i]!.probability))
      expect(steps.at(-1)!.probability).toBe(probability)
    }))
  })

  test('tells the prior, the waits, each report, and the shock, in the order in which they come', () => {
    const asked = ask([says('a', 'escaped-victim', 10), says('b', 'informant-tested', 2)], { shocks: [shock(4)] })
    expect(stepsOf(asked)).toEqual(['prior', 'report', 'wait', 'shock', 'wait', 'report', 'wait'])
    expect(estimate(asked, policy).steps.filter(({ step }) => step === 'wait')).toMatchObject([
      { days: 6, pace: 'usual', halfLifeDays: 21 },
      { days: 2, pace: 'shocked', halfLifeDays: 4.2 },
      { days: 2, pace: 'usual', halfLifeDays: 21 },
    ])
    expect(estimate(asked, policy).steps.find(({ step }) => step === 'shock')).toMatchObject({ at: ago(4), kind: 'leak', halfLifeDays: 4.2 })
  })

  test('shows a report that weighs nothing, why, and that the number stays as it was', () => {
    const asked = ask([says('a', 'escaped-victim', 2), says('b', 'ngo-disclosure', 2, { derivedFrom: ['a'] }), says('c', 'assumption', 2), says('d', 'client', 2, { derivedFrom: ['d'] })])
    const weightless = estimate(asked, policy).steps.filter((step) => step.step === 'no-weight')
    expect(weightless).toMatchObject([{ id: 'b', because: 'derived' }, { id: 'c', because: 'assumption' }, { id: 'd', because: 'circle' }])
    weightless.forEach(({ before, probability }) => expect(probability).toBe(before))
  })

  test('shows what a report multiplies the odds by: the ratio to the power of the weight', () => {
    const origin = { id: 'o', correlation: 0.5 }
    const asked = ask([says('a', 'undercover-contact', 0, { origin }), says('b', 'undercover-contact', 0, { origin })])
    expect(estimate(asked, policy).steps[1]).toMatchObject({ step: 'report', id: 'a', ratio: 30, weight: 1 / 1.5, factor: 30 ** (1 / 1.5) })
  })
})

describe('the number', () => {
  test('is the base rate where nothing is known: 9 in 52 in general, or what the case gives', () => {
    expect(probabilityOf(ask([]))).toBeCloseTo(9 / 52, 12)
    expect(probabilityOf(ask([], { prior: { alpha: 2, beta: 18 } }))).toBeCloseTo(0.1, 12)
  })

  test('takes the base rate of the venue where policy has one', () => {
    const own = { ...policy, venues: { ...policy.venues, escort: { halfLifeDays: 5, prior: { alpha: 1, beta: 3 } } } }
    expect(estimate(ask([], { venue: 'escort' }), own).probability).toBeCloseTo(0.25, 12)
    expect(estimate(ask([], { venue: 'escort', prior: { alpha: 1, beta: 1 } }), own).probability).toBeCloseTo(0.5, 12)
  })

  test('stays at the base rate until the first counted report, however long and whatever shocks come', () => {
    const asked = ask([says('a', 'escaped-victim', 0)])
    expect(probabilityOf({ ...asked, shocks: [shock(300), shock(20)] })).toBeCloseTo(probabilityOf(asked), 12)
  })

  test('halves its distance from the base rate in one half-life', () => {
    const fresh = probabilityOf(ask([says('a', 'escaped-victim', 0)]))
    expect(probabilityOf(ask([says('a', 'escaped-victim', 21)])) - 9 / 52).toBeCloseTo((fresh - 9 / 52) / 2, 12)
  })

  test.each([
    ['short-let', 3], ['escort', 5], ['fixed-commercial-sex', 21], ['construction-or-farm', 30],
    ['resident-workshop', 120], ['domestic', 180], ['scam-compound', 60],
  ] as const)('fades at a %s by half in %d days', (venue, days) => {
    const fresh = probabilityOf(ask([says('a', 'escaped-victim', 0)], { venue }))
    expect(probabilityOf(ask([says('a', 'escaped-victim', days)], { venue })) - 9 / 52).toBeCloseTo((fresh - 9 / 52) / 2, 12)
  })

  test('comes back to the base rate after a long silence, not to nobody being there', () => {
    fc.assert(fc.property(anyCase, (asked) => {
      const later = after(asked.at, 60 * Math.max(2, asked.halfLifeDays!))
      const { alpha, beta } = asked.prior ?? policy.prior
      expect(probabilityOf({ ...asked, at: later, knownAt: asked.knownAt ?? asked.at })).toBeCloseTo(alpha / (alpha + beta), 9)
    }))
  })

  test('does not depend on the order in which reports are listed', () => {
    const twoOrders = anyCase.chain((asked) => fc.tuple(fc.constant(asked), fc.shuffledSubarray([...asked.reports], { minLength: asked.reports.length })))
    fc.assert(fc.property(twoOrders, ([asked, reports]) => {
      expect(estimate({ ...asked, reports }, policy)).toEqual(estimate(asked, policy))
    }))
  })

  test('is not moved by what is derived, assumed, observed after the hour, or learnt after the asking', () => {
    const weightless = [
      says('x', 'ngo-disclosure', 1, { derivedFrom: ['r0'] }),
      says('x', 'assumption', 1),
      says('x', 'undercover-contact', -0.001),
      says('x', 'undercover-contact', 1, { receivedAt: ago(-80) }),
    ]
    fc.assert(fc.property(anyCase, fc.constantFrom(...weightless), (asked, report) => {
      expect(probabilityOf({ ...asked, reports: [...asked.reports, report] })).toBeCloseTo(probabilityOf(asked), 12)
    }))
  })

  test('keeps both sides: after twenty witnesses a finding of nobody at the same instant still counts', () => {
    const witnesses = Array.from({ length: 20 }, (_, i) => says(`a${i}`, 'undercover-contact', 1))
    const looked = Array.from({ length: 20 }, (_, i) => foundNobody(`b${i}`, 'inspector', 1, { sensitivity: 0.98, specificity: 0.6 }))
    const asked = ask([...witnesses, ...looked], { at: ago(1) })
    expect(probabilityOf(asked)).toBeCloseTo(probabilityOf(ask([], { at: ago(1) })), 9)
  })

  test('keeps both sides however many speak at one instant', () => {
    const reports = Array.from({ length: 500 }, (_, i) => [
      says(`a${i}`, 'undercover-contact', 1),
      foundNobody(`b${i}`, 'inspector', 1, { sensitivity: 0.98, specificity: 0.6 }),
    ]).flat()
    expect(probabilityOf(ask(reports, { at: ago(1) }))).toBeCloseTo(9 / 52, 9)
  })

  test.each([1e-6, 1e9])('is a number at a half-life of %d days', (halfLifeDays) => {
    const { probability } = estimate(ask([says('a', 'escaped-victim', 3)], { halfLifeDays }), policy)
    const fresh = probabilityOf(ask([says('a', 'escaped-victim', 0)]))
    expect(probability).toBeCloseTo(halfLifeDays < 1 ? 9 / 52 : fresh, 6)
  })
})

test('a vessel without a half-life is a defect of whoever asks, since reading refuses it', () => {
  expect(() => estimate(ask([], { venue: 'vessel' }), policy)).toThrow('has no half-life of its own')
  expect(probabilityOf(ask([], { venue: 'vessel', halfLifeDays: 40 }))).toBeCloseTo(9 / 52, 12)
})
