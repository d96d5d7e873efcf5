/**
 * How likely it is that somebody is there, as the logarithm of the odds.
 *
 * A probability loses its smaller side: after twenty witnesses "nobody" is 1e-20 and one minus it is 1, so that a
 * twenty-first who found nothing would count for nothing. Log-odds keep both, however many speak at one instant.
 */
export type LogOdds = number

/** e to this is still a number; odds beyond it are all but nothing, and a wait forgets them. */
const MOST = 700

export const probabilityOf = (odds: LogOdds): number => 1 / (1 + Math.exp(-odds))

/**
 * Waiting: what set this site apart fades, and the base rate is what remains. A two-state Markov chain.
 *
 * The wait is counted in half-lives, so that waits of different pace add up.
 */
export function fade(odds: LogOdds, base: number, halfLives: number): LogOdds {
  const lost = -Math.expm1(-Math.LN2 * halfLives)
  const kept = 1 - lost
  const against = Math.exp(Math.min(-odds, MOST))
  const present = 1 / (1 + against)
  const absent = against * present
  return Math.log((present * kept + base * lost) / (absent * kept + (1 - base) * lost))
}

/** One root: the odds times its ratio to the power of its weight (Bayes). */
export const learn = (odds: LogOdds, ratio: number, weight: number): LogOdds => odds + weight * Math.log(ratio)
