import { PLAN_PARTS, type PlanPart } from './plan-facts.ts'
import { contentsOf, type PlanFile } from './plan-file.ts'

/** One thing that differs: where, what stood there, and what stands there. Undefined on the side where there is nothing. */
export interface Change {
  readonly path: string
  readonly was: unknown
  readonly is: unknown
}

export interface PartCompared {
  readonly part: PlanPart
  readonly changes: readonly Change[]
}

/**
 * What differs between two versions of a plan, part by part.
 *
 * Entries are matched by their ids, so that a line that only moved is no change, and a new line is one and not many.
 */
export function comparePlans(from: PlanFile, to: PlanFile): readonly PartCompared[] {
  const [before, after] = [contentsOf(from), contentsOf(to)]
  return PLAN_PARTS.map((part) => ({ part, changes: changesIn(before[part], after[part], '') })).filter(({ changes }) => changes.length > 0)
}

function changesIn(was: unknown, is: unknown, path: string): readonly Change[] {
  if (isGroup(was) && isGroup(is)) return namesOf(was, is).flatMap((name) => changesIn(was[name], is[name], path === '' ? name : `${path}.${name}`))
  if (isEntries(was) && isEntries(is)) return entriesIn(was, is, path)
  return sameText(was, is) ? [] : [{ path, was, is }]
}

/** An entry that is new, or gone, is one change; one that is in both is looked into. */
function entriesIn(was: readonly WithId[], is: readonly WithId[], path: string): readonly Change[] {
  const [before, after] = [new Map(was.map((entry) => [entry.id, entry])), new Map(is.map((entry) => [entry.id, entry]))]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [then, now] = [before.get(id), after.get(id)]
    return then && now ? changesIn(then, now, `${path}[${id}]`) : [{ path: `${path}[${id}]`, was: then, is: now }]
  })
}

interface WithId {
  readonly id: string
}

type Group = Readonly<Record<string, unknown>>

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

const isEntries = (value: unknown): value is readonly WithId[] =>
  Array.isArray(value) && value.every((entry) => isGroup(entry) && typeof entry['id'] === 'string') && new Set(value.map(({ id }: WithId) => id)).size === value.length

const namesOf = (was: Group, is: Group): readonly string[] => [...new Set([...Object.keys(was), ...Object.keys(is)])]

/** What is left are values and lists of words, which are the same where they are written the same. */
const sameText = (was: unknown, is: unknown): boolean => JSON.stringify(was) === JSON.stringify(is)
