import { describe, expect, test } from 'vitest'
import { isTime, typedInstant } from './typed-instant.ts'

describe('a time as people type it', () => {
  test.each([
    ['1995', '1995'],
    ['1995-8', '1995-08'],
    ['1995/8/2', '1995-08-02'],
    [' 2016-07-01 05:30 +7 ', '2016-07-01T05:30:00+07:00'],
    ['2016-7-1 5:30 +07:00', '2016-07-01T05:30:00+07:00'],
    ['2016-07-01T05:30Z', '2016-07-01T05:30:00Z'],
    ['2016-07-01 05:30 UTC', '2016-07-01T05:30:00Z'],
    ['2016-07-01T05:30:00-0330', '2016-07-01T05:30:00-03:30'],
  ])('%s is written %s', (typed, written) => {
    expect(typedInstant(typed)).toBe(written)
    expect(isTime(typed)).toBe(true)
  })

  test.each(['2016-07-01 05:30', '2016-13', '2016-02-30', 'in the summer', ''])('%j is not understood, and is left as it was typed', (typed) => {
    expect(isTime(typed)).toBe(false)
    expect(typedInstant('in the summer')).toBe('in the summer')
  })
})
