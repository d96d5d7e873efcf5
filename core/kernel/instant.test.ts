import { expect, test } from 'vitest'
import { at } from '../../tests/asked.ts'
import { after, daysBetween, instant, isoOf, toTheMinute } from './instant.ts'

test('a day has 86,400 seconds, also where a clock on the wall would have more', () => {
  expect(daysBetween(at('2026-03-28T12:00:00+01:00'), at('2026-03-29T13:00:00+02:00'))).toBe(1)
  expect(daysBetween(at('2026-03-02T06:00:00Z'), at('2026-03-01T18:00:00Z'))).toBe(-0.5)
  expect(isoOf(after(at('2026-03-01T06:00:00Z'), 10.5))).toBe('2026-03-11T18:00:00.000Z')
})

test('a length that is no round binary number ends at its millisecond', () => {
  expect(isoOf(after(at('2026-03-01T06:00:00Z'), 0.5 * 0.7))).toBe('2026-03-01T14:24:00.000Z')
  expect(after(instant(0), 0.1 * 3)).toBe(0.3 * 86_400_000)
})

test('an instant is told down to the minute, also before 1970', () => {
  expect(isoOf(toTheMinute(at('2026-03-01T06:59:59.999Z')))).toBe('2026-03-01T06:59:00.000Z')
  expect(isoOf(toTheMinute(at('1969-12-31T23:59:30Z')))).toBe('1969-12-31T23:59:00.000Z')
})

test('what lies beyond the calendar is told by its end', () => {
  expect(isoOf(instant(1e300))).toBe('+275760-09-13T00:00:00.000Z')
  expect(isoOf(instant(Number.NEGATIVE_INFINITY))).toBe('-271821-04-20T00:00:00.000Z')
})
