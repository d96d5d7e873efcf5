import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '../../tests/asked.ts'
import { rightsPolicy } from '../../wire/office/requests-policy.ts'
import { instant } from '../kernel/instant.ts'
import { ORGANISATION_KINDS } from '../kernel/organisation.ts'
import { answerClock, endOfTerm } from './clock.ts'

const policy = rightsPolicy()

describe('a term', () => {
  test.each([
    ['2031-03-03T08:00:00Z', 1, 'months', '2031-04-03T08:00:00Z'],
    ['2031-01-31T08:00:00Z', 1, 'months', '2031-02-28T08:00:00Z'],
    ['2032-01-31T23:59:00Z', 1, 'months', '2032-02-29T23:59:00Z'],
    ['2031-12-31T00:00:00Z', 2, 'months', '2032-02-29T00:00:00Z'],
    ['2031-03-03T08:00:00Z', 15, 'days', '2031-03-18T08:00:00Z'],
  ] as const)('from %s of %d %s ends on %s', (from, count, unit, end) => {
    expect(endOfTerm(at(from), { count, unit })).toBe(at(end))
  })

  test('is never shorter than as many times 28 days, nor longer than 31', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 24 }), (from, count) => {
      const days = (endOfTerm(instant(from), { count, unit: 'months' }) - from) / 86_400_000
      expect(days).toBeGreaterThanOrEqual(28 * count)
      expect(days).toBeLessThanOrEqual(31 * count)
    }))
  })
})

describe('the clock of a request', () => {
  const running = { receivedAt: at('2031-03-03T08:00:00Z'), extendedTo: null }

  test('is that of the law under which whoever answers stands', () => {
    expect(answerClock(running, 'police', policy)).toEqual({ regime: 'law-enforcement', due: at('2031-04-03T08:00:00Z'), longest: at('2031-06-03T08:00:00Z') })
    expect(answerClock(running, 'ngo', policy).regime).toBe('general')
    const national = { ...policy, terms: { ...policy.terms, general: { ...policy.terms.general, answer: { ...policy.terms.general.answer, value: { count: 15, unit: 'days' as const } } } } }
    expect(answerClock(running, 'ngo', national).due).toBe(at('2031-03-18T08:00:00Z'))
  })

  test('goes on to the day to which it was extended, and no further than before', () => {
    const extended = answerClock({ ...running, extendedTo: at('2031-05-01T08:00:00Z') }, 'police', policy)
    expect([extended.due, extended.longest]).toEqual([at('2031-05-01T08:00:00Z'), answerClock(running, 'police', policy).longest])
  })

  test('every kind of organisation has one, and every value of the policy its source', () => {
    for (const kind of ORGANISATION_KINDS) expect(answerClock(running, kind, policy).due).toBeGreaterThan(running.receivedAt)
    for (const { answer, extension } of Object.values(policy.terms)) for (const value of [answer, extension, policy.regimes, policy.lookersTold]) expect(value).toMatchObject({ source: expect.stringMatching(/./), signedBy: expect.stringMatching(/./) })
  })
})
