import type { RaidReading } from '../../core/planning/readiness.ts'
import { withZone } from '../../ui/clock.ts'
import { Mark } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { useLanguage } from '../words/use-language.ts'
import { useAssessed } from './assessed.ts'

const DONE = { yes: 'holds', no: 'fails', unknown: 'unknown' } as const

/** What an urgent entry still owes the people it reaches: tasks with a clock, never conditions. */
export function Urgent({ reading: { urgent, dossier: { operation } } }: { readonly reading: RaidReading }) {
  const say = useSay()
  const language = useLanguage()
  const { zone } = useAssessed()
  if (!operation.urgent) return null
  return (
    <section className="urgent" aria-labelledby="urgent">
      <h3 id="urgent">{say('urgent.title')}</h3>
      <p>{say('urgent.declared', { by: operation.urgent.declaredBy, basis: operation.urgent.basis, reasons: operation.urgent.reasons })}</p>
      <ul className="requirements">
        {urgent.map(({ task, standing, due, owner, done }) => (
          <li key={task} className="requirement">
            <span className="met"><Mark of={DONE[done]} /> {say(`urgent.done-${done}`)}</span>
            <p>{say(`task.${task}`)} <span className="state">{say('urgent.due', { owner, due: withZone(due, zone, language), standing: say(`finding.${standing}`) })}</span></p>
          </li>
        ))}
      </ul>
    </section>
  )
}
