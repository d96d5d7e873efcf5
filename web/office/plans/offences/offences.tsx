import { elementMatrix } from '../../../../core/law/element-matrix.ts'
import { searchCard } from '../../../../core/law/search-card.ts'
import type { ChosenOffence as Chosen } from '../../../../core/planning/operation.ts'
import { Mark } from '../../../../ui/mark.tsx'
import { useSay } from '../../../../ui/say.tsx'
import { ChosenOffence } from '../../../law/chosen-offence.tsx'
import { useAssessed } from '../../../reading/assessed.ts'
import { IN_FORCE, LAW } from '../../../reading/in-force.ts'

/** The offences a plan is grounded in: element by element what is held, and what the search team looks for. */
export function Offences() {
  const say = useSay()
  const { operation } = useAssessed()
  const offences = operation.operation === 'none' || operation.offences === 'unknown' ? [] : operation.offences
  if (offences.length === 0) return <p className="not-said"><Mark of="unknown" /> {say('offence/none')}</p>
  return offences.map((chosen) => (
    <div key={chosen.id}>
      <ChosenOffence chosen={chosen} />
      <SearchCard chosen={chosen} />
    </div>
  ))
}

/** What the search team looks for, and of whom it asks what: never of a person who may be a victim. */
export function SearchCard({ chosen, level = 4 }: { readonly chosen: Chosen; readonly level?: 2 | 4 }) {
  const [Title, Element] = level === 2 ? (['h2', 'h3'] as const) : (['h4', 'h5'] as const)
  const say = useSay()
  const offence = typeof chosen.offence === 'string' ? IN_FORCE.law.get(chosen.offence) : chosen.offence
  if (!offence) return null
  const rows = elementMatrix(offence, chosen.support, { presumedChild: chosen.presumedChild === 'yes', silence: 'nothing' })
  const card = searchCard(offence, rows, LAW.corroboration)
  const title = say('plan-page.search-card')
  return (
    <section className="search-card" aria-label={title}>
      <Title>{title}</Title>
      {card.length === 0 && <p>{say('plan-page.search-card-held')}</p>}
      {card.length > 0 && <p className="hint">{say('plan-page.search-card-ask')}</p>}
      {card.map(({ element, planned, lookFor, ask }) => (
        <div key={element} className="search-element">
          <Element>{say(`element.${element}`)}</Element>
          <SaidLines title={say('plan-page.planned')} lines={planned.map(({ says }) => says)} />
          <SaidLines title={say('plan-page.look-for')} lines={lookFor} />
          <SaidLines title={say('plan-page.ask-of-others')} lines={ask} />
          {planned.length + lookFor.length === 0 && <p className="not-said"><Mark of="unknown" /> {say('plan-page.nothing-known-to-look-for')}</p>}
        </div>
      ))}
    </section>
  )
}

function SaidLines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div>
      <p className="hint">{title}</p>
      <ul>{[...new Set(lines)].map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  )
}
