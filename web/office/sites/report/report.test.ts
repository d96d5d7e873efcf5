import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answeredSite } from '../../../../tests/site-answers-cast.ts'
import { later, reportOn } from '../../../../tests/site-cast.ts'
import { SiteActShape } from '../../../../wire/office/site-acts.ts'
import { boardOf } from '../board/board.ts'
import { effectOf, isAhead } from './effect.ts'
import { blankReport, type ReportDraft } from './report-draft.ts'
import { newReportId } from './report-id.ts'
import { isWeighable, reportAct, writtenReport } from './written-report.ts'

const F6 = { scheme: 'admiralty', source: 'F', information: '6' }
const BLANK = blankReport('R2-0123456789ab', '2031-03-03T08:00:00+00:00', '2032-03-03T08:00:00+00:00')
const FILLED: ReportDraft = { ...BLANK, says: 'I saw nine', observedAt: '2031-03-03 06:00 Z', access: 'saw', speaksOf: ['victim'], assessment: 'Likely to be so' }
const sent = (draft: ReportDraft) => SiteActShape.safeParse({ id: 'entry-0001', ...reportAct(draft, draft.id, F6) })
const site = boardOf(answeredSite([{ type: 'report/received', report: reportOn('R1-000000000001') }]), null)!

describe('a report as it is sent', () => {
  test('is one that the contract takes', () => expect(sent(FILLED)).toMatchObject({ success: true }))

  test('is one that the contract takes, whatever was answered', () => {
    const answers = fc.record({
      access: fc.constantFrom('saw', 'told', 'inferred', 'unknown'), recordKnown: fc.constantFrom('yes', 'unknown'), hits: fc.constantFrom('', '3', '-2', 'x'), misses: fc.constantFrom('', '0', '7'),
      motivesKnown: fc.constantFrom('none', 'some', 'unknown'), content: fc.constantFrom('logical', 'contradicted'), originId: fc.constantFrom('', 'family-one'), correlation: fc.constantFrom('0.5', '0.9'),
      heardApart: fc.constantFrom('yes', 'no'), action: fc.constantFrom('not-said', 'PAP:RED'), suspicion: fc.constantFrom('', ' ', 'Papers are withheld'), independentBecause: fc.constantFrom('', 'Never met'),
    }) as fc.Arbitrary<Partial<ReportDraft>>
    fc.assert(fc.property(answers, (told) => {
      expect(sent({ ...FILLED, ...told })).toMatchObject({ success: true })
    }))
  })

  test('keeps the fact apart from what is made of it', () => {
    expect(reportAct(FILLED, FILLED.id, F6).report).toMatchObject({ says: 'I saw nine', assessment: 'Likely to be so' })
    expect(writtenReport(FILLED, FILLED.id, F6)).not.toHaveProperty('assessment')
  })

  test('says why its grading is not as proposed, and only then', () => {
    expect(reportAct({ ...FILLED, gradedBecause: 'Left over' }, 'R2', F6).report).not.toHaveProperty('gradedBecause')
    expect(reportAct({ ...FILLED, graded: 'otherwise', gradedBecause: 'Known for years' }, 'R2', F6).report).toMatchObject({ gradedBecause: 'Known for years' })
  })

  test('of nobody being there says how good the look was', () => {
    const absent: ReportDraft = { ...FILLED, finding: 'absent', sensitivity: '0.4', specificity: '0.9' }
    expect(sent(absent)).toMatchObject({ success: true })
    expect([isWeighable(absent), isWeighable({ ...absent, sensitivity: '' }), isWeighable({ ...absent, specificity: '1' })]).toEqual([true, false, false])
  })
})

describe('what a report would do', () => {
  const effect = (draft: ReportDraft) => effectOf(site, draft, writtenReport(draft, draft.id, F6), later(3))

  test('is told before it is saved, with the gates it moves', () => {
    const { was, is, weighs } = effect({ ...FILLED, kind: 'undercover-contact' })!
    expect(is!.probability).toBeGreaterThan(was!.probability)
    expect(weighs).toBe('yes')
  })

  test('is told before a word of it is written', () => expect(effect({ ...FILLED, says: '' })?.weighs).toBe('yes'))

  test('is nothing of its own where it repeats another', () => {
    const { was, is, weighs } = effect({ ...FILLED, derivedFrom: ['R1-000000000001'] })!
    expect(is!.probability).toBeCloseTo(was!.probability, 9)
    expect(weighs).toBe('no')
  })

  test('is not told where nobody says when they saw it', () => expect(effect({ ...FILLED, observedAt: '' })).toBeNull())

  test('is warned of where its day lies ahead', () => expect([isAhead('2031-03-05 06:00 Z', later(3)), isAhead('2031-03-03 06:00 Z', later(3))]).toEqual([true, false]))
})

describe('the id of a report', () => {
  test('is no other’s, and is one that the contract takes', () => {
    const [one, other] = [newReportId(), newReportId()]
    expect(one).not.toBe(other)
    expect(sent({ ...FILLED, id: one })).toMatchObject({ success: true })
  })
})
