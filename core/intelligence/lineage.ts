import type { Report } from './report.ts'

/** Why a report weighs nothing, or that it is a root. */
export type Standing = 'root' | 'assumption' | 'derived' | 'circle'

/** Who told whom, among some reports: what weighs, what repeats, and what goes round in a circle. */
export interface Lineage {
  readonly standing: ReadonlyMap<string, Standing>
  /** Reports that rest on each other and on nothing else; shown in red, and an answer, never an error. */
  readonly circles: readonly (readonly string[])[]
  /** Origins that more than one root shares, with those roots. */
  readonly sharedOrigins: readonly { readonly id: string; readonly roots: readonly string[] }[]
}

/** What a reviewer should look at in a lineage: reports that rest on each other alone, and roots that may be one voice. */
export interface LineageConcern {
  readonly code: 'lineage/circle' | 'lineage/shared-origin'
  readonly restsOn: readonly string[]
}

export const lineageConcerns = ({ circles, sharedOrigins }: Lineage): readonly LineageConcern[] => [
  ...circles.map((circle) => ({ code: 'lineage/circle' as const, restsOn: circle })),
  ...sharedOrigins.map(({ roots }) => ({ code: 'lineage/shared-origin' as const, restsOn: roots })),
]

const parents = (report: Report): readonly string[] => report.derivedFrom ?? []

/**
 * A root is a report derived from nothing that is not an assumption.
 *
 * Everything else repeats something, so it carries no weight of its own: a rumour told five times
 * is one rumour.
 */
export const isRoot = (report: Report): boolean => parents(report).length === 0 && report.kind !== 'assumption'

export function lineageOf(reports: readonly Report[]): Lineage {
  const circles = circlesAmong(reports)
  const inCircle = new Set(circles.flat())
  const standing = new Map(reports.map((report) => [report.id, standingOf(report, inCircle)]))
  return { standing, circles, sharedOrigins: sharedOriginsOf(reports.filter(isRoot)) }
}

function standingOf(report: Report, inCircle: ReadonlySet<string>): Standing {
  if (isRoot(report)) return 'root'
  if (inCircle.has(report.id)) return 'circle'
  return parents(report).length > 0 ? 'derived' : 'assumption'
}

function sharedOriginsOf(roots: readonly Report[]): Lineage['sharedOrigins'] {
  const byOrigin = Map.groupBy(roots.filter(({ origin }) => origin), ({ origin }) => origin!.id)
  return [...byOrigin]
    .filter(([, members]) => members.length > 1)
    .map(([id, members]) => ({ id, roots: members.map((member) => member.id) }))
}

/**
 * The circles of derivation: strongly connected reports, and reports that name themselves.
 *
 * Two walks, along the arrows and against them (Kosaraju 1978), each with a stack of its own, since a
 * chain of ten thousand reports must not exhaust the engine's.
 */
function circlesAmong(reports: readonly Report[]): readonly (readonly string[])[] {
  const towards = new Map(reports.map((report) => [report.id, parents(report)]))
  const from = new Map<string, string[]>(reports.map(({ id }) => [id, []]))
  for (const report of reports) for (const parent of parents(report)) from.get(parent)?.push(report.id)

  const seen = new Set<string>()
  const finished = reports.flatMap(({ id }) => walk(id, towards, seen))
  const taken = new Set<string>()
  return finished
    .toReversed()
    .map((id) => walk(id, from, taken))
    .filter((group) => group.length > 1 || towards.get(group[0] ?? '')?.includes(group[0] ?? ''))
    .map((group) => group.toSorted())
}

/** Everything newly reached from one report, in the order in which the walk leaves it. */
function walk(start: string, arrows: ReadonlyMap<string, readonly string[]>, seen: Set<string>): string[] {
  const left: string[] = []
  const stack: { readonly id: string; next: number }[] = []
  const enter = (id: string) => {
    if (seen.has(id) || !arrows.has(id)) return
    seen.add(id)
    stack.push({ id, next: 0 })
  }
  enter(start)
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const towards = arrows.get(top.id)?.[top.next++]
    if (towards === undefined) left.push(stack.pop()!.id)
    else enter(towards)
  }
  return left
}
