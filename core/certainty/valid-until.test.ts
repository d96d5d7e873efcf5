import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ago, allOpen, at, attempt, foundNobody, policy, quick, says, shock } from '../../tests/asked.ts'
import type { CertaintyPolicy } from './policy.ts'
import { VENUES } from '../intelligence/venue.ts'
import { after, instant, isoOf, type Days, type Instant } from '../kernel/instant.ts'
import type { CertaintyCase } from './certainty-case.ts'
import { draw, intervalOf } from './draws.ts'
import { certaintyOf } from './certainty.ts'
import { gatesOf } from './gates.ts'

const MINUTE = 60_000
const untilOf = (asked: CertaintyCase, under: CertaintyPolicy = policy): Instant | null => certaintyOf(asked, under).validUntil
const days = (asked: CertaintyCase, until: Instant | null): Days | null => (until === null ? null : (until - asked.at) / 86_400_000)

/** Whether the gates let the plan stand at another hour, with what is known left as it is; asked from the beginning. */
function stands(asked: CertaintyCase, hour: Instant, under: CertaintyPolicy): boolean {
  const moved = { ...asked, knownAt: asked.knownAt ?? asked.at, at: hour }
  return gatesOf(moved, intervalOf(draw(moved, under)).p10, under).every(({ state }) => state !== 'closed')
}

describe('a certainty holds', () => {
  test('until the number falls below what is asked', () => {
    const asked = allOpen({ reports: [says('a', 'escaped-victim', 1), says('b', 'informant-tested', 0)] })
    const until = untilOf(asked)!
    expect(stands(asked, until, policy)).toBe(true)
    expect(stands(asked, instant(until + MINUTE), policy)).toBe(false)
    expect(gatesOf({ ...asked, at: instant(until + MINUTE) }, 0, policy).filter(({ state }) => state === 'closed').map(({ id }) => id)).toEqual(['number'])
  })

  test('longer where entry intrudes less', () => {
    expect(untilOf(allOpen({ entry: 'lower-intrusion' }))!).toBeGreaterThan(untilOf(allOpen())!)
  })

  test('until the newest sighting is half a half-life old, where nothing falls sooner', () => {
    const asked = allOpen({ entry: 'lower-intrusion', prior: { alpha: 900, beta: 100 } })
    expect(isoOf(untilOf(asked)!)).toBe('2026-03-13T18:00:00.000Z')
  })

  test('until the last attempt is a half-life old, each attempt taking over from the one before', () => {
    const prior = { alpha: 900, beta: 100 }
    expect(days(allOpen(), untilOf(allOpen({ prior, attempts: [attempt(20)] })))).toBe(1)
    expect(days(allOpen(), untilOf(allOpen({ prior, attempts: [attempt(20), attempt(18.5)] })))).toBe(2.5)
    expect(days(allOpen(), untilOf(allOpen({ prior, attempts: [attempt(20), attempt(-1)] })))).toBe(9.5)
    expect(days(allOpen(), untilOf(allOpen({ prior, attempts: [attempt(20), attempt(-1.001)] })))).toBe(1)
  })

  test('until a shock that is foreseen', () => {
    expect(days(allOpen(), untilOf(allOpen({ shocks: [shock(-0.5)] })))).toBe(0.5)
  })

  test('as long as it is fresh where the number rises: at a place that nearly always holds somebody silence speaks for them', () => {
    const reports = [says('a', 'escaped-victim', 1), says('b', 'informant-tested', 1), foundNobody('c', 'inspector', 0, { sensitivity: 0.975, specificity: 0.95 })]
    const asked = allOpen({ prior: { alpha: 60, beta: 5 }, reports })
    expect(certaintyOf(asked, policy).p10).toBeLessThan(0.82)
    expect(isoOf(untilOf(asked)!)).toBe('2026-03-13T18:00:00.000Z')
  })

  test('beyond a shock already past, which a later sighting has ended', () => {
    expect(untilOf(allOpen({ shocks: [shock(2)] }))).toBe(untilOf(allOpen()))
  })

  test('until a finding of nobody that is known and lies beyond the hour', () => {
    const known = { knownAt: ago(-9) }
    const later = foundNobody('c', 'inspector', -0.25, { sensitivity: 0.95 })
    expect(days(allOpen(), untilOf(allOpen({ ...known, reports: [...allOpen().reports, later] })))).toBe(0.25)
  })

  test('longer by a sighting that is known and lies beyond the hour, and not by one that is not known', () => {
    const later = says('c', 'undercover-contact', -1)
    const reports = [...allOpen().reports, later]
    expect(untilOf(allOpen({ reports, knownAt: ago(-9) }))!).toBeGreaterThan(untilOf(allOpen())!)
    expect(untilOf(allOpen({ reports }))).toBe(untilOf(allOpen()))
  })

  test('until one more report of an origin, which makes the earlier ones weigh less', () => {
    const origin = { origin: { id: 'o', correlation: 1 } }
    const reports = [says('a', 'escaped-victim', 1, origin), says('b', 'informant-tested', 1), says('c', 'client', -0.5, origin), says('d', 'client', -0.5, origin)]
    const asked = allOpen({ reports, knownAt: ago(-9) })
    expect(days(asked, untilOf(asked))).toBe(0.5)
  })

  test('until an attempt stops counting because the one who made it reports a presence', () => {
    const reports = [...allOpen().reports, says('c', 'informant-tested', -0.5, { reporter: 'officer-1' })]
    const asked = allOpen({ reports, knownAt: ago(-9), attempts: [attempt(1, { by: 'officer-1' })] })
    expect(days(asked, untilOf(asked))).toBe(0.5)
  })

  test('down to the minute', () => {
    const asked = allOpen({ at: at('2026-03-04T06:00:31Z'), shocks: [{ at: at('2026-03-04T09:13:59.999Z'), kind: 'leak' }] })
    expect(isoOf(untilOf(asked)!)).toBe('2026-03-04T09:13:00.000Z')
  })
})

