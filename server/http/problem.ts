import { Defect } from '../../core/kernel/defect.ts'
import type { RefusalCode } from '../../core/refusals.ts'
import type { Problem } from '../../wire/api.ts'
import type { AppendRefusal } from '../../ledger/ledger.ts'
import type { StoreTrouble } from '../../ledger/store/fault.ts'
import type { AccessRefusalCode } from '../gate.ts'
import type { PeopleRefusalCode } from '../people/people.ts'
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

/** Why somebody is not let in, or may not do this as the one they are. */
export type SessionRefusalCode =
  | 'session/not-signed-in'
  | 'session/wrong'
  | 'session/slow-down'
  | 'session/must-change-password'
  | 'session/password-unfit'
  | 'session/role'
  | 'session/other-origin'
  | 'session/code-needed'
  | 'session/code-wrong'
  | 'session/code-on'
  | 'session/passkey-wrong'
  | 'session/passkey-known'
  | 'session/passkey-place'
  | 'session/no-such-way'
  | 'session/step-up'

/** Why something about a case is not kept, or not found, though it was read. */
export type CaseRefusalCode =
  | AppendRefusal['code']
  | 'request/no-version'
  | 'request/no-such-version'
  | 'case/no-such-version'
  | 'case/no-such-site'
  | 'case/not-authorised-there'

/** What the world did to the store (ledger/store/fault.ts). Nothing of the request was kept, but for `unreachable`, where it may have been. */
export type StoreRefusalCode = `store/${StoreTrouble}`

export type ProblemCode = CaseRefusalCode | StoreRefusalCode | RefusalCode | BadInputCode | RequestRefusalCode | SessionRefusalCode | PeopleRefusalCode | AccessRefusalCode

/** The status each refusal answers with (RFC 9110, 15.5). A new refusal does not compile until it is placed here. */
export const STATUS = {
  'grading/no-way-back': 422,
  'grading/no-safe-conversion': 422,
  'grading/already-in-scheme': 422,
  'task/nobody-to-send': 422,
  'task/under-control': 422,
  'task/due-in-the-past': 422,
  'lead/not-owed': 422,
  'lead/not-verified': 409,
  'lead/no-review-date': 422,
  'source/handler-is-controller': 422,
  'source/not-registered': 404,
  'source/registered-already': 409,
  'source/under-control': 422,
  'plan/not-an-authorising-officer': 403,
  'plan/own-plan': 403,
  'plan/entered': 409,
  'plan/stood-down': 409,
  'plan/urgent-track': 409,
  'plan/hour-has-passed': 409,
  'plan/already-authorised': 409,
  'plan/blind': 422,
  'plan/not-ready': 422,
  'plan/review-in-the-past': 422,
  'policy/not-an-authorising-officer': 403,
  'policy/out-of-range': 422,
  'policy/no-such-way': 422,
  'reading/unreadable': 400,
  'reading/too-large': 413,
  'reading/unknown-ending': 415,
  'reading/not-utf-8': 400,
  'reading/not-json': 400,
  'reading/not-yaml': 400,
  'reading/not-csv': 400,
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
  'session/not-signed-in': 401,
  'session/wrong': 401,
  'session/slow-down': 429,
  'session/must-change-password': 403,
  'session/password-unfit': 422,
  'session/role': 403,
  'session/other-origin': 403,
  'session/code-needed': 401,
  'session/code-wrong': 401,
  'session/code-on': 409,
  'session/passkey-wrong': 401,
  'session/passkey-known': 409,
  'session/passkey-place': 409,
  'session/no-such-way': 404,
  'session/step-up': 403,
  'people/name-taken': 409,
  'people/not-here': 404,
  'people/has-left': 409,
  'people/last-administrator': 409,
  'people/nothing-to-take': 409,
  'ledger/stale': 412,
  'ledger/entry-differs': 409,
  'request/no-version': 428,
  'request/no-such-version': 400,
  'case/no-such-version': 404,
  'case/no-such-site': 422,
  'case/not-authorised-there': 404,
  'store/disk-full': 507,
  'store/busy': 503,
  'store/read-only': 503,
  'store/damaged': 503,
  'store/unreachable': 503,
  'access/administrator': 403,
  'access/no-such-file': 404,
} as const satisfies Record<ProblemCode, number>

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
