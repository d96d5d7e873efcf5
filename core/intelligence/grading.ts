/**
 * The codes a form may carry, by scheme and by axis.
 *
 * The same characters mean other things on other forms: `A` is a source in Admiralty and information in
 * 3x5x2, `E` is unreliable in Admiralty and untested in 5x5x5. A bare code is therefore never kept.
 * MISP's `g`, deliberately deceptive, is an addition of its own and no NATO code; it is left out.
 *
 * Source: enforcement-side 1.1 and 1.2; checks 3.
 */
export const GRADING_CODES = {
  admiralty: { source: ['A', 'B', 'C', 'D', 'E', 'F'], information: ['1', '2', '3', '4', '5', '6'] },
  '3x5x2': { source: ['1', '2', '3'], information: ['A', 'B', 'C', 'D', 'E'] },
  '5x5x5': { source: ['A', 'B', 'C', 'D', 'E'], information: ['1', '2', '3', '4', '5'] },
} as const

export type GradingScheme = keyof typeof GRADING_CODES

type Codes<S extends GradingScheme> = (typeof GRADING_CODES)[S]

/** The words the form itself prints beside the two codes; null where it prints none. */
export interface FormLabel {
  readonly source: string | null
  readonly information: string | null
}

/** A grading in one scheme. */
export interface GradingIn<S extends GradingScheme> {
  readonly scheme: S
  readonly source: Codes<S>['source'][number]
  readonly information: Codes<S>['information'][number]
  readonly label: FormLabel
}

/**
 * How much weight one report will bear, as the person who took it graded it.
 *
 * Source and information are kept apart and never averaged: a reliable source may pass on what it cannot
 * know, and a poor one may be right. The codes are ordinal; nothing here gives them a number.
 */
export type Grading = GradingIn<'admiralty'> | GradingIn<'3x5x2'> | GradingIn<'5x5x5'>

/**
 * The codes by which a form says that nobody could tell. They are missing values, never the middle of a scale.
 *
 * F and 6 are cannot be judged (Admiralty). The UK codes are read by their own labels, which is judgement:
 * 5x5x5 E and 3x5x2 2 untested, 5x5x5 4 cannot be judged, 3x5x2 D not known.
 */
const NOT_JUDGED = {
  admiralty: { source: 'F', information: '6' },
  '3x5x2': { source: '2', information: 'D' },
  '5x5x5': { source: 'E', information: '4' },
} as const satisfies { [S in GradingScheme]: { source: Codes<S>['source'][number]; information: Codes<S>['information'][number] } }

/** Whether whoever graded it could say anything about the source at all. */
export const sourceJudged = (grading: Grading): boolean => grading.source !== NOT_JUDGED[grading.scheme].source

/** Whether whoever graded it could say anything about the information at all. */
export const informationJudged = (grading: Grading): boolean =>
  grading.information !== NOT_JUDGED[grading.scheme].information
