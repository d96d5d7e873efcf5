import type { NonPunishment } from './non-punishment.ts'
import type { Answer, ElementId, ExploitationForm, Offence, Provenance, Sureness } from './offence.ts'
import type { Corroboration } from './search-card.ts'

/** One provision of an instrument, in our words, and how strong a duty it lays down. */
export interface Provision {
  readonly article: string
  readonly strength: 'definition' | 'binding' | 'to-consider' | 'may'
  readonly says: string
  readonly sureness: Sureness
}

/** The definition of trafficking that an instrument asks states to punish. */
export interface InstrumentDefinition {
  readonly elements: Readonly<Record<ElementId, readonly string[]>>
  readonly meansRequiredForChild: Answer
  readonly childAge: number
  readonly exploitation: readonly ExploitationForm[]
}

/** A treaty, a directive or an act that is no offence itself and stands behind those that are. */
export interface Instrument extends Provenance {
  readonly id: string
  readonly kind: 'treaty' | 'directive' | 'act'
  readonly jurisdiction: string
  readonly title: string
  readonly definition: InstrumentDefinition | null
  readonly provisions: readonly Provision[]
}

/** The law as Daylight knows it, read once and passed in. It grows by files, never by code. */
export interface LawCatalogue {
  readonly offences: readonly Offence[]
  readonly instruments: readonly Instrument[]
  readonly nonPunishment: readonly NonPunishment[]
  readonly corroboration: readonly Corroboration[]
}

/** The offences of one jurisdiction (ISO 3166-1, two letters). */
export const offencesOf = ({ offences }: LawCatalogue, jurisdiction: string): readonly Offence[] =>
  offences.filter((offence) => offence.jurisdiction === jurisdiction)
