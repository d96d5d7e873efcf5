import type { Operation } from '../../core/planning/operation.ts'
import { readOperation, type Reading } from '../../core/planning/readiness.ts'
import { assessmentAnswer, exitCodeOf } from '../../wire/assessment.ts'
import { operationShape } from '../../wire/operation.ts'
import type { BadInput } from '../../wire/reading/bad-input.ts'
import { inForce } from '../../wire/in-force.ts'
import { scaleInUse, speakEnglish } from '../in-words.ts'
import { EXIT_BAD_INPUT } from '../exit.ts'
import { complain, readInput } from '../input.ts'
import { print } from '../report/layout.ts'
import { operationReport } from '../report/operation-report.ts'

/**
 * Reads operations and answers with the highest exit code.
 *
 * One bad file among several keeps its place in the list with what is wrong with it, and stops none of the others.
 */
export async function assess(files: readonly string[], form: 'json' | 'report'): Promise<number> {
  const [force, speak] = [inForce(), speakEnglish()]
  const shape = operationShape(new Set(force.law.keys()))
  const outcomes: (Reading | readonly BadInput[])[] = []
  for (const file of files) {
    const input = await readInput<Operation>(file, () => shape)
    if (!input.accepted) complain(input.problems)
    outcomes.push(input.accepted ? readOperation(input.value, force) : input.problems)
  }

  if (form === 'json') {
    const answers = outcomes.map((outcome) => ('read' in outcome ? assessmentAnswer(outcome, speak) : { problems: outcome }))
    if (files.length > 1 || isReading(outcomes[0])) process.stdout.write(`${JSON.stringify(files.length > 1 ? answers : answers[0], null, 2)}\n`)
  } else print(outcomes.filter(isReading).map((reading) => operationReport(reading, speak, scaleInUse())))

  return Math.max(...outcomes.map((outcome) => ('read' in outcome ? exitCodeOf(outcome) : EXIT_BAD_INPUT)))
}

const isReading = (outcome: Reading | readonly BadInput[] | undefined): outcome is Reading => outcome !== undefined && 'read' in outcome
