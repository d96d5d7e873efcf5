import { describe, expect, test } from 'vitest'
import type { Instant } from '../core/kernel/instant.ts'
import { asWritten, dayAndTime, UTC, withZone, zoneOf } from './clock.ts'
import { lengthOfTime } from './length-of-time.ts'

const at = Date.UTC(2031, 2, 5, 22, 30) as Instant
const bangkok = zoneOf('2031-03-06T05:30:00+07:00')

describe('a time on the page', () => {
  test('is that of the place, with its zone', () => {
    expect(withZone(at, bangkok, 'en')).toBe('Thu, 6 Mar 2031, 05:30 UTC+07:00')
    expect(withZone(at, UTC, 'en')).toBe('Wed, 5 Mar 2031, 22:30 UTC')
  })

  test.each([['1995', '1995'], ['1995-08', 'Aug 1995'], ['1995-08-02', '2 Aug 1995'], ['2031-03-06T05:30:00+07:00', 'Thu, 6 Mar 2031, 05:30 UTC+07:00']])('%s is shown no more exactly than it was written', (written, shown) => {
    expect(asWritten(written, 'en')).toBe(shown)
  })

  test('leaves out the zone that is named nearby', () => {
    expect(asWritten('2031-03-06T05:30:00+07:00', 'en', bangkok)).toBe('Thu, 6 Mar 2031, 05:30')
  })

  test('has western digits and years in every language', () => {
    expect(dayAndTime(at, UTC, 'th-XA')).toContain('2031')
    expect(dayAndTime(at, UTC, 'ar-XB')).toMatch(/5.*2031.*22:30/)
  })
})

test('a length of time has the two units that matter', () => {
  const say = (id: string, figures = {}) => `${id}:${Object.values(figures).join(',')}`
  expect([130, 60, 40, 60 * 24 * 3 + 240, 60 * 24 * 41].map((minutes) => lengthOfTime(minutes * 60_000, say))).toEqual([
    'time.hours-minutes:2,10', 'time.hours:1', 'time.minutes:40', 'time.days-hours:3,4', 'time.days:41',
  ])
})
