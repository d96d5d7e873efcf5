import type { RaidReading } from '../../core/planning/readiness.ts'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from './assessed.ts'
import { useLacks } from './lacks.tsx'

/** What would have made it smart, or what it still lacks: signs first, then what fails, then what nobody knows. */
export function TowardSmart({ reading }: { readonly reading: RaidReading }) {
  const say = useSay()
  const { operation } = useAssessed()
  const found = reading.markers.filter(({ state }) => state === 'found')
  const short = reading.criteria.filter(({ finding }) => finding === 'fails' || finding === 'partly')
  const unknown = reading.criteria.filter((criterion) => criterion.unknown > 0)
  const lacksOf = useLacks()
  const tense = operation.operation === 'plan' ? 'plan' : 'past'
  return (
    <section className="toward" aria-labelledby="toward">
      <h3 id="toward">{say(`toward.title-${tense}`)}</h3>
      {reading.verdict === 'smart' && <p>{say('toward.nothing')}</p>}
      <ol>
        {found.map(({ id }) => <li key={id}>{say(`toward.${id}-${tense}`)}</li>)}
        {short.map(({ id, requirements }) => (
          <li key={id}>
            <strong>{say(`criterion.${id}`)}</strong>
            <ul>
              {requirements.filter(({ met }) => met === 'no' || met === 'partly').flatMap((requirement) => {
                const { id: asked, met } = requirement
                const lacks = lacksOf(requirement)
                return lacks.length > 0 ? lacks.map((words, at) => <li key={`${asked}${at}`}>{words}</li>) : [<li key={asked}>{say(`requirement.${asked}`)} <strong>{say(`met.${met}`)}</strong></li>]
              })}
            </ul>
          </li>
        ))}
        {unknown.length > 0 && (
          <li>{say('toward.find-out', { count: reading.unknown.count, criteria: unknown.map(({ id }) => say(`criterion.${id}`)).join(', ') })}</li>
        )}
      </ol>
    </section>
  )
}
