import { useSay } from '../../../../ui/say.tsx'
import { Mark } from '../../../../ui/mark.tsx'
import { GATE_MARK } from '../list/reckoned.tsx'
import { NumberThen } from '../board/movement-line.tsx'
import type { Effect } from './effect.ts'

/** What saving it would do to the number and to the gates, before anything is saved. */
export function EffectShown({ effect }: { readonly effect: Effect | null }) {
  const say = useSay()
  if (effect === null) return <p className="hint">{say('report.effect-unknown')}</p>
  const { was, is, gates, weighs } = effect
  return (
    <>
      <p className="effect-number"><NumberThen of={was} /> <span className="arrow" aria-hidden="true">→</span><span className="heard">{say('site.moved-to')}</span> <NumberThen of={is} /></p>
      {weighs === 'no' && <p>{say('report.weighs-nothing')}</p>}
      {gates.length > 0 && <ul className="lines">{gates.map(({ id, from, to }) => <li key={id}><Mark of={GATE_MARK[to]} /> {say(`gate.${id}`)}: {say(`state.${from}`)} <span className="arrow" aria-hidden="true">→</span><span className="heard">{say('site.moved-to')}</span> <strong>{say(`state.${to}`)}</strong></li>)}</ul>}
      {gates.length === 0 && <p className="hint">{say('report.no-gate-moves')}</p>}
    </>
  )
}
