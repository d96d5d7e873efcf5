import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADMIRALTY_F2, ANSWERS, attemptOn, entryOf, fileOf, later, MORNING, OPENED, reportOn, siteOf } from '../../tests/site-cast.ts'
import type { ActorId, ReportId } from '../kernel/id.ts'
import { asKnownAt } from '../kernel/noted.ts'
import { gradingInForce, independentBecauseOf, reviewByOf, type Site, type SiteFactRead } from './site.ts'
import { foldSite } from './site-fold.ts'

const one = reportOn('report-one')
const a = 'report-one' as ReportId
const owner = 'analyst-two' as ActorId
const graded = (information: '1' | '3', because: string): SiteFactRead => ({ type: 'report/graded', report: a, answers: ANSWERS, grading: { ...ADMIRALTY_F2, information }, because })

const FACTS: readonly SiteFactRead[] = [
  { type: 'site/described', name: 'Workshop by the river' },
  { type: 'site/described', map: { latitude: 13.7, longitude: 100.5, says: 'the gate' } },
  { type: 'site/room-noted', room: { id: 'room-loft', name: 'Loft', floor: '2', says: 'Mattresses' } },
  { type: 'site/room-noted', room: { id: 'room-loft', name: 'Loft', floor: '2', says: 'Mattresses, and a lock outside' } },
  { type: 'report/received', report: one },
  { type: 'report/received', report: reportOn('report-two', { derivedFrom: ['report-one'], observedAt: later(-2) }) },
  graded('3', 'Only in part'),
  graded('1', 'Somebody else saw it'),
  { type: 'report/independence-recorded', report: a, because: 'They never met' },
  { type: 'report/review-set', report: a, reviewBy: later(30), because: 'Sooner' },
  { type: 'attempt/made', attempt: attemptOn('attempt-one') },
  { type: 'shock/noted', id: 'shock-one', shock: { at: later(1), kind: 'leak' }, says: 'A call to the foreman' },
  { type: 'alternative/written', says: 'A family that lives in' },
  { type: 'alternative/written', says: 'A family that lives in; own keys would tell' },
  { type: 'dissent/recorded', id: 'dissent-one', about: 'certainty', says: 'Too sure' },
  { type: 'task/set', task: { id: 'task-one', question: 'Is the gate locked at night?', kind: 'undercover-observation', owner, due: later(2), before: 0.4, yes: 0.7, no: 0.2 } },
  { type: 'task/answered', task: 'task-one', answer: 'yes', says: 'Locked from outside' },
  { type: 'lead/assigned', report: a, owner, verifyBy: later(2), reviewBy: later(9) },
  { type: 'lead/closed', report: a, because: 'Watched', attempt: 'attempt-one', reviewBy: later(40) },
  { type: 'words/withheld', of: 'report/received', words: 'forgotten', known: { report: 'report-gone' as ReportId, reviewBy: later(8) } },
]

/** What a site says, without its place in the ledger: that alone depends on who arrived first. */
const withoutPlaces = (site: Site | null): unknown =>
  JSON.parse(JSON.stringify(site, (name, value: unknown) => (name === 'version' || name === 'recordedAt' || name === 'receivedAt' ? undefined : value)))

describe('a site', () => {
  test('is nothing before it is opened', () => {
    expect(foldSite([])).toBeNull()
    expect(foldSite([entryOf({ type: 'report/received', report: one }, 1)])).toBeNull()
  })

  test('is the same however its entries are listed', () => {
    const entries = fileOf(...FACTS)
    fc.assert(fc.property(fc.shuffledSubarray([...entries], { minLength: entries.length }), (shuffled) => {
      expect(foldSite(shuffled)).toEqual(foldSite(entries))
    }), { numRuns: 50 })
  })

  test('says the same in whatever order its entries arrived, but for when they did', () => {
    const entries = fileOf(...FACTS)
    const arrivals = fc.shuffledSubarray(entries.slice(1), { minLength: FACTS.length })
    fc.assert(fc.property(arrivals, (order) => {
      const arrived = [entries[0]!, ...order].map((entry, i) => ({ ...entry, version: i + 1, recordedAt: later(i), receivedAt: later(i) }))
      expect(withoutPlaces(foldSite(arrived))).toEqual(withoutPlaces(foldSite(entries)))
    }), { numRuns: 50 })
  })

  test('as known at an instant holds what had been received by then and nothing later', () => {
    const late = entryOf({ type: 'report/received', report: one }, 2, { occurredAt: MORNING, recordedAt: MORNING, receivedAt: later(3) })
    const entries = [entryOf(OPENED, 1), late]
    expect(foldSite(asKnownAt(entries, later(2)))?.reports).toEqual([])
    expect(foldSite(asKnownAt(entries, later(3)))?.reports).toHaveLength(1)
  })

  test('that has not left its device is known there since it was written down', () => {
    const here = entryOf(OPENED, 1, { recordedAt: later(1), receivedAt: null })
    expect(asKnownAt([here], later(0.9))).toEqual([])
    expect(asKnownAt([here], later(1))).toEqual([here])
  })

  test('never knows less at a later instant', () => {
    const entries = FACTS.map((fact, i) => entryOf(fact, i + 1, { receivedAt: later((i * 7) % 11) }))
    fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (x, y) => {
      const [sooner, then] = [asKnownAt(entries, later(Math.min(x, y))), asKnownAt(entries, later(Math.max(x, y)))]
      expect(sooner.filter((entry) => !then.includes(entry))).toEqual([])
    }))
  })
})

