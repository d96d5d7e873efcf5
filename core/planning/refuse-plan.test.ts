import { describe, expect, test } from 'vitest'
import { EVE, fileOf, HOUR, OFFICER, thenDone, WRITTEN } from '../../tests/plan-cast.ts'
import { after } from '../kernel/instant.ts'
import { refusePlan, type RefusePlan } from './refuse-plan.ts'

const refusing: RefusePlan = { role: 'authorising-officer', at: EVE, because: 'Two families are still unwarned', owner: OFFICER, reviewBy: after(EVE, 3) }
const plan = fileOf(WRITTEN)

describe('refusing a plan', () => {
  test('keeps who answers for it, why, and when somebody looks again', () => {
    expect(refusePlan(refusing, plan)).toEqual({ accepted: true, facts: [{ type: 'plan/refused', because: refusing.because, owner: OFFICER, reviewBy: refusing.reviewBy }] })
  })

  test('is for an authorising officer', () => {
    expect(refusePlan({ ...refusing, role: 'planner' }, plan)).toMatchObject({ refusal: { code: 'plan/not-an-authorising-officer' } })
  })

  test('needs a day that is still to come', () => {
    expect(refusePlan({ ...refusing, reviewBy: EVE }, plan)).toMatchObject({ refusal: { code: 'plan/review-in-the-past' } })
  })

  test('comes too late for an entry that was made', () => {
    expect(refusePlan(refusing, fileOf(thenDone([{ type: 'plan/entry-recorded', at: HOUR, says: 'In' }])))).toMatchObject({ refusal: { code: 'plan/entered' } })
  })
})
