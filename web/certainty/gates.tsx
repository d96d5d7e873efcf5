import type { Gate } from '../../core/certainty/gates.ts'
import { Mark, type Standing } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { Term } from '../../ui/term.tsx'

const MARK = { open: 'holds', closed: 'fails', unknown: 'unknown' } as const satisfies Record<Gate['state'], Standing>

/** The five gates, each with why it stands as it does: probability alone never opens the way. */
export function Gates({ gates }: { readonly gates: readonly Gate[] }) {
  const say = useSay()
  return (
    <ul className="gates">
      {gates.map(({ id, state, why, figures }) => (
        <li key={id}>
          <span className="gate-name">
            <Mark of={MARK[state]} /> <strong>{say(`gate.${id}`)}</strong> <span className="state">{say(`state.${state}`)}</span>
            <Term of={`gate-${id}`} />
          </span>
          <span>{say(why, figures)}</span>
        </li>
      ))}
    </ul>
  )
}
