import { nonPunishmentBeside } from '../../core/law/non-punishment.ts'
import type { EnteredOffence, Offence } from '../../core/law/offence.ts'
import { palermoGaps } from '../../core/law/palermo-gaps.ts'
import { aimsAtTrafficking, unverifiedParts } from '../../core/law/required-elements.ts'
import type { ChosenOffence as Chosen } from '../../core/planning/operation.ts'
import { Mark } from '../../ui/mark.tsx'
import { useSay } from '../../ui/say.tsx'
import { IN_FORCE, LAW } from '../reading/in-force.ts'
import { ElementMatrix } from './element-matrix.tsx'

/** One offence: its matrix, how surely it is known here, where it departs from Palermo, and the rule that victims are not punished. */
export function ChosenOffence({ chosen }: { readonly chosen: Chosen }) {
  const say = useSay()
  const offence = typeof chosen.offence === 'string' ? IN_FORCE.law.get(chosen.offence) : chosen.offence
  if (!offence) return null
  const id = `offence-${chosen.id}`
  return (
    <section aria-labelledby={id} className="offence">
      <h3 id={id}>{offence.label} <span className="offence-where">{offence.instrument}, {offence.section} ({offence.jurisdiction})</span></h3>
      {!aimsAtTrafficking(offence) && <p>{say('law.beside')}</p>}
      <ElementMatrix chosen={chosen} offence={offence} />
      <Sureness offence={offence} />
      <Gaps offence={offence} />
      <NotPunished offence={offence} />
    </section>
  )
}

type Any = Offence | EnteredOffence

function Sureness({ offence }: { readonly offence: Any }) {
  const say = useSay()
  if (!('sureness' in offence)) return <p className="sureness">{say('law.signed-by', { office: offence.signedBy.office, on: offence.signedOn })}</p>
  const unverified = unverifiedParts(offence)
  return (
    <p className="sureness">
      {say('law.elements-are', { sureness: offence.sureness.elements })} {say('law.as-of', { asOf: offence.asOf, source: offence.source })}
      {unverified.length > 0 && (
        <strong className="unverified">
          {' '}
          <Mark of="unknown" /> {say('law.unverified', { parts: unverified.map((part) => say(`law.part-${part}`)).join(', ') })}
        </strong>
      )}
    </p>
  )
}

function Gaps({ offence }: { readonly offence: Any }) {
  const say = useSay()
  const gaps = palermoGaps(offence)
  return (
    <div className="gaps">
      <h4>{say('law.gaps')}</h4>
      {gaps.length === 0 && <p>{say('law.no-gaps')}</p>}
      <ul>
        {gaps.map(({ code, direction, article, forms, says }) => (
          <li key={code}>
            <strong>{say(`law.direction-${direction}`)}</strong> {says} {forms.length > 0 && `${forms.map((form) => say(`form.${form}`)).join(', ')}. `}
            <cite>{say('law.palermo', { article })}</cite>
          </li>
        ))}
      </ul>
    </div>
  )
}

function NotPunished({ offence }: { readonly offence: Any }) {
  const say = useSay()
  const rules = nonPunishmentBeside(offence, LAW.nonPunishment)
  return (
    <div className="not-punished">
      <h4>{say('law.not-punished')}</h4>
      {rules.length === 0 && <p className="nothing-known"><Mark of="unknown" /> {say('law.no-rule-known')}</p>}
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            {rule.found === 'unknown' ? <span className="unverified"><Mark of="unknown" /> {say('law.rule-not-found')}</span> : rule.says} <cite>{rule.title}. {say(`sureness.${rule.sureness}`)}</cite>
          </li>
        ))}
      </ul>
    </div>
  )
}
