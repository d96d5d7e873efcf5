/** The three elements of trafficking in persons: Palermo Protocol, article 3(a). */
export const ELEMENTS = ['act', 'means', 'purpose'] as const
export type ElementId = (typeof ELEMENTS)[number]

/** How a legal text was seen: read in its own words, read in somebody else's, or known from memory alone. */
export const SURENESS = ['seen', 'seen-second-hand', 'unverified'] as const
export type Sureness = (typeof SURENESS)[number]

/** What the law says on one point, where not having found out is an answer too. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof ANSWERS)[number]

/** What an offence punishes: the trafficking, the exploitation it leads to, or something in its wake. */
export const OFFENCE_KINDS = ['trafficking', 'exploitation', 'benefit', 'use-of-services', 'documents', 'prostitution', 'related'] as const
export type OffenceKind = (typeof OFFENCE_KINDS)[number]

/** The forms of exploitation a law names: the six that Palermo asks for at least, then those that others add. */
export const EXPLOITATION_FORMS = [
  'prostitution-of-others', 'sexual', 'forced-labour', 'slavery', 'servitude', 'organ-removal',
  'begging', 'criminal-activity', 'debt-bondage', 'child-labour', 'degrading-conditions',
  'forced-marriage', 'adoption', 'surrogacy', 'armed-conflict', 'other',
] as const
export type ExploitationForm = (typeof EXPLOITATION_FORMS)[number]

/** A length of prison in years (half a year is 0.5); no ceiling is `life`. */
export type Years = number | 'life' | 'unknown'

/**
 * One bracket of punishment, as the text sets it for one kind of victim.
 *
 * A minimum of null means that the text sets none. A fine instead of prison, and
 * a summary trial, are kept apart from the maximum: a high maximum that a fine
 * can stand in for is not a long sentence.
 */
export interface Penalty {
  readonly victim: 'anyone' | 'adult' | 'child'
  readonly ages: { readonly from: number; readonly below: number } | null
  readonly minYears: Years | null
  readonly maxYears: Years
  readonly text: string
  readonly alternativeSummary: Answer
  readonly alternativeFine: Answer
}

/** A circumstance that raises the punishment. */
export interface Aggravation {
  readonly when: string
  readonly minYears: Years | null
  readonly maxYears: Years
  readonly text: string
}

/**
 * What an offence consists of, whoever wrote it down.
 *
 * An empty list of an element says that the law does not ask for it. `childAge`
 * is the age below which this law does without the means; it is 21 in Germany
 * (StGB, section 232), so it is never taken to be 18. `exploitation` is `any` where
 * the law draws up no list of forms (Canada, South Africa).
 */
export interface OffenceDefinition {
  readonly id: string
  readonly jurisdiction: string
  readonly instrument: string
  readonly section: string
  readonly label: string
  readonly kind: OffenceKind
  readonly victims: 'anyone' | 'adult' | 'child'
  readonly elements: Readonly<Record<ElementId, readonly string[]>>
  readonly meansRequired: { readonly adult: Answer; readonly child: Answer }
  readonly childAge: number
  readonly consentRelevant: Answer
  readonly requiresMovement: Answer
  readonly exploitation: readonly ExploitationForm[] | 'any' | 'unknown'
  readonly penalties: readonly Penalty[]
  readonly aggravations: readonly Aggravation[]
}

/**
 * How old a legal text is: the day of a dated copy or publication, or the day an undated copy was read.
 * Dates may be less exact than a day (`2026-04`, `2026`), where no more is known.
 */
export interface Provenance {
  readonly asOf: string
  readonly datedBy: 'snapshot' | 'publication' | 'reading'
  readonly source: string
}

/**
 * An offence of the catalogue.
 *
 * `inForceFrom` is the day since when it stands with about these elements; the
 * punishments are those of `asOf`, and a past operation may have had others.
 */
export interface Offence extends OffenceDefinition, Provenance {
  readonly nonPunishment: readonly string[]
  readonly notes: readonly string[]
  readonly inForceFrom: string
  readonly sureness: { readonly elements: Sureness; readonly penalty: Sureness; readonly inForce: Sureness }
}

/** An offence that a unit enters itself, since no catalogue has every law. A prosecutor signs for what it says. */
export interface EnteredOffence extends OffenceDefinition {
  readonly signedBy: { readonly name: string; readonly office: string }
  readonly signedOn: string
}
