import { describe, expect, test } from 'vitest'
import { at, ATTEMPT, failing, GOAL, readRaid, SMART, TOLD } from '../../tests/planning-cast.ts'
import type { PlannedOperation } from './operation.ts'

describe('conditional authority', () => {
  /** Asked two months later: what was seen is no longer fresh, and the number has fallen. */
  const stale = (changes: Partial<PlannedOperation> = {}, month = '05'): PlannedOperation => {
    const [entry, known] = [at(`2031-${month}-06T05:30:00Z`), at(`2031-${month}-05T18:00:00Z`)]
    const plan = { ...SMART.plan, care: { ...SMART.plan.care, places: SMART.plan.care.places.map((place) => ({ ...place, confirmedAt: at(`2031-${month}-04T12:00:00Z`) })) }, transition: { handovers: SMART.plan.transition.handovers.map((one) => ({ ...one, at: at(`2031-${month}-06T07:00:00Z`) })) } }
    return { ...SMART, at: entry, knownAt: known, plan, attempts: [{ ...ATTEMPT, at: at(`2031-${month}-01T20:00:00Z`) }], ...changes }
  }

  test('is offered where the only closed gates are number and freshness', () => {
    const reading = readRaid(stale())
    expect(reading.certainty?.gates.filter(({ state }) => state !== 'open').map(({ id }) => id)).toEqual(['number', 'freshness'])
    expect(failing(reading)).toEqual(['certainty'])
    expect(reading.conditional).toMatchObject({ notOlderThanDays: 24, confirmedBy: expect.arrayContaining([expect.objectContaining({ gatesHold: 'yes' })]) })
  })

  test.each<[string, Partial<PlannedOperation>]>([
    ['a third gate is closed', { attempts: [] }],
    ['a gate is unknown', { attempts: 'unknown' }],
    ['a marker is found', { goal: { ...GOAL, tasking: 'immigration-enforcement' } }],
    ['a marker is unknown', { goal: 'unknown' }],
    ['another criterion fails', { expected: [] }],
    ['the entry is urgent', { urgent: { declaredBy: 'Duty officer', at: at('2031-05-06T04:00:00Z'), basis: 'danger-to-life', reasons: 'A call', restsOn: [], tasks: [] } }],
  ])('is barred where %s', (_why, changes) => {
    expect(readRaid(stale(changes)).conditional).toBeNull()
  })

  test('is none where no report could open the gates any more', () => {
    expect(failing(readRaid(stale({}, '12')))).toEqual(['certainty'])
    expect(readRaid(stale({}, '12')).conditional).toBeNull()
  })

  test('is none of a plan that is smart already, nor of a past operation', () => {
    expect(readRaid(SMART).conditional).toBeNull()
    const { plan: _plan, ...raid } = stale()
    expect(readRaid({ ...raid, operation: 'past', facts: TOLD.facts }).conditional).toBeNull()
  })
})
