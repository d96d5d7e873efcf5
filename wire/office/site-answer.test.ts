import { describe, expect, test } from 'vitest'
import { policy } from '../../tests/asked.ts'
import { SHAPE } from '../../tests/planning-cast.ts'
import { ADMIRALTY_F2, ANALYST, ANSWERS, attemptOn, fileOf, later, reportOn, siteOf } from '../../tests/site-cast.ts'
import { leadsOf } from '../../core/intelligence/leads.ts'
import { NO_RECORDS } from '../../core/intelligence/site-reports.ts'
import type { Site, SiteFactRead } from '../../core/intelligence/site.ts'
import { isoOf } from '../../core/kernel/instant.ts'
import type { ReportId } from '../../core/kernel/id.ts'
import { siteLead } from '../../core/planning/site-lead.ts'
import { siteAnswer } from './site-answer.ts'
import { SiteShape, TimelineShape } from './site-answers.ts'
import { siteTimeline } from './timeline.ts'

const a = 'report-one' as ReportId
const FACTS: readonly SiteFactRead[] = [
  { type: 'site/described', map: { latitude: 13.7, longitude: 100.5, says: 'the gate' } },
  { type: 'site/room-noted', room: { id: 'room-loft', name: 'Loft', floor: '2', says: 'Mattresses' } },
  { type: 'report/received', report: reportOn('report-one', { assessment: 'May exaggerate', speaksOf: ['suspect'], derivedFrom: ['report-gone'] }) },
  { type: 'report/received', report: reportOn('report-two', { kind: 'inspector', finding: 'absent', sensitivity: 0.4, specificity: 0.9 } as never) },
  { type: 'report/graded', report: a, answers: { ...ANSWERS, content: 'doubtful' }, grading: { ...ADMIRALTY_F2, information: '4' }, because: 'Heard again' },
  { type: 'report/independence-recorded', report: a, because: 'Never met' },
  { type: 'report/review-set', report: a, reviewBy: later(30), because: 'Sooner' },
  { type: 'attempt/made', attempt: attemptOn('attempt-one') },
  { type: 'shock/noted', id: 'shock-one', shock: { at: later(1), kind: 'leak' }, says: 'A call' },
  { type: 'alternative/written', says: 'A family that lives in' },
  { type: 'dissent/recorded', id: 'dissent-one', about: 'certainty', says: 'Too sure' },
  { type: 'task/set', task: { id: 'task-one', question: 'Who opens?', kind: 'inspector', owner: ANALYST, due: later(3), before: 0.2, yes: 0.3, no: 0.1 } },
  { type: 'task/answered', task: 'task-one', answer: 'no', report: a, says: 'Nobody did' },
  { type: 'lead/assigned', report: a, owner: ANALYST, verifyBy: later(3), reviewBy: later(9) },
  { type: 'lead/closed', report: a, because: 'Watched', attempt: 'attempt-one', reviewBy: later(40) },
  { type: 'words/withheld', of: 'report/received', words: 'forgotten', known: { report: 'report-gone' as ReportId, reviewBy: later(8) } },
]
const forAsking = { id: 'site-one', at: later(3), knownAt: later(2), records: NO_RECORDS, policy, speak: (code: string) => `words of ${code}`, plans: [], names: { [ANALYST]: 'Analyst one' } }
const answerTo = (site: Site) => siteAnswer(site, forAsking)

describe('a site, answered', () => {
  const answer = answerTo(siteOf(...FACTS))

  test('has the shape that the contract tells, through JSON', () => {
    expect(SiteShape.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
    expect(SiteShape.parse(answerTo(siteOf()))).toMatchObject({ reports: [], leads: [], alternatives: [] })
  })

  test('is an operation that is read back as the site it was', () => {
    for (const facts of [FACTS, [], FACTS.slice(0, 3)]) expect(SHAPE.parse(JSON.parse(JSON.stringify(answerTo(siteOf(...facts)).operation)))).toEqual(siteLead(siteOf(...facts), forAsking, policy))
  })

  test('tells of each report what an operation does not', () => {
    expect(answer.reports).toMatchObject([
      { id: 'report-one', assessment: 'May exaggerate', speaksOf: ['suspect'], suspicion: null, answers: { content: 'doubtful' }, independentBecause: 'Never met', reviewBy: isoOf(later(30)), words: 'open' },
      { id: 'report-two', words: 'open' },
      { id: 'report-gone', assessment: null, speaksOf: [], answers: null, gradings: [], reviewBy: isoOf(later(8)), words: 'forgotten' },
    ])
    expect(answer.reports[0]?.gradings.map(({ because }) => because)).toEqual([null, 'Heard again'])
    expect(answer.attempts[0]?.noted).toMatchObject({ entry: 'entry-0009', version: 9, by: ANALYST })
  })

  test('lists what is owed and what to look at, in words', () => {
    expect(answer.leads).toMatchObject([{ report: a, owner: ANALYST, verifyBy: isoOf(later(3)), reviewBy: isoOf(later(40)), closed: { because: 'Watched', attempt: 'attempt-one' } }])
    expect(leadsOf(siteOf(...FACTS), () => 'saw')).toHaveLength(1)
    expect(answer.concerns).toEqual(expect.arrayContaining([{ code: 'report/suspicion-missing', says: 'words of concern.report/suspicion-missing', restsOn: ['report-one'] }, { code: 'report/withheld', says: 'words of concern.report/withheld', restsOn: ['report-gone'] }]))
  })

  test('says of a place whose words are gone that they are withheld', () => {
    const gone = { ...siteOf(), name: null, whereabouts: null }
    expect(answerTo(gone)).toMatchObject({ name: '[withheld]', whereabouts: '[withheld]', number: 'S-1', operation: { name: 'S-1' } })
  })
})

describe('what happened, line by line', () => {
  const entries = fileOf(...FACTS)
  const timeline = siteTimeline(entries.toReversed(), {})

  test('is in the order in which it happened, and in the shape that the contract tells', () => {
    expect(TimelineShape.parse(timeline)).toEqual(timeline)
    expect(timeline.entries.map(({ type, about, says }) => [type, about, says])).toEqual([
      ['site/opened', null, 'River road workshop'], ['site/described', null, 'the gate'], ['site/room-noted', 'room-loft', 'Loft: Mattresses'], ['report/received', a, 'What report-one said'],
      ['report/received', 'report-two', 'What report-two said'], ['report/graded', a, 'Heard again'], ['report/independence-recorded', a, 'Never met'], ['report/review-set', a, 'Sooner'],
      ['attempt/made', 'attempt-one', 'Light at night'], ['shock/noted', 'shock-one', 'A call'], ['alternative/written', null, 'A family that lives in'], ['dissent/recorded', 'certainty', 'Too sure'],
      ['task/set', 'task-one', 'Who opens?'], ['task/answered', 'task-one', 'Nobody did'], ['lead/assigned', a, null], ['lead/closed', a, 'Watched'], ['report/received', 'report-gone', null],
    ])
  })

  test('has no words for a blank alternative, nor for a description that says nothing', () => {
    const lines = siteTimeline(fileOf({ type: 'alternative/written', says: '' }, { type: 'site/described' }), {}).entries
    expect(lines.slice(1).map(({ says }) => says)).toEqual([null, null])
  })
})
