/** A figure of the ledger, with what it is measured against in the same run. The shape is that of the table of all figures. */
export interface LedgerFigure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly bar: { readonly atMost: number } | { readonly atLeast: number }
  readonly baseline: number
}

/** The value below which so large a share of all lies. */
export const quantile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

export const middle = (values: readonly number[]): number => quantile(values, 0.5)
