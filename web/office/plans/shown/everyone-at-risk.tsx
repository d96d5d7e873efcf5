import { THOSE_AT_RISK } from '../../../../core/planning/plan.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { isRecord } from '../declared/json.ts'

const whoIn = (rows: unknown): ReadonlySet<unknown> => new Set((Array.isArray(rows) ? rows : []).filter(isRecord).map(({ who }) => who))

/** Everyone who could be harmed, each with whether the plan has thought of them: named with a response, not there for a reason, or nobody has said. */
export function EveryoneAtRisk({ content }: { readonly content: Readonly<Record<string, unknown>> }) {
  const say = useSay()
  const [named, absent] = [whoIn(content['risks']), whoIn(content['notPresent'])]
  return (
    <ul className="everyone" aria-label={say('plan-page.everyone')}>
      {THOSE_AT_RISK.map((who) => {
        const standing = named.has(who) ? 'thought-of' : absent.has(who) ? 'not-there' : 'nobody-has-said'
        return (
          <li key={who} className={`everyone-${standing}`}>
            <Mark of={named.has(who) ? 'holds' : absent.has(who) ? 'not-applicable' : 'unknown'} /> {say(`who.${who}`)} <span className="heard">{say(`plan-page.${standing}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}
