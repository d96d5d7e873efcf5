import type { GradingScheme } from '../../../../core/intelligence/grading.ts'
import type { ContentTest, Motive } from '../../../../core/intelligence/four-questions.ts'
import type { PermittedAction, SharingLabel } from '../../../../core/intelligence/handling.ts'
import type { SourceAccess, SourceKind } from '../../../../core/intelligence/report.ts'
import type { PersonCategory } from '../../../../core/intelligence/site-facts.ts'

/** What is asked of a source instead of one letter, as it is being filled in. */
export interface AnswersDraft {
  readonly access: SourceAccess | 'unknown'
  readonly recordKnown: 'yes' | 'unknown'
  readonly hits: string
  readonly misses: string
  readonly motivesKnown: 'none' | 'some' | 'unknown'
  readonly motives: readonly Motive[]
  readonly content: ContentTest
}

/** A grading as it is being filled in: as proposed, or another with its reason. */
export interface GradingDraft {
  readonly graded: 'as-proposed' | 'otherwise'
  readonly scheme: GradingScheme
  readonly sourceCode: string
  readonly informationCode: string
  /** The form's own words beside its digit, where the digit is known to mean different things on different forms. */
  readonly formWords: string
  readonly gradedBecause: string
}

/** A report as it is being entered: what was said, kept apart from what is made of it. */
export interface ReportDraft extends AnswersDraft, GradingDraft {
  readonly id: string
  readonly says: string
  readonly finding: 'present' | 'absent'
  readonly kind: SourceKind
  /** The id of a source of the register; blank where the source is not in it. */
  readonly source: string
  readonly observedAt: string
  readonly receivedAt: string
  readonly sensitivity: string
  readonly specificity: string
  readonly derivedFrom: readonly string[]
  readonly originId: string
  readonly correlation: '0.5' | '0.9'
  readonly independentBecause: string
  readonly heardApart: 'yes' | 'no'
  readonly speaksOf: readonly PersonCategory[]
  readonly suspicion: string
  readonly assessment: string
  readonly sharing: SharingLabel
  readonly action: PermittedAction | 'not-said'
  readonly reviewBy: string
}

export const BLANK_ANSWERS: AnswersDraft = { access: 'unknown', recordKnown: 'unknown', hits: '', misses: '', motivesKnown: 'unknown', motives: [], content: 'cannot-be-judged' }
export const BLANK_GRADING: GradingDraft = { graded: 'as-proposed', scheme: 'admiralty', sourceCode: 'F', informationCode: '6', formWords: '', gradedBecause: '' }

/** A form with nothing in it, but for what is so unless somebody says otherwise: came in now, asked for again in a year. */
export const blankReport = (id: string, now: string, reviewBy: string): ReportDraft => ({
  id,
  ...BLANK_ANSWERS,
  ...BLANK_GRADING,
  says: '', finding: 'present', kind: 'escaped-victim', source: '', observedAt: '', receivedAt: now,
  sensitivity: '', specificity: '', derivedFrom: [], originId: '', correlation: '0.5', independentBecause: '', heardApart: 'no',
  speaksOf: [], suspicion: '', assessment: '', sharing: 'TLP:AMBER', action: 'not-said', reviewBy,
})
