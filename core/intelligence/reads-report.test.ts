import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryOf, OPENED, reportOn } from '../../tests/site-cast.ts'
import { siteQuestion } from '../certainty/site-question.ts'
import type { ActorId, ReportId } from '../kernel/id.ts'
import { instant } from '../kernel/instant.ts'
import { SHARING_LABELS, type SharingLabel } from './handling.ts'
import { mayReadUnder, NOT_FOR_YOU, siteFor, type ReportReader } from './reads-report.ts'
import type { SiteFact } from './site-facts.ts'
import { foldSite } from './site-fold.ts'

const reader = (named: 'yes' | 'no', own: 'yes' | 'no', oversees: 'yes' | 'no' = 'no'): ReportReader => ({ id: 'reader', named, own, oversees })
const reads = (who: ReportReader) => SHARING_LABELS.filter((label) => mayReadUnder(label, 'somebody', who))

describe('a report is read', () => {
  test.each([
    ['a colleague of the unit, unless it is for named eyes', reader('no', 'yes'), ['TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']],
    ['a colleague who is named for its file, whatever it says', reader('yes', 'yes'), [...SHARING_LABELS]],
    ['somebody of another organisation who is named, unless it stays in the unit', reader('yes', 'no'), ['TLP:RED', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']],
    ['somebody of another organisation who is not named, as far as the community may know', reader('no', 'no'), ['TLP:GREEN', 'TLP:CLEAR']],
    ['oversight, whatever it says', reader('no', 'no', 'yes'), [...SHARING_LABELS]],
  ] as const)('by %s', (_, who, labels) => expect(reads(who)).toEqual(labels))

  test('by whoever recorded it, whatever it says', () => expect(SHARING_LABELS.every((label) => mayReadUnder(label, 'reader', reader('no', 'no')))).toBe(true))
})

describe('a site with reports that are not for a reader', () => {
  const site = (...labels: readonly SharingLabel[]) =>
    foldSite([entryOf(OPENED, 1), ...labels.map((sharing, i) => entryOf({ type: 'report/received', report: { ...reportOn(`report-${i}` as ReportId), says: `Words ${i}`, assessment: 'Made of it', suspicion: 'Because', handling: { sharing } } }, i + 2))])!

  test('says that they are there, and none of their words', () => {
    const { site: seen, hiddenReports } = siteFor(site('TLP:RED', 'TLP:GREEN'), reader('no', 'yes'))
    expect([...hiddenReports]).toEqual(['report-0'])
    expect(seen.reports.map(({ report }) => report.says)).toEqual([NOT_FOR_YOU, 'Words 1'])
    expect(JSON.stringify(seen.reports[0])).not.toMatch(/Words 0|Made of it|Because/)
  })

  test('shows no word about them: not why, not what somebody said against them, not how their lead ended', () => {
    const hidden = 'report-0' as ReportId
    const withAll = foldSite([
      entryOf(OPENED, 1),
      ...[
        { type: 'report/received', report: reportOn(hidden, { says: 'MARK', independentBecause: 'MARK', handling: { sharing: 'TLP:RED', action: 'PAP:GREEN' } }) },
        { type: 'report/independence-recorded', report: hidden, because: 'MARK' },
        { type: 'report/review-set', report: hidden, reviewBy: instant(4e12), because: 'MARK' },
        { type: 'dissent/recorded', id: 'dissent-one', about: hidden, says: 'MARK' },
        { type: 'dissent/recorded', id: 'dissent-two', about: 'certainty', says: 'Too sure' },
        { type: 'task/set', task: { id: 'task-one', question: 'Who opens?', kind: 'inspector', owner: 'handler' as ActorId, due: instant(4e12), before: 0.5, yes: 0.6, no: 0.4 } },
        { type: 'task/answered', task: 'task-one', answer: 'yes', report: hidden, says: 'MARK' },
        { type: 'lead/assigned', report: hidden, owner: 'handler' as ActorId, verifyBy: instant(4e12), reviewBy: instant(4e12) },
        { type: 'lead/closed', report: hidden, because: 'MARK', attempt: 'attempt-one', reviewBy: instant(4e12) },
      ].map((fact, i) => entryOf(fact as SiteFact, i + 2)),
    ])!
    const { site: seen } = siteFor(withAll, reader('no', 'yes'))
    expect([JSON.stringify(withAll).match(/MARK/g)?.length, JSON.stringify(seen).match(/MARK/g)]).toEqual([7, null])
    expect(seen.dissents.map(({ says }) => says)).toEqual([NOT_FOR_YOU, 'Too sure'])
  })

  test('weighs the same for everybody', () => {
    const question = (of: ReturnType<typeof site>) => {
      const { reports } = siteQuestion(of, { at: instant(4e12), knownAt: instant(4e12), records: new Map() })
      return JSON.stringify(reports, (name, value: unknown) => (name === 'says' ? '' : value))
    }
    fc.assert(fc.property(fc.array(fc.constantFrom(...SHARING_LABELS), { minLength: 1, maxLength: 5 }), fc.constantFrom('yes' as const, 'no' as const), fc.constantFrom('yes' as const, 'no' as const), (labels, named, own) => {
      const whole = site(...labels)
      expect(question(siteFor(whole, reader(named, own)).site)).toBe(question(whole))
    }))
  })
})
