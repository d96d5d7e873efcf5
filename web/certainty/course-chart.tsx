import { dayAndTime, monthOf, shortDay, timeOf } from '../../ui/clock.ts'
import { Figure, Moment, share } from '../../ui/figure.tsx'
import { useMeasuredWidth } from '../../ui/measured-width.ts'
import { useSay } from '../../ui/say.tsx'
import type { Instant } from '../../core/kernel/instant.ts'
import { useAssessed } from '../reading/assessed.ts'
import { useLanguage } from '../words/use-language.ts'
import type { CourseByHour, HourOfEntry } from './course-by-hour.ts'
import { scale, timeTicks } from './scale.ts'

const [HEIGHT, TOP, BOTTOM, LEFT, RIGHT] = [230, 34, 46, 30, 12]

interface Drawn {
  readonly course: CourseByHour
  readonly validUntil: Instant | null
  readonly cursor: Instant
}

/** Certainty by hour of entry: the band of the interval, the estimate in it, what policy asks, warnings, and the hours that matter. */
export function CourseChart({ course, validUntil, cursor }: Drawn) {
  const say = useSay()
  const [held, width] = useMeasuredWidth(640)
  const x = scale([course.from, course.to], [LEFT, width - RIGHT])
  const y = scale([0, 1], [HEIGHT - BOTTOM, TOP])
  return (
    <div ref={held} className="drawing">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} className="course" role="img" aria-label={say('course.label')}>
        <Axes course={course} width={width} x={x} y={y} />
        <path className="band" d={bandOf(course.hours, x, y)} />
        <path className="estimate" d={lineOf(course.hours, x, y)} />
        {course.shocks.map((shock, at) => <Warning key={at} x={x(shock.at)} words={say(`shock.${shock.kind}`)} turned={isCrowded(x(shock.at), x(course.entry), width)} />)}
        {course.roots.map(({ id, observedAt }) => <path key={id} className="sighting" d={`M${x(observedAt)} ${HEIGHT - BOTTOM}v7`} />)}
        {validUntil !== null && validUntil <= course.to && <Upright x={x(validUntil)} of="valid-until" words={say('course.valid-until')} width={width} row={1} />}
        <Upright x={x(course.entry)} of="entry" words={say('course.entry')} width={width} row={0} />
        {cursor !== course.entry && <path className="cursor" d={`M${x(cursor)} ${TOP}V${HEIGHT - BOTTOM}`} />}
      </svg>
    </div>
  )
}

const TOLD_BY = { time: timeOf, day: shortDay, month: monthOf }

type Along = (value: number) => number

function Axes({ course, width, x, y }: { readonly course: CourseByHour; readonly width: number; readonly x: Along; readonly y: Along }) {
  const say = useSay()
  const language = useLanguage()
  const { zone } = useAssessed()
  const ticks = timeTicks(course.from, course.to, Math.max(2, Math.floor(width / 110)), zone.minutes)
  return (
    <g className="axes">
      {[0, 0.5, 1].map((value) => (
        <g key={value}>
          <path d={`M${LEFT} ${y(value)}H${width - RIGHT}`} />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">{value === 0.5 ? '.5' : value}</text>
        </g>
      ))}
      <path className="policy" d={`M${LEFT} ${y(course.threshold)}H${width - RIGHT}`} />
      <text className="policy-words" x={LEFT + 4} y={y(course.threshold) - 4}>{say('course.policy', { threshold: share(course.threshold) })}</text>
      {ticks.map(({ at, by }) => (
        <g key={at}>
          <path d={`M${x(at)} ${y(0)}v4`} />
          <text x={x(at)} y={y(0) + 20} textAnchor={x(at) > width - 50 ? 'end' : x(at) < LEFT + 30 ? 'start' : 'middle'}>
            {TOLD_BY[by](at as Instant, zone, language)}
          </text>
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 6}>{say('course.axis', { zone: zone.name })}</text>
    </g>
  )
}

/** Whether a name to the right would run over the hour of entry, or out of the drawing. */
const isCrowded = (x: number, entry: number, width: number): boolean => (entry > x && entry - x < 110) || width - x < 120

const Warning = ({ x, words, turned }: { readonly x: number; readonly words: string; readonly turned: boolean }) => (
  <g className="warning">
    <path d={`M${x - 5} ${TOP}h10l-5 9z M${x} ${TOP + 9}V${HEIGHT - BOTTOM}`} />
    <text x={turned ? x - 8 : x + 8} y={TOP + 9} textAnchor={turned ? 'end' : 'start'}>{words}</text>
  </g>
)

/** A time that matters, named above its line; the name turns to the side where there is room. */
const Upright = ({ x, of, words, width, row }: { readonly x: number; readonly of: string; readonly words: string; readonly width: number; readonly row: 0 | 1 }) => (
  <g className={of}>
    <path d={`M${x} ${TOP - 14 + row * 12}V${HEIGHT - BOTTOM}`} />
    <text x={x > width / 2 ? x - 5 : x + 5} y={TOP - 20 + row * 14} textAnchor={x > width / 2 ? 'end' : 'start'} dy="6">{words}</text>
  </g>
)

const lineOf = (hours: readonly HourOfEntry[], x: Along, y: Along): string =>
  hours.map(({ at, probability }, i) => `${i === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(probability).toFixed(1)}`).join('')

function bandOf(hours: readonly HourOfEntry[], x: Along, y: Along): string {
  const above = hours.map(({ at, p90 }) => `${x(at).toFixed(1)} ${y(p90).toFixed(1)}`)
  const below = hours.toReversed().map(({ at, p10 }) => `${x(at).toFixed(1)} ${y(p10).toFixed(1)}`)
  return `M${[...above, ...below].join('L')}Z`
}

/** The same course as a table: at each hour that matters, and some between. */
export function CourseTable({ course, validUntil }: { readonly course: CourseByHour; readonly validUntil: Instant | null }) {
  const say = useSay()
  const language = useLanguage()
  const { zone } = useAssessed()
  const every = Math.max(1, Math.floor(course.hours.length / 10))
  const shown = course.hours.filter(({ at }, i) => i % every === 0 || at === course.entry || at === validUntil || i === course.hours.length - 1)
  return (
    <table className="course-table">
      <caption>{say('course.table', { zone: zone.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('course.hour')}</th>
          <th scope="col" className="number">{say('course.estimate')}</th>
          <th scope="col" className="number">{say('course.interval')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((hour, i) => (
          <tr key={i} className={hour.at === course.entry ? 'at-entry' : undefined}>
            <th scope="row"><Moment>{dayAndTime(hour.at, zone, language)}</Moment></th>
            <td className="number">{share(hour.probability)}</td>
            <td className="number"><Figure>{share(hour.p10)}–{share(hour.p90)}</Figure></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
