import type { Certainty } from '../../core/certainty/certainty.ts'
import { share } from '../../ui/figure.tsx'
import { useMeasuredWidth } from '../../ui/measured-width.ts'
import { useSay } from '../../ui/say.tsx'
import { scale } from './scale.ts'

const HEIGHT = 54

/** The interval on its line from 0 to 1, with what policy asks of its low end; two points where times are told inexactly. */
export function IntervalBar({ certainty, latest, threshold }: { readonly certainty: Pick<Certainty, 'probability' | 'p10' | 'p90'>; readonly latest: number | null; readonly threshold: number }) {
  const say = useSay()
  const [held, width] = useMeasuredWidth(420)
  const x = scale([0, 1], [6, width - 6])
  return (
    <div ref={held} className="drawing drawing-interval">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} className="interval" role="img" aria-label={say('interval.label', { low: share(certainty.p10), p: share(certainty.probability), high: share(certainty.p90), threshold: share(threshold) })}>
        <path className="line" d={`M${x(0)} 28H${x(1)}`} />
        {[0, 0.25, 0.5, 0.75, 1].map((value) => (
          <g key={value} className="axes">
            <path d={`M${x(value)} 28v5`} />
            <text x={x(value)} y={46} textAnchor={value === 0 ? 'start' : value === 1 ? 'end' : 'middle'}>{value}</text>
          </g>
        ))}
        <rect className="band" x={x(certainty.p10)} y={23} width={Math.max(2, x(certainty.p90) - x(certainty.p10))} height={10} />
        <circle className="point" cx={x(certainty.probability)} cy={28} r={5} />
        {latest !== null && <circle className="point" cx={x(latest)} cy={28} r={5} />}
        <path className="policy" d={`M${x(threshold)} 14v20`} />
        <text className="policy-words" x={x(threshold)} y={10} textAnchor={threshold > 0.7 ? 'end' : 'middle'}>{say('interval.policy', { threshold: share(threshold) })}</text>
      </svg>
    </div>
  )
}
