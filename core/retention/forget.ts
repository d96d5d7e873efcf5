import { accept, refuse, type Decision } from '../kernel/decider.ts'
import type { ActorId, HolderId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ForgettingGround } from './grounds.ts'
import type { ForgettingAsked, ForgettingSeconded, ForgettingReach } from './keeping-facts.ts'
import { askingLapses, type Keeping, type KeepingPolicy } from './keeping.ts'

/** A key under which words lie that would be forgotten, and whom they were told of. */
export interface KeyInReach {
  readonly key: string
  readonly holder: HolderId
}

/** What a forgetting would reach, as it stands at this moment. */
export interface WithinReach {
  /** Keys that are still there; none where all of it was forgotten. */
  readonly keys: readonly KeyInReach[]
  /** Holds that stand anywhere within reach: on the words themselves, or on a file in which any of them lie. */
  readonly holds: readonly string[]
  /** Whether this is a file, in which others' words lie too, or one of those whose words lie in one. */
  readonly of: 'file' | 'within-a-file'
}

export interface AskForgetting {
  readonly asking: string
  readonly ground: ForgettingGround
  readonly reach: ForgettingReach
  readonly by: ActorId
  readonly at: Instant
}

export interface SecondForgetting {
  /** The asking that is agreed to, so that nobody agrees to another than the one they read. */
  readonly asking: string
  /** Of how many people, reports and files they were told that it would be forgotten. */
  readonly seen: number
  readonly by: ActorId
  readonly at: Instant
}

type Standing =
  | { readonly code: 'retention/held'; readonly holds: readonly string[] }
  | { readonly code: 'retention/forgotten-already' }
  | { readonly code: 'retention/nothing-to-forget' }

export type AskForgettingRefusal = Standing | { readonly code: 'retention/not-reviewed' } | { readonly code: 'retention/not-a-file' }

export type SecondForgettingRefusal =
  | Standing
  | { readonly code: 'retention/nobody-asked' }
  | { readonly code: 'retention/other-asking'; readonly asking: string }
  | { readonly code: 'retention/same-person' }
  | { readonly code: 'retention/asking-lapsed' }
  | { readonly code: 'retention/reach-moved'; readonly seen: number; readonly found: number }

/** Why nothing can be forgotten here whoever asks; null where it can. */
function standsInTheWay({ forgotten }: Keeping, { keys, holds }: WithinReach): Standing | null {
  if (keys.length === 0) return { code: forgotten.length > 0 ? 'retention/forgotten-already' : 'retention/nothing-to-forget' }
  return holds.length > 0 ? { code: 'retention/held', holds } : null
}

/**
 * Asks that words be forgotten; asked again, the later asking stands.
 *
 * That a term has ended is found by a review and not by a calendar, so whoever gives that as the ground has reviewed first.
 */
export function askForgetting(asked: AskForgetting, keeping: Keeping, within: WithinReach): Decision<ForgettingAsked, AskForgettingRefusal> {
  if (asked.reach === 'whole-file' && within.of !== 'file') return refuse({ code: 'retention/not-a-file' })
  const standing = standsInTheWay(keeping, within)
  if (standing) return refuse(standing)
  if (asked.ground === 'retention-ended' && keeping.lastReview?.outcome !== 'may-be-forgotten') return refuse({ code: 'retention/not-reviewed' })
  return accept({ type: 'forgetting/asked', ...asked })
}

/**
 * Agrees, as a second person, that words are forgotten for ever.
 *
 * Nobody forgets alone, however senior: a word that is gone cannot be asked what it would have shown. A hold stands above both.
 */
export function secondForgetting({ asking, seen, by, at }: SecondForgetting, keeping: Keeping, within: WithinReach, policy: KeepingPolicy): Decision<ForgettingSeconded, SecondForgettingRefusal> {
  const { asked } = keeping
  const standing = standsInTheWay(keeping, within)
  if (standing) return refuse(standing)
  if (!asked) return refuse({ code: 'retention/nobody-asked' })
  if (asked.asking !== asking) return refuse({ code: 'retention/other-asking', asking: asked.asking })
  if (asked.by === by) return refuse({ code: 'retention/same-person' })
  if (at > askingLapses(asked, policy)) return refuse({ code: 'retention/asking-lapsed' })
  const found = holdersIn(within.keys)
  if (found !== seen) return refuse({ code: 'retention/reach-moved', seen, found })
  const { ground, reach, by: askedBy } = asked
  return accept({ type: 'forgetting/seconded', asking, ground, reach, askedBy, by, at, keys: within.keys.map(({ key }) => key), holders: within.keys.map(({ holder }) => holder) })
}

/** Of how many people, reports and files words lie under these keys. */
export const holdersIn = (keys: readonly KeyInReach[]): number => new Set(keys.map(({ holder }) => holder)).size
