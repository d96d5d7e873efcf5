import { threshold, type Gate } from '../../../../core/certainty/gates.ts'
import type { AskedCertainty } from '../../../../core/planning/dossier.ts'
import { instant } from '../../../../core/kernel/instant.ts'
import { withZone } from '../../../../ui/clock.ts'
import { Figure, Moment, share } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { Gates } from '../../../certainty/gates.tsx'
import { IntervalBar } from '../../../certainty/interval-bar.tsx'
import { sayLikelihood } from '../../../certainty/likelihood.ts'
import { Holds } from '../../../certainty/course.tsx'
import { useFiguresHere } from '../../../reading/figures-here.ts'
import { useLanguage } from '../../../words/use-language.ts'
import { useNow } from '../../figures/use-now.ts'
import { TimeLeft } from '../list/reckoned.tsx'
import { DissentElsewhere, Dissents } from './dissent.tsx'
import { useBoard } from './on-board.ts'
import { Panel } from './panel.tsx'

/** Whether victims are there: how sure, in figures and in words, until when, and the five gates with why each stands as it does. */
export function AreTheyThere() {
  const say = useSay()
  const { board: { assessed: { asked, operation, inForce } } } = useBoard()
  if (!asked) return <Panel id="there" title={say('site.are-they-there')} term="certainty"><p className="nothing-known">{say('certainty/no-venue')}</p></Panel>
  const nothing = asked.answer.roots.length === 0
  return (
    <Panel id="there" title={say('site.are-they-there')} term="certainty">
      {nothing ? <p className="nothing-known">{say('certainty.nothing')}</p> : <HowSure asked={asked} />}
      <Dissents about="certainty" />
      <DissentElsewhere />
      <GatesHere gates={asked.answer.gates.filter(({ id }) => !nothing || id !== 'number')} />
      {operation.site.venue !== 'unknown' && <p className="hint">{say('site.half-life-of', { venue: operation.site.venue, days: operation.site.halfLifeDays ?? inForce.certainty.venues[operation.site.venue].halfLifeDays ?? 0 })}</p>}
    </Panel>
  )
}

/** The gates with their times in the zone of the board, and their reports by their handles. */
function GatesHere({ gates }: { readonly gates: readonly Gate[] }) {
  const here = useFiguresHere()
  return <Gates gates={gates.map((gate) => ({ ...gate, figures: here(gate.figures) }))} />
}

function HowSure({ asked }: { readonly asked: AskedCertainty }) {
  const say = useSay()
  const language = useLanguage()
  const { board: { assessed: { zone, inForce }, asksFor } } = useBoard()
  const { asked: question, answer, latest } = asked
  const [at, known] = [withZone(answer.at, zone, language), withZone(answer.knownAt, zone, language)]
  return (
    <div className="certainty-number">
      <p className="big-number">
        <Figure>{share(answer.probability)} <span className="big-interval">[{share(answer.p10)}–{share(answer.p90)}]</span></Figure> <span className="likelihood">{sayLikelihood(answer.probability, say)}</span>
      </p>
      <p>{asksFor === 'the-moment-known' ? say('site.for-then', { at }) : say('certainty.as-known', { known, at })}</p>
      <IntervalBar certainty={answer} latest={latest?.probability ?? null} threshold={threshold(question, inForce.certainty)} />
      <p className="holds"><Holds asked={asked} /> <Clock validUntil={answer.validUntil} /></p>
    </div>
  )
}

/** How long that still is from now, where it lies ahead; the sentence beside it counts from the hour of entry. */
function Clock({ validUntil }: { readonly validUntil: number | null }) {
  const { when } = useBoard()
  const now = useNow()
  if (validUntil === null || when === 'then') return null
  return <Moment>· <TimeLeft until={instant(validUntil)} now={now} /></Moment>
}
