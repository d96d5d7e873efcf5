import { pathText, type Locate, type Path, type Place } from './place.ts'
import { cut, printable } from './printable.ts'

/** Why a file is not read. The codes are public: never renamed, never reused. */
export type BadInputCode =
  | 'reading/unreadable'
  | 'reading/too-large'
  | 'reading/unknown-ending'
  | 'reading/not-utf-8'
  | 'reading/not-json'
  | 'reading/not-yaml'
  | 'reading/not-csv'
  | 'reading/yaml-not-allowed'
  | 'reading/too-deep'
  | 'reading/duplicate-field'
  | 'reading/unknown-field'
  | 'reading/missing-field'
  | 'reading/wrong-value'
  | 'reading/more-of-these'

/** What is wrong with a file: where, what stands there, and what was expected instead. */
export interface BadInput {
  readonly code: BadInputCode
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  /** The way to the value, as `reports[2].kind`; empty for the file as a whole. */
  readonly path: string
  readonly problem: string
  readonly expected: string | null
}

/** What a file holds, and where each part of it stands; or the one thing that keeps it from being read. */
export type Reading =
  | { readonly accepted: true; readonly value: unknown; readonly locate: Locate }
  | { readonly accepted: false; readonly bad: BadInput }

/** What a reader knows when it finds something wrong; the rest is nothing rather than left out. */
export interface Finding {
  readonly code: BadInputCode
  readonly place?: Place | null
  readonly path?: Path
  readonly problem: string
  readonly expected?: string
}

export const badInput = (file: string, { code, place, path = [], problem, expected }: Finding): BadInput => ({
  code,
  file,
  line: place?.line ?? null,
  column: place?.column ?? null,
  path: pathText(path),
  problem,
  expected: expected ?? null,
})

export const notRead = (file: string, finding: Finding): Reading => ({ accepted: false, bad: badInput(file, finding) })

/** Deeper than any file of ours; a reader that calls itself would run out of stack at some thousands. */
export const DEEPEST = 64

/** What is said alike of JSON and of YAML. */
export const TOO_DEEP = { problem: 'too many lists and groups inside one another', expected: `at most ${DEEPEST}` }
export const TWICE = { problem: 'this field is here twice', expected: 'each field once in its group' }

const TERMINAL_WIDTH = 100
const MOST_OF_A_TEXT = 1000

/**
 * A problem as one line for a terminal, or two where the line would be long.
 *
 * Everything in it may come from the file or from its name, so all of it is made printable here, once.
 */
export function printBadInput({ file, line, column, path, problem, expected }: BadInput): string {
  const where = line === null ? file : `${file}:${line}:${column ?? 1}`
  const what = ended(path === '' ? problem : `${path}: ${problem}`)
  const first = shown(`${where}  ${what}`)
  if (expected === null) return first
  const second = shown(ended(`Expected ${expected}`))
  return first.length + second.length < TERMINAL_WIDTH ? `${first} ${second}` : `${first}\n    ${second}`
}

const shown = (text: string): string => cut(printable(cut(text, MOST_OF_A_TEXT)), MOST_OF_A_TEXT)

const ended = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`)
