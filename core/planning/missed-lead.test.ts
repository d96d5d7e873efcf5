import { describe, expect, test } from 'vitest'
import { at, LEAD, readLeadOf } from '../../tests/planning-cast.ts'
import type { LeadHandling, LeadNotActedOn, OperationReport } from './operation.ts'
import type { Attempt } from '../intelligence/attempt.ts'

const report = (changes: Partial<OperationReport> = {}): OperationReport =>
  ({ id: 'escaped', kind: 'escaped-victim', finding: 'present', access: 'saw', observedAt: at('2031-01-01T00:00:00Z'), says: 'Others are held', sources: [], ...changes }) as OperationReport
const look: Attempt = {
  id: 'look', method: 'inspection', by: 'inspectorate', at: at('2031-02-01T00:00:00Z'), thisSite: 'yes', ifNobodyThere: 'Empty beds', result: 'Beds in use', sensitivity: 'unknown', sources: [],
}
const handling = (changes: Partial<LeadHandling>): LeadHandling => ({ ...LEAD.lead, ...changes })
const lead = (changes: Partial<LeadNotActedOn> = {}): LeadNotActedOn =>
  ({ ...LEAD, reports: [report()], attempts: [look], lead: handling({ reviewBy: at('2031-07-01T00:00:00Z') }), ...changes })
const met = (operation: LeadNotActedOn) => readLeadOf(operation).requirements.map((requirement) => requirement.met)

describe('a lead on which nobody acted', () => {
  test('was followed up when an attempt to verify and a review date are recorded', () => {
    expect(readLeadOf(lead())).toMatchObject({
      verdict: 'not-missed', track: 'planned', owed: ['escaped'],
      requirements: [{ id: 'lead/verified', met: 'yes', restsOn: ['look'] }, { id: 'lead/review-date', met: 'yes', restsOn: ['lead'] }],
    })
  })

  test.each<[string, Partial<LeadNotActedOn>, readonly string[]]>([
    ['nobody tried', { attempts: [] }, ['no', 'yes']],
    ['it is not told whether anybody tried', { attempts: 'unknown' }, ['unknown', 'yes']],
    ['somebody looked elsewhere', { attempts: [{ ...look, thisSite: 'no' }] }, ['no', 'yes']],
    ['it is not told how somebody looked', { attempts: [{ ...look, method: 'unknown' }] }, ['unknown', 'yes']],
    ['somebody looked only after it is judged', { attempts: [{ ...look, at: at('2032-01-01T00:00:00Z') }] }, ['no', 'yes']],
    ['it has no review date', { lead: handling({ reviewBy: 'none' }) }, ['yes', 'no']],
    ['its review date is not told', { lead: handling({ reviewBy: 'unknown' }) }, ['yes', 'unknown']],
    ['its review date has passed while it stood open', { lead: handling({ standing: 'open', reviewBy: at('2031-05-01T00:00:00Z') }) }, ['yes', 'no']],
    ['its review date has passed and nobody tells whether it was closed', { lead: handling({ standing: 'unknown', reviewBy: at('2031-05-01T00:00:00Z') }) }, ['yes', 'no']],
  ])('is missed where %s', (_what, changes, expected) => {
    expect(met(lead(changes))).toEqual(expected)
    expect(readLeadOf(lead(changes)).verdict).toBe('missed')
  })

  test('may be closed on its review date, and stands while that lies ahead', () => {
    expect(met(lead({ lead: handling({ standing: 'closed', reviewBy: at('2031-05-01T00:00:00Z') }) }))).toEqual(['yes', 'yes'])
    expect(met(lead({ lead: handling({ standing: 'open', reviewBy: LEAD.at }) }))).toEqual(['yes', 'yes'])
  })

  test.each<[string, Partial<OperationReport>, boolean]>([
    ['saw', {}, true],
    ['was told by one who saw', { kind: 'family-or-coworker', access: 'told' }, true],
    ['passes on what another report says', { id: 'relay', kind: 'ngo-disclosure', access: 'told', derivedFrom: ['escaped'] }, true],
    ['is of a kind that is told', { id: 'tip', kind: 'tip-bare', access: undefined! }, true],
    ['inferred it', { kind: 'open-source', access: 'inferred' }, false],
    ['assumes it', { kind: 'assumption', access: 'saw' }, false],
    ['found nobody', { finding: 'absent', sensitivity: 0.5, specificity: 0.9 } as Partial<OperationReport>, false],
    ['saw it after it is judged', { observedAt: at('2031-07-01T00:00:00Z') }, false],
    ['had not been heard', { receivedAt: at('2031-07-01T00:00:00Z') }, false],
  ])('is owed an answer where its source %s: %#', (_who, changes, owed) => {
    for (const venue of ['resident-workshop', 'unknown'] as const) {
      const reading = readLeadOf(lead({ site: { name: 'A house', venue }, reports: [report(changes)], attempts: [] }))
      expect([reading.owed.length > 0, reading.verdict]).toEqual(owed ? [true, 'missed'] : [false, 'not-missed'])
    }
  })

  test('to which nothing is owed asks for nothing', () => {
    expect(met(lead({ reports: 'unknown', attempts: [], lead: handling({}) }))).toEqual(['not-applicable', 'not-applicable'])
  })
})
