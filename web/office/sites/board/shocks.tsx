import { asWritten } from '../../../../ui/clock.ts'
import { Moment } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useLanguage } from '../../../words/use-language.ts'
import { AlternativeForm, ShockForm } from '../acts/site-forms.tsx'
import { writtenHere } from './board.ts'
import { useBoard, useNameOf } from './on-board.ts'
import { Doing, NoneYet, NotedBy, Panel } from './panel.tsx'

/** What may have warned those in control: from then on the place empties faster. */
export function Shocks() {
  const say = useSay()
  const language = useLanguage()
  const { board: { site: { shocks }, assessed: { zone } } } = useBoard()
  return (
    <Panel id="shocks" title={say('site.shocks')} term="shock">
      {shocks.length === 0 && <NoneYet>{say('site.no-shock')}</NoneYet>}
      <ul className="lines">
        {shocks.toReversed().map(({ id, at, kind, says, noted }) => <li key={id}><strong className="warned">{say(`shock.${kind}`)}</strong>, <Moment>{asWritten(writtenHere(Date.parse(at)), language, zone)}</Moment>: <bdi>{says}</bdi> <NotedBy noted={noted} /></li>)}
      </ul>
      <Doing act={say('site.note-shock')}>{(close) => <ShockForm onDone={close} />}</Doing>
    </Panel>
  )
}

/** The strongest innocent explanation, and what would tell it apart. The last one written is in force; those before stay. */
export function Alternative() {
  const say = useSay()
  const nameOf = useNameOf()
  const { board: { site: { alternatives } } } = useBoard()
  const inForce = alternatives.at(-1)
  return (
    <Panel id="alternative" title={say('site.alternative')} term="gate-alternative">
      {inForce === undefined || inForce.says === '' ? <NoneYet>{say('site.no-alternative')}</NoneYet> : <p><bdi>{inForce.says}</bdi> <NotedBy noted={inForce.noted} /></p>}
      {alternatives.length > 1 && (
        <details>
          <summary>{say('site.alternatives-before', { count: alternatives.length - 1 })}</summary>
          <ul className="lines">{alternatives.slice(0, -1).toReversed().map(({ says, noted }) => <li key={noted.entry} className="hint"><bdi>{says}</bdi> {nameOf(noted.by)}</li>)}</ul>
        </details>
      )}
      <Doing act={say('site.write-alternative')}>{(close) => <AlternativeForm says={inForce?.says ?? ''} onDone={close} />}</Doing>
    </Panel>
  )
}
