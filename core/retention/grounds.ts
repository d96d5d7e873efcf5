import type { PolicyValue } from '../planning/policy.ts'

/** Where a ground comes from, and how sure that is. What nobody here has read in its source says so. */
export interface Ground {
  readonly source: string
  readonly sureness: PolicyValue['sureness']
}

const INTELLIGENCE_TERM: Ground = { source: '28 CFR 23.20(h), at most five years and then validated or purged; read in a copied answer, not in the regulation', sureness: 'seen-second-hand' }
const REVIEW_LIMIT: Ground = { source: 'Directive (EU) 2016/680, article 5: time limits for erasure or for review', sureness: 'unverified' }
const RETENTION_PRINCIPLE: Ground = { source: 'IOM Data Protection Manual (2010), principle 9, retention', sureness: 'seen' }
const OURS: Ground = { source: 'Daylight: what is local law is named by its reference', sureness: 'judgement' }

/** Why something may not be forgotten though somebody asks. Which court or statute it is stands in the reference. */
export const HOLD_GROUNDS = {
  proceedings: { source: 'Directive (EU) 2016/680, article 16(3): kept and restricted where it is evidence', sureness: 'unverified' },
  appeal: OURS,
  'disclosure-duty': { source: 'Disclosure of unused material to the defence; assembled from practice', sureness: 'unverified' },
  'statutory-retention': OURS,
  'complaint-or-inquiry': { source: 'IOM Data Protection Manual (2010), principle 12, oversight, compliance and internal remedies', sureness: 'seen' },
} as const satisfies Readonly<Record<string, Ground>>
export type HoldGround = keyof typeof HOLD_GROUNDS

/** Why a hold is lifted. */
export const LIFT_GROUNDS = { 'ground-has-ended': OURS, 'placed-in-error': OURS, 'court-order': OURS } as const satisfies Readonly<Record<string, Ground>>
export type LiftGround = keyof typeof LIFT_GROUNDS

/** Which rule sets the day by which somebody looks again. */
export const REVIEW_GROUNDS = {
  'intelligence-term': INTELLIGENCE_TERM,
  'erasure-or-review-limit': REVIEW_LIMIT,
  'service-term': RETENTION_PRINCIPLE,
  'unit-decision': OURS,
} as const satisfies Readonly<Record<string, Ground>>
export type ReviewGround = keyof typeof REVIEW_GROUNDS

/** Why something is kept on after a review. That details were brought up to date is none: that validates nothing. */
export const KEEP_GROUNDS = {
  'still-suspected-and-relevant': INTELLIGENCE_TERM,
  'still-needed-for-its-purpose': { source: 'IOM Data Protection Manual (2010), principles 2 and 9: a specified purpose, and retention', sureness: 'seen' },
  'hold-stands': OURS,
} as const satisfies Readonly<Record<string, Ground>>
export type KeepGround = keyof typeof KEEP_GROUNDS

/** Why a review finds that something may be forgotten. */
export const RELEASE_GROUNDS = { 'no-longer-suspected': INTELLIGENCE_TERM, 'purpose-has-ended': RETENTION_PRINCIPLE, 'term-has-ended': REVIEW_LIMIT } as const satisfies Readonly<Record<string, Ground>>
export type ReleaseGround = keyof typeof RELEASE_GROUNDS

/** Why words are made unreadable for ever. */
export const FORGETTING_GROUNDS = {
  'retention-ended': INTELLIGENCE_TERM,
  'request-granted': { source: 'Directive (EU) 2016/680, article 16: erasure at the request of the person', sureness: 'unverified' },
  'entered-in-error': { source: 'IOM Data Protection Manual (2010), principle 3, data quality', sureness: 'seen' },
  'court-order': OURS,
} as const satisfies Readonly<Record<string, Ground>>
export type ForgettingGround = keyof typeof FORGETTING_GROUNDS
