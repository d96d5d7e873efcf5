import type { Instant } from '../kernel/instant.ts'

/** The kinds of source, first-class and supporting; none is a person's name. Source: the fact sheet of 2010, SD-3. */
export const SOURCE_KINDS = [
  'escaped-victim', 'rescued-victim', 'victim-on-site', 'undercover-contact', 'undercover-observation',
  'informant-tested', 'informant-untested', 'ngo-disclosure', 'family-or-coworker', 'inspector',
  'client', 'tip-detailed', 'tip-bare', 'open-source', 'assumption',
] as const

export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Every kind but `assumption`, which never weighs anything: reputation, nationality, district, hunch. */
export type WeighingKind = Exclude<SourceKind, 'assumption'>

/** People who were held and speak of themselves. */
const VICTIM_KINDS: ReadonlySet<SourceKind> = new Set(['escaped-victim', 'rescued-victim', 'victim-on-site'])

export const speaksOfThemselves = (kind: SourceKind): boolean => VICTIM_KINDS.has(kind)

/** How a source knows: saw it, was told by one who saw, or inferred it. First-hand means `saw`. */
export const ACCESSES = ['saw', 'told', 'inferred'] as const
export type SourceAccess = (typeof ACCESSES)[number]

/** What several reports have in common: one handler, one family, one household, one channel. */
export interface Origin {
  readonly id: string
  /** 0 to 1; left out, policy decides (0.5 in the default). */
  readonly correlation?: number
}

/** How often what this source said before was borne out. Indeterminate outcomes are neither. */
export interface SourceRecord {
  readonly id: string
  readonly hits?: number
  readonly misses?: number
}

interface AnyReport {
  readonly id: string
  readonly kind: SourceKind
  /** For a person who was held: when they last saw it, never when they were heard. */
  readonly observedAt: Instant
  /** When it reached us; left out, when it was observed. */
  readonly receivedAt?: Instant
  readonly access?: SourceAccess
  readonly derivedFrom?: readonly string[]
  readonly origin?: Origin
  readonly source?: SourceRecord
  readonly heardApart?: boolean
  readonly reporter?: string
}

export interface PresentReport extends AnyReport {
  readonly finding: 'present'
}

/** A visit that could have found somebody and did not, with how good it was at finding and at finding nothing. */
export interface AbsentReport extends AnyReport {
  readonly finding: 'absent'
  readonly sensitivity?: number
  readonly specificity?: number
}

export type Report = PresentReport | AbsentReport

/** An attempt that could have shown absence, whatever it found. */
export interface VerificationAttempt {
  readonly at: Instant
  readonly sensitivity: number
  readonly by?: string
}

export const receivedAt = (report: Report): Instant => report.receivedAt ?? report.observedAt

/** The order in which reports are taken: by observation, then by id, by code unit. */
export const byObservation = (a: Report, b: Report): number =>
  a.observedAt - b.observedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
