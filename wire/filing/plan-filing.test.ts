import { describe, expect, test } from 'vitest'
import { EVE, HOUR, OFFICER, OPENED, PLANNER, WRITTEN } from '../../tests/plan-cast.ts'
import type { Access } from '../../core/kernel/access.ts'
import type { ReportId } from '../../core/kernel/id.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import type { PlanFact } from '../../core/planning/plan-facts.ts'
import { filePlanFact, leftByAct, readPlanFact } from './plan-filing.ts'

/** The gate alone makes one; here only the type is wanted. */
const ACCESS = {} as Access

const MARK = 'a sentence that nobody may read'
const notActing = { because: MARK, owner: OFFICER, reviewBy: EVE }
const DONE: readonly PlanFact[] = [
  { type: 'plan/authorised', plan: 24, site: 5, knownAt: EVE, condition: { seenAfter: EVE, notOlderThanDays: 24, confirmedBy: ['victim-on-site'] }, policy: ['certainty 2026-11'] },
  { type: 'plan/refused', ...notActing },
  { type: 'plan/stood-down', ...notActing },
  { type: 'plan/confirmed', report: 'report-9' as ReportId },
  { type: 'plan/urgent-declared', declaration: { declaredBy: PLANNER, at: EVE, basis: 'child-exploited-now', reasons: MARK, restsOn: ['report-9'] } },
  { type: 'plan/task-taken', task: 'care', owner: MARK, done: 'no' },
  { type: 'plan/entry-recorded', at: HOUR, says: MARK },
]
const ALL = [...WRITTEN.map(({ fact }) => fact), ...DONE]

/** What lies in the box, as the ledger writes and reads it. */
const throughText = (said: Sensitive<unknown>): Sensitive<unknown> => new Sensitive<unknown>(JSON.parse(said.sealedWith((words) => JSON.stringify(words))))

describe('a fact of a plan', () => {
  test('is read as it was filed, whichever it is', () => {
    for (const fact of ALL) {
      const { type, clear, told } = filePlanFact('river-road', fact)
      expect(told?.about).toBe('plan/river-road')
      expect(readPlanFact({ type, clear, said: throughText(told!.said) }, ACCESS)).toEqual(fact)
    }
  })

  test('shows in clear no word of anybody, no kind of report and no child', () => {
    const clear = JSON.stringify(ALL.map((fact) => filePlanFact('river-road', fact).clear))
    for (const word of [MARK, 'Site commander', 'victim-on-site', 'child-exploited-now', 'free-victims', 'Shelter manager']) expect(clear).not.toContain(word)
  })

  test('shows in clear what a list is filtered by', () => {
    expect(filePlanFact('river-road', OPENED).clear).toEqual({ number: 'P-1', site: 'workshop', hour: HOUR })
    expect(filePlanFact('river-road', { type: 'plan/part-written', part: 'hour', content: { at: EVE } }).clear).toEqual({ part: 'hour', hour: EVE })
    expect(filePlanFact('river-road', DONE[1]!).clear).toEqual({ owner: OFFICER, reviewBy: EVE })
  })

  test('whose words are gone tells that there was one, and that a plan was opened', () => {
    const [first, second] = ALL.map((fact) => filePlanFact('river-road', fact))
    expect(readPlanFact({ ...first!, said: 'forgotten' }, ACCESS)).toEqual(OPENED)
    expect(readPlanFact({ ...second!, said: 'missing' }, ACCESS)).toEqual({ type: 'words/withheld', of: 'plan/part-written', part: 'goal' })
  })

  test('is never read as another', () => {
    const { clear, told } = filePlanFact('river-road', OPENED)
    expect(() => readPlanFact({ type: 'plan/refused', clear, said: told!.said }, ACCESS)).toThrow('holds the words of another')
    expect(() => readPlanFact({ type: 'plan/refused', clear, said: null }, ACCESS)).toThrow('has no words')
  })

  test('leaves a plan where a list can tell', () => {
    const left = (fact: PlanFact) => Object.values(leftByAct(fact.type, filePlanFact('river-road', fact).clear)).filter(Boolean)
    expect([OPENED, ...DONE].map(left)).toEqual([['draft'], ['authorised-on-condition'], ['refused'], ['stood-down'], [], ['urgent'], [], ['entered']])
    expect(left({ ...DONE[0]!, condition: null } as PlanFact)).toEqual(['authorised'])
  })
})
