import type { Problem } from '../../wire/report.ts'
import { badInput, type BadInput } from '../../wire/reading/bad-input.ts'
import type { Locate } from '../../wire/reading/place.ts'

/** What no single value can show to be wrong, each with its place in what was sent. */
export const problemsOf = (file: string, problems: readonly Problem[], locate: Locate): readonly BadInput[] =>
  problems.map(({ path, message }) => badInput(file, { code: 'reading/wrong-value', place: locate(path), path, problem: message }))
