import { useState } from 'react'
import { Button } from '@mantine/core'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import type { Colleague } from '../../session/use-session.ts'
import type { ShownPlan } from '../plan-asked.ts'
import { Authorise } from './authorise.tsx'
import { Confirm } from './confirm.tsx'
import { DeclareUrgent } from './declare-urgent.tsx'
import { NotActingForm } from './not-acting.tsx'
import { RecordEntry } from './record-entry.tsx'
import { StandsNow } from './stands-now.tsx'
import { actsFor, mayBeAuthorised, type PlanActName } from './which-acts.ts'

interface ActsProps {
  readonly plan: ShownPlan
  readonly person: Colleague | null
  readonly unrecorded: number
}

/** What can be done with the plan by whoever looks at it, and what stands in the way of the rest. */
export function Acts({ plan, person, unrecorded }: ActsProps) {
  const say = useSay()
  const [chosen, setChosen] = useState<PlanActName | null>(null)
  const { reading } = useAssessed()
  const done = (): void => setChosen(null)
  const isOnCondition = reading.read === 'raid' && reading.verdict !== 'smart' && reading.conditional !== null
  const inTheWay = mayBeAuthorised(plan.standing) ? plan.mayNotAuthorise : []
  const isDone = plan.standing === 'authorised-on-condition' && inTheWay.some(({ code }) => code === 'plan/already-authorised')
  const barred = inTheWay.length > 0 && !isDone
  const offered = actsFor(plan.standing, person?.role ?? null).filter((name) => name !== 'authorise' || !isDone)
  return (
    <section className="plan-acts" aria-labelledby="plan-acts">
      <h2 id="plan-acts">{say('plan-page.acts')}</h2>
      <StandsNow plan={plan} />
      <div className="act-bar">
        {offered.map((name) => (
          <Button
            key={name}
            variant={name === 'authorise' ? 'filled' : 'default'}
            className={name === 'declare-urgent' ? 'act-danger' : undefined}
            aria-expanded={chosen === name}
            aria-disabled={name === 'authorise' && barred}
            aria-describedby={name === 'authorise' && barred ? 'may-not-authorise' : undefined}
            onClick={() => !(name === 'authorise' && barred) && setChosen(chosen === name ? null : name)}
          >
            {say(name === 'authorise' && isOnCondition ? 'plan-page.act-authorise-on-condition' : `plan-page.act-${name}`)}
          </Button>
        ))}
      </div>
      {barred && (
        <div id="may-not-authorise" className="in-the-way">
          <p className="hint">{say('plan-page.in-the-way')}</p>
          <ul>{inTheWay.map(({ code, says }) => <li key={code}>{says}</li>)}</ul>
        </div>
      )}
      {chosen === 'authorise' && <Authorise plan={plan} unrecorded={unrecorded} onDone={done} />}
      {(chosen === 'refuse' || chosen === 'stand-down') && <NotActingForm key={chosen} act={chosen} plan={plan} person={person} onDone={done} />}
      {chosen === 'declare-urgent' && <DeclareUrgent plan={plan} onDone={done} />}
      {chosen === 'confirm' && <Confirm plan={plan} onDone={done} />}
      {chosen === 'record-entry' && <RecordEntry plan={plan} onDone={done} />}
    </section>
  )
}
