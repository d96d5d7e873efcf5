import { useState } from 'react'
import type { UrgentTask } from '../../../../core/planning/urgent.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { When } from '../../figures/when.tsx'
import { TextField } from '../../form/fields.tsx'
import { Pick } from '../../form/pick.tsx'
import type { ShownPlan } from '../plan-asked.ts'
import { ActForm } from './act-form.tsx'

const DONE = { yes: 'holds', no: 'fails', unknown: 'unknown' } as const

/** What an urgent entry owes the people it reaches: tasks with an owner and a clock, never conditions. */
export function UrgentTasks({ plan }: { readonly plan: ShownPlan }) {
  const say = useSay()
  const { reading } = useAssessed()
  if (reading.read !== 'raid' || reading.urgent.length === 0) return null
  return (
    <section className="urgent-tasks" aria-labelledby="urgent-tasks">
      <h2 id="urgent-tasks">{say('urgent.title')}</h2>
      <ul>{reading.urgent.map((task) => <Task key={task.task} plan={plan} task={task} />)}</ul>
    </section>
  )
}

function Task({ plan, task: { task, owner, done, due } }: { readonly plan: ShownPlan; readonly task: UrgentTask }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const words = say(`task.${task}`)
  return (
    <li>
      <p><Mark of={DONE[done]} /> <strong>{words}</strong> {say(`urgent.done-${done}`)} · {owner === 'unknown' ? say('plan-page.nobody-yet') : (plan.names[owner] ?? owner)} · <When at={due} /></p>
      {isOpen ? (
        <ActForm plan={plan.id} form={`task-${task}`} blank={{ owner: '', done: done === 'yes' ? 'yes' : 'no' }} act={say('plan-page.act-take-task')} write={(draft) => ({ act: 'take-task', task, ...draft })} onDone={() => setOpen(false)}>
          {(draft) => (
            <>
              <TextField label={say('field.owner')} {...draft.at('owner')} />
              <Pick label={say('field.done')} {...draft.at('done')} options={(['no', 'yes'] as const).map((value) => ({ value, words: say(`urgent.done-${value}`) }))} />
            </>
          )}
        </ActForm>
      ) : <button type="button" className="plain" onClick={() => setOpen(true)} aria-label={say('plan-page.take-this', { what: words })}>{say('plan-page.act-take-task')}</button>}
    </li>
  )
}
