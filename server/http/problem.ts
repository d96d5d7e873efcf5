import { Defect } from '../../core/kernel/defect.ts'
import type { Problem } from '../../wire/api.ts'
import type { BadInput } from '../../wire/reading/bad-input.ts'
import type { Speak } from '../../wire/words.ts'
import { STATUS, type ProblemCode } from './status.ts'

export const PROBLEM_JSON = 'application/problem+json'

/** The place on the API's page where a code is explained. */
export const anchorOf = (code: ProblemCode): string => code.replaceAll('/', '-')

interface Refused extends Pick<Problem, 'meanwhile' | 'names'> {
  readonly code: ProblemCode
  readonly detail: string
  readonly expected?: string
}

/** An answer that says no to the request as a whole. */
export const refuse = (speak: Speak, { code, detail, expected, ...more }: Refused, headers: Readonly<Record<string, string>> = {}): Response =>
  answer({ ...about(code, speak), detail, path: '', line: null, column: null, expected: expected ?? null, problems: [], ...more }, headers)

/** An answer that says what is wrong with what was sent, and where. The first problem stands for all. */
export function refuseBody(speak: Speak, bad: readonly BadInput[], headers: Readonly<Record<string, string>> = {}): Response {
  const [first] = bad
  if (!first) throw new Defect('a body was refused and nothing is wrong with it')
  const problems = bad.map(({ file: _file, ...problem }) => problem)
  const { path, line, column, expected } = first
  return answer({ ...about(first.code, speak), detail: inWords(first), path, line, column, expected, problems }, headers)
}

const about = (code: ProblemCode, speak: Speak) => ({ type: `/api#${anchorOf(code)}`, title: speak(`refusal.${code}`), status: STATUS[code], code })

const inWords = ({ path, problem }: BadInput): string => (path === '' ? problem : `${path}: ${problem}`)

const answer = (problem: Problem, headers: Readonly<Record<string, string>>): Response =>
  new Response(JSON.stringify(problem), { status: problem.status, headers: { 'content-type': PROBLEM_JSON, ...headers } })
