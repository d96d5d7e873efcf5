import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quick } from '../../tests/asked.ts'
import { ADMIRALTY_F2, ANSWERS, attemptOn, later, reportOn, siteOf } from '../../tests/site-cast.ts'
import { FORCE, readLeadOf } from '../../tests/planning-cast.ts'
import { certaintyOf } from '../certainty/certainty.ts'
import { prospectOf, siteQuestion } from '../certainty/site-question.ts'
import { SOURCE_KINDS } from '../intelligence/report.ts'
import { NO_RECORDS } from '../intelligence/site-reports.ts'
import type { SiteFactRead } from '../intelligence/site.ts'
import type { ReportOnFile } from '../intelligence/site-facts.ts'
import type { ActorId, ReportId } from '../kernel/id.ts'
import { certaintyFor } from './dossier.ts'
import { siteLead } from './site-lead.ts'

const a = 'report-one' as ReportId
const owner = 'analyst-two' as ActorId
const report = (id: string, changes: Partial<ReportOnFile> = {}): SiteFactRead => ({ type: 'report/received', report: reportOn(id, changes) })
const made: SiteFactRead = { type: 'attempt/made', attempt: attemptOn('attempt-one') }
const asking = { at: later(3), knownAt: later(2), records: NO_RECORDS }
const FACTS: readonly SiteFactRead[] = [
  report('report-one', { assessment: 'He may exaggerate', suspicion: 'The foreman locks the gate' }), report('report-two', { kind: 'inspector', observedAt: later(1), receivedAt: later(1) }), made,
  { type: 'shock/noted', id: 'shock-one', shock: { at: later(-3), kind: 'leak' }, says: 'A call' }, { type: 'alternative/written', says: 'A family that lives in' },
]

const anyReport = (i: number) => fc.record({
  kind: fc.constantFrom(...SOURCE_KINDS), observed: fc.integer({ min: -90, max: 4 }), received: fc.integer({ min: -90, max: 4 }), parent: fc.option(fc.integer({ min: 0, max: 6 })), source: fc.option(fc.constantFrom('s', 't')),
}).map(({ kind, observed, received, parent, source }) => report(`report-${i}`, {
  kind, observedAt: later(observed), receivedAt: later(received), ...(parent !== null && { derivedFrom: [`report-${parent}`] }), ...(source !== null && { source: { id: source } }),
}))
const anyFacts = fc.tuple(...[0, 1, 2, 3].map(anyReport), fc.subarray<SiteFactRead>([made, { type: 'attempt/made', attempt: attemptOn('attempt-two', { thisSite: 'no' }) }, { type: 'attempt/made', attempt: attemptOn('attempt-three', { at: later(2.5) }) }, ...FACTS.slice(3)]).map((some) => some))

describe('a site as a question of certainty', () => {
  test('is the question that its operation asks, whatever was recorded', () => {
    const records = new Map([['s', { hits: 4, misses: 1 }]])
    fc.assert(fc.property(anyFacts, (facts) => {
      const site = siteOf(...facts.flat())
      const fromOperation = certaintyFor(siteLead(site, { ...asking, records }, quick), quick)
      expect(certaintyOf(siteQuestion(site, { ...asking, records }), quick)).toEqual(fromOperation?.answer)
    }), { numRuns: 60 })
  })

  test('holds nothing that was said, so that it can be printed', () => {
    expect(JSON.stringify(siteQuestion(siteOf(...FACTS), asking))).not.toMatch(/exaggerate|locks|What report|River|ferry|family that lives in"?,"speaksOf/)
  })

  test('is asked for the way of entry it is told', () => {
    expect(siteQuestion(siteOf(), { ...asking, entry: 'lower-intrusion' })).toMatchObject({ entry: 'lower-intrusion', attempts: [], alternative: '' })
    expect(certaintyOf(siteQuestion(siteOf(), asking), quick).gates.map(({ id, state }) => [id, state])).toEqual([['number', 'closed'], ['independence', 'closed'], ['freshness', 'closed'], ['disconfirmation', 'closed'], ['alternative', 'closed']])
  })

  test('takes how often a source was borne out from the register, and nothing that was typed', () => {
    const facts = report('report-one', { kind: 'informant-tested', source: { id: 's', hits: 50 } })
    expect(siteQuestion(siteOf(facts), asking).reports).toMatchObject([{ source: { id: 's' } }])
    expect(siteQuestion(siteOf(facts), asking).reports[0]?.source).not.toHaveProperty('hits')
    expect(siteQuestion(siteOf(facts), { ...asking, records: new Map([['s', { hits: 1, misses: 2 }]]) }).reports).toMatchObject([{ source: { id: 's', hits: 1, misses: 2 } }])
  })

  test('gives no weight to what was derived from a report whose words are gone', () => {
    const gone: SiteFactRead = { type: 'words/withheld', of: 'report/received', words: 'forgotten', known: { report: a } }
    const { roots, lineage } = certaintyOf(siteQuestion(siteOf(gone, report('report-two', { derivedFrom: ['report-one'] })), asking), quick)
    expect([roots, lineage.standing.get('report-two'), lineage.standing.get('report-one')]).toEqual([[], 'derived', 'assumption'])
    expect(lineage.circles).toEqual([])
  })

  test('tells what each answer of a kind would do to the number', () => {
    const site = siteQuestion(siteOf(...FACTS), asking)
    const { before, yes, no } = prospectOf(site, 'undercover-observation', quick)
    expect(before).toBeCloseTo(certaintyOf(site, quick).probability, 12)
    expect(yes).toBeGreaterThan(before)
    expect(no).toBeLessThan(before)
    expect(prospectOf(site, 'client', quick).no).toBeNull()
  })
})

