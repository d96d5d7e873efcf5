import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANALYST, contactReport, EVE, HOUR, hoursBefore, OFFICER, operationOf, partWritten, siteEntries, siteOf, thenDone, WRITTEN } from '../../tests/plan-cast.ts'
import { FORCE, readRaid } from '../../tests/planning-cast.ts'
import type { EntryId } from '../kernel/id.ts'
import { after } from '../kernel/instant.ts'
import { knownWhen } from './known-when.ts'
import { contentsOf } from './plan-file.ts'

const plan = thenDone(
  [{ type: 'plan/authorised', plan: WRITTEN.length, site: 5, knownAt: EVE, condition: null, policy: ['certainty 2026-11'] }, { by: OFFICER, when: EVE }],
  [partWritten('hour', { at: after(HOUR, 1) }), { when: after(EVE, 0.1) }],
)
const authorised = plan[WRITTEN.length]!.id
/** Told before the plan was authorised, and received after. */
const late = siteEntries([{ type: 'report/received', report: contactReport('late', hoursBefore(EVE, 6)) }, { by: ANALYST, when: hoursBefore(EVE, 5), received: after(EVE, 0.2) }])

describe('what was known when a plan was authorised', () => {
  test('is the plan as it was, and the site as far as it had reached us', () => {
    const known = knownWhen(plan, late, authorised)!
    expect(known).toMatchObject({ knownAt: EVE, authorised: { by: OFFICER }, policy: ['certainty 2026-11'] })
    expect(contentsOf(known.plan).hour.at).toBe(HOUR)
    expect(known.site).toHaveLength(5)
  })

  test('reads the same for ever, whatever has come since', () => {
    const known = knownWhen(plan, late, authorised)!
    const then = readRaid(operationOf(known.plan, siteOf(known.site)), FORCE)
    expect(then.verdict).toBe('smart')
    expect(then.dossier.counted.map(({ id }) => id)).toEqual(['escaped-worker', 'labour-inspector'])
  })

  test('lists what has come since, in the order in which it reached us', () => {
    expect(knownWhen(plan, late, authorised)!.since.map(({ stream, type }) => [stream, type])).toEqual([
      ['plan/river-road', 'plan/part-written'],
      ['site/workshop', 'report/received'],
    ])
  })

  test('leaves out what the file held but had not reached us, by either count', () => {
    const held = siteEntries().map((entry, i) => (i === 4 ? { ...entry, receivedAt: after(EVE, 0.01) } : entry))
    expect(knownWhen(plan, held, authorised)!.site).toHaveLength(4)
    const later = siteEntries([{ type: 'alternative/written', says: 'Another' }, { by: ANALYST, when: hoursBefore(EVE, 1) }])
    expect(knownWhen(plan, later, authorised)!.site).toHaveLength(5)
  })

  test('is the same whatever reaches us later, and whenever somebody says that it happened', () => {
    const before = knownWhen(plan, siteEntries(), authorised)!
    const arrival = fc.record({ seen: fc.integer({ min: -200, max: 200 }), reached: fc.integer({ min: 1, max: 500 }) })
    fc.assert(fc.property(fc.array(arrival, { maxLength: 5 }), (arrivals) => {
      const more = arrivals.map(({ seen, reached }, i) => {
        const report = contactReport(`later-${i}`, hoursBefore(EVE, seen))
        return [{ type: 'report/received' as const, report }, { by: ANALYST, when: hoursBefore(EVE, seen), received: hoursBefore(EVE, -reached) }] as const
      })
      const { since, ...known } = knownWhen(plan, siteEntries(...more), authorised)!
      const { since: sinceBefore, ...knownBefore } = before
      expect(known).toEqual(knownBefore)
      expect(since).toHaveLength(sinceBefore.length + arrivals.length)
    }))
  })

  test('is nothing where an entry authorised nothing', () => {
    expect(knownWhen(plan, late, plan[0]!.id)).toBeNull()
    expect(knownWhen(plan, late, 'nobody-knows' as EntryId)).toBeNull()
  })
})
