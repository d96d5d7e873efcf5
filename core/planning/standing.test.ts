import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANALYST, contactReport, EVE, fileOf, HOUR, hoursBefore, LEAK, OFFICER, partWritten, PLANNER, readAt, SECOND_PLANNER, siteEntries, siteOf, thenDone, WRITTEN } from '../../tests/plan-cast.ts'
import type { Site } from '../intelligence/site.ts'
import type { ReportId } from '../kernel/id.ts'
import { after, type Instant } from '../kernel/instant.ts'
import type { PlanFact } from './plan-facts.ts'
import { withPartsOf, type PlanFile } from './plan-file.ts'
import { authorityNow, standingOf } from './standing.ts'

const POLICY: readonly string[] = []
const LEAVE: PlanFact = { type: 'plan/authorised', plan: WRITTEN.length, site: 5, knownAt: EVE, condition: null, policy: POLICY }
const ON_CONDITION: PlanFact = {
  ...LEAVE, type: 'plan/authorised', condition: { seenAfter: after(hoursBefore(HOUR, 17.5), 0.00001), notOlderThanDays: 24, confirmedBy: ['undercover-contact', 'victim-on-site'] },
}
const REFUSED: PlanFact = { type: 'plan/refused', because: 'Wait for the partner', owner: OFFICER, reviewBy: after(EVE, 3) }
const STOOD_DOWN: PlanFact = { ...REFUSED, type: 'plan/stood-down' }
const URGENT: PlanFact = { type: 'plan/urgent-declared', declaration: { declaredBy: PLANNER, at: EVE, basis: 'danger-to-life', reasons: 'Smoke', restsOn: [] } }
const ENTERED: PlanFact = { type: 'plan/entry-recorded', at: HOUR, says: 'In' }
const CONFIRMED: PlanFact = { type: 'plan/confirmed', report: 'contact' as ReportId }

const leaked = siteOf(siteEntries([LEAK, { by: ANALYST, when: EVE }]))
const DAWN = hoursBefore(HOUR, 4)
const confirming = (seen: Instant = DAWN, changes: object = {}): Site =>
  siteOf(siteEntries([LEAK, { by: ANALYST, when: EVE }], [{ type: 'report/received', report: { ...contactReport('contact', seen), ...changes } }, { by: ANALYST, when: seen }]))

const stands = (facts: readonly PlanFact[], site: Site = siteOf(), now: Instant = EVE): string => {
  const file = fileOf(thenDone(...facts.map((fact) => [fact, { by: OFFICER, when: EVE }] as const)))
  return standingOf(file, readAt(file, site, now))
}
const authority = (file: PlanFile, site: Site, now: Instant) => authorityNow(file, file.authority!, readAt(withPartsOf(file, file.authority!.plan), site, now))
const filedWith = (...facts: readonly PlanFact[]): PlanFile => fileOf(thenDone(...facts.map((fact) => [fact, { by: OFFICER, when: EVE }] as const)))

