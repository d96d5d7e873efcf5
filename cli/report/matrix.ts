import { palermoGaps } from '../../core/law/palermo-gaps.ts'
import type { GroundedOffence } from '../../core/planning/chosen-offence.ts'
import type { RaidReading } from '../../core/planning/readiness.ts'
import type { Speak } from '../../wire/words.ts'
import { danger, fold, quiet, section, strong, type Line } from './layout.ts'

/** Element by element: what is held, what must be found at the scene, what has nothing behind it. */
export function matrixLines({ dossier: { offences } }: RaidReading, speak: Speak): readonly Line[] {
  if (!offences || offences.length === 0) return []
  return [...section('The law'), ...offences.flatMap((grounded) => offenceLines(grounded, speak))]
}

function offenceLines({ offence, matrix, chosen, unverified }: GroundedOffence, speak: Speak): readonly Line[] {
  const child = chosen.presumedChild === 'yes' ? ', presumed a child' : ''
  return [
    ...fold('  ', `${offence.label} (${offence.jurisdiction}, ${offence.section}${child})`).map(strong),
    ...matrix.flatMap(({ element, state, held, atScene }) => {
      const title = `    ${speak(`element.${element}`).padEnd(10)}${speak(`support.${state}`)}`
      return [state === 'nothing' ? danger(title) : title, ...[...held, ...atScene].flatMap(({ says }) => fold('        · ', says))]
    }),
    ...(unverified.length > 0 ? fold('    ', `Unverified in this row of the catalogue: ${unverified.join(', ')}. A lawyer checks it before use.`).map(danger) : []),
    ...palermoGaps(offence).flatMap(({ says, article }) => fold('    ', `Beside Palermo, ${article}: ${says}`)).map(quiet),
  ]
}
