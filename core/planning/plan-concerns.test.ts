import { describe, expect, test } from 'vitest'
import { EVE, fileOf, HOUR, OFFICER, partWritten, PLANNER, thenDone, WRITTEN } from '../../tests/plan-cast.ts'
import { FORCE } from '../../tests/planning-cast.ts'
import { after, type Instant } from '../kernel/instant.ts'
import { planConcerns } from './plan-concerns.ts'
import type { PlanFact } from './plan-facts.ts'

const LEAVE: PlanFact = { type: 'plan/authorised', plan: WRITTEN.length, site: 5, knownAt: EVE, condition: null, policy: [] }
const REFUSED: PlanFact = { type: 'plan/refused', because: 'Wait', owner: OFFICER, reviewBy: after(EVE, 3) }
const STOOD_DOWN: PlanFact = { ...REFUSED, type: 'plan/stood-down' }
const URGENT: PlanFact = { type: 'plan/urgent-declared', declaration: { declaredBy: PLANNER, at: EVE, basis: 'danger-to-life', reasons: 'Smoke', restsOn: [] } }
const ENTERED: PlanFact = { type: 'plan/entry-recorded', at: HOUR, says: 'In' }

const codes = (facts: readonly PlanFact[], now: Instant = HOUR) => planConcerns(fileOf(thenDone(...facts.map((fact) => [fact, { when: EVE }] as const))), now, FORCE.planning).map(({ code }) => code)

describe('what a reviewer should look at in the file of a plan', () => {
  test('is nothing where leave was given and an entry was made on it', () => {
    expect(codes([])).toEqual([])
    expect(codes([LEAVE, ENTERED])).toEqual([])
  })

  test.each<readonly [string, readonly PlanFact[]]>([
    ['nobody had given leave', [ENTERED]],
    ['leave came after the entry', [ENTERED, LEAVE]],
    ['the plan had been changed since', [LEAVE, partWritten('media'), ENTERED]],
    ['it had been refused since', [LEAVE, REFUSED, ENTERED]],
  ])('is an entry where %s', (_name, facts) => {
    expect(codes(facts)).toEqual(['plan/entered-without-leave'])
  })

  test('is no missing leave where danger was declared, nor where the plan was changed after the entry', () => {
    expect(codes([URGENT, ENTERED])).toEqual([])
    expect(codes([LEAVE, ENTERED, partWritten('media'), REFUSED])).toEqual([])
  })

  test('is an entry after an order to stand down, with both', () => {
    const file = fileOf(thenDone([LEAVE, { when: EVE }], [STOOD_DOWN, { when: EVE }], [ENTERED, { when: HOUR }]))
    expect(planConcerns(file, HOUR, FORCE.planning)[0]).toEqual({ code: 'plan/entered-after-stand-down', restsOn: [file.notActing!.noted.entry, file.entry!.noted.entry] })
    const calledOff = fileOf(thenDone([LEAVE, { when: EVE }], [ENTERED, { when: HOUR }], [STOOD_DOWN, { when: after(HOUR, 0.1) }]))
    expect(planConcerns(calledOff, HOUR, FORCE.planning)).toEqual([])
  })

  test('is an urgent entry that nobody has reviewed in time', () => {
    const review: PlanFact = { type: 'plan/task-taken', task: 'review', owner: 'Northern unit', done: 'yes' }
    expect(codes([URGENT], after(EVE, 3))).toEqual([])
    expect(codes([URGENT], after(EVE, 3.01))).toEqual(['plan/urgent-unreviewed'])
    expect(codes([URGENT, { ...review, done: 'no' }], after(EVE, 4))).toEqual(['plan/urgent-unreviewed'])
    expect(codes([URGENT, review], after(EVE, 4))).toEqual([])
  })

  test('is a plan that nobody has looked at again, on the day they were to', () => {
    expect(codes([REFUSED], after(EVE, 2.9))).toEqual([])
    expect(codes([REFUSED], after(EVE, 3))).toEqual(['plan/review-overdue'])
    expect(codes([STOOD_DOWN], after(EVE, 3))).toEqual(['plan/review-overdue'])
    for (const taken of [partWritten('media'), LEAVE, URGENT]) expect(codes([REFUSED, taken], after(EVE, 3))).toEqual([])
  })

  test('is whatever was written and can be read no more', () => {
    const gone = fileOf([...WRITTEN, { ...WRITTEN[1]!, id: 'gone' as never, version: 99, fact: { type: 'words/withheld', of: 'plan/part-written', part: 'media' } }])
    expect(planConcerns(gone, HOUR, FORCE.planning)).toEqual([{ code: 'plan/withheld', restsOn: ['gone'] }])
  })
})
