import { useNavigate, useSearch } from '@tanstack/react-router'
import { instant, type Instant } from '../../../../core/kernel/instant.ts'

/** Which hour of entry is asked about: the next one planned unless somebody chose one, or chose to ask whether people are there now. */
export type EntryAsked = Instant | 'as-planned' | 'now'

/** The two times a board is asked for. They stand in its address, so that a page that is loaded again asks the same; no name ever does. */
export interface AskedTimes {
  readonly entry: EntryAsked
  /** Null for as known now. */
  readonly knownAt: string | null
}

/** What the address of a board asks; whatever is no time asks nothing. */
export const timesIn = ({ entry, knownAt }: Readonly<Record<string, unknown>>): AskedTimes => ({
  entry: entry === 'now' ? 'now' : (timeIn(entry) ?? 'as-planned'),
  knownAt: isoIn(timeIn(knownAt)),
})

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

const timeIn = (asked: unknown): Instant | null => (typeof asked === 'string' && ISO.test(asked) && !Number.isNaN(Date.parse(asked)) ? instant(Date.parse(asked)) : null)
const isoIn = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString())

/** The times as an address holds them; what is asked for unless told otherwise is left out. */
export const searchOf = ({ entry, knownAt }: AskedTimes) => ({
  entry: entry === 'as-planned' ? undefined : entry === 'now' ? 'now' : new Date(entry).toISOString(),
  knownAt: knownAt ?? undefined,
})

/** The times that the address asks for, and how to ask for others. */
export function useAskedTimes(): readonly [AskedTimes, (changes: Partial<AskedTimes>) => void] {
  const times = timesIn(useSearch({ strict: false }))
  const go = useNavigate()
  const ask = (changes: Partial<AskedTimes>): void => void go({ to: '.', search: ((held: object) => ({ ...held, ...searchOf({ ...times, ...changes }) })) as never, replace: true })
  return [times, ask]
}
