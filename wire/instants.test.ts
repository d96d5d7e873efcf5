import { describe, expect, test } from 'vitest'
import { isoOf } from '../core/kernel/instant.ts'
import { EarliestInstant, InstantText, LatestInstant } from './instants.ts'

const read = (shape: typeof InstantText | typeof EarliestInstant, text: unknown): string | null => {
  const { data } = shape.safeParse(text)
  return data === undefined ? null : isoOf(data)
}

describe('an instant', () => {
  test.each([
    ['2026-03-04T06:00:00Z', '2026-03-04T06:00:00.000Z'],
    ['2026-03-04T06:00Z', '2026-03-04T06:00:00.000Z'],
    ['2026-03-04T13:00:00+07:00', '2026-03-04T06:00:00.000Z'],
    ['2026-03-03T22:30:00.250-07:30', '2026-03-04T06:00:00.250Z'],
    ['2024-02-29T23:59:59.9999Z', '2024-02-29T23:59:59.999Z'],
    ['0095-08-02T00:00:00Z', '0095-08-02T00:00:00.000Z'],
  ])('is read with its zone: %s', (text, instant) => {
    expect(read(InstantText, text)).toBe(instant)
    expect(read(EarliestInstant, text)).toBe(instant)
    expect(read(LatestInstant, text)).toBe(instant)
  })

  test.each([
    '2026-03-04T06:00:00', '2026-02-29T06:00:00Z', '2026-02-30T06:00:00Z', '2026-13-01T06:00:00Z', '2026-03-04T24:00:00Z', '2026-03-04T06:60:00Z',
    '2026-03-04 06:00:00Z', '04.03.2026', 'tomorrow', '', ' 2026-03-04T06:00:00Z', '2026-03-04T06:00:00Z ', '20260304T060000Z', '+002026-03-04T06:00:00Z', 1772604000000, null,
  ])('is nothing else: %j', (text) => {
    expect(read(InstantText, text)).toBeNull()
    expect(read(EarliestInstant, text)).toBeNull()
  })

  test.each(['2026', '2026-03', '2026-03-04'])('is no day, month or year where a plan needs the hour: %s', (text) => {
    expect(read(InstantText, text)).toBeNull()
  })
})

describe('a day, a month or a year', () => {
  test.each([
    ['1995-08-02', '1995-08-02T00:00:00.000Z', '1995-08-02T23:59:59.999Z'],
    ['1995-08', '1995-08-01T00:00:00.000Z', '1995-08-31T23:59:59.999Z'],
    ['1995-12', '1995-12-01T00:00:00.000Z', '1995-12-31T23:59:59.999Z'],
    ['1996-02', '1996-02-01T00:00:00.000Z', '1996-02-29T23:59:59.999Z'],
    ['1995', '1995-01-01T00:00:00.000Z', '1995-12-31T23:59:59.999Z'],
    ['1996-02-29', '1996-02-29T00:00:00.000Z', '1996-02-29T23:59:59.999Z'],
  ])('%s is read at its start for a sighting and at its end for an hour of entry', (text, start, end) => {
    expect([read(EarliestInstant, text), read(LatestInstant, text)]).toEqual([start, end])
  })

  test.each(['1995-02-29', '1995-13', '1995-00', '1995-04-31', '1995-08-00', '95', '1995-8', '1995-08-2', '19950802', '1995-', '0095'])('is one of the calendar: %s is none', (text) => {
    expect(read(EarliestInstant, text)).toBeNull()
    expect(read(LatestInstant, text)).toBeNull()
  })
})