describe('nothing is said of how long', () => {
  test('where a gate is closed already', () => {
    expect(untilOf(allOpen({ alternative: '' }))).toBeNull()
    expect(untilOf(allOpen({ attempts: [] }))).toBeNull()
    expect(untilOf(allOpen({ reports: [] }))).toBeNull()
  })

  test('but an unknown gate is passed over', () => {
    const { attempts: _attempts, alternative: _alternative, ...unsaid } = allOpen()
    expect(untilOf(unsaid)).toBe(untilOf(allOpen()))
  })
})

describe('what is known does not move with the hour', () => {
  test('so that a report received between the asking and the hour changes nothing', () => {
    const reports = [...allOpen().reports, says('c', 'rescued-victim', 0.9, { receivedAt: ago(0.2) })]
    expect(untilOf(allOpen({ reports, knownAt: ago(0.5) }))).toBe(untilOf(allOpen({ knownAt: ago(0.5) })))
  })
})

/** Questions whose gates are open, with shocks and reports to come. */
const strong: fc.Arbitrary<CertaintyCase> = fc
  .record({
    venue: fc.constantFrom(...VENUES.filter((venue) => venue !== 'vessel')),
    entry: fc.constantFrom('planned' as const, 'lower-intrusion' as const),
    prior: fc.constantFrom({ alpha: 9, beta: 43 }, { alpha: 300, beta: 100 }, { alpha: 2, beta: 2 }),
    shocks: fc.array(fc.integer({ min: 1, max: 200 }).map((hours) => shock(-hours / 24)), { maxLength: 2 }),
    later: fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('undercover-contact' as const, 'inspector' as const, 'client' as const, 'assumption' as const),
        fc.constantFrom('present', 'absent'),
        fc.constantFrom({}, { origin: { id: 'o' } }, { reporter: 'officer-1' }),
      ),
      { maxLength: 4 },
    ),
    tried: fc.array(fc.integer({ min: -100, max: 60 }).map((hours) => attempt(hours / 24, { by: hours % 2 === 0 ? 'officer-1' : 'officer-2' })), { maxLength: 3 }),
  })
  .map(({ later, tried, ...more }) => ({
    ...allOpen(more),
    knownAt: ago(-30),
    attempts: [attempt(0.5), ...tried],
    reports: [
      says('a', 'escaped-victim', 0.5, { origin: { id: 'o' } }),
      says('b', 'undercover-contact', 0.25),
      says('c', 'undercover-contact', 0.25),
      ...later.map(([hours, kind, finding, said], i) => (finding === 'present' ? says : foundNobody)(`d${i}`, kind, -hours / 24, said)),
    ],
  }))

describe('moving the hour by hand finds the same instant', () => {
  test('before it every open gate stays open; just after it one is closed', () => {
    fc.assert(fc.property(strong, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }), (asked, along) => {
      const until = untilOf(asked, quick)
      if (!stands(asked, asked.at, quick)) return expect(until).toBeNull()
      expect(until).not.toBeNull()
      const span = until! - 1 - asked.at
      const before = [0.999999, ...along].map((share) => instant(asked.at + Math.floor(Math.max(0, span) * share)))
      expect(before.filter((hour) => !stands(asked, hour, quick)).map(isoOf)).toEqual([])
      const reopened = asked.reports.some(({ observedAt }) => observedAt > until! && observedAt <= until! + MINUTE + 1)
      if (!reopened) expect(stands(asked, instant(until! + MINUTE + 1), quick)).toBe(false)
    }), { numRuns: 150 })
  })

  test('minute by minute', () => {
    const reports = [says('a', 'escaped-victim', 0.2), says('b', 'informant-tested', 0.2), foundNobody('c', 'client', -0.02), says('d', 'inspector', -0.05)]
    const asked = allOpen({ venue: 'short-let', prior: { alpha: 20, beta: 60 }, knownAt: ago(-9), reports })
    let hour = asked.at
    while (stands(asked, hour, quick)) hour = instant(hour + MINUTE)
    expect(hour).toBeGreaterThan(ago(-0.05))
    expect(untilOf(asked, quick)).toBe(hour - MINUTE)
  })
})

test('hundreds of reports and shocks to come are met in seconds', () => {
  const later = Array.from({ length: 300 }, (_, i) => says(`d${i}`, 'undercover-contact', -(i + 1) / 24))
  const asked = allOpen({ venue: 'domestic', knownAt: ago(-90), reports: [...allOpen().reports, ...later], attempts: [attempt(0), attempt(-10)] })
  const began = performance.now()
  expect(untilOf(asked)).toBeGreaterThan(after(asked.at, 12.5))
  expect(performance.now() - began).toBeLessThan(15_000)
})