describe('a plan', () => {
  test('is a draft until somebody decides, and authorised once they do', () => {
    expect(stands([])).toBe('draft')
    expect(stands([LEAVE])).toBe('authorised')
  })

  test('is a draft again where it was changed, and leave stays with the version that was authorised', () => {
    const changed = fileOf(thenDone([LEAVE, { by: OFFICER }], [partWritten('rung', { rung: 'outreach-visit' }), { by: SECOND_PLANNER }]))
    expect(standingOf(changed, readAt(changed))).toBe('draft')
    expect(authority(changed, siteOf(), EVE)).toMatchObject({ standing: 'authorised', lapsed: null })
  })

  test('is no more than a draft where leave was given to an earlier version of it', () => {
    expect(stands([{ ...LEAVE, plan: 3 } as PlanFact])).toBe('draft')
  })

  test('loses its leave where a gate has closed, until entry is recorded', () => {
    expect(stands([LEAVE], leaked)).toBe('lapsed')
    expect(stands([LEAVE, ENTERED], leaked)).toBe('entered')
    expect(authority(filedWith(LEAVE), leaked, EVE).lapsed).toEqual({ code: 'plan/gate-closed', gates: ['freshness'] })
    expect(authority(filedWith(LEAVE, ENTERED), leaked, after(HOUR, 30))).toMatchObject({ standing: 'authorised', lapsed: null })
  })

  test('loses it too where the hour has passed without an entry, as soon as what is known is too old', () => {
    expect(stands([LEAVE], siteOf(), after(HOUR, 0.1))).toBe('authorised')
    expect(stands([LEAVE], siteOf(), after(HOUR, 60))).toBe('lapsed')
  })

  test('is lapsed where it has turned blind, gates open or not', () => {
    const blind = fileOf(thenDone([partWritten('identification', { screening: [], deciders: [], standards: [] })], [{ ...LEAVE, plan: WRITTEN.length + 1 } as PlanFact, { by: OFFICER }]))
    expect(authority(blind, siteOf(), EVE).lapsed).toMatchObject({ code: 'plan/turned-blind' })
  })

  test('is refused until it is written anew, or authorised after all', () => {
    expect(stands([REFUSED])).toBe('refused')
    expect(stands([LEAVE, REFUSED])).toBe('refused')
    expect(stands([REFUSED, LEAVE])).toBe('authorised')
    expect(stands([REFUSED, partWritten('media')])).toBe('draft')
  })

  test('is stood down whatever was decided, and stays so whatever is written', () => {
    expect(stands([LEAVE, STOOD_DOWN])).toBe('stood-down')
    expect(stands([STOOD_DOWN, partWritten('media')])).toBe('stood-down')
  })

  test('is urgent whatever was decided', () => {
    expect(stands([REFUSED, URGENT])).toBe('urgent')
    expect(stands([URGENT, REFUSED])).toBe('urgent')
    expect(stands([LEAVE, URGENT], leaked)).toBe('urgent')
  })

  test('follows the later of danger declared and an order to stand down, by when each happened', () => {
    const [before, since] = [{ when: hoursBefore(EVE, 2) }, { when: hoursBefore(EVE, 1) }]
    const standing = (file: PlanFile) => standingOf(file, readAt(file))
    expect(standing(fileOf(thenDone([URGENT, before], [STOOD_DOWN, since])))).toBe('stood-down')
    expect(standing(fileOf(thenDone([STOOD_DOWN, since], [URGENT, before])))).toBe('stood-down')
    expect(standing(fileOf(thenDone([STOOD_DOWN, before], [URGENT, since])))).toBe('urgent')
    expect(standing(fileOf(thenDone([URGENT, before], [STOOD_DOWN, before])))).toBe('stood-down')
  })

  test('is entered once an entry was made, whatever was said before or after', () => {
    expect(stands([STOOD_DOWN, ENTERED])).toBe('entered')
    expect(stands([ENTERED, STOOD_DOWN])).toBe('entered')
    expect(stands([URGENT, ENTERED])).toBe('entered')
  })
})

