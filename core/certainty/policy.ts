import type { SourceAccess, WeighingKind } from '../intelligence/report.ts'
import type { Venue } from '../intelligence/venue.ts'
import type { Days } from '../kernel/instant.ts'

/** What the model believes of one kind of source before it has a record of its own. */
export interface KindPolicy {
  /** ρ: the probability that the source had access and reports honestly. */
  readonly reliability: number
  /** a: the probability that an unreliable source of this kind says "victims here" anyway. */
  readonly saysSoAnyway: number
  /** The most that one report of this kind may multiply the odds by. */
  readonly cap: number
  readonly access: SourceAccess
  /** Whether hits and misses move the reliability. A victim's never do: nobody's account is scored. */
  readonly ownRecord: 'moves' | 'never'
  /** Kinds that can be asked to go and look, with how good their "no" is; others are only waited for. */
  readonly no?: { readonly sensitivity: number; readonly specificity: number }
}

export interface VenuePolicy {
  /** h: the days in which half of what sets a site apart from any other is lost. Null: the case gives it. */
  readonly halfLifeDays: Days | null
  /** The half-life after a shock where it is a length of its own and not a share of h. */
  readonly shockedHalfLifeDays?: Days
  /** Beta(α, β) of how often such a place holds anybody; left out, the general one. */
  readonly prior?: Prior
}

/** Beta(α, β): the mean is the base rate, the sum is how much experience stands behind it. */
export interface Prior {
  readonly alpha: number
  readonly beta: number
}

/**
 * Everything about certainty that authorities may set differently: signed, dated, passed in.
 *
 * The default is judgement, to be replaced by a unit's own outcomes (design/certainty.md).
 */
export interface CertaintyPolicy {
  readonly version: string
  readonly source: string
  readonly signedBy: string
  readonly asOf: string
  readonly prior: Prior
  readonly kinds: Readonly<Record<WeighingKind, KindPolicy>>
  readonly venues: Readonly<Record<Venue, VenuePolicy>>
  readonly shockedShare: number
  readonly defaultCorrelation: number
  /** How many reports a kind's reliability counts for before its own record does. */
  readonly recordPrior: number
  readonly interval: {
    readonly draws: number
    readonly seed: number
    /** The sum of the Beta parameters around ρ and a. */
    readonly concentration: number
    /** The spread of the half-life: multiplied by exp(spread · z). */
    readonly halfLifeSpread: number
  }
  readonly gates: {
    readonly number: number
    readonly numberLowerIntrusion: number
    readonly independentRoots: number
    readonly countedReliability: number
    readonly freshHalfLives: number
    readonly attemptSensitivity: number
    readonly confirmationHalfLives: number
  }
}
