import { describe, expect, test } from 'vitest'
import { attemptOn, entryOf, fileOf, later, MORNING, reportOn, siteOf } from '../../tests/site-cast.ts'
import type { ActorId, ReportId } from '../kernel/id.ts'
import { leadsOf } from './leads.ts'
import type { Site, SiteFactRead } from './site.ts'
import { SITE_CONCERNS, siteConcerns } from './site-concerns.ts'
import type { ReportOnFile } from './site-facts.ts'
import { foldSite } from './site-fold.ts'

const a = 'report-one' as ReportId
const report = (changes: Partial<ReportOnFile> = {}, id = 'report-one'): SiteFactRead => ({ type: 'report/received', report: reportOn(id, changes) })
const assigned: SiteFactRead = { type: 'lead/assigned', report: a, owner: 'analyst-two' as ActorId, verifyBy: later(5), reviewBy: later(9) }
const concerns = (site: Site, now = later(1)) => siteConcerns(site, now, leadsOf(site, ({ access = 'told' }) => access)).map(({ code, restsOn }) => [code, ...restsOn])
const raised = (...facts: readonly SiteFactRead[]) => concerns(siteOf(...facts, assigned))
const task: SiteFactRead = { type: 'task/set', task: { id: 'task-one', question: 'Who?', kind: 'inspector', owner: 'analyst-two' as ActorId, due: later(0.5), before: 0.2, yes: 0.3, no: 0.1 } }

const EACH: readonly (readonly [string, readonly (readonly string[])[], () => readonly (readonly string[])[]])[] = [
  ['a report seen after it was received', [['report/seen-after-received', a]], () => raised(report({ observedAt: MORNING, receivedAt: later(-2) }))],
  ['a report seen after it was written down', [['report/seen-after-received', a], ['report/from-the-future', a]], () => raised(report({ observedAt: later(4) }))],
  ['a report that is told to come in tomorrow', [['report/from-the-future', a]], () => raised(report({ receivedAt: later(4) }))],
  ['a suspect without the basis of suspicion', [['report/suspicion-missing', a]], () => raised(report({ speaksOf: ['victim', 'suspect'], suspicion: ' ' }))],
  ['a report whose review is overdue', [['report/review-overdue', a]], () => raised(report({ reviewBy: later(1) }))],
  ['a report to be reviewed later than five years on', [['report/review-too-late', a]], () => raised(report({ reviewBy: later(5 * 365.25 + 1) }))],
  ['a report for named recipients alone', [['report/handling-narrower', a]], () => raised(report({ handling: { sharing: 'TLP:RED' } }))],
  ['a report that must not be noticed, and an inspection since', [['report/handling-narrower', a]], () => raised(report({ handling: { sharing: 'TLP:AMBER', action: 'PAP:AMBER' } }), { type: 'attempt/made', attempt: attemptOn('attempt-one', { method: 'inspection', at: MORNING }) })],
  ['a report whose words are gone', [['report/withheld', a]], () => raised({ type: 'words/withheld', of: 'report/received', words: 'forgotten', known: { report: a } })],
  ['an attempt in the future', [['attempt/from-the-future', 'attempt-one']], () => raised({ type: 'attempt/made', attempt: attemptOn('attempt-one', { at: later(3) }) })],
  ['a shock in the future', [['shock/from-the-future', 'shock-one']], () => raised({ type: 'shock/noted', id: 'shock-one', shock: { at: later(3), kind: 'press' }, says: 'A broadcast is announced' })],
  ['a lead without an owner', [['lead/without-owner', a]], () => concerns(siteOf(report()))],
  ['a lead that was to be verified by now', [['lead/overdue', a]], () => concerns(siteOf(report(), assigned), later(6))],
  ['a closed lead that was to be looked at again', [['lead/overdue', a]], () => concerns(siteOf(report(), assigned, { type: 'lead/closed', report: a, because: 'Nobody', attempt: 'attempt-one', reviewBy: later(8) }), later(8))],
  ['a task that nobody answered in time', [['task/overdue', 'task-one']], () => raised(task)],
  ['roots of one origin', [['lineage/shared-origin', a, 'report-two'], ['lead/without-owner', 'report-two']], () => raised(report({ kind: 'tip-bare' }), report({ kind: 'tip-bare' }, 'report-two'))],
  ['a circle', [['lineage/circle', a, 'report-two'], ['lead/without-owner', 'report-two']], () => raised(report({ derivedFrom: ['report-two'] }), report({ derivedFrom: ['report-one'] }, 'report-two'))],
]

describe('what a reviewer should look at in the file of a site', () => {
  test.each(EACH)('is %s', (_what, expected, found) => {
    expect(found()).toEqual(expected)
  })

  test('is every code at least once in these tests', () => {
    const shown = new Set(EACH.flatMap(([, expected]) => expected.map(([code]) => code)))
    expect(SITE_CONCERNS.filter((code) => !shown.has(code))).toEqual([])
  })

  test('is nothing where a report is in order', () => {
    expect(raised(report({ speaksOf: ['suspect'], suspicion: 'Holds the passports' }))).toEqual([])
  })

  test('is no task that was answered, nor a shock or an attempt that has happened', () => {
    expect(raised(report(), task, { type: 'task/answered', task: 'task-one', answer: 'not-done', says: 'No car' })).toEqual([])
    const then = { recordedAt: later(5), receivedAt: later(5) }
    const site = foldSite([...fileOf(report(), assigned), entryOf({ type: 'attempt/made', attempt: attemptOn('attempt-one', { at: later(3) }) }, 9, then)])!
    expect(concerns(site)).toEqual([])
  })

  test('is no lead that was closed, until the day to look again', () => {
    const closed: SiteFactRead = { type: 'lead/closed', report: a, because: 'Nobody', attempt: 'attempt-one', reviewBy: later(8) }
    expect(concerns(siteOf(report(), assigned, closed), later(7))).toEqual([])
  })

  test('is no inspection from before the report came in, nor one that it permits', () => {
    const inspected = (at: number): SiteFactRead => ({ type: 'attempt/made', attempt: attemptOn('attempt-one', { method: 'inspection', at: later(at) }) })
    expect(raised(report({ handling: { sharing: 'TLP:AMBER', action: 'PAP:AMBER' } }), inspected(-3))).toEqual([])
    expect(raised(report({ handling: { sharing: 'TLP:AMBER', action: 'PAP:GREEN' } }), inspected(0))).toEqual([])
  })
})
