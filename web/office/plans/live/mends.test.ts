import { expect, test } from 'vitest'
import { PLAN_PARTS } from '../../../../core/planning/plan-facts.ts'
import { CRITERION_IDS, REQUIREMENT_IDS } from '../../../../core/planning/requirements.ts'
import { MARKERS } from '../../../../core/planning/markers.ts'
import { criteriaOfPart, criterionMendedIn, markerMendedIn, mendedIn } from './mends.ts'

const places: readonly string[] = [...PLAN_PARTS, 'site']

test('whatever is lacking is mended in a part of the plan or at its site', () => {
  expect(REQUIREMENT_IDS.filter((id) => !places.includes(mendedIn(id)))).toEqual([])
  expect(CRITERION_IDS.filter((id) => !places.includes(criterionMendedIn(id)))).toEqual([])
})

test('a part shows the criteria that lead to it', () => {
  expect(CRITERION_IDS.filter((id) => criterionMendedIn(id) !== 'site' && !PLAN_PARTS.some((part) => criteriaOfPart(part).includes(id)))).toEqual([])
})

test('who is expected is said where they are counted, and not where the beds are', () => {
  expect([mendedIn('care/places', 'care/nobody-expected-stated'), mendedIn('care/places', 'care/places-short'), mendedIn('alternatives/lesser-rungs', 'alternatives/no-rung')]).toEqual(['expected', 'care', 'rung'])
})

test('a sign of a blind raid leads to where it is taken away', () => {
  expect(MARKERS.map((id) => [id, markerMendedIn(id)])).toEqual([['B1', 'site'], ['B2', 'site'], ['B3', 'goal'], ['B4', 'offences'], ['B5', 'identification']])
})
