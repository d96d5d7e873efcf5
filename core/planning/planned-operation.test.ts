import { describe, expect, test } from 'vitest'
import { EVE, fileOf, HOUR, operationOf, PLANNER, thenDone, WRITTEN, hoursBefore, siteOf } from '../../tests/plan-cast.ts'
import { EMPTY_PLAN, FORCE, readRaid, SMART } from '../../tests/planning-cast.ts'
import { after } from '../kernel/instant.ts'
import { atTheDoor } from './planned-operation.ts'

describe('a plan with its site, as one operation', () => {
  test('is smart where its file says what the file of an operation says', () => {
    const { plan, goal, offences, at, attempts } = operationOf(fileOf(WRITTEN))
    expect({ plan, goal, offences, at, attempts }).toEqual({ plan: SMART.plan, goal: SMART.goal, offences: SMART.offences, at: SMART.at, attempts: SMART.attempts })
    expect(readRaid(operationOf(fileOf(WRITTEN)), FORCE).verdict).toBe('smart')
  })

  test('says nothing where nobody has written anything, and so is blind', () => {
    const operation = operationOf(fileOf(WRITTEN.slice(0, 1)))
    expect(operation.plan).toEqual(EMPTY_PLAN.plan)
    expect(readRaid(operation, FORCE).markers.filter(({ state }) => state !== 'not-found').map(({ id, state }) => `${id} ${state}`)).toEqual(['B3 unknown', 'B4 found', 'B5 found'])
  })

  test('fails each criterion whose part is missing', () => {
    const without = WRITTEN.filter(({ fact }) => !('part' in fact && fact.part === 'media'))
    expect(readRaid(operationOf(fileOf(without)), FORCE).criteria.filter(({ finding }) => finding !== 'holds').map(({ id }) => id)).toEqual(['media'])
  })

  test('knows nothing that reached us later', () => {
    const early = hoursBefore(EVE, 24 * 3)
    expect(readRaid(operationOf(fileOf(WRITTEN), siteOf(), early), FORCE).dossier.counted.map(({ id }) => id)).toEqual(['escaped-worker'])
  })

  test('is asked for the hour of entry, and for now where the hour is past', () => {
    const operation = operationOf(fileOf(WRITTEN))
    expect(atTheDoor(operation, EVE)).toMatchObject({ at: HOUR, knownAt: EVE })
    expect(atTheDoor(operation, after(HOUR, 2))).toMatchObject({ at: after(HOUR, 2), knownAt: after(HOUR, 2) })
  })

  test('takes the urgent track with its tasks, and never enters before danger was declared', () => {
    const declared = after(HOUR, 0.5)
    const file = fileOf(thenDone(
      [{ type: 'plan/urgent-declared', declaration: { declaredBy: PLANNER, at: declared, basis: 'danger-to-life', reasons: 'Smoke', restsOn: [] } }],
      [{ type: 'plan/task-taken', task: 'review', owner: 'Northern unit', done: 'no' }],
    ))
    const operation = operationOf(file)
    expect(operation).toMatchObject({ at: declared, urgent: { declaredBy: PLANNER, tasks: [{ task: 'review', owner: 'Northern unit' }] } })
    expect(readRaid(operation, FORCE)).toMatchObject({ verdict: null, track: 'urgent' })
  })
})
