import type { OffenceDefinition, Penalty, Years } from './offence.ts'

/** What is known of a victim's age: presumed a child or not, and the years where somebody has found them out. */
export interface AgeAsKnown {
  readonly presumedChild: boolean
  readonly years: number | 'unknown'
}

/**
 * How far years of prison go, for putting one above another and for nothing else.
 *
 * Life outlasts every number of years; what is not known, or not set, counts as none.
 */
export function strictness(years: Years | null): number {
  if (years === 'life') return 1_000
  return years === 'unknown' || years === null ? 0 : years
}

/**
 * The brackets of punishment that can apply to a crime against this person, the lowest first.
 *
 * Where the law has a bracket of its own for children, it takes the place of the
 * general one. Where the age in years is not known, every bracket of age stays open.
 */
export function penaltiesFor({ penalties }: OffenceDefinition, { presumedChild, years }: AgeAsKnown): readonly Penalty[] {
  const ofThisAge = penalties.filter(({ ages }) => ages === null || years === 'unknown' || (years >= ages.from && years < ages.below))
  const own = ofThisAge.filter(({ victim }) => victim === (presumedChild ? 'child' : 'adult'))
  const open = own.length > 0 ? own : ofThisAge.filter(({ victim }) => victim === 'anyone')
  return open.toSorted((a, b) => strictness(a.maxYears) - strictness(b.maxYears) || strictness(a.minYears) - strictness(b.minYears))
}
