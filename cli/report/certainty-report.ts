import type { Certainty } from '../../core/certainty/certainty.ts'
import { likelihoodWord, type LikelihoodScale } from '../../core/certainty/likelihood-words.ts'
import type { WouldChange } from '../../core/certainty/what-would-change.ts'
import { sayStep } from '../../wire/assessment.ts'
import type { Speak } from '../../wire/words.ts'
import { danger, fold, quiet, row, running, section, share, spread, strong, when, type Line } from './layout.ts'

const MARK = { open: '■', closed: '□', unknown: '▨' } as const

/** One certainty case, as one would print it: what is known, how sure, until when, what it rests on, what to do next. */
export const certaintyReport = (name: string, certainty: Certainty, changes: readonly WouldChange[], speak: Speak, scale: LikelihoodScale): readonly Line[] => [
  ...spread(name || 'Certainty that victims are present', `as known ${when(certainty.knownAt)}`),
  ...certaintyLines(certainty, speak, scale),
  ...changeLines(changes, certainty, speak),
  ...drawingLines(certainty),
]

/** The lines that a report of an operation shares with one of a case. */
export function certaintyLines(certainty: Certainty, speak: Speak, scale: LikelihoodScale, latest: Certainty | null = null): readonly Line[] {
  return [
    ...section('Are victims there?'),
    ...numberLines(certainty, scale, latest),
    ...certainty.gates.flatMap(({ id, state, why, figures }) => row(`${MARK[state]} ${speak(`gate.${id}`)}: ${speak(`state.${state}`)}`, speak(why, figures), 30)),
    ...(certainty.roots.length > 0 ? stepLines(certainty, speak) : []),
    ...circleLines(certainty),
  ]
}

const stepLines = ({ steps }: Certainty, speak: Speak): readonly Line[] => [
  ...section('How the number came about'),
  ...steps.flatMap((step) => fold(`  ${share(step.probability)}  `, sayStep(step, speak))),
]

function numberLines(certainty: Certainty, scale: LikelihoodScale, latest: Certainty | null): readonly Line[] {
  if (certainty.roots.length === 0) return [`  ${strong('Nothing is known about this site.')}`, '']
  const { validUntil } = certainty
  const differs = latest !== null && share(latest.probability) !== share(certainty.probability)
  return [
    differs ? betweenLine(certainty, latest) : oneNumberLine(certainty, scale),
    ...fold('  ', `Hour of entry ${when(certainty.at)}, as known ${when(certainty.knownAt)}. Rests on: ${certainty.roots.join(', ')}.`),
    ...(differs ? fold('  ', 'The account tells times no better than by day, month or year: the low end reads them at their earliest, the high end at their latest.') : []),
    validUntil === null ? quiet('  No validity: not every gate is open, or none will close.') : running(`  Valid until ${when(validUntil)}`),
    '',
  ]
}

const oneNumberLine = ({ probability, p10, p90 }: Certainty, scale: LikelihoodScale): Line =>
  `  ${strong(`${share(probability)} [${share(p10)}–${share(p90)}]`)}  ${wordFor(probability, scale)}`

/** One number would say more than the account does. */
const betweenLine = (earliest: Certainty, latest: Certainty): Line => {
  const [low, high] = [Math.min(earliest.probability, latest.probability), Math.max(earliest.probability, latest.probability)]
  const range = `[${share(Math.min(earliest.p10, latest.p10))}–${share(Math.max(earliest.p90, latest.p90))}]`
  return `  ${strong(`between ${share(low)} and ${share(high)} ${range}`)}`
}

function wordFor(probability: number, scale: LikelihoodScale): string {
  const said = likelihoodWord(scale, probability)
  if ('word' in said) return `${said.word} (${scale.name})`
  return 'between' in said ? `between ${said.between.map(({ word }) => word).join(' and ')} (${scale.name})` : `beyond ${said.beyond.word} (${scale.name})`
}

const circleLines = ({ lineage: { circles, sharedOrigins } }: Certainty): readonly Line[] => [
  ...circles.flatMap((circle) => fold('  ', `Circle: ${circle.join(' → ')} rest on each other and on nothing else.`)).map(danger),
  ...sharedOrigins.flatMap(({ id, roots }) => fold('  ', `Shared origin ${id}: ${roots.join(', ')} count for less than they seem.`)).map(danger),
]

export function changeLines(changes: readonly WouldChange[], { probability, roots }: Certainty, speak: Speak): readonly Line[] {
  if (changes.length === 0) return []
  const now = roots.length > 0 ? `(now ${share(probability)})` : '(now nothing is known)'
  const cell = (value: number | null) => (value === null ? '   –' : share(value))
  return [
    ...section('What would change it'),
    quiet(`  ${'One more report from'.padEnd(46)}yes   no     ${now}`),
    ...changes.map(({ kind, yes, no }) => `  ${speak(`kind.${kind}`).padEnd(46)}${cell(yes)}  ${cell(no)}`),
    ...fold('  ', '– : people one waits for and never sends. A "no" is by policy; it is weighed by how well such a look finds.').map(quiet),
  ]
}

const drawingLines = ({ drawing: { version, seed, draws, policy } }: Certainty): readonly Line[] =>
  ['', quiet(`  Can be computed again: ${version}, seed ${seed}, ${draws} draws, policy ${policy}.`)]
