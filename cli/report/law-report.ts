import type { NonPunishment } from '../../core/law/non-punishment.ts'
import { ELEMENTS, type Offence, type Penalty } from '../../core/law/offence.ts'
import { palermoGaps } from '../../core/law/palermo-gaps.ts'
import { unverifiedParts } from '../../core/law/required-elements.ts'
import type { Speak } from '../../wire/words.ts'
import { danger, fold, quiet, row, section, strong, type Line } from './layout.ts'

/** The catalogue by jurisdiction, one line for each offence. */
export function offenceList(offences: readonly Offence[]): readonly Line[] {
  return [...Map.groupBy(offences, ({ jurisdiction }) => jurisdiction)].flatMap(([jurisdiction, own]) => [
    ...section(jurisdiction),
    ...own.flatMap((offence) => fold(`  ${offence.id.padEnd(22)}`, `${offence.label}, ${offence.section}${unverifiedParts(offence).length > 0 ? ' (partly unverified)' : ''}`)),
  ])
}

/** All of one offence: elements, penalties, gaps against Palermo, non-punishment beside it, and how sure each is. */
export function offenceReport(offence: Offence, rules: readonly NonPunishment[], speak: Speak): readonly Line[] {
  const { label, jurisdiction, instrument, section: place, elements, meansRequired, childAge, penalties, aggravations, notes, asOf, source, sureness } = offence
  return [
    strong(label),
    ...fold('', `${jurisdiction}: ${instrument}, ${place}`),
    ...section('Elements'),
    ...ELEMENTS.flatMap((element) => row(speak(`element.${element}`), elements[element].join('; ') || 'not asked for', 12)),
    ...fold('  ', `Means needed for an adult: ${meansRequired.adult}; for a child: ${meansRequired.child}. A child is anybody under ${childAge}.`),
    ...(penalties.length > 0 ? section('Penalties') : []),
    ...penalties.flatMap(penaltyLines),
    ...aggravations.flatMap(({ when, text }) => row(`if ${when}`, text, 40)),
    ...section('Beside it'),
    ...palermoGaps(offence).flatMap(({ article, says }) => row(`Palermo, ${article}`, says)),
    ...rules.filter(({ id }) => offence.nonPunishment.includes(id)).flatMap((rule) => row('Non-punishment', `${rule.says} (${speak(`sureness.${rule.sureness}`)})`)),
    ...notes.flatMap((note) => row('Note', note)),
    ...section('How sure'),
    ...Object.entries(sureness).flatMap(([part, sure]) => {
      const lines = row(part, speak(`sureness.${sure}`))
      return sure === 'unverified' ? lines.map(danger) : lines
    }),
    ...fold('  ', `As of ${asOf}. ${source}`).map(quiet),
  ]
}

const penaltyLines = ({ victim, ages, text, alternativeSummary }: Penalty): readonly Line[] =>
  row(ages ? `${victim}, ${ages.from} to under ${ages.below}` : victim, `${text}${alternativeSummary === 'yes' ? ' (or tried summarily)' : ''}`)
