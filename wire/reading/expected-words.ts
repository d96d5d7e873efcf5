import type { z } from 'zod'

/** What a type is called by somebody who fills in a file and has never programmed. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false, without quotes',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  null: 'nothing (null)',
}

export const typeInWords = (type: string): string => TYPES[type] ?? type

/** A word that can stand in a sentence and in YAML without quotes and without being taken for something else. */
const BARE = /^(?!(?:true|false|null)$)[a-z][\w+:.-]*$/i

/** The words that may stand somewhere: `one of: saw, told, inferred`. */
export function oneOf(values: readonly unknown[]): string {
  const words = values.map((value) => (typeof value === 'string' && !BARE.test(value) ? JSON.stringify(value) : String(value)))
  return words.length === 1 ? String(words[0]) : `one of: ${words.join(', ')}`
}

/** What one issue of zod asks for, or null where it does not say. */
export function expectedBy(issue: z.core.$ZodIssue): string | null {
  switch (issue.code) {
    case 'invalid_type':
      return typeInWords(issue.expected)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${ofWhat(issue.origin, issue.minimum)}`
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${ofWhat(issue.origin, issue.maximum)}`
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`
    case 'invalid_format':
      return FORMATS[issue.format] ?? null
    case 'invalid_union':
      return issue.errors.length === 0 && 'options' in issue && issue.options ? oneOf(issue.options) : null
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return null
  }
}

function ofWhat(origin: string, count: number | bigint): string {
  if (origin === 'string') return count === 1 ? ' character' : ' characters'
  if (origin === 'array') return count === 1 ? ' entry' : ' entries'
  return ''
}

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'an instant with its zone, such as 2026-03-04T06:00:00Z',
  date: 'a day, such as 2026-03-04',
}
