import { describe, expect, test } from 'vitest'
import { leave } from '../../tests/ledger-cast.ts'
import { ADMIRALTY_F2, ANSWERS, ANALYST, attemptOn, later, OPENED, reportOn } from '../../tests/site-cast.ts'
import type { SiteFact } from '../../core/intelligence/site-facts.ts'
import type { ReportId } from '../../core/kernel/id.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import { fileSiteFact, readSiteFact, siteStream } from './site-filing.ts'

const a = 'report-one' as ReportId
const access = leave('site/site-one')

/** Every kind of fact, with words that nobody may find in clear. */
const FACTS: readonly (readonly [SiteFact, string, object])[] = [
  [{ ...OPENED, halfLifeDays: 90 } as SiteFact, 'site/site-one', { number: 'S-1', jurisdiction: 'TH', venue: 'resident-workshop', halfLifeDays: 90 }],
  [{ type: 'site/described', name: 'Marked', map: { latitude: 1, longitude: 2, says: 'Marked' } }, 'site/site-one', {}],
  [{ type: 'site/room-noted', room: { id: 'room-loft', name: 'Marked', floor: '2', says: 'Marked' } }, 'site/site-one', {}],
  [{ type: 'report/received', report: reportOn('report-one', { says: 'Marked', assessment: 'Marked', suspicion: 'Marked', source: { id: 'source-one' } }) }, 'report/report-one', { report: a, reviewBy: later(365) }],
  [{ type: 'report/graded', report: a, answers: ANSWERS, grading: ADMIRALTY_F2, because: 'Marked' }, 'report/report-one', { report: a }],
  [{ type: 'report/independence-recorded', report: a, because: 'Marked' }, 'report/report-one', { report: a }],
  [{ type: 'report/review-set', report: a, reviewBy: later(9), because: 'Marked' }, 'report/report-one', { report: a, reviewBy: later(9) }],
  [{ type: 'attempt/made', attempt: attemptOn('attempt-one', { result: 'Marked' }) }, 'site/site-one', {}],
  [{ type: 'shock/noted', id: 'shock-one', shock: { at: later(1), kind: 'leak' }, says: 'Marked' }, 'site/site-one', {}],
  [{ type: 'alternative/written', says: 'Marked' }, 'site/site-one', {}],
  [{ type: 'dissent/recorded', id: 'dissent-one', about: 'certainty', says: 'Marked' }, 'site/site-one', {}],
  [{ type: 'task/set', task: { id: 'task-one', question: 'Marked', kind: 'inspector', owner: ANALYST, due: later(2), before: 0.1, yes: 0.2, no: 0.05 } }, 'site/site-one', { task: 'task-one', owner: ANALYST, due: later(2) }],
  [{ type: 'task/answered', task: 'task-one', answer: 'yes', report: a, says: 'Marked' }, 'site/site-one', { task: 'task-one' }],
  [{ type: 'lead/assigned', report: a, owner: ANALYST, verifyBy: later(2), reviewBy: later(9) }, 'report/report-one', { report: a, owner: ANALYST, verifyBy: later(2), reviewBy: later(9) }],
  [{ type: 'lead/closed', report: a, because: 'Marked', attempt: 'attempt-one', reviewBy: later(9) }, 'report/report-one', { report: a, reviewBy: later(9) }],
]

describe('a fact of a site, filed', () => {
  test.each(FACTS)('$type is sealed for $1 and has in clear what filters a list', (fact, about, clear) => {
    const filed = fileSiteFact('site-one', fact)
    expect(filed).toMatchObject({ type: fact.type, clear, told: { about } })
    expect(filed.clear).toEqual(clear)
  })

  test.each(FACTS)('$type is read back as it was told, through JSON', (fact) => {
    const { type, clear, told } = fileSiteFact('site-one', fact)
    const stored = JSON.parse(told!.said.sealedWith((words) => JSON.stringify(words))) as unknown
    expect(readSiteFact({ type, clear, said: new Sensitive(stored) }, access)).toEqual(fact)
  })

  test.each(FACTS)('$type shows no word and no code about a person to whoever prints it', (fact) => {
    expect(JSON.stringify(fileSiteFact('site-one', fact))).not.toMatch(/Marked|escaped|present|saw|admiralty|inspector|surveillance|leak|"yes"/)
  })

  test('lies in the stream of its site', () => {
    expect(siteStream('site-one')).toBe('site/site-one')
  })
})

describe('a fact of a site whose words are gone', () => {
  test.each(['forgotten', 'missing'] as const)('reads as withheld with what stood in clear: %s', (said) => {
    const { type, clear } = fileSiteFact('site-one', FACTS[3]![0])
    expect(readSiteFact({ type, clear, said }, access)).toEqual({ type: 'words/withheld', of: 'report/received', words: said, known: { report: a, reviewBy: later(365) } })
  })

  test('is a fault of the ledger where there never were any, or where they belong to another', () => {
    expect(() => readSiteFact({ type: 'site/opened', clear: {}, said: null }, access)).toThrow('has no words')
    expect(() => readSiteFact({ type: 'site/opened', clear: {}, said: new Sensitive({ type: 'lead/closed' }) }, access)).toThrow('words of another')
  })
})
