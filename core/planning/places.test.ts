import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExpectedGroup } from './operation.ts'
import { CELLS, shortfall, type Cell } from './places.ts'
import { instant } from '../kernel/instant.ts'
import type { Place } from './plan.ts'

const people = (sex: ExpectedGroup['sex'], age: ExpectedGroup['age'], high: number): ExpectedGroup => ({ id: `${sex} ${age}`, sex, age, low: 0, high })
const beds = (sex: Place['sex'], age: Place['age'], capacity: number): Place =>
  ({ id: `beds ${sex} ${age}`, name: 'House', sex, age, capacity, confirmedAt: instant(0), confirmedBy: 'Manager' })

describe('beds for everybody', () => {
  test('nobody expected needs none', () => expect(shortfall([], [])).toBeNull())

  test('as many beds as the upper end are enough, and one fewer is one short', () => {
    expect(shortfall([people('female', 'adult', 6)], [beds('female', 'adult', 6)])).toBeNull()
    expect(shortfall([people('female', 'adult', 6)], [beds('female', 'adult', 5)])).toEqual({ cells: ['female-adult'], short: 1 })
  })

  test('beds for men are no beds for women, nor those for adults for a child', () => {
    expect(shortfall([people('female', 'adult', 2)], [beds('male', 'adult', 9)])).toMatchObject({ short: 2 })
    expect(shortfall([people('male', 'child', 2)], [beds('male', 'adult', 9)])).toMatchObject({ short: 2 })
  })

  test('beds that take anybody are counted once', () => {
    const both = [people('female', 'adult', 3), people('male', 'adult', 3)]
    expect(shortfall(both, [beds('any', 'any', 5)])).toEqual({ cells: ['female-adult', 'male-adult'], short: 1 })
    expect(shortfall(both, [beds('any', 'any', 6)])).toBeNull()
  })

  test('women, men, girls and boys together are counted against all the beds there are', () => {
    const everybody = [people('female', 'adult', 1), people('female', 'child', 1), people('male', 'adult', 1), people('male', 'child', 1)]
    expect(shortfall(everybody, [beds('any', 'any', 3)])).toEqual({ cells: CELLS, short: 1 })
  })

  test('people of unknown sex may all be women or all be men, so that there are beds for either', () => {
    expect(shortfall([people('any', 'adult', 4)], [beds('female', 'adult', 2), beds('male', 'adult', 2)])).toMatchObject({ short: 2 })
    expect(shortfall([people('any', 'adult', 4)], [beds('female', 'adult', 4), beds('male', 'adult', 4)])).toBeNull()
    expect(shortfall([people('any', 'adult', 4)], [beds('any', 'adult', 4)])).toBeNull()
  })
})

const takes = ({ sex, age }: { readonly sex: string; readonly age: string }, cell: Cell): boolean => {
  const [cellSex, cellAge] = cell.split('-')
  return (sex === 'any' || sex === cellSex) && (age === 'any' || age === cellAge)
}

/** Every way in which the people expected may turn out. */
function* outcomes([group, ...others]: readonly ExpectedGroup[]): Generator<readonly Cell[]> {
  if (!group) return yield []
  for (const rest of outcomes(others)) {
    const may = CELLS.filter((cell) => takes(group, cell))
    const [first, second] = may
    for (let of = 0; of <= (second ? group.high : 0); of++) yield [...rest, ...Array.from({ length: group.high }, (_, i) => (i < of ? second : first)!)]
  }
}

/** Tries every bed for every person, one after the other. */
function canBePlaced([person, ...others]: readonly Cell[], left: readonly Place[]): boolean {
  if (!person) return true
  return left.some((place, i) => place.capacity > 0 && takes(place, person) && canBePlaced(others, left.map((one, j) => (j === i ? { ...one, capacity: one.capacity - 1 } : one))))
}

test('law: nobody is short of a bed exactly when, however the people turn out, everybody can be given one', () => {
  const sex = fc.constantFrom('female' as const, 'male' as const, 'any' as const)
  const group = fc.record({ sex, age: fc.constantFrom('adult' as const, 'child' as const), high: fc.integer({ min: 0, max: 2 }) })
  const place = fc.record({ sex, age: fc.constantFrom('adult' as const, 'child' as const, 'any' as const), capacity: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(fc.array(group, { maxLength: 3 }), fc.array(place, { maxLength: 4 }), (groups, houses) => {
      const [expected, places] = [groups.map((one) => people(one.sex, one.age, one.high)), houses.map((one) => beds(one.sex, one.age, one.capacity))]
      expect(shortfall(expected, places) === null).toBe([...outcomes(expected)].every((turnOut) => canBePlaced(turnOut, places)))
    }),
    { numRuns: 400 },
  )
})

test('law: the shortfall is how many more beds for anybody would be enough, and not one fewer', () => {
  const group = fc.record({ sex: fc.constantFrom('female' as const, 'male' as const, 'any' as const), age: fc.constantFrom('adult' as const, 'child' as const), high: fc.integer({ min: 0, max: 20 }) })
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 10 }), (groups, capacity) => {
      const expected = groups.map((one) => people(one.sex, one.age, one.high))
      const places = [beds('female', 'any', capacity)]
      const missing = shortfall(expected, places)?.short ?? 0
      expect(shortfall(expected, [...places, beds('any', 'any', missing)])).toBeNull()
      if (missing > 0) expect(shortfall(expected, [...places, beds('any', 'any', missing - 1)])).toMatchObject({ short: 1 })
    }),
  )
})
