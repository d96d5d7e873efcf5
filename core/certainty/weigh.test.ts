import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foundNobody, policy, says } from '../../tests/asked.ts'
import type { Report, SourceKind, SourceRecord, WeighingKind } from '../intelligence/report.ts'
import { absentRatio, isPresent, presentRatio, reliabilityOf, weigh, type Present } from './weigh.ts'

const present = (kind: WeighingKind, source?: SourceRecord): Present => ({ ...says('a', kind, 0), kind, ...(source && { source }) })
const ratioOf = (report: Report): number => weigh([report], policy)[0]!.ratio
const weights = (...reports: readonly Report[]): readonly number[] => weigh(reports, policy).map(({ weight }) => weight)

describe('a report that somebody is there multiplies the odds', () => {
  test.each([
    ['escaped-victim', 19], ['rescued-victim', 19], ['victim-on-site', 1 + 0.85 / 0.15 / 0.5],
    ['undercover-contact', 30], ['undercover-observation', 1 + 0.6 / 0.4 / 0.4], ['informant-tested', 6],
    ['informant-untested', 1 + 0.45 / 0.55 / 0.7], ['ngo-disclosure', 9], ['family-or-coworker', 3.5],
    ['inspector', 3.5], ['client', 1 + 0.35 / 0.65 / 0.6], ['tip-detailed', 1 + 0.3 / 0.7 / 0.8],
    ['tip-bare', 1 + 0.1 / 0.9 / 0.9], ['open-source', 1 + 0.3 / 0.7 / 0.5],
  ] as const)('%s: by %d', (kind, ratio) => {
    expect(ratioOf(says('a', kind, 0))).toBeCloseTo(ratio, 10)
  })

  test('by no more than the cap of its kind', () => {
    expect(presentRatio(0.95, 0.3)).toBeGreaterThan(30)
    expect(ratioOf(says('a', 'undercover-contact', 0))).toBe(30)
    expect(ratioOf(says('a', 'informant-tested', 0, { source: { id: 's', hits: 40 } }))).toBe(8)
  })

  test('by nothing at all where it is an assumption', () => {
    expect(ratioOf(says('a', 'assumption', 0))).toBe(1)
    expect(isPresent(says('a', 'assumption', 0))).toBe(false)
  })

  test('by (ρ + a(1−ρ)) / (a(1−ρ))', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(fc.property(share, share, (rho, a) => {
      expect(presentRatio(rho, a)).toBeCloseTo((rho + a * (1 - rho)) / (a * (1 - rho)), 6)
    }))
  })
})

describe('a source\'s own record', () => {
  test('moves the reliability as if four reports stood behind the kind', () => {
    expect(reliabilityOf(present('informant-tested', { id: 's', hits: 1, misses: 5 }), policy)).toBeCloseTo((4 * 0.75 + 1) / 10, 12)
    expect(reliabilityOf(present('inspector', { id: 's', hits: 4 }), policy)).toBeCloseTo((4 * 0.5 + 4) / 8, 12)
    expect(reliabilityOf(present('inspector', { id: 's', misses: 4 }), policy)).toBeCloseTo((4 * 0.5) / 8, 12)
  })

  test('says nothing where it is empty or not there', () => {
    expect(reliabilityOf(present('informant-tested', { id: 's' }), policy)).toBeCloseTo(0.75, 12)
    expect(reliabilityOf(present('informant-tested'), policy)).toBe(0.75)
  })

  test.each([
    ['undercover-contact', 'moves'], ['undercover-observation', 'moves'], ['informant-tested', 'moves'], ['informant-untested', 'moves'],
    ['ngo-disclosure', 'moves'], ['inspector', 'moves'], ['escaped-victim', 'never'], ['rescued-victim', 'never'], ['victim-on-site', 'never'],
    ['family-or-coworker', 'never'], ['client', 'never'], ['tip-detailed', 'never'], ['tip-bare', 'never'], ['open-source', 'never'],
  ] as const)('of a %s %s it', (kind, moves) => {
    const moved = reliabilityOf(present(kind, { id: 's', misses: 9 }), policy)
    expect(moved < policy.kinds[kind].reliability).toBe(moves === 'moves')
  })

  test('leaves the reliability between 0 and 1, however long it is', () => {
    for (const record of [{ hits: 0, misses: 1000 }, { hits: 1000, misses: 0 }, { hits: 1_000_000, misses: 0 }]) {
      const moved = reliabilityOf(present('undercover-contact', { id: 's', ...record }), policy)
      expect(moved > 0 && moved < 1).toBe(true)
    }
  })
})

