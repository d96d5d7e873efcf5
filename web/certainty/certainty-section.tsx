import { threshold } from '../../core/certainty/gates.ts'
import { countedFor } from '../../core/planning/asked-certainty.ts'
import type { AskedCertainty } from '../../core/planning/dossier.ts'
import { lineageOf } from '../../core/intelligence/lineage.ts'
import { withZone } from '../../ui/clock.ts'
import { Figure, share } from '../../ui/figure.tsx'
import { Heading } from '../../ui/heading.tsx'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from '../reading/assessed.ts'
import { useLanguage } from '../words/use-language.ts'
import { NO_HOUR } from '../entry/file-of.ts'
import { Course, Holds } from './course.tsx'
import { Gates } from './gates.tsx'
import { IntervalBar } from './interval-bar.tsx'
import { useKeptQuestion } from './kept-question.ts'
import { sayLikelihood } from './likelihood.ts'
import { LineageGraph } from './lineage-graph.tsx'
import { ReportsTable } from './reports-table.tsx'
import { Waterfall } from './waterfall.tsx'
import { WouldChangeIt } from './would-change.tsx'

/** Whether victims are present: how sure, as known when, until when, on what it rests, and what would change it. */
export function CertaintySection() {
  const say = useSay()
  const { asked: next, file, operation } = useAssessed()
  const asked = useKeptQuestion(next)
  return (
    <section id="certainty" aria-labelledby="certainty-title" className="part">
      <Heading level={2} id="certainty-title" term="certainty">{say(operation.operation === 'plan' ? 'certainty.title-plan' : 'certainty.title')}</Heading>
      {asked ? (
        <Known asked={asked} />
      ) : (
        <>
          <p className="nothing-known">{say(file['at'] === NO_HOUR ? 'certainty.no-hour' : 'certainty/no-venue')}</p>
          <Reports />
        </>
      )}
    </section>
  )
}

function Known({ asked }: { readonly asked: AskedCertainty }) {
  const say = useSay()
  if (asked.answer.roots.length === 0)
    return (
      <>
        <p className="nothing-known">{say('certainty.nothing')}</p>
        <Reports />
        <Gates gates={asked.answer.gates.filter(({ id }) => id !== 'number')} />
      </>
    )
  return (
    <>
      <Number asked={asked} />
      <Gates gates={asked.answer.gates} />
      <Reports />
      <Waterfall certainty={asked.answer} />
      <Course asked={asked} />
      <WouldChangeIt asked={asked.asked} now={asked.answer.probability} />
      <Computed asked={asked} />
    </>
  )
}

function Number({ asked: { asked, answer, latest } }: { readonly asked: AskedCertainty }) {
  const say = useSay()
  const language = useLanguage()
  const { zone, inForce } = useAssessed()
  const at = withZone(answer.at, zone, language)
  const later = latest && share(latest.probability) !== share(answer.probability) ? latest : null
  const [low, high] = [Math.min(answer.p10, later?.p10 ?? 1), Math.max(answer.p90, later?.p90 ?? 0)]
  return (
    <div className="certainty-number">
      <p className="big-number">
        <Figure>{later ? `${share(answer.probability)}–${share(later.probability)}` : share(answer.probability)} <span className="big-interval">[{share(low)}–{share(high)}]</span></Figure>{' '}
        <span className="likelihood">{later ? say('certainty.not-one-number') : sayLikelihood(answer.probability, say)}</span>
      </p>
      <p>{answer.knownAt === answer.at ? say('certainty.as-known-then', { at }) : say('certainty.as-known', { known: withZone(answer.knownAt, zone, language), at })}</p>
      <IntervalBar certainty={{ ...answer, p10: low, p90: high }} latest={later?.probability ?? null} threshold={threshold(asked, inForce.certainty)} />
      {later && <p>{say('certainty.latest', { early: share(answer.probability), late: share(later.probability), likelihood: sayLikelihood(answer.probability, say), likelihoodLate: sayLikelihood(later.probability, say) })}</p>}
      <p className="holds"><Holds asked={{ asked, answer, latest }} /></p>
    </div>
  )
}

function Reports() {
  const say = useSay()
  const { operation } = useAssessed()
  const counted = countedFor(operation)
  const { circles, sharedOrigins, standing } = lineageOf(counted)
  const roots = [...standing.values()].filter((one) => one === 'root').length
  if (counted.length === 0) return null
  return (
    <section aria-labelledby="lineage">
      <Heading level={3} id="lineage" term="root">{say('lineage.title')}</Heading>
      <p>
        {say('lineage.sentence', { reports: counted.length, roots })}
        {circles.length > 0 && <strong className="warned"> {say('lineage.circles', { count: circles.flat().length })}</strong>}
        {sharedOrigins.length > 0 && <strong className="warned"> {say('lineage.shared-origins', { count: sharedOrigins.length })}</strong>}
      </p>
      <LineageGraph reports={counted} />
      <ReportsTable reports={counted} />
    </section>
  )
}

/** So that a court can compute it again. */
function Computed({ asked: { answer } }: { readonly asked: AskedCertainty }) {
  const say = useSay()
  const { inForce } = useAssessed()
  const { version, seed, draws, policy } = answer.drawing
  return <p className="hint">{say('certainty.computed', { version, seed: String(seed), draws: String(draws), policy, signedBy: inForce.certainty.signedBy })}</p>
}
