import type { Marker } from '../../core/planning/markers.ts'
import { Mark, type Standing } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { Term } from '../../ui/term.tsx'
import { RestsOn } from './rests-on.tsx'

const MARK = { found: 'found', unknown: 'unknown-sign', 'not-found': 'not-found' } as const satisfies Record<Marker['state'], Standing>

/** Some of the five signs of a blind raid, each with why it stands so and what it rests on. What was not found folds that away. */
export function Markers({ markers }: { readonly markers: readonly Marker[] }) {
  if (markers.length === 0) return null
  return (
    <ul className="markers">
      {markers.map((marker) => <Sign key={marker.id} marker={marker} />)}
    </ul>
  )
}

function Sign({ marker: { id, state, why, restsOn } }: { readonly marker: Marker }) {
  const say = useSay()
  return (
    <li className={`marker marker-${state}`}>
      <Mark of={MARK[state]} />
      <div>
        <p className="marker-title">
          <strong>{say(`marker.${id}`)}</strong> <span className="state">{say(`state.${state}`)}</span>
          <Term of={id} />
        </p>
        <p>{say(why)}</p>
        {state === 'found' && <RestsOn ids={restsOn} />}
        {state === 'not-found' && restsOn.length > 0 && (
          <details>
            <summary>{say('marker.rests-on', { count: restsOn.length })}</summary>
            <RestsOn ids={restsOn} />
          </details>
        )}
      </div>
    </li>
  )
}
