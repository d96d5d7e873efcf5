import { useMemo } from 'react'
import type { AskedCertainty } from '../../../../core/planning/dossier.ts'
import { useSay } from '../../../../ui/say.tsx'
import { courseByHour } from '../../../certainty/course-by-hour.ts'
import { CourseChart, CourseTable } from '../../../certainty/course-chart.tsx'
import { Holds } from '../../../certainty/course.tsx'
import { useKeptQuestion } from '../../../certainty/kept-question.ts'
import { Waterfall } from '../../../certainty/waterfall.tsx'
import { numberOf } from './board.ts'
import { useBoard } from './on-board.ts'
import { Panel } from './panel.tsx'

/** How the number runs by the hour, what moved it step by step, and how it was computed, so that a court can do it again. */
export function Drawn() {
  const { board: { assessed } } = useBoard()
  const asked = useKeptQuestion(assessed.asked)
  return asked && numberOf(asked) ? <DrawnOf asked={asked} /> : null
}

function DrawnOf({ asked }: { readonly asked: AskedCertainty }) {
  const say = useSay()
  const { board: { assessed: { inForce: { certainty: inForce } } } } = useBoard()
  const course = useMemo(() => courseByHour(asked.asked, asked.answer.validUntil, inForce), [asked, inForce])
  const { version, seed, draws, policy } = asked.answer.drawing
  return (
    <>
      <Panel id="course" title={say('course.title')}>
        <p><Holds asked={asked} /></p>
        <CourseChart course={course} validUntil={asked.answer.validUntil} cursor={course.entry} />
        <details><summary>{say('site.as-table')}</summary><CourseTable course={course} validUntil={asked.answer.validUntil} /></details>
      </Panel>
      <div className="panel drawn">
        <Waterfall certainty={asked.answer} />
        <p className="hint">{say('certainty.computed', { version, seed: String(seed), draws: String(draws), policy, signedBy: inForce.signedBy })}</p>
      </div>
    </>
  )
}
