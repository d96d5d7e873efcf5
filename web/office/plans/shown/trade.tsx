import { Figure, share } from '../../../../ui/figure.tsx'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'

/**
 * Acting is worth its harm from a certainty on: P·B ≥ (1−P)·C, so that P ≥ C / (B + C).
 *
 * It stands beside the policy and never in its place, with whoever accepts the trade.
 */
export function Trade({ content }: { readonly content: Readonly<Record<string, unknown>> }) {
  const say = useSay()
  const { asked } = useAssessed()
  const [benefit, cost] = [Number(content['benefit']), Number(content['cost'])]
  const by = content['acceptedBy']
  const accepted = typeof by === 'string' && by !== '' && by !== 'unknown' ? by : null
  if (!(benefit > 0) || !(cost > 0)) return <p className="not-said"><Mark of="unknown" /> {say('plan-page.trade-not-said')}</p>
  const known = asked && asked.answer.roots.length > 0 ? asked.answer : null
  return (
    <p className="trade">
      {say('plan-page.trade', { benefit, cost })} <Figure><strong>{share(cost / (benefit + cost))}</strong></Figure>.{' '}
      {known && <>{say('plan-page.trade-known')} <Figure>{share(known.probability)} [{share(known.p10)}–{share(known.p90)}]</Figure>. </>}
      {accepted === null ? <span className="not-said"><Mark of="unknown" /> {say('plan-page.trade-nobody')}</span> : say('plan-page.trade-by', { by: accepted })}
    </p>
  )
}
