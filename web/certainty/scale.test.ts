import { expect, test } from 'vitest'
import { scale, timeTicks } from './scale.ts'

const day = Date.UTC(2031, 2, 1)
const DAY = 86_400_000

test('a scale keeps its ends', () => {
  const x = scale([0, 10], [100, 200])
  expect([x(0), x(5), x(10)]).toEqual([100, 150, 200])
})

test('a day is marked by its hours, at whole hours of the zone', () => {
  const ticks = timeTicks(day, day + DAY, 6, 330)
  expect(ticks.length).toBeLessThanOrEqual(7)
  expect(ticks.every(({ at }) => (at + 330 * 60_000) % 3_600_000 === 0)).toBe(true)
})

test('years are marked at the first of a month', () => {
  const ticks = timeTicks(day, day + 900 * DAY, 6, 0)
  expect(ticks.length).toBeGreaterThan(2)
  expect(ticks.every(({ at, by }) => by === 'month' && new Date(at).getUTCDate() === 1)).toBe(true)
})
