/** Whose people can be found. A kind that joins them does not compile before the policy says what is told of it. */
export const FOUND_KINDS = ['source'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** How people are searched for. What is right here differs with the place, so it is passed in. */
export interface FindingPolicy {
  /** How many searches each person has, and in which time. */
  readonly searches: { readonly most: number; readonly withinMs: number }
  /** What somebody is told of people whom they may not open. */
  readonly tells: Readonly<Record<FoundKind, 'nothing' | 'whom-to-ask'>>
  /** No answer comes sooner, so that how long it took does not tell whether somebody is known. */
  readonly answersAfterMs: number
}

/**
 * Thirty in an hour leave room for everybody who is met in an operation, and none for reading a telephone book.
 *
 * Of sources nothing is told, not even that somebody is one. An officer in a trafficker's pay who types a name and is told whom to ask has been
 * told everything; whoever asks honestly loses little, since those who answer for the source see that somebody was looked for, and come by
 * themselves (RIPA 2000, s. 29(5)(e); enforcement-side 1.4-1.7). Of anybody else, once others are kept here, it is right to say whom to ask.
 */
export const USUAL_FINDING: FindingPolicy = { searches: { most: 30, withinMs: 3_600_000 }, tells: { source: 'nothing' }, answersAfterMs: 250 }
