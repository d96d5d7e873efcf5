import type { Certainty } from '../../core/certainty/certainty.ts'
import type { Step } from '../../core/certainty/estimate.ts'
import { Figure, share } from '../../ui/figure.tsx'
import { useSay } from '../../ui/say.tsx'
import { useReportName } from '../reading/report-name.ts'
import { sayStep } from '../../wire/assessment.ts'

/** What moved the number: one row for each step, with where it went from and to. A drawing that is its own table. */
export function Waterfall({ certainty }: { readonly certainty: Certainty }) {
  const say = useSay()
  const called = useReportName()
  const { steps } = certainty
  const most = steps.reduce((a, b) => (change(b) > change(a) ? b : a))
  return (
    <section aria-labelledby="waterfall">
      <h3 id="waterfall">{say('waterfall.title')}</h3>
      <p>{say('waterfall.sentence', { from: share(steps[0]?.probability ?? 0), most: sayStep(most, say, called), to: share(certainty.probability) })}</p>
      <table className="waterfall">
        <thead>
          <tr>
            <th scope="col">{say('waterfall.step')}</th>
            <th scope="col"><span className="scale-ends"><span>0</span><span>{say('waterfall.probability')}</span><span>1</span></span></th>
            <th scope="col" className="number">{say('waterfall.after')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => (
            <tr key={at} className={step.step !== 'prior' && change(step) < 0.005 ? 'unmoved' : undefined}>
              <th scope="row" title={'id' in step ? step.id : undefined}>{sayStep(step, say, called)}</th>
              <td className="bar-cell"><Bar from={step.step === 'prior' ? 0 : step.before} to={step.probability} /></td>
              <td className="number"><Figure>{share(step.probability)}</Figure></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const change = ({ before, probability }: Step): number => Math.abs(probability - before)

/** A bar from one share to another on a line from 0 to 1; up is full, down is hollow, and a tick stands where it ends. */
export function Bar({ from, to }: { readonly from: number; readonly to: number }) {
  const [low, high] = [Math.min(from, to) * 100, Math.max(from, to) * 100]
  return (
    <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path className="grid" d="M0 0V10M25 0V10M50 0V10M75 0V10M100 0V10" vectorEffect="non-scaling-stroke" />
      <rect className={to >= from ? 'up' : 'down'} x={low} y="2.5" width={Math.max(0.4, high - low)} height="5" vectorEffect="non-scaling-stroke" />
      <path className="end" d={`M${to * 100} 0.5V9.5`} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
