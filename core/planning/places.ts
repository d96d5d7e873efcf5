import type { ExpectedGroup } from './operation.ts'
import type { Place } from './plan.ts'

/** People of one sex and age group, who can be given a bed in the same places. */
export const CELLS = ['female-adult', 'female-child', 'male-adult', 'male-child'] as const
export type Cell = (typeof CELLS)[number]

/** People for whom there may not be enough confirmed beds, and how many are missing in the worst case. */
export interface Shortfall {
  readonly cells: readonly Cell[]
  readonly short: number
}

/**
 * Whether everybody expected can be given a bed, whoever they turn out to be.
 *
 * A group of unknown sex may be all women or all men, so that the question is asked for every set of people: at most
 * so many of them, against the beds that take any of them (Hall's marriage theorem). The largest shortfall, or null.
 */
export function shortfall(expected: readonly ExpectedGroup[], places: readonly Place[]): Shortfall | null {
  const worst = setsOf(CELLS)
    .map((cells) => ({ cells, short: atMost(expected, cells) - bedsFor(places, cells) }))
    .reduce((a, b) => (b.short > a.short ? b : a))
  return worst.short > 0 ? worst : null
}

const atMost = (expected: readonly ExpectedGroup[], cells: readonly Cell[]): number =>
  total(expected.filter((group) => cells.some((cell) => takes(group, cell))).map(({ high }) => high))

const bedsFor = (places: readonly Place[], cells: readonly Cell[]): number =>
  total(places.filter((place) => cells.some((cell) => takes(place, cell))).map(({ capacity }) => capacity))

const takes = ({ sex, age }: Pick<Place, 'sex' | 'age'>, cell: Cell): boolean =>
  (sex === 'any' || cell.startsWith(`${sex}-`)) && (age === 'any' || cell.endsWith(`-${age}`))

const setsOf = (cells: readonly Cell[]): readonly (readonly Cell[])[] =>
  Array.from({ length: 2 ** cells.length - 1 }, (_, set) => cells.filter((_, i) => ((set + 1) >> i) & 1))

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
