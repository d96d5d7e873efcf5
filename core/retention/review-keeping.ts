import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { Instant } from '../kernel/instant.ts'
import type { OrganisationId } from '../kernel/organisation.ts'
import type { LiftGround } from './grounds.ts'
import type { KeepingFact } from './keeping-facts.ts'
import { latestReview, type Keeping, type KeepingPolicy } from './keeping.ts'

export type LiftHoldRefusal = { readonly code: 'retention/no-such-hold'; readonly hold: string } | { readonly code: 'retention/hold-of-another'; readonly hold: string }

/** Which hold is lifted, why, and for which organisation. */
export interface LiftHold {
  readonly hold: string
  readonly ground: LiftGround
  readonly organisation: OrganisationId
}

/**
 * Lifts one hold of those that stand. Others go on standing.
 *
 * A hold is lifted where it was placed: what a prosecutor keeps for the court is not for the police to let go.
 */
export function liftHold({ hold, ground, organisation }: LiftHold, { holds }: Keeping): Decision<KeepingFact, LiftHoldRefusal> {
  const standing = holds.find((one) => one.hold === hold)
  if (!standing) return refuse({ code: 'retention/no-such-hold', hold })
  return standing.organisation === organisation ? accept({ type: 'hold/lifted', hold, ground }) : refuse({ code: 'retention/hold-of-another', hold })
}

/** A day by which somebody looks again, whoever sets it and why. */
export type ReviewDay = Extract<KeepingFact, { readonly reviewBy: Instant; readonly type: 'retention/set' | 'retention/reviewed' }>

/** From when the term runs, what the time is, and what policy allows. */
export interface Term {
  readonly from: Instant
  readonly now: Instant
  readonly policy: KeepingPolicy
}

export type ReviewDayRefusal = { readonly code: 'retention/review-too-late'; readonly due: Instant } | { readonly code: 'retention/review-in-the-past' }

/**
 * Sets the day by which somebody looks again.
 *
 * Nothing is ever purged because a day has passed: a review becomes due, and no more. A review that keeps something begins a new term;
 * a day that is only moved does not (28 CFR 23.20(h), as seen second-hand).
 */
export function setReviewDay(fact: ReviewDay, { from, now, policy }: Term): Decision<KeepingFact, ReviewDayRefusal> {
  const due = latestReview(fact.type === 'retention/reviewed' ? now : from, policy)
  if (fact.reviewBy <= now) return refuse({ code: 'retention/review-in-the-past' })
  return fact.reviewBy > due ? refuse({ code: 'retention/review-too-late', due }) : accept(fact)
}
