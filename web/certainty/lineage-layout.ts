import { lineageOf, type Lineage, type Standing } from '../../core/intelligence/lineage.ts'
import { byObservation, type Report } from '../../core/intelligence/report.ts'

/** One report in the drawing: a row of its own, and a column by how far it lies from whoever saw. */
export interface LineageNode {
  readonly report: Report
  readonly standing: Standing
  readonly row: number
  readonly column: number
}

/** From a report to one that repeats it. */
export interface LineageArrow {
  readonly from: LineageNode
  readonly to: LineageNode
  readonly inCircle: boolean
}

export interface LineageLayout {
  readonly nodes: readonly LineageNode[]
  readonly arrows: readonly LineageArrow[]
  readonly columns: number
  readonly shared: readonly { readonly id: string; readonly rows: readonly number[] }[]
}

/**
 * Who told whom, layer by layer: roots in the first column, each repetition right of what it repeats.
 *
 * A root is followed by everything that comes of it, so that arrows are short; the members of a circle stand together
 * in one column, since none of them comes first.
 */
export function lineageLayout(reports: readonly Report[]): LineageLayout {
  const lineage = lineageOf(reports)
  const columnOf = columns(reports, lineage)
  const nodes = inFamilies(reports, columnOf, lineage).map((report, row) => ({
    report, row, column: columnOf.get(report.id) ?? 0, standing: lineage.standing.get(report.id) ?? 'root',
  }))
  const byId = new Map(nodes.map((node) => [node.report.id, node]))
  const circleOf = circleByMember(lineage)
  const arrows = nodes.flatMap((to) => (to.report.derivedFrom ?? []).flatMap((id): readonly LineageArrow[] => {
    const from = byId.get(id)
    return from ? [{ from, to, inCircle: circleOf.has(id) && circleOf.get(id) === circleOf.get(to.report.id) }] : []
  }))
  const shared = lineage.sharedOrigins.map(({ id, roots }) => ({ id, rows: roots.flatMap((root) => byId.get(root)?.row ?? []).toSorted((a, b) => a - b) }))
  return { nodes, arrows, columns: Math.max(0, ...columnOf.values()) + 1, shared }
}

const circleByMember = ({ circles }: Lineage): ReadonlyMap<string, number> => new Map(circles.flatMap((members, circle) => members.map((id) => [id, circle] as const)))

/** The longest way from a root; a circle counts as one report. */
function columns(reports: readonly Report[], lineage: Lineage): ReadonlyMap<string, number> {
  const circleOf = circleByMember(lineage)
  const parents = new Map(reports.map(({ id, derivedFrom = [] }) => [id, derivedFrom]))
  const found = new Map<string, number>()
  const outside = (id: string): readonly string[] => {
    const circle = circleOf.get(id)
    const members = circle === undefined ? [id] : (lineage.circles[circle] ?? [id])
    return members.flatMap((member) => parents.get(member) ?? []).filter((parent) => parents.has(parent) && !members.includes(parent))
  }
  const pending = reports.map(({ id }) => id)
  for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
    const before = outside(id)
    const missing = before.filter((parent) => !found.has(parent))
    if (missing.length > 0) pending.push(...missing)
    else {
      found.set(id, Math.max(-1, ...before.map((parent) => found.get(parent) ?? 0)) + 1)
      pending.pop()
    }
  }
  return found
}

/** Reports in the order in which they were seen, each followed by what repeats it and by the rest of its circle. */
function inFamilies(reports: readonly Report[], columnOf: ReadonlyMap<string, number>, { circles }: Lineage): readonly Report[] {
  const placed = new Set<string>()
  const ordered: Report[] = []
  const children = Map.groupBy(reports.flatMap((report) => (report.derivedFrom ?? []).map((parent) => ({ parent, report }))), ({ parent }) => parent)
  const pending = reports.toSorted((a, b) => (columnOf.get(b.id) ?? 0) - (columnOf.get(a.id) ?? 0) || byObservation(b, a))
  for (let report = pending.pop(); report; report = pending.pop()) {
    if (placed.has(report.id)) continue
    placed.add(report.id)
    ordered.push(report)
    const circle = circles.find((members) => members.includes(report.id)) ?? []
    const next = [...(children.get(report.id) ?? []).map((child) => child.report), ...reports.filter(({ id }) => circle.includes(id))]
    pending.push(...next.filter(({ id }) => !placed.has(id)).toReversed())
  }
  return ordered
}
