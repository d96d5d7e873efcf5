import type { ActorId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { UnderControl } from './collection.ts'
import type { WeighingKind } from './report.ts'

/**
 * Who a source is. Sealed under a key of its own and apart from everything the source is used for.
 *
 * No report says any of it. Source: RIP (Source Records) Regulations 2000, reg. 3(a)-(b).
 */
export interface SourceIdentity {
  readonly name: string
  readonly contact?: string
  readonly says?: string
}

/** What came of something a source said, once somebody could tell. */
export const OUTCOMES = ['borne-out', 'not-borne-out', 'indeterminate'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Who answers for a source day by day, and who oversees it: never one person (RIPA 2000, s. 29). */
export interface SourceCharge {
  readonly handler: ActorId
  readonly controller: ActorId
}

/** How dangerous it is to be this source. */
export const RISKS = ['low', 'raised', 'high', 'unknown'] as const
export type SourceRisk = (typeof RISKS)[number]

/** Everything that can be recorded of a source. */
export type SourceFact =
  | ({ readonly type: 'source/registered'; readonly kind: WeighingKind; readonly codeName: string; readonly protected: 'yes' | 'no'; readonly underControl: UnderControl } & SourceCharge)
  | { readonly type: 'source/identified'; readonly person: string; readonly identity: SourceIdentity }
  | ({ readonly type: 'source/charge-given'; readonly because: string } & SourceCharge)
  | { readonly type: 'source/standing-noted'; readonly protected: 'yes' | 'no'; readonly underControl: UnderControl; readonly because: string }
  | { readonly type: 'source/risk-noted'; readonly risk: SourceRisk; readonly says: string }
  | { readonly type: 'source/contact-made'; readonly at: Instant; readonly with: ActorId; readonly says: string }
  | { readonly type: 'source/outcome-judged'; readonly report: string; readonly outcome: Outcome; readonly because: string }
  | { readonly type: 'source/tasked'; readonly task: string; readonly site: string; readonly says: string }
