import { useMemo, useState } from 'react'
import type { WeighingKind } from '../../../../core/intelligence/report.ts'
import type { CertaintyCase } from '../../../../core/certainty/certainty-case.ts'
import { whatWouldChange, type WouldChange } from '../../../../core/certainty/what-would-change.ts'
import { Figure, share } from '../../../../ui/figure.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { TaskForm } from '../acts/task-form.tsx'
import { useBoard } from './on-board.ts'
import { NoneYet, Panel } from './panel.tsx'

/** What to ask next: for each kind of source, the number after a yes and after a no; whoever can be sent is sent from here. */
export function WouldChange() {
  const say = useSay()
  const { board: { assessed: { asked } } } = useBoard()
  return (
    <Panel id="change" title={say('change.title')} className="panel-change">
      {asked ? <Kinds asked={asked.asked} now={asked.answer.roots.length > 0 ? asked.answer.probability : null} /> : <NoneYet>{say('certainty/no-venue')}</NoneYet>}
    </Panel>
  )
}

function Kinds({ asked, now }: { readonly asked: CertaintyCase; readonly now: number | null }) {
  const say = useSay()
  const { board: { assessed: { inForce: { certainty: policy } } }, when } = useBoard()
  const kinds = useMemo(() => whatWouldChange(asked, policy).toSorted((a, b) => b.yes - a.yes), [asked, policy])
  const [tasking, setTasking] = useState<WeighingKind | null>(null)
  const [sent, awaited] = [kinds.filter(({ no }) => no !== null), kinds.filter(({ no }) => no === null)]
  return (
    <>
      <table className="would-change">
        <caption className="heard">{say('change.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('task.can-be-sent')}</th>
            <th scope="col" className="number">{say('change.yes')}</th>
            <th scope="col" className="number">{say('change.no')}</th>
            <th scope="col" className="where-wide"><span className="scale-ends"><span>0</span><span>1</span></span></th>
            <th scope="col"><span className="heard">{say('task.set')}</span></th>
          </tr>
        </thead>
        <tbody>{sent.map((change) => <Kind key={change.kind} change={change} now={now} onTask={when === 'now' ? () => setTasking(change.kind) : null} />)}</tbody>
      </table>
      {tasking !== null && when === 'now' && <div className="doing"><h3>{say('task.for', { kind: tasking })}</h3><TaskForm key={tasking} kind={tasking} onDone={() => setTasking(null)} /></div>}
      <p className="hint">{say('task.awaited', { kinds: awaited.map(({ kind, yes }) => `${say(`kind.${kind}`)} ${share(yes)}`).join(' · ') })}</p>
    </>
  )
}

function Kind({ change: { kind, yes, no }, now, onTask }: { readonly change: WouldChange; readonly now: number | null; readonly onTask: (() => void) | null }) {
  const say = useSay()
  return (
    <tr>
      <th scope="row">{say(`kind.${kind}`)}</th>
      <td className="number"><Figure>{share(yes)}</Figure></td>
      <td className="number">{no === null ? '–' : <Figure>{share(no)}</Figure>}</td>
      <td className="bar-cell where-wide"><Reach yes={yes} no={no ?? yes} now={now} /></td>
      <td>{onTask && <button type="button" className="plain" onClick={onTask}>{say('task.set-short')}<span className="heard"> {say(`kind.${kind}`)}</span></button>}</td>
    </tr>
  )
}

/** From a no to a yes, with where the number stands now between them. */
const Reach = ({ yes, no, now }: { readonly yes: number; readonly no: number; readonly now: number | null }) => (
  <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <path className="grid" d="M0 0V10M50 0V10M100 0V10" vectorEffect="non-scaling-stroke" />
    <path className="reach" d={`M${no * 100} 5H${yes * 100}`} vectorEffect="non-scaling-stroke" />
    <path className="end" d={`M${yes * 100} 1.5V8.5M${no * 100} 1.5V8.5`} vectorEffect="non-scaling-stroke" />
    {now !== null && <path className="now" d={`M${now * 100} 0V10`} vectorEffect="non-scaling-stroke" />}
  </svg>
)
