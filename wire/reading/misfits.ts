import type { z } from 'zod'
import { expectedBy, oneOf } from './expected-words.ts'
import type { Path, Step } from './place.ts'

type Issue = z.core.$ZodIssue

/** One thing that does not fit its shape: where, what may stand there, and which of that are words to choose from. */
export interface Misfit {
  readonly issue: Issue
  readonly path: Path
  readonly words: readonly string[]
  readonly expected: string | null
}

/**
 * What does not fit, told so that each problem can be put right where it is.
 *
 * Where a value fits none of several shapes, the problems are those of the shape that was most likely meant. A shape
 * of another kind (a word where a group stands) was not meant. Where all are, one problem names everything that may
 * stand there.
 */
export function misfitsOf(issue: Issue, before: Path = []): readonly Misfit[] {
  const path = [...before, ...(issue.path as Step[])]
  const single = { issue, path, words: wordsOf(issue), expected: expectedBy(issue) }
  if (issue.code !== 'invalid_union' || issue.errors.length === 0 || issue.message !== 'Invalid input') return [single]
  const shapes = issue.errors.map((errors) => errors.flatMap((inner) => misfitsOf(inner, path)))
  const meant = shapes.filter((shape) => !shape.some((misfit) => isOfAnotherKind(misfit, path))).toSorted((a, b) => a.length - b.length)[0]
  if (meant) return meant
  const atTop = shapes.flat().filter((misfit) => misfit.path.length === path.length)
  const words = atTop.flatMap((misfit) => misfit.words)
  return [{ issue, path, words, expected: anyOf(words, atTop) }]
}

const isOfAnotherKind = ({ issue, path }: Misfit, top: Path): boolean =>
  path.length === top.length && ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code)

function wordsOf(issue: Issue): readonly string[] {
  const values = issue.code === 'invalid_value' ? issue.values : 'options' in issue && Array.isArray(issue.options) ? issue.options : []
  return values.filter((value) => typeof value === 'string')
}

/** Everything that may stand at the top: the words together, then each other kind once. */
function anyOf(words: readonly string[], atTop: readonly Misfit[]): string | null {
  const others = atTop.filter((misfit) => misfit.words.length === 0).map(({ expected }) => expected)
  const kinds = [...(words.length > 0 ? [oneOf(words)] : []), ...others].filter((kind) => kind !== null)
  return kinds.length === 0 ? null : [...new Set(kinds)].join(', or ')
}
