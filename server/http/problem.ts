import { Defect } from '../../core/kernel/defect.ts'
import type { RefusalCode } from '../../core/refusals.ts'
import type { Problem } from '../../wire/api.ts'
import type { BadInput, BadInputCode } from '../../wire/reading/bad-input.ts'
import type { Speak } from '../../wire/words.ts'

/** Why a request is turned away before anybody looks at what it asks. */
export type RequestRefusalCode =
  | 'request/not-understood'
  | 'request/other-host'
  | 'request/nothing-here'
  | 'request/other-method'
  | 'request/other-format'
  | 'request/broken-off'
  | 'request/our-fault'

export type ProblemCode = RefusalCode | BadInputCode | RequestRefusalCode

/** The status each refusal answers with (RFC 9110, 15.5). A new refusal does not compile until it is placed here. */
export const STATUS = {
  'grading/no-way-back': 422,
  'grading/no-safe-conversion': 422,
  'grading/already-in-scheme': 422,
  'reading/unreadable': 400,
  'reading/too-large': 413,
  'reading/unknown-ending': 415,
  'reading/not-utf-8': 400,
  'reading/not-json': 400,
  'reading/not-yaml': 400,
  'reading/yaml-not-allowed': 400,
  'reading/too-deep': 400,
  'reading/duplicate-field': 400,
  'reading/unknown-field': 422,
  'reading/missing-field': 422,
  'reading/wrong-value': 422,
  'reading/more-of-these': 422,
  'request/not-understood': 400,
  'request/other-host': 421,
  'request/nothing-here': 404,
  'request/other-method': 405,
  'request/other-format': 415,
  'request/broken-off': 400,
  'request/our-fault': 500,
} as const satisfies Record<ProblemCode, number>

export const PROBLEM_JSON = 'application/problem+json'

/** The place on the API's page where a code is explained. */
export const anchorOf = (code: ProblemCode): string => code.replaceAll('/', '-')

interface Refused {
  readonly code: ProblemCode
  readonly detail: string
  readonly expected?: string
}

/** An answer that says no to the request as a whole. */
export const refuse = (speak: Speak, { code, detail, expected }: Refused, headers: Readonly<Record<string, string>> = {}): Response =>
  answer({ ...about(code, speak), detail, path: '', line: null, column: null, expected: expected ?? null, problems: [] }, headers)

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
