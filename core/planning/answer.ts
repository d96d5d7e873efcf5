import type { PlanEntry } from './plan.ts'

/** How one requirement is met. */
export type Met = 'yes' | 'partly' | 'no' | 'unknown' | 'not-applicable'

/**
 * What is missing, as a code with figures; the words are made where they are shown.
 *
 * A figure named for a list of words, such as `rung` or `who`, holds a code of that list, or several with commas between.
 */
export interface Lack {
  readonly code: string
  readonly figures: Readonly<Record<string, string | number>>
}

/** The answer to one requirement, the entries it rests on, and what would change it. */
export interface RequirementAnswer {
  readonly met: Met
  readonly restsOn: readonly string[]
  readonly lacks: readonly Lack[]
}

export const idsOf = (entries: readonly PlanEntry[]): readonly string[] => entries.map(({ id }) => id)

export const lack = (code: string, figures: Lack['figures'] = {}): Lack => ({ code, figures })

/** Met when nothing is missing. Silence on a unit's own plan is a failure, so there is no unknown here. */
export const answered = (entries: readonly PlanEntry[], lacks: readonly Lack[]): RequirementAnswer => ({
  met: lacks.length === 0 ? 'yes' : 'no',
  restsOn: idsOf(entries),
  lacks,
})

/** Met as soon as there is an entry to rest on. */
export const named = (entries: readonly PlanEntry[], code: string): RequirementAnswer =>
  answered(entries, entries.length > 0 ? [] : [lack(code)])

/** Met when every one of a list is covered by some entry. */
export const covering = <Entry extends PlanEntry, Item extends string>(
  entries: readonly Entry[],
  items: readonly Item[],
  covers: (entry: Entry) => readonly string[],
  missing: (item: Item) => Lack,
): RequirementAnswer => {
  const covered = new Set(entries.flatMap(covers))
  return answered(entries, items.filter((item) => !covered.has(item)).map(missing))
}
