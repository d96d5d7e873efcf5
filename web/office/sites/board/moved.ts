import type { KnownShare } from '../../figures/interval.tsx'
import { share } from '../../../../ui/figure.tsx'
import { numberOf, type Board } from './board.ts'

/** Something that came in between two readings of a site. */
export interface Arrived {
  readonly what: 'report' | 'attempt' | 'shock' | 'alternative' | 'independence'
  readonly id: string
  readonly by: string
}

/** What moved the number: where it was, where it is, and what came in between. */
export interface Movement {
  readonly was: KnownShare | null
  readonly is: KnownShare | null
  readonly arrived: readonly Arrived[]
}

/** What moved between two readings of one site; null where the second is no newer, or where nothing came that bears on the number. */
export function movementBetween(before: Board, now: Board): Movement | null {
  if (now.site.id !== before.site.id || now.site.version <= before.site.version) return null
  const arrived = arrivals(before, now)
  const [was, is] = [numberOf(before.assessed.asked), numberOf(now.assessed.asked)]
  return arrived.length === 0 && isSame(was, is) ? null : { was, is, arrived }
}

const isSame = (was: KnownShare | null, is: KnownShare | null): boolean => (was && share(was.probability)) === (is && share(is.probability))

function arrivals({ site: before }: Board, { site: now }: Board): readonly Arrived[] {
  const since = <Row extends { readonly noted: { readonly by: string; readonly version: number; readonly entry: string } }>(what: Arrived['what'], rows: readonly Row[]): readonly Arrived[] =>
    rows.filter(({ noted }) => noted.version > before.version).map((row) => ({ what, id: 'id' in row ? String(row.id) : row.noted.entry, by: row.noted.by }))
  const asserted = now.reports.filter(({ id, independentBecause }) => independentBecause !== null && before.reports.some((one) => one.id === id && one.independentBecause === null))
  return [
    ...since('report', now.reports), ...since('attempt', now.attempts), ...since('shock', now.shocks), ...since('alternative', now.alternatives),
    ...asserted.map(({ id, noted }) => ({ what: 'independence' as const, id, by: noted.by })),
  ]
}
