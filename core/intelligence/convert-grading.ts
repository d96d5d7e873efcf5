import type { Grading, GradingIn, GradingScheme } from './grading.ts'

export type ConvertGradingRefusal =
  | { readonly code: 'grading/no-way-back' }
  | { readonly code: 'grading/no-safe-conversion' }
  | { readonly code: 'grading/already-in-scheme' }

/** A source code in another scheme, with the grading it was read from, which stays the record. */
export interface ConvertedSource {
  readonly scheme: '3x5x2'
  readonly source: GradingIn<'3x5x2'>['source']
  readonly original: Grading
}

type Refused = { readonly accepted: false; readonly refusal: ConvertGradingRefusal }

export type SourceConversion = { readonly accepted: true; readonly converted: ConvertedSource } | Refused

/**
 * The only conversions that lose information and invent none (enforcement-side 1.2, expert judgement).
 *
 * 5x5x5 C, sometimes reliable, and E, untested, fall together in 2, as do Admiralty C and F.
 */
const TOWARDS_3X5X2 = {
  '5x5x5': { A: '1', B: '1', C: '2', D: '3', E: '2' },
  admiralty: { A: '1', B: '1', C: '2', D: '3', E: '3', F: '2' },
} as const satisfies Record<string, Record<string, GradingIn<'3x5x2'>['source']>>

/**
 * Reads the source code of one scheme in another, where that is safe.
 *
 * It goes one way, towards less information. What has become 3x5x2 cannot be made more precise again,
 * and between Admiralty and 5x5x5 no authority gives a conversion.
 */
export const convertSource = (grading: Grading, to: GradingScheme): SourceConversion =>
  grading.scheme === '3x5x2' || to !== '3x5x2'
    ? refuse(whatStandsInTheWay(grading.scheme, to))
    : { accepted: true, converted: { scheme: '3x5x2', source: sourceIn3x5x2(grading), original: grading } }

/**
 * Why the information code of one scheme is not read in another: always a refusal.
 *
 * No authority gives a conversion for this axis, and a code that looks converted would be taken for a
 * judgement that somebody made. The original is quoted instead.
 */
export const convertInformation = (grading: Grading, to: GradingScheme): Refused =>
  refuse(whatStandsInTheWay(grading.scheme, to))

function whatStandsInTheWay(from: GradingScheme, to: GradingScheme): ConvertGradingRefusal['code'] {
  if (from === to) return 'grading/already-in-scheme'
  return from === '3x5x2' ? 'grading/no-way-back' : 'grading/no-safe-conversion'
}

const refuse = (code: ConvertGradingRefusal['code']): Refused => ({ accepted: false, refusal: { code } })

const sourceIn3x5x2 = (grading: Exclude<Grading, GradingIn<'3x5x2'>>): GradingIn<'3x5x2'>['source'] =>
  grading.scheme === '5x5x5' ? TOWARDS_3X5X2['5x5x5'][grading.source] : TOWARDS_3X5X2.admiralty[grading.source]
