import type { HarmLine, Operation } from '../../core/planning/operation.ts'
import type { Speak } from '../../wire/words.ts'
import { fold, quiet, section, type Line } from './layout.ts'

/** Harm of acting beside harm of not acting, who accepts the trade, and how many people are expected. */
export function harmLines({ harm, expected }: Operation, speak: Speak): readonly Line[] {
  const people = expected.map(({ sex, age, low, high }) => `${low} to ${high} (${speak(`sex.${sex}`)}, ${speak(`age.${age}`)})`)
  return [
    ...(people.length > 0 ? [...section('People expected'), ...fold('  ', people.join('; '))] : []),
    ...(harm
      ? [
          ...section('Harm of acting, harm of not acting'),
          quiet('  Of acting'),
          ...harm.ofActing.flatMap((line) => harmLine(line)),
          quiet('  Of not acting'),
          ...harm.ofNotActing.flatMap((line) => harmLine(line)),
          ...fold('  ', tradeOf(harm)),
        ]
      : []),
  ]
}

const harmLine = ({ who, harm, likelihood }: HarmLine): readonly Line[] => fold('    · ', `${who}: ${harm} (${likelihood})`)

/** Act when P·B ≥ (1−P)·C, so that the threshold is C / (B + C). */
function tradeOf({ benefit, cost, acceptedBy }: NonNullable<Operation['harm']>): string {
  if (benefit === 'unknown' || cost === 'unknown') return 'What a false entry weighs against a true one is not stated.'
  return `A false entry weighs ${cost}, a true one ${benefit}: act from ${(cost / (benefit + cost)).toFixed(2)}. Accepted by: ${acceptedBy}.`
}
