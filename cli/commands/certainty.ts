import type { CertaintyCase } from '../../core/certainty/certainty-case.ts'
import { certaintyOf } from '../../core/certainty/certainty.ts'
import { whatWouldChange } from '../../core/certainty/what-would-change.ts'
import { certaintyAnswer } from '../../wire/assessment.ts'
import { certaintyShapeFor } from '../../wire/certainty-case.ts'
import { certaintyPolicy } from '../../wire/policy.ts'
import { scaleInUse, speakEnglish } from '../in-words.ts'
import { EXIT_BAD_INPUT } from '../exit.ts'
import { complain, readInput } from '../input.ts'
import { certaintyReport } from '../report/certainty-report.ts'
import { print } from '../report/layout.ts'

/** Answers one case, or each of a list in its order. */
export async function certainty(file: string, form: 'json' | 'report'): Promise<number> {
  const input = await readInput<CertaintyCase | readonly CertaintyCase[]>(file, certaintyShapeFor)
  if (!input.accepted) {
    complain(input.problems)
    return EXIT_BAD_INPUT
  }
  const [policy, speak, scale] = [certaintyPolicy(), speakEnglish(), scaleInUse()]
  const cases = isList(input.value) ? input.value : [input.value]
  const answers = cases.map((asked) => certaintyOf(asked, policy))
  if (form === 'json') {
    const out = answers.map((answer) => certaintyAnswer(answer, speak))
    process.stdout.write(`${JSON.stringify(isList(input.value) ? out : out[0], null, 2)}\n`)
  } else print(answers.map((answer, i) => certaintyReport(cases[i]!.name ?? '', answer, whatWouldChange(cases[i]!, policy), speak, scale)))
  return 0
}

const isList = (value: CertaintyCase | readonly CertaintyCase[]): value is readonly CertaintyCase[] => Array.isArray(value)
