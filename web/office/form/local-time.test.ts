import { describe, expect, test } from 'vitest'
import { isToTheMinute, typedFor, typedLocally, type OffsetAt } from './local-time.ts'

const bangkok: OffsetAt = () => 420
/** Two hours east in summer, one in winter. */
const berlin: OffsetAt = (_year, month) => (month > 3 && month < 11 ? 120 : 60)

describe('a time that is typed', () => {
  test.each([['2031-3-6 5:30', '2031-03-06T05:30:00+07:00'], ['2031-03-06, 05:30', '2031-03-06T05:30:00+07:00'], ['2031-03-06T05:30', '2031-03-06T05:30:00+07:00']])('%s has the zone of this machine', (typed, sent) => {
    expect(typedLocally(typed, bangkok)).toBe(sent)
  })

  test('has the zone that is typed, where one is', () => {
    expect(typedLocally('2031-03-06 05:30 Z', bangkok)).toBe('2031-03-06T05:30:00Z')
    expect(typedLocally('2031-03-06 05:30 -3', bangkok)).toBe('2031-03-06T05:30:00-03:00')
  })

  test('has the offset of its own day, not of today', () => {
    expect([typedLocally('2031-01-06 05:30', berlin), typedLocally('2031-07-06 05:30', berlin)]).toEqual(['2031-01-06T05:30:00+01:00', '2031-07-06T05:30:00+02:00'])
  })

  test('is no more exact than it was typed', () => {
    expect([typedLocally('2031', bangkok), typedLocally('2031-3', bangkok)]).toEqual(['2031', '2031-03'])
    expect(['2031-03-06', '2031-03-06 05:30 +7', 'noon'].map(isToTheMinute)).toEqual([false, true, false])
  })

  test('stays as it is where it is no time', () => {
    expect(typedLocally('before noon', bangkok)).toBe('before noon')
  })

  test('is that of a moment, as it would be typed here', () => {
    expect(typedLocally(typedFor(Date.UTC(2031, 2, 5, 22, 30), 420))).toBe('2031-03-06T05:30:00+07:00')
    expect(typedFor(Date.UTC(2031, 2, 5, 22, 30), -150)).toBe('2031-03-05 20:00 -02:30')
  })
})
