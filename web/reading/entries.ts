import { NOT_SAID, type OperationFile } from '../entry/file-of.ts'

/** One line of a file that findings rest on: what it is, what it says, and where it was read. */
export interface Entry {
  readonly id: string
  /** The part of the file it stands in: `reports`, `facts`, `plan`. */
  readonly part: string
  /** Null where nothing was written of it. */
  readonly says: string | null
  readonly sources: readonly string[]
}

/** What an entry says of itself, by the first of these that it has. */
const SAYING = ['says', 'result', 'title', 'name', 'harm', 'because', 'response', 'rule', 'terms', 'standard', 'tool', 'sign', 'with', 'from', 'givenBy', 'by'] as const

/** Every entry of a file by its id; the goal and the lead, which have none, by their names. */
export function entriesOf(file: OperationFile): ReadonlyMap<string, Entry> {
  const found = Object.entries(file).flatMap(([part, value]) => [...entriesIn(value, part)])
  const single = ['goal', 'lead'].flatMap((part) => (isGroup(file[part]) ? [entry(part, part, file[part])] : []))
  const alternative = typeof file['alternative'] === 'string' ? [{ id: 'alternative', part: 'alternative', says: file['alternative'], sources: [] }] : []
  return new Map([...found, ...single, ...alternative].map((one) => [one.id, one]))
}

type Group = Readonly<Record<string, unknown>>

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

function* entriesIn(value: unknown, part: string): Generator<Entry> {
  if (Array.isArray(value)) for (const inner of value) yield* entriesIn(inner, part)
  if (!isGroup(value)) return
  if (typeof value['id'] === 'string') yield entry(value['id'], part, value)
  for (const [key, inner] of Object.entries(value)) if (!OUTSIDE.has(key)) yield* entriesIn(inner, part)
}

/** Groups with an id of something outside the file. */
const OUTSIDE: ReadonlySet<string> = new Set(['source', 'origin', 'offence'])

function entry(id: string, part: string, group: Group): Entry {
  const field = SAYING.find((name) => typeof group[name] === 'string' && group[name] !== '')
  const sources = [group['sources'], group['restsOn']].find(Array.isArray) as readonly string[] | undefined
  return { id, part, says: field && group[field] !== NOT_SAID ? String(group[field]) : null, sources: sources ?? [] }
}
