import type { Operation, Source } from '../../core/planning/operation.ts'
import type { Speak } from '../../wire/words.ts'

/** What an entry says, and where that was read. */
interface Said {
  readonly says: string
  readonly sources: readonly string[]
}

/** Finds, by its id, what an entry of an operation says. */
export type Entries = (id: string) => Said | null

/** Every list of an operation whose lines can be rested on. */
export function entriesOf(operation: Operation): Entries {
  const found = new Map<string, Said>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('id' in value && typeof value.id === 'string' && !found.has(value.id)) found.set(value.id, saidBy(value))
    for (const inner of Object.values(value)) walk(inner)
  }
  if (operation.operation === 'none') found.set('lead', saidBy(operation.lead))
  else if (operation.goal !== 'unknown') found.set('goal', saidBy(operation.goal))
  walk({ ...operation, sources: [] })
  return (id) => found.get(id) ?? null
}

/** The words of an entry, whichever of its fields holds them. */
function saidBy(entry: object): Said {
  const field = (name: string): string | undefined => {
    const value: unknown = Reflect.get(entry, name)
    return typeof value === 'string' && value !== 'unknown' && value.trim() !== '' ? value : undefined
  }
  const sources: unknown = Reflect.get(entry, 'sources')
  const words = ['says', 'result', 'name', 'harm', 'because', 'response', 'terms', 'rule', 'tool', 'standard', 'sign', 'with', 'givenBy', 'by'].map(field).find((text) => text)
  return { says: words ?? '', sources: Array.isArray(sources) ? sources.map(String) : [] }
}

/** Publisher, date, and how near to the event it was read. */
export const cited = (ids: readonly string[], sources: readonly Source[], speak: Speak): string =>
  ids
    .flatMap((id) => sources.filter((source) => source.id === id))
    .map(({ publisher, date, reading }) => `${publisher}${date === 'unknown' ? '' : `, ${date}`}, ${speak(`reading.${reading}`)}`)
    .join('; ')
