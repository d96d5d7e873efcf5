import type { z } from 'zod'
import { badInput, type BadInput, type Finding, type Reading } from './bad-input.ts'
import { oneOf } from './expected-words.ts'
import { knownFields, valueAt } from './known-fields.ts'
import { misfitsOf, type Misfit } from './misfits.ts'
import { nearMiss } from './near-miss.ts'
import { quoted } from './printable.ts'

/** What a value has to be. */
export type Shape<Value> = z.ZodType<Value>

type Text = Pick<Extract<Reading, { accepted: true }>, 'value' | 'locate'>

export type Shaped<Value> =
  | { readonly accepted: true; readonly value: Value }
  | { readonly accepted: false; readonly bad: readonly BadInput[] }

/** More than anybody mends before trying again. */
const MOST_PROBLEMS = 20

/** Takes what was read from a file for what a shape says it is, or says what does not fit and where. */
export function readShape<Value>(schema: z.ZodType<Value>, file: string, text: Text): Shaped<Value> {
  const result = schema.safeParse(text.value)
  if (result.success) return { accepted: true, value: result.data }
  return { accepted: false, bad: shapeProblems(schema, file, text, result.error.issues) }
}

/** What zod found, in the words and at the lines of the file, from its top down; the first twenty. */
export function shapeProblems(schema: z.ZodType, file: string, text: Text, issues: readonly z.core.$ZodIssue[]): readonly BadInput[] {
  const misfits = issues.slice(0, MOST_PROBLEMS).flatMap((issue) => misfitsOf(issue)).flatMap(apart)
  const shown = misfits.slice(0, MOST_PROBLEMS).map((misfit) => badInput(file, finding(schema, text, misfit))).toSorted(fromTheTop)
  const more = misfits.length + Math.max(0, issues.length - MOST_PROBLEMS) - shown.length
  if (more <= 0) return shown
  const problem = `${more} more ${more === 1 ? 'problem' : 'problems'} in this file`
  return [...shown, badInput(file, { code: 'reading/more-of-these', problem })]
}

const fromTheTop = (a: BadInput, b: BadInput): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)

/** One problem for each unknown field, since zod tells of all those of a group at once. */
const apart = (misfit: Misfit): readonly Misfit[] =>
  misfit.issue.code === 'unrecognized_keys' ? misfit.issue.keys.map((name) => ({ ...misfit, path: [...misfit.path, name] })) : [misfit]

/** Finding a place means walking the text again, so this is done only for what is shown. */
function finding(schema: z.ZodType, text: Text, misfit: Misfit): Finding {
  const { issue, path } = misfit
  if (issue.code === 'unrecognized_keys') return unknownField(schema, text, path)
  const place = text.locate(path)
  if (isAuthored(issue)) return { code: 'reading/wrong-value', place, path, problem: issue.message }
  const value = valueAt(text.value, path)
  const expected = misfit.expected === null ? {} : { expected: misfit.expected }
  if (value === undefined) return { code: 'reading/missing-field', place, path, problem: 'is missing', ...expected }
  return { code: 'reading/wrong-value', place, path, problem: wrong(value, misfit), ...expected }
}

/** A message that the author of a shape wrote says more than anything that can be put together here. */
const isAuthored = ({ message }: z.core.$ZodIssue): boolean => !/^(?:Invalid|Too (?:big|small)|Unrecognized)/.test(message)

function unknownField(schema: z.ZodType, { value, locate }: Text, path: readonly (string | number)[]): Finding {
  const names = knownFields(schema, value, path.slice(0, -1))
  return {
    code: 'reading/unknown-field',
    place: locate(path, 'name'),
    path,
    problem: `is not a field here${didYouMean(path.at(-1), names)}`,
    ...(names.length > 0 && { expected: oneOf(names) }),
  }
}

function wrong(value: unknown, { issue, words }: Misfit): string {
  if (issue.code === 'too_small' || issue.code === 'too_big') return wrongSize(value, issue.code)
  if (words.length === 0) return `${quoted(value)} does not belong here`
  if (typeof value === 'string') return `${quoted(value)} is not known here${didYouMean(value, words)}`
  if (words.includes(String(value))) return `${quoted(value)} without quotes is no text; write "${quoted(value)}"`
  return typeof value === 'boolean' ? notAWord(value) : `${quoted(value)} does not belong here`
}

/** Values are words from a list. In YAML 1.2 only true and false are none; yes and no are words as they stand. */
const notAWord = (value: boolean): string => `${String(value)} is a truth value and not a word, as yes, no and unknown are`

function wrongSize(value: unknown, size: 'too_small' | 'too_big'): string {
  const small = size === 'too_small'
  if (typeof value === 'string') return small ? 'is blank or too short' : 'is too long'
  if (!Array.isArray(value)) return `${quoted(value)} is too ${small ? 'small' : 'large'}`
  return `${value.length} ${value.length === 1 ? 'entry is' : 'entries are'} too ${small ? 'few' : 'many'}`
}

function didYouMean(word: unknown, known: readonly string[]): string {
  const meant = nearMiss(String(word), known)
  return meant === null ? '' : `. Did you mean ${quoted(meant)}?`
}
