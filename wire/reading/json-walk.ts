import { DEEPEST } from './bad-input.ts'
import { passText, passWord, type Cursor } from './json-tokens.ts'
import type { Path, Step } from './place.ts'

/** Five megabytes of ones, each of which does not fit, would fill the memory with what is to be said of them. */
const MOST_VALUES = 500_000

/** Where walking stopped, and why. */
export type JsonFault =
  | { readonly fault: 'syntax'; readonly at: number; readonly expected: string }
  | { readonly fault: 'too-deep' | 'too-many'; readonly at: number }
  | { readonly fault: 'duplicate-field'; readonly at: number; readonly path: Path }

/** Told of every value and every field's name, with its offset and the way to it. Answers whether to go on. */
export type Visit = (part: 'value' | 'name', at: number, path: Path) => 'go-on' | 'stop'

type Awaited = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing'

const EXPECTED: Readonly<Record<Awaited, string>> = {
  value: 'a value: text in double quotes, a number, a list or a group of fields',
  'value-or-end': 'a value, or "]"',
  name: 'the name of a field in double quotes; no comma stands after the last field',
  'name-or-end': 'the name of a field in double quotes, or "}"',
  colon: 'a colon after the name of the field',
  'comma-or-end': 'a comma, or the bracket that closes',
  nothing: 'the end of the file',
}

const EXPECTED_IN_TEXT = 'text that ends with a double quote, with \\n for a line break and \\\\ for a backslash'

interface Walk extends Cursor {
  readonly visit: Visit
  readonly path: Step[]
  /** The fields met so far in each group that is open; null for a list. */
  readonly open: (Set<string> | null)[]
  awaited: Awaited
  values: number
}

/**
 * Walks a JSON text (RFC 8259) from the start, without calling itself, and answers with the first fault.
 *
 * JSON.parse stays the judge of what is JSON. It does not always say where it stopped, keeps the last of two
 * fields of one name, and reads any depth; this says where things stand, and refuses the other two.
 */
export function walkJson(text: string, visit: Visit = () => 'go-on'): JsonFault | null {
  const walk: Walk = { text, visit, path: [], open: [], at: 0, awaited: 'value', values: 0 }
  for (;;) {
    skipBlank(walk)
    if (walk.at >= text.length) return walk.awaited === 'nothing' ? null : unexpected(walk)
    const stopped = step(walk)
    if (stopped) return stopped === 'stop' ? null : stopped
  }
}

/** Undefined to go on. */
type Stopped = JsonFault | 'stop' | undefined

function step(walk: Walk): Stopped {
  const mark = walk.text.charAt(walk.at)
  switch (walk.awaited) {
    case 'value-or-end':
      return mark === ']' ? close(walk) : takeValue(walk, mark)
    case 'value':
      return takeValue(walk, mark)
    case 'name-or-end':
      return mark === '}' ? close(walk) : takeName(walk, mark)
    case 'name':
      return takeName(walk, mark)
    case 'colon':
      return mark === ':' ? pass(walk, 'value') : unexpected(walk)
    case 'comma-or-end':
      return takeComma(walk, mark)
    case 'nothing':
      return unexpected(walk)
  }
}

function takeValue(walk: Walk, mark: string): Stopped {
  walk.values += 1
  if (walk.values > MOST_VALUES) return { fault: 'too-many', at: walk.at }
  if (walk.visit('value', walk.at, walk.path) === 'stop') return 'stop'
  if (mark === '{' || mark === '[') return open(walk, mark)
  if (mark === '"' ? passText(walk) : passWord(walk)) return afterValue(walk)
  return unexpected(walk, mark === '"' ? EXPECTED_IN_TEXT : EXPECTED[walk.awaited])
}

function open(walk: Walk, mark: '{' | '['): Stopped {
  if (walk.open.length === DEEPEST) return { fault: 'too-deep', at: walk.at }
  walk.open.push(mark === '{' ? new Set() : null)
  walk.path.push(mark === '{' ? '' : 0)
  return pass(walk, mark === '{' ? 'name-or-end' : 'value-or-end')
}

function close(walk: Walk): Stopped {
  walk.open.pop()
  walk.path.pop()
  walk.at += 1
  return afterValue(walk)
}

function afterValue(walk: Walk): Stopped {
  walk.awaited = walk.open.length === 0 ? 'nothing' : 'comma-or-end'
  return undefined
}

function takeName(walk: Walk, mark: string): Stopped {
  const start = walk.at
  if (mark !== '"') return unexpected(walk)
  if (!passText(walk)) return unexpected(walk, EXPECTED_IN_TEXT)
  const name = JSON.parse(walk.text.slice(start, walk.at)) as string
  walk.path[walk.path.length - 1] = name
  const names = walk.open.at(-1)
  if (names?.has(name)) return { fault: 'duplicate-field', at: start, path: [...walk.path] }
  names?.add(name)
  walk.awaited = 'colon'
  return walk.visit('name', start, walk.path) === 'stop' ? 'stop' : undefined
}

function takeComma(walk: Walk, mark: string): Stopped {
  const names = walk.open.at(-1)
  if (mark === (names ? '}' : ']')) return close(walk)
  if (mark !== ',') return unexpected(walk)
  const last = walk.path.length - 1
  if (!names) walk.path[last] = Number(walk.path[last]) + 1
  return pass(walk, names ? 'name' : 'value')
}

function pass(walk: Walk, awaited: Awaited): undefined {
  walk.at += 1
  walk.awaited = awaited
}

const unexpected = (walk: Walk, expected: string = EXPECTED[walk.awaited]): JsonFault => ({ fault: 'syntax', at: walk.at, expected })

function skipBlank(walk: Walk): void {
  while (walk.at < walk.text.length && ' \t\n\r'.includes(walk.text.charAt(walk.at))) walk.at += 1
}
