import { accessOf } from '../../core/certainty/certainty-case.ts'
import { convertSource } from '../../core/intelligence/convert-grading.ts'
import type { Grading } from '../../core/intelligence/grading.ts'
import { lineageOf } from '../../core/intelligence/lineage.ts'
import { tightestHandling } from '../../core/intelligence/tightest-handling.ts'
import type { Operation, OperationReport } from '../../core/planning/operation.ts'
import type { InForce } from '../../core/planning/dossier.ts'
import type { Speak } from '../../wire/words.ts'
import { cited } from './entries.ts'
import { fold, quiet, section, strong, when, type Line } from './layout.ts'

const MARK = { root: '●', derived: '◌', circle: '◌', assumption: '○' } as const

/** What was said, by which kind of source, how they knew, and how it was graded: never one without the other. */
export function reportLines(operation: Operation, { certainty }: InForce, speak: Speak): readonly Line[] {
  const { reports, sources } = operation
  if (reports === 'unknown' || reports.length === 0) return []
  const { standing } = lineageOf(reports)
  return [
    ...section('What it rests on'),
    ...reports.flatMap((report) => [
      ...fold(`  ${MARK[standing.get(report.id) ?? 'root']} `, `${report.id}: ${speak(`kind.${report.kind}`)}, ${speak(`access.${accessOf(report, certainty)}`)}, ${report.inexact ? told(report.inexact.told) : when(report.observedAt)}${graded(report)}`).map(strong),
      ...fold('      ', report.says),
      ...(report.sources.length > 0 ? fold('      ', cited(report.sources, sources, speak)).map(quiet) : []),
    ]),
    quiet('  ● root   ◌ repeats another report or stands in a circle   ○ assumption, weighs nothing'),
  ]
}

const told = (time: string): string => (time === 'unknown' ? 'time not told' : time)

const graded = ({ grading }: OperationReport): string => (grading ? `, graded ${gradingText(grading)}` : ', not graded')

/** Scheme and codes together, since a bare code means nothing; with the source in 3x5x2 where that conversion is safe. */
function gradingText(grading: Grading): string {
  const conversion = convertSource(grading, '3x5x2')
  const beside = conversion.accepted ? ` (source ${conversion.converted.source} in 3x5x2)` : ''
  return `${grading.scheme} ${grading.source}–${grading.information}${beside}`
}

/** How the paper itself is to be handled: as the tightest statement in it. */
export function handlingLines({ reports }: Operation, speak: Speak): readonly Line[] {
  const handling = tightestHandling(reports === 'unknown' ? [] : reports.flatMap((report) => report.handling ?? []))
  if (!handling) return []
  const { sharing, audiences, action, actions } = handling
  const acting = action === null ? '' : ` ${action}: ${actions.map((kind) => speak(`action.${kind}`)).join(', ')}.`
  return fold('', `${sharing}: ${audiences.map((audience) => speak(`audience.${audience}`)).join(', ')}.${acting}`).map(strong)
}
