import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '../../tests/asked.ts'
import { SOURCE_KINDS } from '../intelligence/report.ts'
import { instant } from '../kernel/instant.ts'
import { coarserOf, isAsCoarse, KIND_GRAINS, kindAt, TIME_GRAINS, timeAt } from './coarsen.ts'

const kinds = fc.constantFrom(...SOURCE_KINDS)
const moments = fc.integer({ min: Date.UTC(1969, 0, 1), max: Date.UTC(2040, 0, 1) }).map(instant)
const grains = fc.record({ kind: fc.constantFrom(...KIND_GRAINS), time: fc.constantFrom(...TIME_GRAINS) })
const steps = <Grain>(list: readonly Grain[]) => list.slice(1).map((coarse, i) => [list[i]!, coarse] as const)

describe('telling more coarsely', () => {
  test('never tells two kinds of source apart that were told alike before', () =>
    fc.assert(fc.property(kinds, kinds, fc.constantFrom(...steps(KIND_GRAINS)), (one, other, [fine, coarse]) => {
      fc.pre(kindAt(one, fine) === kindAt(other, fine))
      expect(kindAt(one, coarse)).toBe(kindAt(other, coarse))
    })))

  test('never tells two times apart that were told alike before', () =>
    fc.assert(fc.property(moments, fc.integer({ min: 0, max: 8 * 86_400_000 }), fc.constantFrom(...steps(TIME_GRAINS)), (one, later, [fine, coarse]) => {
      const other = instant(one + later)
      fc.pre(JSON.stringify(timeAt(one, fine)) === JSON.stringify(timeAt(other, fine)))
      expect(timeAt(one, coarse)).toEqual(timeAt(other, coarse))
    })))

  test('always holds the time it tells of, and what was told more exactly', () =>
    fc.assert(fc.property(moments, fc.constantFrom(...steps(TIME_GRAINS)), (moment, [fine, coarse]) => {
      const [inner, outer] = [timeAt(moment, fine), timeAt(moment, coarse)]
      if (outer === null || inner === null) return
      expect([outer.from <= inner.from, inner.until <= outer.until]).toEqual([true, true])
    })))

  test('of two grains the coarser is as coarse as both', () =>
    fc.assert(fc.property(grains, grains, (one, other) => {
      expect([isAsCoarse(coarserOf(one, other), one), isAsCoarse(coarserOf(one, other), other)]).toEqual([true, true])
    })))

  test('says a person with access in place of a worker who got away, and a week from Monday in place of an hour', () => {
    expect([kindAt('escaped-victim', 'exact'), kindAt('escaped-victim', 'access'), kindAt('tip-bare', 'access'), kindAt('escaped-victim', 'not-told')]).toEqual(['escaped-victim', 'person-with-access', 'person-outside', null])
    expect(timeAt(at('2031-03-06T13:30:00Z'), 'week')).toEqual({ from: at('2031-03-03T00:00:00Z'), until: at('2031-03-10T00:00:00Z') })
    expect(timeAt(at('2031-03-06T13:30:00Z'), 'day')).toEqual({ from: at('2031-03-06T00:00:00Z'), until: at('2031-03-07T00:00:00Z') })
    expect(timeAt(at('2031-03-06T13:30:00Z'), 'not-told')).toBeNull()
  })
})
