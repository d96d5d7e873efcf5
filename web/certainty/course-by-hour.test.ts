import { describe, expect, test } from 'vitest'
import { certaintyOf } from '../../core/certainty/certainty.ts'
import type { CertaintyCase } from '../../core/certainty/certainty-case.ts'
import { after, instant } from '../../core/kernel/instant.ts'
import { certaintyPolicy } from '../../wire/policy.ts'
import { atHour, courseByHour } from './course-by-hour.ts'

const policy = certaintyPolicy()
const seen = instant(Date.UTC(2031, 2, 1))
const asked: CertaintyCase = {
  venue: 'short-let',
  at: after(seen, 1),
  reports: [
    { id: 'escaped', kind: 'escaped-victim', finding: 'present', observedAt: seen },
    { id: 'inspector', kind: 'inspector', finding: 'present', observedAt: after(seen, 0.5) },
  ],
  shocks: [{ at: after(seen, 0.75), kind: 'leak' }],
  attempts: [{ at: seen, sensitivity: 0.5 }],
  alternative: 'none',
}

describe('the course of certainty by hour of entry', () => {
  const answer = certaintyOf(asked, policy)
  const course = courseByHour(asked, answer.validUntil, policy)
  const atEntry = course.hours.find(({ at }) => at === asked.at)

  test('is at the hour of entry what the answer says', () => {
    expect(atEntry?.probability).toBeCloseTo(answer.probability, 12)
    expect(atEntry?.p10).toBeCloseTo(answer.p10, 9)
    expect(atEntry?.p90).toBeCloseTo(answer.p90, 9)
  })

  test('is the same however it is come by: carried on from hour to hour, or asked of one hour alone', () => {
    for (const hour of course.hours.filter((_, i) => i % 20 === 0)) expect(atHour(hour.at, asked, policy).p10).toBeCloseTo(hour.p10, 9)
  })

  test('rises with a report and falls with time, faster after a warning', () => {
    const probability = (days: number) => atHour(after(seen, days), asked, policy).probability
    expect(probability(0.5)).toBeGreaterThan(probability(0.49))
    const [before, afterwards] = [probability(0.55) - probability(0.65), probability(0.8) - probability(0.9)]
    expect(before).toBeGreaterThan(0)
    expect(afterwards).toBeGreaterThan(before)
  })

  test('shows the step at each change', () => {
    const i = course.hours.findIndex(({ at }) => at === after(seen, 0.5))
    expect(course.hours[i - 1]?.at).toBe(after(seen, 0.5) - 1)
  })

  test('is never more than a drawing can show', () => {
    const old = { ...asked, venue: 'domestic' as const, at: after(seen, 3000) }
    expect(courseByHour(old, null, policy).hours.length).toBeLessThan(120)
  })
})
