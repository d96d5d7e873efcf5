import type { ActorId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { UnderControl } from './collection.ts'
import type { WeighingKind } from './report.ts'
import type { HandlingFact } from './source-handling.ts'

/**
 * Who a source is, and as whom they are known where they are used. Sealed under a key of its own and apart from everything the source is used for.
 *
 * No report says any of it. Source: RIP (Source Records) Regulations 2000, reg. 3(a)-(b).
 */
export interface SourceIdentity {
  readonly name: string
  readonly goesBy?: string
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

/** Whether a source is grown up. Whoever is not known to be is used as a child is, or not at all. */
export const SOURCE_AGES = ['adult', 'child', 'unknown'] as const
export type SourceAge = (typeof SOURCE_AGES)[number]

/** Whether those a source would tell of are their parents or whoever brings them up. */
export const KIN_AMONG_THEM = ['yes', 'no', 'unknown'] as const
export type KinAmongThem = (typeof KIN_AMONG_THEM)[number]

/** What is said of a source that decides what may be asked of them. What is left out is unknown. */
export interface SourceStanding {
  readonly protected: 'yes' | 'no'
  readonly underControl: UnderControl
  readonly age?: SourceAge
  readonly kin?: KinAmongThem
}

/** On which terms somebody may be used: as a grown-up, as a child, or for some hours on a spoken word. */
export const SOURCE_USES = ['adult', 'juvenile', 'urgent-oral'] as const
export type SourceUse = (typeof SOURCE_USES)[number]

/** Why the use of a source came to its end. */
export const SOURCE_ENDINGS = ['work-done', 'asked-to-stop', 'unsafe', 'under-control', 'not-reliable', 'lost-touch', 'died', 'unknown'] as const
export type SourceEnding = (typeof SOURCE_ENDINGS)[number]

/** Everything that can be recorded of a source. */
export type SourceFact =
  | ({ readonly type: 'source/registered'; readonly kind: WeighingKind; readonly codeName: string } & SourceStanding & SourceCharge)
  | { readonly type: 'source/identified'; readonly person: string; readonly identity: SourceIdentity }
  | ({ readonly type: 'source/charge-given'; readonly because: string } & SourceCharge)
  | ({ readonly type: 'source/standing-noted'; readonly because: string } & SourceStanding)
  | { readonly type: 'source/outcome-judged'; readonly report: string; readonly outcome: Outcome; readonly because: string }
  | { readonly type: 'source/authorised'; readonly use: SourceUse; readonly by: ActorId; readonly from: Instant; readonly until: Instant; readonly reviewBy: Instant | null; readonly conduct: string; readonly because: string }
  | { readonly type: 'source/use-reviewed'; readonly by: ActorId; readonly reviewBy: Instant | null; readonly says: string }
  | { readonly type: 'source/use-cancelled'; readonly because: string }
  | { readonly type: 'source/tasked'; readonly task: string; readonly site: string; readonly says: string }
  | { readonly type: 'source/ended'; readonly ground: SourceEnding; readonly says: string }
  | HandlingFact
