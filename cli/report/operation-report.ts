import type { LikelihoodScale } from '../../core/certainty/likelihood-words.ts'
import { whatWouldChange } from '../../core/certainty/what-would-change.ts'
import type { LeadReading } from '../../core/planning/missed-lead.ts'
import type { Operation } from '../../core/planning/operation.ts'
import type { RaidReading, Reading } from '../../core/planning/readiness.ts'
import { PHASES } from '../../core/planning/requirements.ts'
import type { Speak } from '../../wire/words.ts'
import { certaintyLines, changeLines } from './certainty-report.ts'
import { criteriaLines, markerLines, restsOnLines } from './findings.ts'
import { harmLines } from './harm.ts'
import { danger, fold, quiet, row, rule, running, section, spread, strong, when, type Line } from './layout.ts'
import { matrixLines } from './matrix.ts'
import { handlingLines, reportLines } from './reports.ts'

/** A reading of an operation, as one would print and sign it. */
export const operationReport = (reading: Reading, speak: Speak, scale: LikelihoodScale): readonly Line[] =>
  reading.read === 'lead' ? leadReport(reading, speak, scale) : raidReport(reading, speak, scale)

const KIND = { plan: 'a unit’s own plan', past: 'a past operation', none: 'a lead on which nobody acted' } as const

const heading = (operation: Operation, unknown: { readonly of: number; readonly count: number }, speak: Speak): readonly Line[] => [
  ...spread('DAYLIGHT', 'computed from what was entered'),
  rule,
  ...handlingLines(operation, speak),
  strong(fold('', operation.name).join('\n')),
  ...fold('', `${KIND[operation.operation]} · ${operation.site.name} · ${operation.jurisdiction} · ${when(operation.at)}`),
  `${unknown.count} of ${unknown.of} things unknown`,
]

function raidReport(reading: RaidReading, speak: Speak, scale: LikelihoodScale): readonly Line[] {
  const { dossier: { operation, certainty } } = reading
  return [
    ...heading(operation, reading.unknown, speak),
    ...section('Verdict'),
    ...verdictLines(reading, speak),
    ...section('Signs of a blind raid'),
    ...markerLines(reading, speak),
    ...section('Phases'),
    ...PHASES.flatMap((id) => row(speak(`phase.${id}`), `${speak(`finding.${reading.phases[id].finding}`)}${unknownBeside(reading.phases[id].unknown)}`)),
    ...urgentLines(reading, speak),
    ...criteriaLines(reading, speak),
    ...matrixLines(reading, speak),
    ...reportLines(operation, reading.dossier.inForce, speak),
    ...(certainty ? [...certaintyLines(certainty.answer, speak, scale, certainty.latest), ...changeLines(whatWouldChange(certainty.asked, reading.dossier.inForce.certainty), certainty.answer, speak)] : []),
    ...conditionalLines(reading, speak),
    ...harmLines(operation, speak),
    ...sourceLines(operation, speak),
    ...signatureLines,
  ]
}

const unknownBeside = (count: number): string => (count > 0 ? `, ${count} unknown` : '')

/** The word for the verdict: of a past operation one says what was shown, not what it was. */
function verdictLines({ verdict, dossier: { operation } }: RaidReading, speak: Speak): readonly Line[] {
  const word = verdict ?? 'urgent'
  const said = word === 'not-ready' && operation.operation === 'past' ? 'verdict.not-ready-past' : `verdict.${word}`
  const colour = word === 'blind' || word === 'urgent' ? danger : strong
  return [`  ${colour(speak(said).toUpperCase())}`, ...fold('  ', speak(`verdict.${word}-means`))]
}

function urgentLines({ urgent, dossier: { operation } }: RaidReading, speak: Speak): readonly Line[] {
  if (!operation.urgent) return []
  return [
    ...section('Owed all the same'),
    ...fold('  ', `Declared by ${operation.urgent.declaredBy}: ${operation.urgent.reasons}`),
    ...urgent.flatMap(({ task, standing, due }) => row(speak(`task.${task}`), `${speak(`finding.${standing}`)}, due ${when(due)}`, 50)),
  ]
}

function conditionalLines({ conditional }: RaidReading, speak: Speak): readonly Line[] {
  if (!conditional) return []
  return [
    ...section('Conditional authority'),
    ...fold('  ', `May be authorised on a confirming report, first-hand, seen no earlier than ${when(conditional.seenAfter)}. Without it authority lapses.`).map(running),
    ...conditional.confirmedBy.flatMap(({ kind, p10, gatesHold }) => row(speak(`kind.${kind}`), `low end ${p10.toFixed(2)}; all gates hold: ${gatesHold}`, 40)),
  ]
}

function leadReport(reading: LeadReading, speak: Speak, scale: LikelihoodScale): readonly Line[] {
  const { operation, requirements, certainty, verdict } = reading
  const count = requirements.filter(({ met }) => met === 'unknown').length
  return [
    ...heading(operation, { of: requirements.length, count }, speak),
    ...section('Verdict'),
    `  ${(verdict === 'missed' ? danger : strong)(speak(`verdict.${verdict}`).toUpperCase())}`,
    ...fold('  ', speak(`verdict.${verdict}-means`)),
    ...section('The lead'),
    ...restsOnLines(['lead', ...reading.owed], operation, speak),
    ...section('What it is owed'),
    ...requirements.flatMap(({ id, met }) => row(speak(`met.${met}`), speak(id), 10)),
    ...(certainty ? certaintyLines(certainty, speak, scale, reading.latest) : []),
    ...sourceLines(operation, speak),
    ...signatureLines,
  ]
}

function sourceLines({ sources }: Operation, speak: Speak): readonly Line[] {
  if (sources.length === 0) return []
  return [
    ...section('Sources'),
    ...sources.flatMap(({ title, publisher, date, reading }) => fold('  · ', `${publisher}: ${title}${date === 'unknown' ? '' : ` (${date})`}. ${speak(`reading.${reading}`)}.`)),
  ]
}

const signatureLines: readonly Line[] = [
  '',
  rule,
  quiet('No algorithm decides about a person. This shows what is known, what is missing, and what would change it.'),
  '',
  'Read by ________________________________   Date and time ____________________',
]
