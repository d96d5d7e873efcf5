import { Composer, isScalar, type Document } from 'yaml'
import { notRead, TWICE, type Finding, type Reading } from './bad-input.ts'
import { placeOf, type Locate } from './place.ts'
import { cut, quoted } from './printable.ts'
import { yamlTokens } from './yaml-tokens.ts'
import { faultyName, offsetOf } from './yaml-tree.ts'

/** YAML 1.2 core, in which `no` and `on` are words. Names of fields are text; duplicates are looked for here. */
const OPTIONS = {
  version: '1.2', schema: 'core', merge: false, resolveKnownTags: false,
  stringKeys: true, uniqueKeys: false, logLevel: 'error',
} as const

/** What YAML 1.2 has no character for: controls, and a lone CR, which the parser does not take for a line end. */
const NOT_YAML = /(?![\t\n\r\x7f-\x9f])\p{Cc}|\r(?!\n)/u

/**
 * Reads a YAML text strictly: one document of YAML 1.2 core, without anchors, aliases, tags, directives or merging,
 * no field twice, no deeper than 64.
 */
export function readYaml(file: string, text: string): Reading {
  const control = text.search(NOT_YAML)
  if (control >= 0) return notRead(file, controlCharacter(text, control))
  const read = yamlTokens(text)
  if (!read.accepted) return notRead(file, { ...read.notAllowed, place: placeOf(text, read.notAllowed.at) })
  const [document, another] = new Composer(OPTIONS).compose(read.tokens, true, text.length)
  const fault = faultIn(text, document, another)
  if (fault || !document) return notRead(file, fault ?? EMPTY)
  return { accepted: true, value: document.toJS({ maxAliasCount: 0 }), locate: locateIn(text, document) }
}

const EMPTY: Finding = { code: 'reading/not-yaml', problem: 'the file is empty', expected: 'a group of fields' }

const controlCharacter = (text: string, at: number): Finding => ({
  code: 'reading/not-yaml',
  place: placeOf(text, at),
  problem: `the character ${quoted(text.charAt(at))} does not belong in YAML`,
  expected: 'lines that end with LF or CR LF, and no control characters but those written in double quotes, as "\\t"',
})

/** Nothing but blanks and comments. A null that somebody wrote is left to the shape. */
const isEmpty = (contents: unknown): boolean => contents === null || (isScalar(contents) && contents.value === null && contents.source === '')

function faultIn(text: string, document: Document.Parsed | undefined, another: Document.Parsed | undefined): Finding | null {
  const [error] = [...(document?.errors ?? []), ...(document?.warnings ?? [])]
  if (error) return { code: 'reading/not-yaml', place: placeOf(text, error.pos[0]), problem: `not YAML: ${cut(error.message, 200)}` }
  if (!document || isEmpty(document.contents)) return EMPTY
  if (another) return { code: 'reading/yaml-not-allowed', place: placeOf(text, another.range[0]), problem: 'a second document begins here' }
  const faulty = faultyName(document.contents, [])
  if (!faulty) return null
  const at = { place: placeOf(text, faulty.at), path: faulty.path }
  return faulty.fault === 'merge'
    ? { code: 'reading/yaml-not-allowed', ...at, problem: 'merging (<<) is not read', expected: 'the fields written out' }
    : { code: 'reading/duplicate-field', ...at, ...TWICE }
}

const locateIn =
  (text: string, document: Document.Parsed): Locate =>
  (path, part = 'value') =>
    placeOf(text, offsetOf(document.contents, path, part))
