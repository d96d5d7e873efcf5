// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { shownPlan } from '../../../tests/plan-shown.ts'
import { reckonedAnswer, ReckonedShape } from '../../../wire/office/reckoned.ts'
import { NO_HANDLES } from '../../reading/assessed.ts'
import { readPlan } from './read-plan.ts'

const READ_BY = { handles: NO_HANDLES }

test('a plan whose reports are not for whoever reads is what the server reckoned, and not what is left without them', () => {
  const plan = shownPlan()
  const whole = readPlan(plan, READ_BY)
  if (whole?.reading.read !== 'raid') throw new Error('this is a plan')
  const reckoned = ReckonedShape.parse(JSON.parse(JSON.stringify(reckonedAnswer(whole.reading))))
  const left = { ...plan.operation, reports: [], attempts: [] }
  expect(readPlan({ operation: left, reckoned: null }, READ_BY)?.reading.verdict).toBe('blind')
  const read = readPlan({ operation: left, reckoned }, READ_BY)
  expect(read?.reading).toMatchObject({ verdict: 'smart', markers: whole.reading.markers, criteria: whole.reading.criteria })
  expect([read?.asked?.answer.p10, read?.asked?.answer.validUntil, read?.asked?.answer.roots.length]).toEqual([whole.asked?.answer.p10, whole.asked?.answer.validUntil, whole.asked?.answer.roots.length])
  expect(read?.asked?.answer.gates.map(({ state }) => state)).toEqual(whole.asked?.answer.gates.map(({ state }) => state))
})
