import { expect, test } from 'vitest'
import { PLAN_PARTS } from '../../../../core/planning/plan-facts.ts'
import { shownPlan } from '../../../../tests/plan-shown.ts'
import { assess } from '../../../reading/assessed.ts'
import { isSettled } from './settled.ts'

/** Parts that stand open in a plan in which some are not written. */
function openIn(unwritten: Parameters<typeof shownPlan>[1]) {
  const plan = shownPlan({}, unwritten)
  const reading = assess(plan.operation)?.reading
  return PLAN_PARTS.filter((part) => reading && !isSettled(part, plan.parts.find((one) => one.part === part)?.content, reading))
}

test('of a smart plan every part may be folded', () => expect(openIn([])).toEqual([]))

test('a part that nobody has written stands open, and so does one that what it answers is lacking in', () => {
  expect(openIn(['media'])).toEqual(['media'])
  expect(openIn(['expected'])).toEqual(expect.arrayContaining(['expected', 'care']))
})

test('a part in which a sign of a blind raid is mended stands open', () => expect(openIn(['goal'])).toContain('goal'))
