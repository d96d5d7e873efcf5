import { Defect } from '../kernel/defect.ts'
import type { Sureness } from '../law/offence.ts'

/** One word of a scale and the probabilities it covers, from the lower bound on. */
export interface LikelihoodBand {
  readonly word: string
  /** Other words of the same row. A text keeps to one row's first words and never mixes rows. */
  readonly also: readonly string[]
  readonly from: number
  readonly to: number
  /** Whether the upper bound is still this word. */
  readonly upper: 'included' | 'excluded'
}

/** A published scale of likelihood words, lowest band first, with where it was read. */
export interface LikelihoodScale {
  readonly id: 'icd-203' | 'phia-yardstick'
  readonly name: string
  readonly source: string
  readonly sureness: Sureness
  readonly bands: readonly LikelihoodBand[]
}

/** What a scale has to say about a probability: one word, the two it lies between, or that it lies past the last. */
export type LikelihoodWord =
  | { readonly word: string; readonly band: LikelihoodBand }
  | { readonly between: readonly [LikelihoodBand, LikelihoodBand] }
  | { readonly beyond: LikelihoodBand }

/**
 * The word a scale has for a probability.
 *
 * PHIA leaves gaps on purpose, so a probability in one has no word and is said to lie between two; ICD 203
 * has no word under 1 % or over 99 %, where nobody should sound certain. The number itself is always kept.
 * The lower bound belongs to its band: 0.80 is where "very likely" begins (certainty, gates).
 *
 * A likelihood and a level of confidence never stand in one sentence (ICD 203): they are two axes, and
 * side by side each is read as the other.
 */
export function likelihoodWord({ bands }: LikelihoodScale, probability: number): LikelihoodWord {
  if (!(probability >= 0 && probability <= 1)) throw new Defect('a probability lies from 0 to 1')
  const band = bands.find((candidate) => covers(candidate, probability))
  if (band) return { word: band.word, band }
  const lower = bands.findLast(({ to }) => to <= probability)
  const upper = bands.find(({ from }) => from > probability)
  if (lower && upper) return { between: [lower, upper] }
  const nearest = lower ?? upper
  if (!nearest) throw new Defect('a scale of likelihood has no bands')
  return { beyond: nearest }
}

const covers = ({ from, to, upper }: LikelihoodBand, probability: number): boolean =>
  probability >= from && (probability < to || (upper === 'included' && probability === to))
