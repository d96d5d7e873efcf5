import type { ReactNode } from 'react'

/** A number or an interval: always read from left to right, in figures of one width. */
export const Figure = ({ children }: { readonly children: ReactNode }) => (
  <bdi className="figure" dir="ltr">
    {children}
  </bdi>
)

/** A time with its words, in the direction of its own language, on one line. */
export const Moment = ({ children }: { readonly children: ReactNode }) => <bdi className="figure">{children}</bdi>

/** A probability to two places. Nothing known of a place is ever 1 or 0, so that neither is printed. */
export function share(value: number): string {
  if (value >= 0.995) return '>0.99'
  return value < 0.005 ? '<0.01' : value.toFixed(2)
}
