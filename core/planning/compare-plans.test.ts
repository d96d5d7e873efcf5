import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileOf, HOUR, partWritten, thenDone, WRITTEN } from '../../tests/plan-cast.ts'
import { SMART } from '../../tests/planning-cast.ts'
import { after } from '../kernel/instant.ts'
import { comparePlans } from './compare-plans.ts'
import { PLAN_PARTS, type PartWritten } from './plan-facts.ts'

const smart = fileOf(WRITTEN)
const changed = (...parts: readonly PartWritten[]) => comparePlans(smart, fileOf(thenDone(...parts.map((part) => [part] as const))))
const [women, men, girls] = SMART.expected
const { care } = SMART.plan

describe('two versions of a plan side by side', () => {
  test('differ in nothing where nothing was changed', () => {
    expect(comparePlans(smart, smart)).toEqual([])
    expect(changed(partWritten('media'))).toEqual([])
  })

  test('are told entry by entry, with what was there and what is', () => {
    expect(changed(partWritten('expected', [{ ...women!, high: 14 }, men!]))).toEqual([
      { part: 'expected', changes: [{ path: '[women].high', was: 10, is: 14 }, { path: '[girls]', was: girls, is: undefined }] },
    ])
    const [house, ...others] = care.places
    expect(changed(partWritten('care', { ...care, places: [{ ...house!, capacity: 6 }, ...others] }))).toEqual([{ part: 'care', changes: [{ path: 'places[house-women].capacity', was: 12, is: 6 }] }])
  })

  test('take no line for changed that only moved', () => {
    expect(changed(partWritten('expected', SMART.expected.toReversed()))).toEqual([])
  })

  test('tell of lists of words, of single values, and of parts that nobody had written', () => {
    expect(changed(partWritten('interviews', { ...SMART.plan.interviews, languages: ['th', 'km'] }))).toMatchObject([{ changes: [{ path: 'languages', was: ['th'], is: ['th', 'km'] }] }])
    expect(changed(partWritten('hour', { at: after(HOUR, 1) }))).toEqual([{ part: 'hour', changes: [{ path: 'at', was: HOUR, is: after(HOUR, 1) }] }])
    expect(comparePlans(fileOf(WRITTEN.slice(0, 1)), fileOf(WRITTEN.slice(0, 2)))).toEqual([{ part: 'goal', changes: [{ path: '', was: undefined, is: SMART.goal }] }])
  })

  test('tell the same backwards, with what was and what is in each other\'s place', () => {
    const some = fc.subarray([...PLAN_PARTS].filter((part) => part !== 'hour'))
    const versionOf = (parts: readonly string[]) => fileOf(WRITTEN.filter(({ fact }) => !('part' in fact && parts.includes(fact.part))))
    fc.assert(fc.property(some, some, (left, right) => {
      const [a, b] = [versionOf(left), versionOf(right)]
      const turned = comparePlans(b, a).map(({ part, changes }) => ({ part, changes: changes.map(({ path, was, is }) => ({ path, was: is, is: was })) }))
      expect(comparePlans(a, b)).toEqual(turned)
    }))
  })
})
