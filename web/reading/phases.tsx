import type { RaidReading } from '../../core/planning/readiness.ts'
import { PHASES } from '../../core/planning/requirements.ts'
import { Mark } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'

/** The four parts of an operation, judged apart: good intelligence does not excuse a bad aftermath. */
export function Phases({ phases }: { readonly phases: RaidReading['phases'] }) {
  const say = useSay()
  return (
    <ol className="phases">
      {PHASES.map((id) => (
        <li key={id}>
          <span className="phase-name">{say(`phase.${id}`)}</span>
          <span className="phase-finding">
            <Mark of={phases[id].finding} /> {say(`finding.${phases[id].finding}`)}
          </span>
          {phases[id].unknown > 0 && phases[id].finding !== 'unknown' && <span className="phase-unknown">{say('count.unknown', { count: phases[id].unknown })}</span>}
        </li>
      ))}
    </ol>
  )
}
