import { never } from '../kernel/defect.ts'
import { after, type Instant } from '../kernel/instant.ts'
import type { PolicyValue } from '../planning/policy.ts'
import type { ForgettingAsked, ForgettingSeconded, KeepingFact } from './keeping-facts.ts'

/** What authorities set differently about keeping. */
export interface KeepingPolicy {
  /** Within how many years of its opening, or of the last review, somebody must look again. */
  readonly reviewWithinYears: PolicyValue
  /** How many days an asking waits for a second person. */
  readonly askingDays: PolicyValue
}

/** A hold that stands. */
export type StandingHold = Omit<Extract<KeepingFact, { type: 'hold/placed' }>, 'type'>

/** How long something is kept, as everything recorded of it has it. */
export interface Keeping {
  readonly holds: readonly StandingHold[]
  /** By when somebody looks again; null where nobody has set a day, and the one of policy counts. */
  readonly reviewBy: Instant | null
  readonly lastReview: Extract<KeepingFact, { type: 'retention/reviewed' }> | null
  readonly asked: ForgettingAsked | null
  readonly forgotten: readonly ForgettingSeconded[]
}

export const notKept: Keeping = { holds: [], reviewBy: null, lastReview: null, asked: null, forgotten: [] }

/** The order of arrival is the order here: a hold stands from when it reached us. */
export function evolveKeeping(keeping: Keeping, fact: KeepingFact): Keeping {
  switch (fact.type) {
    case 'hold/placed': {
      const { type: _, ...hold } = fact
      return keeping.holds.some((one) => one.hold === fact.hold) ? keeping : { ...keeping, holds: [...keeping.holds, hold] }
    }
    case 'hold/lifted':
      return { ...keeping, holds: keeping.holds.filter(({ hold }) => hold !== fact.hold) }
    case 'retention/set':
      return { ...keeping, reviewBy: fact.reviewBy, lastReview: null }
    case 'retention/reviewed':
      return { ...keeping, reviewBy: fact.outcome === 'keep' ? fact.reviewBy : null, lastReview: fact }
    case 'forgetting/asked':
      return { ...keeping, asked: fact }
    case 'forgetting/seconded':
      return { ...keeping, asked: null, forgotten: [...keeping.forgotten, fact] }
    default:
      return never(fact)
  }
}

export const foldKeeping = (facts: readonly KeepingFact[]): Keeping => facts.reduce(evolveKeeping, notKept)

const DAYS_OF_A_YEAR = 365

/** The last day that policy leaves for a review. Leap days are not counted, so that it never falls after the day a calendar would name. */
export const latestReview = (from: Instant, { reviewWithinYears }: KeepingPolicy): Instant => after(from, reviewWithinYears.value * DAYS_OF_A_YEAR)

/** From when an asking counts no more, and has to be made anew. */
export const askingLapses = ({ at }: Pick<ForgettingAsked, 'at'>, { askingDays }: KeepingPolicy): Instant => after(at, askingDays.value)
