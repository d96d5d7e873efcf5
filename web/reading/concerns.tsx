import { concernsOf } from '../../core/planning/concerns.ts'
import { useSay } from '../../ui/say.tsx'
import { useAssessed } from './assessed.ts'

/** What a reviewer is asked to look at. It stops nothing. */
export function Concerns() {
  const say = useSay()
  const { reading } = useAssessed()
  const concerns = concernsOf(reading)
  if (concerns.length === 0) return null
  return (
    <section className="concerns" aria-labelledby="concerns">
      <h3 id="concerns">{say('concerns.title')}</h3>
      <ul>{concerns.map(({ code, restsOn }) => <li key={code}>{say(`concern.${code}`)} <span className="state">{restsOn.join(', ')}</span></li>)}</ul>
    </section>
  )
}
