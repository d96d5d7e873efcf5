import type { HarmLine } from '../../core/planning/operation.ts'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from './assessed.ts'

/** The harm of acting beside the harm of not acting, and who accepts the trade. */
export function Harm() {
  const say = useSay()
  const { operation: { harm } } = useAssessed()
  if (!harm) return null
  return (
    <section className="harm" aria-labelledby="harm">
      <h3 id="harm">{say('harm.title')}</h3>
      <div className="two">
        <Lines title={say('harm.of-acting')} lines={harm.ofActing} />
        <Lines title={say('harm.of-not-acting')} lines={harm.ofNotActing} />
      </div>
      <p className="hint">{say('harm.trade', { benefit: String(harm.benefit), cost: String(harm.cost), by: harm.acceptedBy })}</p>
    </section>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly HarmLine[] }) {
  const say = useSay()
  return (
    <div>
      <h4>{title}</h4>
      <ul>{lines.map(({ id, who, harm, likelihood }) => <li key={id}>{who}: {harm} <span className="state">{say(`harm.likelihood-${likelihood}`)}</span></li>)}</ul>
    </div>
  )
}
