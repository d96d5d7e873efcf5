/** A value that authorities set differently, with where it comes from and who stands behind it. */
export interface PolicyValue {
  readonly value: number
  readonly source: string
  readonly sureness: 'seen' | 'seen-second-hand' | 'unverified' | 'judgement'
  readonly signedBy: string
  readonly asOf: string
}

/** What authorities disagree on when they plan, passed in, never a constant in a function. */
export interface PlanningPolicy {
  /** Officers who are women, at least. */
  readonly womenOfficers: PolicyValue
  /** A place counts when it was confirmed no longer than this before entry. */
  readonly placeConfirmedHours: PolicyValue
  /** An urgent entry is reviewed within this time, by another unit. */
  readonly urgentReviewHours: PolicyValue
}
