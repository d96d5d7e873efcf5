/** The logarithm of a density with one peak, relative to the peak, by the distance from it. */
type LogDensity = (distance: number) => number

/** Below the peak by this much a density is nothing: e^-40. */
const NEGLIGIBLE = 40
const GRID = 1024

/**
 * The middles of `count` equally likely slices of a distribution, in rising order, as distances from its peak.
 *
 * The density is tabulated once between the two places where it vanishes, added up by the trapezoid rule and read
 * backwards. The places stand close around the peak and apart in the tails (hyperbolic sines of equal steps), so
 * that a tail a thousand times as long as the peak is wide does no harm. Agreement with an independent library:
 * `quantiles.test.ts`.
 */
function middles(logDensity: LogDensity, width: number, count: number): Float64Array {
  const far = (t: number) => width * Math.sinh(t)
  const low = -vanishes((t) => logDensity(far(-t)))
  const step = (vanishes((t) => logDensity(far(t))) - low) / GRID
  const [places, upTo] = [new Float64Array(GRID + 1), new Float64Array(GRID + 1)]
  for (let i = 0, before = 0; i <= GRID; i++) {
    places[i] = far(low + i * step)
    const density = Math.exp(logDensity(places[i]!)) * Math.cosh(low + i * step)
    upTo[i] = i === 0 ? 0 : upTo[i - 1]! + (before + density) / 2
    before = density
  }

  const found = new Float64Array(count)
  const whole = upTo[GRID]!
  for (let k = 0, i = 1; k < count; k++) {
    const wanted = ((k + 0.5) / count) * whole
    while (i < GRID && upTo[i]! < wanted) i++
    const share = (wanted - upTo[i - 1]!) / (upTo[i]! - upTo[i - 1]!)
    found[k] = places[i - 1]! + share * (places[i]! - places[i - 1]!)
  }
  return found
}

/** How far from the peak one must go until nothing is left. */
function vanishes(logDensity: LogDensity): number {
  let [near, far] = [0, 1]
  while (logDensity(far) > -NEGLIGIBLE) far *= 2
  for (let i = 0; i < 20; i++) {
    const middle = (near + far) / 2
    if (logDensity(middle) > -NEGLIGIBLE) near = middle
    else far = middle
  }
  return far
}

/**
 * Log-odds of Beta(α, β), at the middles of equally likely slices.
 *
 * In log-odds every Beta has one peak and tails without a pole, also where α or β is below 1, and
 * both the probability and its complement come out exactly.
 */
export function betaLogOdds(alpha: number, beta: number, count: number): Float64Array {
  const logDensity = fromPeak(Math.min(alpha, beta), Math.max(alpha, beta))
  const width = Math.sqrt(1 / alpha + 1 / beta)
  const distances = middles(alpha < beta ? logDensity : (distance) => logDensity(-distance), width, count)
  const peak = Math.log(alpha / beta)
  return distances.map((distance) => peak + distance)
}

/** Where e to the distance is too large to be a number. */
const FAR = 700

/** Of Beta(α, β) in log-odds with α ≤ β; written so that nothing large is taken from something large. */
const fromPeak = (alpha: number, beta: number): LogDensity => {
  const share = alpha / (alpha + beta)
  return (distance) =>
    distance < FAR
      ? alpha * distance - (alpha + beta) * Math.log1p(share * Math.expm1(distance))
      : -beta * distance - (alpha + beta) * Math.log(share)
}

/** Standard normal deviates, at the middles of equally likely slices. */
export const normalDeviates = (count: number): Float64Array => middles((y) => (-y * y) / 2, 1, count)
