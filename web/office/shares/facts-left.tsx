import { useSay } from '../../../ui/say.tsx'
import { Day } from '../figures/when.tsx'
import type { ReceivedRead, ShareRead } from './shares-asked.ts'

type Left = NonNullable<ReceivedRead['words']>['facts'][number] | ShareRead['editions'][number]['facts'][number]

/** Facts as they left: what they say, whom they speak of, and no more of who told them than was decided. */
export function FactsLeft({ facts }: { readonly facts: readonly Left[] }) {
  const say = useSay()
  return (
    <ul className="facts-left">
      {facts.map((fact, at) => (
        <li key={at}>
          <bdi>{fact.says}</bdi>
          <span className="hint">
            {say(`report.person.${fact.about}`)}
            {fact.from !== null && <> · {say(fact.from.startsWith('person-') ? `sharing.${fact.from}` : `kind.${fact.from}`)}</>}
            {fact.seen !== null && <> · <Day at={fact.seen.from} />{fact.seen.until !== fact.seen.from && <> – <Day at={fact.seen.until} /></>}</>}
            {'basis' in fact && <> · {say(`sharing.basis-${fact.basis}`)} · {say(`sharing.whose-${fact.controller}`)}</>}
          </span>
        </li>
      ))}
    </ul>
  )
}
