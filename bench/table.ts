/** What a figure has to reach: the most it may be, or the least. */
export type Bar = { readonly atMost: number } | { readonly atLeast: number }

/** Something measured, with what is asked of it, and what it is to be compared with. */
export interface Figure {
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** Null for what is only told beside the others. */
  readonly bar: Bar | null
  /** What stood before, or what others reach; null where there is nothing to compare with. */
  readonly baseline: number | null
}

export type Verdict = 'met' | 'not met' | 'no bar'

/** A figure that could not be measured is not met: no bar is reached by something unknown. */
export function verdictOf({ value, bar }: Figure): Verdict {
  if (bar === null) return 'no bar'
  const reached = 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast
  return reached ? 'met' : 'not met'
}

const HEADS = ['figure', 'value', 'bar', 'baseline', 'verdict'] as const

/** One table for people to read: names to the left, numbers to the right, so that like stands below like. */
export function table(figures: readonly Figure[]): string {
  const rows = [HEADS, ...figures.map(rowOf)]
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const aligned = rows.map((row) => row.map((cell, column) => align(cell, column, widths[column] ?? 0)).join('  ').trimEnd())
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [aligned[0], rule, ...aligned.slice(1)].join('\n')
}

const isNumber = (column: number): boolean => column > 0 && column < HEADS.length - 1
const align = (cell: string, column: number, width: number): string => (isNumber(column) ? cell.padStart(width) : cell.padEnd(width))

const rowOf = (figure: Figure): readonly string[] => [
  figure.figure,
  withUnit(figure.value, figure.unit),
  barOf(figure),
  figure.baseline === null ? '—' : withUnit(figure.baseline, figure.unit),
  verdictOf(figure),
]

function barOf({ bar, unit }: Figure): string {
  if (bar === null) return '—'
  return 'atMost' in bar ? `≤ ${withUnit(bar.atMost, unit)}` : `≥ ${withUnit(bar.atLeast, unit)}`
}

/** Three figures are as many as a measurement on a busy machine is worth; a count is shown whole. */
const withUnit = (value: number, unit: string): string => `${rounded(value)}${unit === '' ? '' : ` ${unit}`}`

function rounded(value: number): string {
  if (Number.isNaN(value)) return 'not measured'
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)))
}
