import { concernsOf } from '../../../../core/planning/concerns.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import type { ShownPlan } from '../plan-asked.ts'

/** What somebody should look at, in the plan's file and in its reading. It stops nothing. */
export function PlanConcerns({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const { reading } = useAssessed()
  const words = [...plan.concerns.map(({ says }) => says), ...concernsOf(reading).map(({ code }) => say(`concern.${code}`))]
  if (words.length === 0) return null
  return (
    <section className="concerns" aria-labelledby="plan-concerns">
      <h2 id="plan-concerns">{say('concerns.title')}</h2>
      <ul>{[...new Set(words)].map((one) => <li key={one}><Mark of="unknown-sign" /> {one}</li>)}</ul>
    </section>
  )
}
