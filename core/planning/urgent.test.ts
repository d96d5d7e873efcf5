import { describe, expect, test } from 'vitest'
import { at, EMPTY_PLAN, FORCE, PAST, planOf, readRaid } from '../../tests/planning-cast.ts'
import { concernsOf } from './concerns.ts'
import { isFirstHandOrCredible } from './credible.ts'
import { URGENT_TASKS, type Raid, type UrgentDeclaration } from './operation.ts'
import type { Report } from '../intelligence/report.ts'

const smart = planOf()
const declared: UrgentDeclaration = { declaredBy: 'Duty officer', at: at('2031-03-06T04:00:00Z'), basis: 'danger-to-life', reasons: 'Screams', restsOn: [], tasks: [] }
const urgent = (raid: Raid, changes: Partial<UrgentDeclaration> = {}) => readRaid({ ...raid, urgent: { ...declared, ...changes } })
const taskIn = (raid: Raid, task: string, changes: Partial<UrgentDeclaration> = {}) => urgent(raid, changes).urgent.find((one) => one.task === task)

describe('the urgent track', () => {
  test('has no verdict, for a smart plan, for an empty one and for the past', () => {
    for (const raid of [smart, EMPTY_PLAN, PAST]) expect(urgent(raid)).toMatchObject({ verdict: null, track: 'urgent', conditional: null })
  })

  test('shows gates, criteria and markers as they are, and they block nothing', () => {
    const [calm, hurried] = [readRaid(EMPTY_PLAN), urgent(EMPTY_PLAN)]
    expect([hurried.markers, hurried.criteria, hurried.phases, hurried.certainty]).toEqual([calm.markers, calm.criteria, calm.phases, calm.certainty])
  })

  test('has tasks with an owner and a clock; without it there are none', () => {
    expect(urgent(EMPTY_PLAN).urgent.map(({ task, owner, done }) => [task, owner, done])).toEqual([
      ['segregation', 'Duty officer', 'no'], ['childrens-specialist', 'Duty officer', 'no'], ['care', 'Duty officer', 'no'], ['evidence', 'Duty officer', 'no'], ['review', 'unknown', 'no'],
    ])
    expect(urgent(EMPTY_PLAN).urgent.map(({ task }) => task)).toEqual(URGENT_TASKS)
    expect(readRaid(EMPTY_PLAN).urgent).toEqual([])
  })

  test('opens the review by itself, within 72 hours of the declaration, or as policy says', () => {
    expect(taskIn(EMPTY_PLAN, 'review')?.due).toBe(at('2031-03-09T04:00:00Z'))
    expect(taskIn(EMPTY_PLAN, 'care')?.due).toBe(declared.at)
    const planning = { ...FORCE.planning, urgentReviewHours: { ...FORCE.planning.urgentReviewHours, value: 24 } }
    expect(readRaid({ ...EMPTY_PLAN, urgent: declared }, { ...FORCE, planning }).urgent.at(-1)?.due).toBe(at('2031-03-07T04:00:00Z'))
  })

  test('records who took a task on and whether it was done', () => {
    const tasks = [{ id: 'taken', task: 'care', owner: 'Shelter manager', done: 'yes' }] as const
    expect(taskIn(EMPTY_PLAN, 'care', { tasks })).toMatchObject({ owner: 'Shelter manager', done: 'yes' })
    expect(taskIn(EMPTY_PLAN, 'evidence', { tasks })).toMatchObject({ owner: 'Duty officer', done: 'no' })
    expect(taskIn(PAST, 'evidence', { tasks })).toMatchObject({ done: 'unknown' })
  })

  test('shows beside each task what the plan holds for it', () => {
    expect(urgent(smart).urgent.map(({ standing }) => standing)).toEqual(['holds', 'holds', 'holds', 'holds', 'unknown'])
    expect(urgent(EMPTY_PLAN).urgent.map(({ standing }) => standing)).toEqual(['fails', 'fails', 'fails', 'fails', 'unknown'])
  })

  test('asks of the children’s specialist only whether there is one', () => {
    const plan = { ...smart.plan, interviews: { ...smart.plan.interviews, places: [] } }
    expect(taskIn({ ...smart, plan }, 'childrens-specialist')?.standing).toBe('holds')
  })

  test('tells oversight at once where the goal is to clear out', () => {
    const goal = { declared: 'clear-trade', tasking: 'unknown', powerOfEntry: 'unknown', says: 'Clean it up', sources: [] } as const
    expect(concernsOf(urgent({ ...smart, goal })).map(({ code }) => code)).toContain('readiness/urgent-goal')
    expect(concernsOf(urgent(smart)).map(({ code }) => code)).not.toContain('readiness/urgent-goal')
    expect(concernsOf(readRaid({ ...smart, goal })).map(({ code }) => code)).not.toContain('readiness/urgent-goal')
  })
})

describe('a report on which a child exploited now can be declared', () => {
  const report = (changes: Partial<Report>): Report => ({ id: 'a', kind: 'client', finding: 'present', observedAt: at('2031-03-06T00:00:00Z'), ...changes }) as Report

  test.each<[string, Partial<Report>, boolean]>([
    ['somebody who saw, whoever they are', { kind: 'client', access: 'saw' }, true],
    ['somebody of a kind that sees', { kind: 'escaped-victim' }, true],
    ['a worker to whom it was disclosed', { kind: 'ngo-disclosure' }, true],
    ['an informant whose kind just counts', { kind: 'informant-untested' }, true],
    ['a tip with details', { kind: 'tip-detailed' }, false],
    ['a bare tip', { kind: 'tip-bare' }, false],
    ['adverts', { kind: 'open-source' }, false],
    ['an assumption, even of one who says they saw', { kind: 'assumption', access: 'saw' }, false],
    ['somebody who found nobody', { kind: 'inspector', finding: 'absent' } as Partial<Report>, false],
  ])('comes from %s: %#', (_who, changes, expected) => {
    expect(isFirstHandOrCredible(report(changes), FORCE.certainty)).toBe(expected)
  })
})
