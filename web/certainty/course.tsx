import { useMemo, useState } from 'react'
import type { AskedCertainty } from '../../core/planning/dossier.ts'
import { instant, type Instant } from '../../core/kernel/instant.ts'
import { dayAndTime, withZone } from '../../ui/clock.ts'
import { Figure, Moment, share } from '../../ui/figure.tsx'
import { lengthOfTime } from '../../ui/length-of-time.ts'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from '../reading/assessed.ts'
import { useLanguage } from '../words/use-language.ts'
import { atHour, courseByHour, type CourseByHour } from './course-by-hour.ts'
import { CourseChart, CourseTable } from './course-chart.tsx'

const HOUR_MS = 3_600_000

/** How long the answer holds: drawn to the hour, said in a sentence, and asked of any other hour. */
export function Course({ asked: { asked, answer, latest } }: { readonly asked: AskedCertainty }) {
  const say = useSay()
  const { inForce: { certainty: policy } } = useAssessed()
  const course = useMemo(() => courseByHour(asked, answer.validUntil, policy), [asked, answer.validUntil, policy])
  const [hour, setHour] = useState<Instant | null>(null)
  const cursor = hour !== null && hour >= course.from && hour <= course.to ? hour : course.entry
  return (
    <section aria-labelledby="course">
      <h3 id="course">{say('course.title')}</h3>
      <p><Holds asked={{ asked, answer, latest }} />{latest && ` ${say('certainty.earliest')}`} <FellBelow course={course} /></p>
      <CourseChart course={course} validUntil={answer.validUntil} cursor={cursor} />
      <div className="ask-hour">
        <label htmlFor="ask-hour">{say('course.ask')}</label>
        <input id="ask-hour" type="range" dir="ltr" min={0} max={Math.floor((course.to - course.from) / HOUR_MS)} value={Math.round((cursor - course.from) / HOUR_MS)} onChange={({ target }) => setHour(instant(course.from + Number(target.value) * HOUR_MS))} />
        <AtHour at={cursor} asked={asked} exact={latest === null} />
      </div>
      <CourseTable course={course} validUntil={answer.validUntil} />
    </section>
  )
}

/** When the low end last stood as high as policy asks, where it no longer does at the hour of entry. */
function FellBelow({ course }: { readonly course: CourseByHour }) {
  const say = useSay()
  const language = useLanguage()
  const { zone } = useAssessed()
  const until = course.hours.filter(({ at }) => at <= course.entry)
  const [last, above] = [until.at(-1), until.findLast(({ p10 }) => p10 >= course.threshold)]
  if (!last || last.p10 >= course.threshold) return null
  return above ? say('course.fell-below', { at: withZone(above.at, zone, language) }) : say('course.never-reached')
}

function AtHour({ at, asked, exact }: { readonly at: Instant; readonly asked: AskedCertainty['asked']; readonly exact: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const { zone, inForce: { certainty: policy } } = useAssessed()
  const read = useMemo(() => atHour(at, asked, policy), [at, asked, policy])
  const closed = read.gates.filter(({ state }) => state === 'closed').map(({ id }) => say(`gate.${id}`))
  return (
    <output htmlFor="ask-hour">
      <Moment>{dayAndTime(at, zone, language)}</Moment>: <Figure>{share(read.probability)} [{share(read.p10)}–{share(read.p90)}]</Figure>.{' '}
      {exact && (closed.length > 0 ? say('course.closed-then', { gates: closed.join(', ') }) : say('course.none-closed-then'))}
    </output>
  )
}

/** Until when it holds, in one sentence. */
export function Holds({ asked: { answer, latest } }: { readonly asked: AskedCertainty }) {
  const say = useSay()
  const language = useLanguage()
  const { zone } = useAssessed()
  const { validUntil, gates, at } = answer
  if (validUntil !== null) return say('course.holds-until', { until: withZone(validUntil, zone, language), length: lengthOfTime(validUntil - at, say) })
  if (latest) return say('course.not-told')
  return gates.some(({ state }) => state === 'closed') ? say('course.closed-already') : say('course.none-will-close')
}
