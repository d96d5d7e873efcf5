import { accessOf } from '../../core/certainty/certainty-case.ts'
import type { CertaintyPolicy } from '../../core/certainty/policy.ts'
import { weigh } from '../../core/certainty/weigh.ts'
import { isRoot } from '../../core/intelligence/lineage.ts'
import type { Report } from '../../core/intelligence/report.ts'
import { useMeasuredWidth } from '../../ui/measured-width.ts'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from '../reading/assessed.ts'
import { useHandle } from '../reading/report-name.ts'
import { factor } from './factor.ts'
import { lineageLayout, type LineageLayout, type LineageNode } from './lineage-layout.ts'

const [ROW, WIDEST_COLUMN, SIZE, BRACKET] = [42, 28, 6, 9]

/** Who told whom. Roots are full, repetitions hollow and broken; one origin behind several roots, and reports that go round in a circle, are red, bracketed or diamond-shaped, and named. */
export function LineageGraph({ reports }: { readonly reports: readonly Report[] }) {
  const say = useSay()
  const [held, width] = useMeasuredWidth(640)
  const { inForce } = useAssessed()
  const layout = lineageLayout(reports)
  const left = 10 + layout.shared.length * BRACKET
  const column = Math.min(WIDEST_COLUMN, (width * 0.4) / layout.columns)
  const place = ({ row, column: at }: LineageNode): Place => ({ x: left + at * column + 8, y: middle(row) })
  const text = left + layout.columns * column + 8
  return (
    <div ref={held} className="drawing drawing-lineage">
      <svg viewBox={`0 0 ${width} ${layout.nodes.length * ROW}`} className="lineage" role="img" aria-label={say('lineage.label')}>
        <defs>
          {['', '-circle'].map((of) => (
            <marker key={of} id={`arrow${of}`} className={`arrow-head${of}`} viewBox="0 0 6 6" refX="5" refY="3" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" orient="auto">
              <path d="M0 0l6 3-6 3z" />
            </marker>
          ))}
        </defs>
        {layout.shared.map(({ id, rows }, at) => <path key={id} className="shared" d={bracket(rows, 6 + at * BRACKET, left)} />)}
        {layout.arrows.map((arrow, at) => <path key={at} className={arrow.inCircle ? 'arrow circle' : 'arrow'} markerEnd={`url(#arrow${arrow.inCircle ? '-circle' : ''})`} d={way(place(arrow.from), place(arrow.to), { inCircle: arrow.inCircle, lane: at % 3 })} />)}
        {layout.nodes.map((node) => <Row key={node.report.id} node={node} x={place(node).x} text={text} width={width} layout={layout} weights={weightsOf(reports, inForce.certainty)} />)}
      </svg>
    </div>
  )
}

interface Place {
  readonly x: number
  readonly y: number
}

type Weights = ReadonlyMap<string, { readonly ratio: number; readonly weight: number }>

const weightsOf = (reports: readonly Report[], policy: CertaintyPolicy): Weights => new Map(weigh(reports.filter(isRoot), policy).map(({ report, ratio, weight }) => [report.id, { ratio, weight }]))

const middle = (row: number): number => row * ROW + ROW / 2

/** A bracket at the side that holds together the roots of one origin, with a tick at each. */
const bracket = (rows: readonly number[], x: number, to: number): string =>
  rows.length < 2 ? '' : `M${x} ${middle(rows[0] ?? 0)}V${middle(rows.at(-1) ?? 0)}${rows.map((row) => `M${x} ${middle(row)}H${to}`).join('')}`

/** Right, down and right again; in a circle a bow from one to the next. Lanes lie a little apart, so that none hides another. */
function way(from: Place, to: Place, { inCircle, lane }: { readonly inCircle: boolean; readonly lane: number }): string {
  if (inCircle && from.y === to.y) return `M${from.x + SIZE} ${from.y - 3}c14 -12 14 18 0 9`
  if (inCircle) return bow(from, to, to.y > from.y ? 1 : -1)
  return `M${from.x + SIZE} ${from.y}H${from.x + SIZE + 4 + lane * 3}V${to.y}H${to.x - SIZE - 1}`
}

const bow = (from: Place, to: Place, side: 1 | -1): string =>
  `M${from.x + side * SIZE} ${from.y}C${from.x + side * 16} ${from.y} ${to.x + side * 16} ${to.y} ${to.x + side * (SIZE + 1)} ${to.y}`

interface RowProps {
  readonly node: LineageNode
  readonly x: number
  readonly text: number
  readonly width: number
  readonly layout: LineageLayout
  readonly weights: Weights
}

function Row({ node: { report, standing, row }, x, text, width, layout, weights }: RowProps) {
  const say = useSay()
  const { inForce } = useAssessed()
  const handle = useHandle()
  const weighs = weights.get(report.id)
  const shares = layout.shared.some(({ rows }) => rows.includes(row))
  const y = middle(row)
  const room = Math.floor((width - text - (weighs ? 52 : 4)) / 6.7)
  const details = [
    handle(report.id),
    say(`access.${accessOf(report, inForce.certainty)}`),
    ...(report.finding === 'absent' ? [say('lineage.found-nobody')] : []),
    ...(standing === 'root' ? [] : [say(`lineage.${standing}`)]),
    ...(shares ? [say('lineage.shares', { origin: report.origin?.id ?? '' })] : []),
  ].join(' · ')
  return (
    <g className={`node node-${standing}${report.finding === 'absent' ? ' node-absent' : ''}`}>
      <title>{report.id}</title>
      <Shape standing={standing} x={x} y={y} />
      <text x={text} y={y - 3} className="node-kind">{cut(say(`kind.${report.kind}`), room)}</text>
      <text x={text} y={y + 13} className={standing === 'circle' || shares ? 'node-details warned' : 'node-details'}>{cut(details, Math.floor((width - text - 4) / 6.1))}</text>
      <text x={width - 4} y={y - 3} textAnchor="end" className="node-weight">{weighs && factor(weighs.ratio ** weighs.weight)}</text>
    </g>
  )
}

/** A full disc, a broken ring, an open ring, or a diamond: each standing by its shape. */
function Shape({ standing, x, y }: { readonly standing: LineageNode['standing']; readonly x: number; readonly y: number }) {
  if (standing === 'circle') return <path className="shape" d={`M${x - SIZE - 1} ${y}l${SIZE + 1} ${-SIZE - 1}l${SIZE + 1} ${SIZE + 1}l${-SIZE - 1} ${SIZE + 1}z`} />
  return <circle className="shape" cx={x} cy={y} r={SIZE} />
}

/** The drawing has room for so many letters; the table below has them all. */
const cut = (text: string, room: number): string => (text.length > room ? `${text.slice(0, Math.max(6, room - 1))}…` : text)
