import { useMemo } from 'react'
import type { CertaintyCase } from '../../core/certainty/certainty-case.ts'
import { whatWouldChange, type WouldChange } from '../../core/certainty/what-would-change.ts'
import { Figure, share } from '../../ui/figure.tsx'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from '../reading/assessed.ts'

/** For each kind of source, the number after one more of them says yes, and after one that was sent says no. */
export function WouldChangeIt({ asked, now }: { readonly asked: CertaintyCase; readonly now: number }) {
  const say = useSay()
  const { inForce: { certainty: policy } } = useAssessed()
  const kinds = useMemo(() => whatWouldChange(asked, policy).toSorted((a, b) => b.yes - a.yes), [asked, policy])
  const [most] = kinds
  return (
    <section aria-labelledby="would-change">
      <h3 id="would-change">{say('change.title')}</h3>
      {most && <p>{say('change.sentence', { kind: say(`kind.${most.kind}`), yes: share(most.yes) })}</p>}
      <table className="would-change">
        <thead>
          <tr>
            <th scope="col">{say('change.kind')}</th>
            <th scope="col" className="number">{say('change.yes')}</th>
            <th scope="col" className="number">{say('change.no')}</th>
            <th scope="col"><span className="scale-ends"><span>0</span><span>{say('waterfall.probability')}</span><span>1</span></span></th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((change) => (
            <tr key={change.kind}>
              <th scope="row">{say(`kind.${change.kind}`)}</th>
              <td className="number"><Figure>{share(change.yes)}</Figure></td>
              <td className="number">{change.no === null ? '–' : <Figure>{share(change.no)}</Figure>}</td>
              <td className="bar-cell"><Reach change={change} now={now} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{say('change.note')}</p>
    </section>
  )
}

/** From a no to a yes, with where the number stands now between them. */
const Reach = ({ change: { yes, no }, now }: { readonly change: WouldChange; readonly now: number }) => (
  <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <path className="grid" d="M0 0V10M25 0V10M50 0V10M75 0V10M100 0V10" vectorEffect="non-scaling-stroke" />
    <path className="reach" d={`M${(no ?? now) * 100} 5H${yes * 100}`} vectorEffect="non-scaling-stroke" />
    <path className="end" d={`M${yes * 100} 1.5V8.5 ${no === null ? '' : `M${no * 100} 1.5V8.5`}`} vectorEffect="non-scaling-stroke" />
    <path className="now" d={`M${now * 100} 0V10`} vectorEffect="non-scaling-stroke" />
  </svg>
)
