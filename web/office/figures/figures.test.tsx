// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { drawn } from '../../../tests/drawn.tsx'
import { HoursToEntry } from './hours-to-entry.tsx'
import { Interval } from './interval.tsx'
import { When } from './when.tsx'

const shown = async (part: React.ReactNode): Promise<string> => (await drawn(part)).page.textContent

const HOUR = 3_600_000
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR + 20_000).toISOString()

describe('a number about the world', () => {
  test('has its interval and the time it is of', async () => {
    expect(await shown(<Interval of={{ probability: 0.951, p10: 0.9, p90: 0.97 }} asOf="2031-03-06T06:10:00.000Z" />)).toMatch(/^0\.95 \[0\.90–0\.97\] as known .*2031/)
  })

  test('is said to be unknown where nothing weighs, and is no zero', async () => {
    const words = await shown(<Interval of={null} />)
    expect(words).not.toMatch(/\d/)
    expect(words.trim()).not.toBe('')
  })
})

describe('the hour of entry', () => {
  test('is told with how long it is until then, or since', async () => {
    expect(await shown(<HoursToEntry entry={inHours(47)} />)).toMatch(/1 d 23 h until entry$/)
    expect(await shown(<HoursToEntry entry={inHours(-21)} />)).toMatch(/21 h after entry$|20 h 59 min after entry$|20 h 60 min after entry$/)
  })

  test('is said to be unknown where it is', async () => {
    expect((await shown(<HoursToEntry entry={null} />)).trim()).toBe('Hour of entry unknown')
  })
})

test('a moment has its zone and how long ago it was', async () => {
  expect(await shown(<When at={inHours(-2)} />)).toMatch(/UTC.* (?:2 h|1 h 59 min|1 h 60 min) ago$/)
  expect((await shown(<When at={null} />)).trim()).toBe('unknown')
})
