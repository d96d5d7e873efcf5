import type { Raid } from '../../core/planning/operation.ts'
import { Heading } from '../../ui/heading.tsx'
import { useSay } from '../../ui/say.tsx'
import { ChosenOffence } from './chosen-offence.tsx'

/** The law it stands on: each offence chosen, element by element, for an adult and again for a child. */
export function LawSection({ operation: { offences } }: { readonly operation: Raid }) {
  const say = useSay()
  return (
    <section id="law" aria-labelledby="law-title" className="part">
      <Heading level={2} id="law-title" term="element-matrix">{say('law.title')}</Heading>
      {offences === 'unknown' && <p className="nothing-known">{say('offence/not-told')}</p>}
      {offences !== 'unknown' && offences.length === 0 && <p>{say('law.none-chosen')}</p>}
      {offences !== 'unknown' && offences.map((chosen) => <ChosenOffence key={chosen.id} chosen={chosen} />)}
    </section>
  )
}
