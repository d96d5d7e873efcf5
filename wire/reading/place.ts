import { quoted } from './printable.ts'

/** One step on the way to a value: a field's name or a place in a list, counted from 0. */
export type Step = string | number

/** The way from the top of a file to a value, as `['reports', 2, 'kind']`. */
export type Path = readonly Step[]

/** A place in a file, counted from 1, as editors count; columns in UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/**
 * Where a value stands in its file, or the field's name that leads to it.
 *
 * What is not there, such as a field left out, is placed at the nearest thing around it that is.
 */
export type Locate = (path: Path, part?: 'value' | 'name') => Place | null

/** A line ends with LF, CR LF or a lone CR. */
const LINE_END = /\r\n|\n|\r/g

export function placeOf(text: string, offset: number): Place {
  let [line, start] = [1, 0]
  for (const { index, 0: end } of text.matchAll(LINE_END)) {
    if (index + end.length > offset) break
    line += 1
    start = index + end.length
  }
  return { line, column: offset - start + 1 }
}

/** A name that needs no quotes to be told from what surrounds it. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_-]{0,59}$/u

/** A path as people write it: `reports[2].kind`. */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    if (!PLAIN_NAME.test(step)) return `${text}[${quoted(step)}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