describe('a finding of nobody', () => {
  test('divides the odds by how good the look was', () => {
    expect(absentRatio(foundNobody('a', 'inspector', 0, { sensitivity: 0.4, specificity: 0.9 }))).toBeCloseTo(2 / 3, 12)
  })

  test('never speaks for presence: with sensitivity and specificity that add up to 1 it says nothing', () => {
    expect(absentRatio(foundNobody('a', 'inspector', 0, { sensitivity: 0.3, specificity: 0.7 }))).toBeCloseTo(1, 12)
  })

  test('is weighed by how the look was, whatever its kind and record', () => {
    const kinds: readonly SourceKind[] = ['undercover-contact', 'inspector', 'tip-bare', 'escaped-victim']
    for (const kind of kinds) expect(ratioOf(foundNobody('a', kind, 0, { source: { id: 's', misses: 9 } }))).toBeCloseTo(2 / 3, 12)
  })

  test('that says not how good the look was is a defect, since reading refuses it', () => {
    const { sensitivity: _, ...blind } = foundNobody('a', 'inspector', 0)
    expect(() => absentRatio(blind)).toThrow('says not how well it looked')
  })
})

describe('roots of one origin', () => {
  const from = (id: string, correlation?: number) => ({ origin: { id, ...(correlation !== undefined && { correlation }) } })

  test('share their weight: 1 / (1 + (n−1) · correlation)', () => {
    expect(weights(says('a', 'client', 0, from('o', 0.9)), says('b', 'inspector', 0, from('o', 0.9)), says('c', 'client', 0, from('o', 0.9)))).toEqual(Array(3).fill(1 / 2.8))
  })

  test('are half correlated where nothing else is said', () => {
    expect(weights(says('a', 'client', 0, from('o')), says('b', 'client', 0, from('o')))).toEqual([1 / 1.5, 1 / 1.5])
    expect(weights(says('a', 'client', 0, from('o')), says('b', 'client', 0, from('o', 0.5)))).toEqual([1 / 1.5, 1 / 1.5])
  })

  test('weigh in full at correlation 0, and as one together at correlation 1', () => {
    expect(weights(says('a', 'client', 0, from('o', 0)), says('b', 'client', 0, from('o', 0)))).toEqual([1, 1])
    expect(weights(...Array.from({ length: 5 }, (_, i) => says(`a${i}`, 'client', 0, from('o', 1))))).toEqual(Array(5).fill(1 / 5))
  })

  test('weigh in full alone, or where the origins differ', () => {
    expect(weights(says('a', 'client', 0, from('o')), says('b', 'client', 0, from('p')), says('c', 'client', 0))).toEqual([1, 1, 1])
  })

  test('count those who found nobody too', () => {
    expect(weights(says('a', 'client', 0, from('o')), foundNobody('b', 'inspector', 0, from('o')))).toEqual([1 / 1.5, 1 / 1.5])
  })

  test('without an origin share nothing, however many they are, and whoever their source is', () => {
    expect(weights(...Array.from({ length: 5 }, (_, i) => says(`a${i}`, 'tip-bare', 0, { source: { id: 's' } })))).toEqual(Array(5).fill(1))
  })
})
