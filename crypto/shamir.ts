import { inverse, times } from './field-256.ts'

/** A point of each of the polynomials that hide a secret: one for every byte of it. */
export interface Point {
  /** From 1 to 255. At 0 lies the secret. */
  readonly at: number
  readonly bytes: Uint8Array
}

/** The field has room for 255. Of sixteen every choice can still be tried in a second, to find out a wrong one. */
export const MOST_SHARES = 16

/** By what browsers and Node both have: partners share their keys in a browser. */
const drawn = (bytes: number): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(bytes))

/**
 * Shares a secret among so many, of whom any `need` rebuild it and fewer learn nothing whatever they can reckon (Shamir, How to
 * share a secret, 1979).
 *
 * `draw` gives the chance; tests give their own.
 */
export function split(secret: Uint8Array, { of, need }: { readonly of: number; readonly need: number }, draw: (bytes: number) => Uint8Array = drawn): readonly Point[] {
  const coefficients = [secret, ...Array.from({ length: need - 1 }, () => draw(secret.length))]
  return Array.from({ length: of }, (_, index) => ({ at: index + 1, bytes: secret.map((_byte, place) => valueAt(coefficients.map((each) => each[place] ?? 0), index + 1)) }))
}

const valueAt = (coefficients: readonly number[], at: number): number => coefficients.reduceRight((sum, coefficient) => times(sum, at) ^ coefficient, 0)

/** What the polynomials through these points are elsewhere: the secret at 0, or what another share has to be. */
export function through(points: readonly Point[], at = 0): Uint8Array {
  const weights = points.map((one) => points.filter((other) => other !== one).reduce((weight, other) => times(weight, times(at ^ other.at, inverse(one.at ^ other.at))), 1))
  return Uint8Array.from({ length: points[0]?.bytes.length ?? 0 }, (_, place) => points.reduce((sum, { bytes }, index) => sum ^ times(bytes[place] ?? 0, weights[index] ?? 0), 0))
}
