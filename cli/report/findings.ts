import type { Criterion, Finding } from '../../core/planning/criteria.ts'
import type { Operation } from '../../core/planning/operation.ts'
import type { RaidReading } from '../../core/planning/readiness.ts'
import { PHASES } from '../../core/planning/requirements.ts'
import type { Speak } from '../../wire/words.ts'
import { cited, entriesOf } from './entries.ts'
import { danger, fold, row, section, strong, type Line } from './layout.ts'

const MARKER_SIGN = { found: '●', 'not-found': '○', unknown: '▨' } as const
const FINDING_SIGN = { holds: '■', partly: '◧', fails: '□', unknown: '▨', 'not-applicable': '–' } as const satisfies Record<Finding, string>

/** The signs of a blind raid, each with why and what it rests on. */
export function markerLines({ markers, dossier: { operation } }: RaidReading, speak: Speak): readonly Line[] {
  return markers.flatMap(({ id, state, why, restsOn }) => {
    const title = fold(`  ${MARKER_SIGN[state]} `, `${id} ${speak(`marker.${id}`)}: ${speak(`state.${state}`)}`)
    return [...(state === 'found' ? title.map(danger) : title), ...fold('      ', speak(why)), ...(state === 'found' ? restsOnLines(restsOn, operation, speak) : [])]
  })
}

/** Criteria phase by phase: what fails or is partly so in full, what holds in one line, what is unknown counted. */
export function criteriaLines({ criteria, dossier: { operation } }: RaidReading, speak: Speak): readonly Line[] {
  return PHASES.flatMap((phase) => [
    ...section(`${speak(`phase.${phase}`)}: criteria`),
    ...criteria.filter((criterion) => criterion.phase === phase).flatMap((criterion) => criterionLines(criterion, operation, speak)),
  ])
}

function criterionLines(criterion: Criterion, operation: Operation, speak: Speak): readonly Line[] {
  const { id, finding, unknown, requirements } = criterion
  const beside = unknown > 0 ? ` (${unknown} of ${requirements.length} unknown)` : ''
  const title = `  ${FINDING_SIGN[finding]} ${speak(`criterion.${id}`).padEnd(22)}${speak(`finding.${finding}`)}${beside}`
  const told = requirements.filter(({ met }) => met !== 'unknown' && (operation.operation === 'past' || met !== 'yes'))
  return [
    finding === 'fails' ? danger(title) : strong(title),
    ...told.flatMap((requirement) => [
      ...fold('      ', `${speak(`requirement.${requirement.id}`)} ${speak(`met.${requirement.met}`)}`),
      ...requirement.lacks.flatMap(({ code, figures }) => fold('        ► ', speak(code, figures))),
      ...(operation.operation === 'past' ? restsOnLines(requirement.restsOn.filter((entry) => !isReport(entry, operation)), operation, speak) : []),
    ]),
  ]
}

/** Reports are told once, with the certainty they carry. */
const isReport = (id: string, { reports }: Operation): boolean => reports !== 'unknown' && reports.some((report) => report.id === id)

export function restsOnLines(ids: readonly string[], operation: Operation, speak: Speak): readonly Line[] {
  const entries = entriesOf(operation)
  return ids.flatMap((id) => {
    const said = entries(id)
    if (!said || said.says === '') return []
    const from = cited(said.sources, operation.sources, speak)
    return fold('        · ', from === '' ? said.says : `${said.says} [${from}]`)
  })
}

/** A table of two columns that the caller heads. */
export const labelled = (rows: readonly (readonly [string, string])[]): readonly Line[] => rows.flatMap(([label, text]) => row(label, text))