describe('leave on a condition', () => {
  test('covers number and freshness until the hour of entry', () => {
    expect(stands([ON_CONDITION], leaked)).toBe('authorised-on-condition')
    expect(stands([ON_CONDITION], leaked, hoursBefore(HOUR, 0.01))).toBe('authorised-on-condition')
  })

  test('lapses at the hour of entry without the confirming report', () => {
    expect(stands([ON_CONDITION], leaked, HOUR)).toBe('lapsed')
    expect(authority(filedWith(ON_CONDITION), leaked, HOUR).lapsed).toMatchObject({ code: 'plan/condition-not-met' })
    expect(stands([ON_CONDITION], confirming(), HOUR)).toBe('lapsed')
  })

  test('is met by a confirming report that was named, after which the gates hold', () => {
    expect(stands([ON_CONDITION, CONFIRMED], confirming(), HOUR)).toBe('authorised')
    expect(authority(filedWith(ON_CONDITION, CONFIRMED), confirming(), HOUR)).toEqual({ standing: 'authorised', met: 'contact', lapsed: null })
  })

  test('covers no other gate', () => {
    const noAlternative = siteOf(siteEntries([LEAK, { by: ANALYST, when: EVE }], [{ type: 'alternative/written', says: '' }, { by: ANALYST, when: EVE }]))
    expect(stands([ON_CONDITION], noAlternative)).toBe('lapsed')
  })

  test.each<readonly [string, Site]>([
    ['by a report of another kind', confirming(DAWN, { kind: 'escaped-victim' })],
    ['by somebody who was told', confirming(DAWN, { access: 'told' })],
    ['by a finding that nobody is there', confirming(DAWN, { finding: 'absent', sensitivity: 0.7, specificity: 0.9 })],
    ['by what rests on another report', confirming(DAWN, { derivedFrom: ['escaped-worker'] })],
    ['by what was seen before the leak', confirming(hoursBefore(HOUR, 20))],
    ['by what reaches us after the hour', confirming(DAWN, { receivedAt: after(HOUR, 0.1) })],
  ])('is not met %s', (_name, site) => {
    expect(stands([ON_CONDITION, CONFIRMED], site, HOUR)).toBe('lapsed')
  })

  test.each<readonly [string, object]>([
    ['by somebody who was told', { access: 'told' }],
    ['by a finding that nobody is there', { finding: 'absent', sensitivity: 0.1, specificity: 0.95 }],
    ['by what rests on another report', { derivedFrom: ['escaped-worker'] }],
  ])('is not met %s, though another report opens every gate', (_name, changes) => {
    const other = { ...contactReport('other', DAWN), kind: 'victim-on-site' as const, reporter: 'officer-3' }
    const site = siteOf(siteEntries(
      [LEAK, { by: ANALYST, when: EVE }],
      [{ type: 'report/received', report: other }, { by: ANALYST, when: DAWN }],
      [{ type: 'report/received', report: { ...contactReport('contact', DAWN), ...changes } as typeof other }, { by: ANALYST, when: DAWN }],
    ))
    const file = filedWith(ON_CONDITION, CONFIRMED)
    expect(readAt(file, site, HOUR).certainty?.gates.filter(({ state }) => state !== 'open')).toEqual([])
    expect(standingOf(file, readAt(file, site, HOUR))).toBe('lapsed')
  })

  test('waits for another report where a second warning came after the first, and lapses at the hour', () => {
    const warned = siteOf(siteEntries(
      [LEAK, { by: ANALYST, when: EVE }],
      [{ type: 'report/received', report: contactReport('contact', DAWN) }, { by: ANALYST, when: DAWN }],
      [{ ...LEAK, id: 'second', shock: { at: after(DAWN, 0.01), kind: 'official-visit' } } as typeof LEAK, { by: ANALYST, when: after(DAWN, 0.02) }],
    ))
    expect(stands([ON_CONDITION, CONFIRMED], warned, hoursBefore(HOUR, 1))).toBe('authorised-on-condition')
    expect(stands([ON_CONDITION, CONFIRMED], warned, HOUR)).toBe('lapsed')
  })

  test('is not met by a report that is too old at entry, or seen before it was asked for', () => {
    const old: PlanFact = { ...ON_CONDITION, condition: { seenAfter: hoursBefore(HOUR, 30), notOlderThanDays: 3 / 24, confirmedBy: ['undercover-contact'] } } as PlanFact
    expect(stands([old, CONFIRMED], confirming(), HOUR)).toBe('lapsed')
    expect(stands([old, CONFIRMED], confirming(hoursBefore(HOUR, 3)), HOUR)).toBe('authorised')
    const early: PlanFact = { ...ON_CONDITION, condition: { seenAfter: hoursBefore(HOUR, 2), notOlderThanDays: 24, confirmedBy: ['undercover-contact'] } } as PlanFact
    expect(stands([early, CONFIRMED], confirming(), HOUR)).toBe('lapsed')
  })
})

describe('leave at any hour, whatever is known by then', () => {
  const sites = [siteOf(), leaked, confirming(), siteOf(siteEntries([{ type: 'alternative/written', says: '' }, { by: ANALYST, when: EVE }]))]
  const anyHour = fc.integer({ min: -48, max: 24 * 90 }).map((hours) => hoursBefore(HOUR, -hours))
  const anyLeave = fc.constantFrom([LEAVE], [ON_CONDITION], [ON_CONDITION, CONFIRMED])

  test('never holds with a closed gate, but on a condition before the hour', () => {
    fc.assert(fc.property(fc.constantFrom(...sites), anyHour, anyLeave, (site, now, facts) => {
      const file = filedWith(...facts)
      const reading = readAt(file, site, now)
      const closed = reading.certainty!.gates.filter(({ state }) => state !== 'open').map(({ id }) => id)
      const mayHold = closed.length === 0 ? ['authorised', 'authorised-on-condition', 'lapsed'] : ['lapsed']
      const onlyLifted = closed.every((gate) => gate === 'number' || gate === 'freshness')
      expect(now < HOUR && onlyLifted ? [...mayHold, 'authorised-on-condition'] : mayHold.filter((standing) => standing !== 'authorised-on-condition')).toContain(standingOf(file, reading))
    }), { numRuns: 60 })
  })

  test('never lapses once an entry was made', () => {
    fc.assert(fc.property(fc.constantFrom(...sites), anyHour, anyLeave, (site, now, facts) => {
      const file = filedWith(...facts, ENTERED)
      expect([standingOf(file, readAt(file, site, now)), authority(file, site, now).lapsed]).toEqual(['entered', null])
    }), { numRuns: 40 })
  })

  test('never outlives an order to stand down', () => {
    fc.assert(fc.property(fc.constantFrom(...sites), anyHour, anyLeave, (site, now, facts) => {
      const file = filedWith(...facts, STOOD_DOWN)
      expect(standingOf(file, readAt(file, site, now))).toBe('stood-down')
    }), { numRuns: 40 })
  })
})
