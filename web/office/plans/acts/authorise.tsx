import { useSay } from '../../../../ui/say.tsx'
import { Mark } from '../../../../ui/mark.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { verdictWords } from '../../../reading/verdict.tsx'
import { Interval } from '../../figures/interval.tsx'
import type { ShownPlan } from '../plan-asked.ts'
import { ActForm } from './act-form.tsx'
import { ConditionAsked } from './condition-asked.tsx'

interface AuthoriseProps {
  readonly plan: ShownPlan
  readonly unrecorded: number
  readonly onDone: () => void
}

/** Lets an operation go ahead: what is decided on stands there once more, with its version, before the act. */
export function Authorise({ plan, unrecorded, onDone }: AuthoriseProps) {
  const say = useSay()
  const assessed = useAssessed()
  const { reading, asked } = assessed
  const conditional = reading.read === 'raid' && reading.verdict !== 'smart' ? reading.conditional : null
  const known = asked && asked.answer.roots.length > 0 ? asked.answer : null
  return (
    <div className="act-panel">
      <ActForm plan={plan.id} form="authorise" blank={{}} act={say(conditional ? 'plan-page.act-authorise-on-condition' : 'plan-page.act-authorise')} write={() => ({ act: 'authorise', site: plan.siteVersion })} version={plan.latest} onDone={onDone}>
        {() => (
          <>
            <p>{say('plan-page.you-decide-on', { version: plan.latest, number: plan.number })} <strong>{say(verdictWords(assessed))}</strong>. <Interval of={known} asOf={plan.knownAt} /></p>
            {conditional && <ConditionAsked conditional={conditional} />}
            {unrecorded > 0 && <p className="problem"><Mark of="unknown" /> {say('plan-page.unrecorded-not-decided')}</p>}
            <p className="hint">{say('plan-page.what-authorising-does')}</p>
          </>
        )}
      </ActForm>
    </div>
  )
}
