import { describe, expect, test } from 'vitest'
import { KEEPING_POLICY, onDay, OPENED_AT } from '../../tests/keeping-cast.ts'
import { OWN_UNIT, type OrganisationId } from '../kernel/organisation.ts'
import type { KeepingFact } from './keeping-facts.ts'
import { askingLapses, foldKeeping, latestReview } from './keeping.ts'
import { liftHold, setReviewDay } from './review-keeping.ts'

const placed = (hold: string): KeepingFact => ({ type: 'hold/placed', hold, ground: 'proceedings', reference: 'C-12/31', reviewBy: onDay(90), organisation: OWN_UNIT })
const lifted = (hold: string): KeepingFact => ({ type: 'hold/lifted', hold, ground: 'ground-has-ended' })
const term = { from: OPENED_AT, now: onDay(10), policy: KEEPING_POLICY }

describe('legal holds', () => {
  test('stand beside each other, each until it is lifted itself', () => {
    const holds = (...facts: readonly KeepingFact[]) => foldKeeping(facts).holds.map(({ hold }) => hold)
    expect(holds(placed('one'), placed('two'))).toEqual(['one', 'two'])
    expect(holds(placed('one'), placed('two'), lifted('one'))).toEqual(['two'])
    expect(holds(placed('one'), placed('one'), lifted('one'))).toEqual([])
  })

  test('are lifted by name, and only where they stand', () => {
    const keeping = foldKeeping([placed('one')])
    const lifting = (hold: string, organisation: OrganisationId = OWN_UNIT) => liftHold({ hold, ground: 'ground-has-ended', organisation }, keeping)
    expect(lifting('one')).toEqual({ accepted: true, facts: [lifted('one')] })
    expect(lifting('two')).toEqual({ accepted: false, refusal: { code: 'retention/no-such-hold', hold: 'two' } })
  })

  test('are lifted by the organisation that placed them, and by no other', () => {
    const court = 'invented-prosecution' as OrganisationId
    const keeping = foldKeeping([placed('one'), { ...placed('two'), organisation: court } as KeepingFact])
    expect(liftHold({ hold: 'two', ground: 'court-order', organisation: OWN_UNIT }, keeping)).toEqual({ accepted: false, refusal: { code: 'retention/hold-of-another', hold: 'two' } })
    expect(liftHold({ hold: 'two', ground: 'court-order', organisation: court }, keeping)).toMatchObject({ accepted: true })
  })
})

describe('the day of review', () => {
  const set = (day: number): Extract<KeepingFact, { type: 'retention/set' }> => ({ type: 'retention/set', reviewBy: onDay(day), ground: 'unit-decision' })
  const kept = (day: number): Extract<KeepingFact, { type: 'retention/reviewed'; outcome: 'keep' }> => ({ type: 'retention/reviewed', outcome: 'keep', reviewBy: onDay(day), ground: 'still-suspected-and-relevant' })

  test('is at most as many years after the opening as policy allows', () => {
    expect(latestReview(OPENED_AT, KEEPING_POLICY)).toBe(onDay(1825))
    expect(setReviewDay(set(1825), term)).toMatchObject({ accepted: true })
    expect(setReviewDay(set(1826), term)).toEqual({ accepted: false, refusal: { code: 'retention/review-too-late', due: onDay(1825) } })
  })

  test('lies ahead', () => {
    expect(setReviewDay(set(10), term)).toEqual({ accepted: false, refusal: { code: 'retention/review-in-the-past' } })
  })

  test('is set anew from the day of a review, and from no other act', () => {
    expect(setReviewDay(kept(1835), term)).toMatchObject({ accepted: true })
    expect(setReviewDay(kept(1836), term)).toMatchObject({ refusal: { code: 'retention/review-too-late' } })
    expect(foldKeeping([set(100), kept(900)])).toMatchObject({ reviewBy: onDay(900), lastReview: { outcome: 'keep' } })
  })

  test('is gone once a review finds that nothing need be kept, and nothing is forgotten by that', () => {
    const keeping = foldKeeping([set(100), { type: 'retention/reviewed', outcome: 'may-be-forgotten', ground: 'purpose-has-ended' }])
    expect(keeping).toMatchObject({ reviewBy: null, lastReview: { outcome: 'may-be-forgotten' }, forgotten: [] })
    expect(foldKeeping([{ type: 'retention/reviewed', outcome: 'may-be-forgotten', ground: 'purpose-has-ended' }, set(200)])).toMatchObject({ reviewBy: onDay(200), lastReview: null })
  })
})

test('an asking counts for so many days', () => {
  expect(askingLapses({ at: onDay(1) }, KEEPING_POLICY)).toBe(onDay(31))
})
