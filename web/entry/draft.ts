import type { ShockKind } from '../../core/intelligence/shock.ts'
import type { Venue } from '../../core/intelligence/venue.ts'
import type { Origin, SourceAccess, SourceKind } from '../../core/intelligence/report.ts'
import type { SupportStanding } from '../../core/law/element-matrix.ts'
import type { ElementId } from '../../core/law/offence.ts'
import type { Rung } from '../../core/planning/ladder.ts'
import type { GoalKind, Source } from '../../core/planning/operation.ts'
import type { VerificationMethod } from '../../core/intelligence/attempt.ts'
import type { RequirementId } from '../../core/planning/requirements.ts'

/** What is being filled in: an operation file on its way. Times stand as they were typed, and anything may be blank. */
export interface Draft {
  readonly operation: 'past' | 'none'
  readonly name: string
  readonly jurisdiction: string
  readonly siteName: string
  readonly venue: Venue | 'unknown'
  readonly halfLifeDays: string
  readonly at: string
  readonly knownAt: string
  readonly rung: Rung | 'unknown'
  readonly goal: GoalDraft
  readonly offences: Told<OffenceDraft>
  readonly reports: Told<ReportDraft>
  readonly attempts: Told<AttemptDraft>
  readonly shocks: readonly ShockDraft[]
  readonly alternative: { readonly told: 'unknown' | 'none' | 'some'; readonly text: string }
  readonly facts: readonly FactDraft[]
  readonly lead: LeadDraft
  readonly sources: readonly Source[]
  /** Parts of a file that this page shows and does not edit, handed on as they are. */
  readonly kept: Readonly<Record<string, unknown>>
}

/** Nothing told, told that there were none, or told of some. */
export interface Told<Row> {
  readonly told: 'unknown' | 'none' | 'some'
  readonly rows: readonly Row[]
}

export interface GoalDraft {
  readonly declared: GoalKind | 'unknown'
  readonly tasking: GoalKind | 'unknown'
  readonly powerOfEntry: string
  readonly says: string
  readonly sources: readonly string[]
}

export interface SupportDraft {
  readonly id: string
  readonly element: ElementId
  readonly standing: SupportStanding
  readonly says: string
  readonly restsOn: readonly string[]
}

export interface OffenceDraft {
  readonly id: string
  /** An id of the catalogue, or an offence as a file enters it in full. */
  readonly offence: string | Readonly<Record<string, unknown>>
  readonly presumedChild: 'yes' | 'no'
  readonly support: readonly SupportDraft[]
}

export interface ReportDraft {
  readonly id: string
  readonly kind: SourceKind | ''
  readonly finding: 'present' | 'absent'
  readonly observedAt: string
  readonly receivedAt: string
  readonly access: SourceAccess | ''
  readonly says: string
  readonly derivedFrom: readonly string[]
  readonly origin?: Origin
  readonly sensitivity: string
  readonly specificity: string
  readonly sources: readonly string[]
  readonly kept: Readonly<Record<string, unknown>>
}

export interface AttemptDraft {
  readonly id: string
  readonly method: VerificationMethod | 'unknown'
  readonly by: string
  readonly at: string
  readonly thisSite: 'yes' | 'no' | 'unknown'
  readonly ifNobodyThere: string
  readonly result: string
  readonly sensitivity: string
  readonly sources: readonly string[]
}

export interface ShockDraft {
  readonly at: string
  readonly kind: ShockKind
}

export const ANSWERS_TO_A_QUESTION = ['yes', 'partly', 'no', 'unknown', 'not-applicable'] as const
export type AnswerToAQuestion = (typeof ANSWERS_TO_A_QUESTION)[number]

export interface FactDraft {
  readonly id: string
  readonly about: RequirementId
  readonly answer: AnswerToAQuestion
  readonly says: string
  readonly sources: readonly string[]
}

export interface LeadDraft {
  readonly standing: 'open' | 'closed' | 'unknown'
  readonly reviewed: 'unknown' | 'none' | 'dated'
  readonly reviewBy: string
  readonly owner: string
  readonly says: string
  readonly sources: readonly string[]
}
