import fc from 'fast-check'
import jstat from 'jstat'
import { describe, expect, test } from 'vitest'
import { betaLogOdds, normalDeviates } from './quantiles.ts'

const COUNT = 1024
const middle = (k: number): number => (k + 0.5) / COUNT
const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** The farthest that the middles of the slices lie from what the other library says. */
const farthest = (found: Float64Array, known: (probability: number) => number): number =>
  Math.max(...Array.from(found, (value, k) => Math.abs(value - known(middle(k)))))

describe('the middles of equally likely slices', () => {
  test.each([
    [9, 43], [88, 427], [2, 18], [18, 2], [1, 1], [0.5, 0.5], [0.1, 0.3], [0.3, 0.1], [19, 1], [1, 19],
    [0.06, 19.94], [0.01, 0.01], [1000, 4000], [4000, 1000], [0.3, 50], [1, 10_000], [5000, 5000],
  ])('of Beta(%d, %d) are those of another library', (alpha, beta) => {
    const found = betaLogOdds(alpha, beta, COUNT).map(probabilityOf)
    expect(farthest(found, (probability) => jstat.beta.inv(probability, alpha, beta))).toBeLessThan(3e-4)
  })

  test('of the normal distribution are those of another library', () => {
    expect(farthest(normalDeviates(COUNT), (probability) => jstat.normal.inv(probability, 0, 1))).toBeLessThan(5e-4)
  })

  test('rise, and are numbers, for whatever a prior or a record can give', () => {
    const parameter = fc.double({ min: -9, max: 12, noNaN: true }).map((power) => 10 ** power)
    fc.assert(fc.property(parameter, parameter, (alpha, beta) => {
      const found = betaLogOdds(alpha, beta, 64)
      expect(found.every(Number.isFinite)).toBe(true)
      expect(found.every((value, k) => k === 0 || value >= found[k - 1]!)).toBe(true)
    }))
  })

  test('turn round where α and β change places: the probability of absence is a Beta too', () => {
    fc.assert(fc.property(fc.double({ min: 0.05, max: 200, noNaN: true }), fc.double({ min: 0.05, max: 200, noNaN: true }), (alpha, beta) => {
      const [there, back] = [betaLogOdds(alpha, beta, 64), betaLogOdds(beta, alpha, 64)]
      there.forEach((value, k) => expect(value).toBeCloseTo(-back[63 - k]!, 5))
    }))
  })

  test('close around the mean as experience grows, and are its mean', () => {
    const many = betaLogOdds(2e8, 8e8, COUNT).map(probabilityOf)
    expect(Math.max(...many) - Math.min(...many)).toBeLessThan(1e-4)
    expect(many.reduce((sum, value) => sum + value, 0) / COUNT).toBeCloseTo(0.2, 7)
  })
})
