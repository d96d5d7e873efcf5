import type { ActorId, HolderId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { OrganisationId } from '../kernel/organisation.ts'
import type { ForgettingGround, HoldGround, KeepGround, LiftGround, ReleaseGround, ReviewGround } from './grounds.ts'

/** How far a forgetting reaches: what is told of the one holder, or every word that lies in the file. */
export const FORGETTING_REACHES = ['own-words', 'whole-file'] as const
export type ForgettingReach = (typeof FORGETTING_REACHES)[number]

/**
 * Everything that can be recorded of how long something is kept.
 *
 * Codes, ids, dates and references alone, and in clear: these facts outlive the words they are about, so no word of those stands in them.
 */
export type KeepingFact =
  | { readonly type: 'hold/placed'; readonly hold: string; readonly ground: HoldGround; readonly reference: string; readonly reviewBy: Instant; readonly organisation: OrganisationId }
  | { readonly type: 'hold/lifted'; readonly hold: string; readonly ground: LiftGround }
  | { readonly type: 'retention/set'; readonly reviewBy: Instant; readonly ground: ReviewGround }
  | ReviewedToKeep
  | ReviewedToRelease
  | ForgettingAsked
  | ForgettingSeconded

export interface ReviewedToKeep {
  readonly type: 'retention/reviewed'
  readonly outcome: 'keep'
  readonly reviewBy: Instant
  readonly ground: KeepGround
}

export interface ReviewedToRelease {
  readonly type: 'retention/reviewed'
  readonly outcome: 'may-be-forgotten'
  readonly ground: ReleaseGround
}

/** One of two people asks that words be forgotten. Nothing is destroyed by it. */
export interface ForgettingAsked {
  readonly type: 'forgetting/asked'
  readonly asking: string
  readonly ground: ForgettingGround
  readonly reach: ForgettingReach
  readonly by: ActorId
  readonly at: Instant
}

/** Another person agrees. From the moment this is on the disk these keys are gone, whatever happens to the machine. */
export interface ForgettingSeconded extends Omit<ForgettingAsked, 'type'> {
  readonly type: 'forgetting/seconded'
  readonly askedBy: ActorId
  readonly keys: readonly string[]
  /** Whom the words under each key were told of, in the same order. */
  readonly holders: readonly HolderId[]
}