describe('what is recorded of a site', () => {
  const site = siteOf(...FACTS)

  test('stands beside who recorded it, in which entry, and its three times', () => {
    expect(site.attempts[0]?.noted).toEqual({ entry: 'entry-0012', version: 12, by: 'analyst-one', occurredAt: later(12 / 1440), recordedAt: later(12 / 1440), receivedAt: later(12 / 1440) })
    expect(site.version).toBe(FACTS.length + 1)
  })

  test('is described as last said of each thing', () => {
    expect(site).toMatchObject({ name: 'Workshop by the river', whereabouts: 'Behind the ferry', map: { says: 'the gate' }, number: 'S-1', halfLifeDays: null })
    expect(site.rooms).toMatchObject([{ id: 'room-loft', says: 'Mattresses, and a lock outside' }])
  })

  test('keeps the first grading when a second is given, and takes the last', () => {
    const report = site.reports.find((filed) => filed.report.id === a)!
    expect(report.gradings.map(({ grading, because }) => [grading.information, because])).toEqual([['2', null], ['3', 'Only in part'], ['1', 'Somebody else saw it']])
    expect(gradingInForce(report)?.grading.information).toBe('1')
    expect([independentBecauseOf(report), reviewByOf(report)]).toEqual(['They never met', later(30)])
    expect(report.reviews).toHaveLength(2)
  })

  test('keeps every alternative, the last in force', () => {
    expect(site.alternatives.map(({ says }) => says)).toEqual(['A family that lives in', 'A family that lives in; own keys would tell'])
  })

  test('has reports in the order in which things were seen', () => {
    expect(site.reports.map(({ report }) => report.id)).toEqual(['report-two', 'report-one'])
  })

  test('has each task with its answer, and each lead with its steps', () => {
    expect(site.tasks).toMatchObject([{ task: { id: 'task-one' }, answered: { answer: 'yes', report: null } }])
    expect(site.leads).toMatchObject([{ report: a, assigned: [{ owner }], closed: [{ attempt: 'attempt-one' }] }])
  })

  test('keeps the report that arrived first where a second comes under its id', () => {
    const again = entryOf({ type: 'report/received', report: reportOn('report-one', { says: 'Another' }) }, 9, { occurredAt: later(-5) })
    expect(foldSite([...fileOf({ type: 'report/received', report: one }), again])?.reports.map(({ report }) => report.says)).toEqual(['What report-one said'])
  })
})

describe('words that are gone', () => {
  test('leave a site its number and its kind, and nothing else', () => {
    const gone: SiteFactRead = { type: 'words/withheld', of: 'site/opened', words: 'forgotten', known: { number: 'S-7', jurisdiction: 'PH', venue: 'vessel', halfLifeDays: 90 } }
    expect(foldSite([entryOf(gone, 1)])).toMatchObject({ number: 'S-7', jurisdiction: 'PH', venue: 'vessel', halfLifeDays: 90, name: null, whereabouts: null, reports: [] })
  })

  test('leave a report in the count', () => {
    expect(siteOf(...FACTS).withheldReports).toMatchObject([{ id: 'report-gone', words: 'forgotten', reviewBy: later(8) }])
    expect(siteOf(...FACTS).reports.map(({ report }) => report.id)).not.toContain('report-gone')
  })
})