describe('a site as an operation', () => {
  test('carries what was said, the grading in force and the handling, and nothing of what was made of it', () => {
    const graded: SiteFactRead = { type: 'report/graded', report: a, answers: ANSWERS, grading: { ...ADMIRALTY_F2, information: '4' }, because: 'Contradicted since' }
    const lead = siteLead(siteOf(...FACTS, graded, { type: 'report/independence-recorded', report: a, because: 'They never met' }), asking, quick)
    expect(lead.reports).toMatchObject([{ id: a, says: 'What report-one said', grading: { information: '4' }, handling: { sharing: 'TLP:AMBER' }, independentBecause: 'They never met' }, { id: 'report-two' }])
    expect(JSON.stringify(lead)).not.toMatch(/exaggerate|foreman|speaksOf|answers/)
  })

  test('is a lead that nobody answers for until it is assigned', () => {
    expect(siteLead(siteOf(report('report-one')), asking, quick).lead).toEqual({ standing: 'open', reviewBy: 'none', owner: 'none', says: 'unknown', sources: [] })
    const assigned: SiteFactRead = { type: 'lead/assigned', report: a, owner, verifyBy: later(1), reviewBy: later(9) }
    expect(siteLead(siteOf(report('report-one'), assigned), asking, quick).lead).toMatchObject({ standing: 'open', reviewBy: later(9), owner })
    const closed: SiteFactRead = { type: 'lead/closed', report: a, because: 'Nobody lives there', attempt: 'attempt-one', reviewBy: later(40) }
    expect(siteLead(siteOf(report('report-one'), assigned, made, closed), asking, quick).lead).toMatchObject({ standing: 'closed', reviewBy: later(40), owner, says: 'Nobody lives there' })
  })

  test('is open as long as one of its leads is, and the one without a date speaks for all', () => {
    const closed: SiteFactRead = { type: 'lead/closed', report: a, because: 'Nobody lives there', attempt: 'attempt-one', reviewBy: later(40) }
    expect(siteLead(siteOf(report('report-one'), report('report-two'), made, closed), asking, quick).lead).toMatchObject({ standing: 'open', reviewBy: 'none', owner: 'none' })
    const assigned: SiteFactRead = { type: 'lead/assigned', report: a, owner, verifyBy: later(1), reviewBy: later(9) }
    expect(siteLead(siteOf(report('report-one'), report('report-two'), assigned), asking, quick).lead).toMatchObject({ standing: 'open', reviewBy: 'none', owner: 'none' })
  })

  test('is read as missed until somebody looks and somebody will look again', () => {
    const missed = (...facts: readonly SiteFactRead[]) => readLeadOf(siteLead(siteOf(...facts), asking, FORCE.certainty)).verdict
    const assigned: SiteFactRead = { type: 'lead/assigned', report: a, owner, verifyBy: later(1), reviewBy: later(9) }
    expect([missed(report('report-one')), missed(report('report-one'), made), missed(report('report-one'), made, assigned), missed()]).toEqual(['missed', 'missed', 'not-missed', 'not-missed'])
  })
})
