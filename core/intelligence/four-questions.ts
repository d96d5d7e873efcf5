import type { SourceAccess } from './report.ts'

/**
 * The four questions asked instead of one letter, since raters who pick a letter and a digit at once put 87 % of
 * reports on the diagonal (Baker, McKendry and Mace 1968; enforcement-side 1.3).
 */
export interface FourAnswers {
  /** Did the source see it, hear it from one who saw, or infer it? */
  readonly access: SourceAccess | 'unknown'
  /** How often what this source said before was borne out, and how often not. Never kept of somebody who was held. */
  readonly record: { readonly hits: number; readonly misses: number } | 'unknown'
  /** What might move the source to deceive. */
  readonly motives: readonly Motive[] | 'unknown'
  /** How the content stands beside what else is known. */
  readonly content: ContentTest
}

export const MOTIVES = ['rival-business', 'debt', 'custody-dispute', 'paid-per-tip', 'plea-bargain', 'fear', 'other'] as const
export type Motive = (typeof MOTIVES)[number]

/** Source: the tests printed beside the digits of the Admiralty scale (enforcement-side 1.1). */
export const CONTENT_TESTS = ['confirmed-independently', 'logical-and-agrees', 'logical', 'doubtful', 'contradicted', 'cannot-be-judged'] as const
export type ContentTest = (typeof CONTENT_TESTS)[number]
