import type { PersonCategory } from '../intelligence/site-facts.ts'
import type { Instant } from '../kernel/instant.ts'
import type { OrganisationId } from '../kernel/organisation.ts'
import type { AnswerGround, HoldingBasis } from './grounds.ts'

/** What somebody wants done about what is held of them (mission, S32). */
export const WANTED = ['know', 'correct', 'restrict', 'erase', 'complain'] as const
export type Wanted = (typeof WANTED)[number]

/** Through whom they ask. Everybody may ask through somebody they trust. */
export const GO_BETWEENS = ['themselves', 'trusted-person', 'lawyer', 'guardian', 'authority'] as const
export type GoBetween = (typeof GO_BETWEENS)[number]

/** How they can be answered without danger. A letter is not among these: the address may be shared with whoever holds them. */
export const SAFE_CHANNELS = ['in-person', 'through-trusted-person', 'telephone-at-agreed-time', 'secure-message'] as const
export type SafeChannel = (typeof SAFE_CHANNELS)[number]

/** How it was found that the person is who they say. */
export const IDENTITY_CHECKS = ['document-seen', 'known-to-colleague', 'known-to-partner', 'told-what-only-they-know', 'not-established'] as const
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number]

/**
 * What is known of who asks.
 *
 * A trafficker may ask as a guardian, a relative or a lawyer to learn what was told; so whether the go-between stands in the files is looked up.
 */
export interface WhoAsks {
  readonly identity: IdentityCheck
  readonly mandate: 'seen' | 'not-seen' | 'unknown'
  readonly goBetweenIs: 'in-no-file' | 'in-the-files' | 'unknown'
}

/** What came of a request. `restricted-instead` is for erasing alone, where a legal hold stands. */
export const REQUEST_OUTCOMES = ['granted', 'granted-in-part', 'restricted-instead', 'refused', 'neither-confirmed-nor-denied'] as const
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]

/** Why the use of a file is restricted. */
export const RESTRICTION_REASONS = ['accuracy-contested', 'needed-as-evidence', 'needed-by-the-person', 'unlawful-and-not-erased'] as const
export type RestrictionReason = (typeof RESTRICTION_REASONS)[number]

/** How a request ends. */
export const CLOSINGS = ['told', 'withdrawn', 'not-reached', 'another-controller'] as const
export type Closing = (typeof CLOSINGS)[number]

/** An answer as it was decided: its ground, the reason kept for whoever reviews it, and its words in both languages. */
export interface RequestAnswered {
  readonly type: 'request/answered'
  readonly at: Instant
  readonly outcome: RequestOutcome
  readonly grounds: readonly AnswerGround[]
  readonly groundsAre: 'told' | 'kept-from-them'
  readonly reason: string
  readonly words: string | null
  readonly wordsOfTheFile: string | null
  readonly complainTo: string
  /** Whether a legal hold stands on what they want erased, as looked up; not asked of anything but erasing. */
  readonly hold: 'stands' | 'none' | 'not-asked'
}

/** A request as it came in. */
export interface RequestReceived extends WhoAsks {
  readonly type: 'request/received'
  readonly organisation: OrganisationId
  readonly wants: Wanted
  readonly through: GoBetween
  /** A language tag (BCP 47). */
  readonly language: string
  readonly channel: SafeChannel
  readonly channelSays: string
  readonly standsAs: readonly PersonCategory[]
  readonly says: string
  readonly receivedAt: Instant
}

/** A file or a report in which the person stands, as a clerk points to it. */
export interface HoldingNoted {
  readonly type: 'request/holding-noted'
  readonly file: string
  readonly report: string | null
  readonly basis: HoldingBasis
  readonly says: string
}

/** How and when the answer was told. */
export interface AnswerTold {
  readonly type: 'request/told'
  readonly how: SafeChannel
  readonly toldAt: Instant
  readonly interpreted: 'yes' | 'no' | 'not-needed'
  readonly complaintTold: 'yes' | 'no' | 'unknown'
  readonly says: string
}

/** Everything that can be recorded of a request. */
export type RequestFact =
  | RequestReceived
  | RequestAnswered
  | HoldingNoted
  | AnswerTold
  | ({ readonly type: 'request/identity-checked'; readonly says: string } & WhoAsks)
  | { readonly type: 'request/extended'; readonly until: Instant; readonly reason: string }
  /** The earlier statement stays in the ledger; what they say stands beside it. `entry` is where it was recorded, where that is one entry. */
  | { readonly type: 'request/correction-made'; readonly file: string; readonly entry: string | null; readonly says: string }
  | { readonly type: 'request/restricted'; readonly file: string; readonly because: RestrictionReason; readonly says: string }
  | { readonly type: 'request/restriction-lifted'; readonly file: string; readonly toldBefore: 'yes' | 'no' | 'unknown'; readonly because: string }
  /** Forgetting is asked for and decided elsewhere, by two people; here stands only which asking it was. */
  | { readonly type: 'request/forgetting-asked'; readonly asking: string; readonly file: string }
  | { readonly type: 'request/complaint-forwarded'; readonly to: string; readonly at: Instant; readonly says: string }
  | { readonly type: 'request/closed'; readonly because: Closing; readonly says: string }
