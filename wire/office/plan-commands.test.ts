import { describe, expect, test } from 'vitest'
import { ANALYST, EVE, fileOf, HOUR, hoursBefore, OFFICER, operationOf, PLANNER, siteOf, thenDone, WRITTEN } from '../../tests/plan-cast.ts'
import { FORCE, SHAPE } from '../../tests/planning-cast.ts'
import { after, isoOf } from '../../core/kernel/instant.ts'
import type { PlanFile } from '../../core/planning/plan-file.ts'
import { operationFile } from '../operation-file.ts'
import { PlanActShape } from './plan-acts.ts'
import { DECIDED_ON, planActHappenedAt, readPlanAct, type Acting } from './plan-commands.ts'

const smart = fileOf(WRITTEN)
const officer: Acting = { by: OFFICER, role: 'authorising-officer', at: EVE }
const planner: Acting = { by: PLANNER, role: 'planner', at: EVE }

const act = (told: object) => PlanActShape.parse({ id: 'entry-0001', ...told })
const read = (told: object, acting: Acting = officer, plan: PlanFile = smart) =>
  readPlanAct(act(told), acting, { plan, site: siteOf(), operation: operationOf(plan), inForce: FORCE, policy: ['certainty 2026-11'] }, () => null)

const notActing = { because: 'A leak', owner: 'officer-1', reviewBy: isoOf(after(EVE, 3)) }

describe('an act on a plan', () => {
  test('writes a part, or tells what is wrong with it', () => {
    expect(read({ act: 'write', part: 'rung', content: { rung: 'outreach-visit' } }, planner)).toEqual({ made: 'fact', fact: { type: 'plan/part-written', part: 'rung', content: { rung: 'outreach-visit' } } })
    expect(read({ act: 'write', part: 'rung', content: { rung: 'door' } }, planner)).toMatchObject({ made: 'problems', bad: [{ path: 'rung' }] })
  })

  test('authorises on the state as it is, and refuses with a code', () => {
    expect(read({ act: 'authorise' })).toMatchObject({ made: 'fact', fact: { type: 'plan/authorised', plan: WRITTEN.length, site: 5, knownAt: EVE } })
    expect(read({ act: 'authorise' }, { ...officer, by: ANALYST })).toEqual({ made: 'refusal', refusal: { code: 'plan/own-plan' } })
  })

  test('refuses a plan with who answers for it, and not into the past', () => {
    expect(read({ act: 'refuse', ...notActing })).toMatchObject({ made: 'fact', fact: { type: 'plan/refused', owner: OFFICER, reviewBy: after(EVE, 3) } })
    expect(read({ act: 'refuse', ...notActing, reviewBy: isoOf(EVE) })).toMatchObject({ refusal: { code: 'plan/review-in-the-past' } })
  })

  test.each(['analyst', 'planner', 'authorising-officer'] as const)('of standing down is always kept, from a role of %s too', (role) => {
    expect(read({ act: 'stand-down', ...notActing, reviewBy: isoOf(hoursBefore(EVE, 1)) }, { ...planner, role })).toMatchObject({ made: 'fact', fact: { type: 'plan/stood-down' } })
  })

  test('records a confirming report, a task and an entry', () => {
    expect(read({ act: 'confirm', report: 'contact-1' })).toEqual({ made: 'fact', fact: { type: 'plan/confirmed', report: 'contact-1' } })
    expect(read({ act: 'take-task', task: 'care', owner: 'Shelter manager', done: 'no' })).toMatchObject({ fact: { task: 'care', owner: 'Shelter manager' } })
    expect(read({ act: 'record-entry', at: isoOf(EVE), says: 'In' })).toMatchObject({ fact: { type: 'plan/entry-recorded', at: EVE } })
  })

  test('records no entry that is still to come', () => {
    expect(read({ act: 'record-entry', at: isoOf(HOUR), says: 'In' })).toMatchObject({ made: 'problems', bad: [{ path: 'at' }] })
  })

  test('declares danger by whoever says so, at the time at which they said it', () => {
    const told = { act: 'declare-urgent', basis: 'danger-to-life', reasons: 'Smoke from the upper floor', restsOn: [] }
    expect(read({ ...told, occurredAt: isoOf(hoursBefore(EVE, 1)) }, { ...planner, role: 'analyst' })).toMatchObject({ fact: { declaration: { declaredBy: PLANNER, at: hoursBefore(EVE, 1), basis: 'danger-to-life' } } })
    expect(read(told, { ...planner, at: after(HOUR, 1) })).toMatchObject({ made: 'fact' })
  })

  test('declares a child exploited now on a report, and danger to life on none', () => {
    const told = { act: 'declare-urgent', basis: 'child-exploited-now', reasons: 'A girl of twelve' }
    expect(read({ ...told, restsOn: [] })).toMatchObject({ made: 'problems', bad: [{ path: 'restsOn' }] })
    expect(read({ ...told, restsOn: ['nobody-said'] })).toMatchObject({ made: 'problems' })
    expect(read({ ...told, restsOn: ['escaped-worker'] })).toMatchObject({ made: 'fact' })
  })

  test('is decided on the versions it read, and only where somebody decides', () => {
    expect(Object.entries(DECIDED_ON).filter(([, streams]) => streams.length > 0)).toEqual([['write', ['plan']], ['authorise', ['plan', 'site']], ['refuse', ['plan']]])
    expect(planActHappenedAt(act({ act: 'authorise', occurredAt: isoOf(hoursBefore(EVE, 9)) }), EVE)).toBe(EVE)
    expect(planActHappenedAt(act({ act: 'stand-down', ...notActing, occurredAt: isoOf(hoursBefore(EVE, 9)) }), EVE)).toBe(hoursBefore(EVE, 9))
  })
})

describe('whatever was kept', () => {
  test('leaves an operation that is read back by everybody who reads operations', () => {
    const urgent = read({ act: 'declare-urgent', basis: 'danger-to-life', reasons: 'Smoke', restsOn: [] }, { ...planner, at: after(HOUR, 1) })
    if (urgent.made !== 'fact') throw new Error(urgent.made)
    const files = [smart, fileOf(WRITTEN.slice(0, 1)), fileOf(thenDone([urgent.fact], [{ type: 'plan/task-taken', task: 'care', owner: 'Shelter manager', done: 'yes' }]))]
    for (const file of files) expect(SHAPE.parse(operationFile(operationOf(file)))).toEqual(operationOf(file))
  })
})
