import { describe, expect, test } from 'vitest'
import { ambiguous, entriesOf, exportsOf, twice, withoutThing, withoutWord } from './house/glossary-rules.ts'
import { isTest, readTree } from './house/tree.ts'

/** GLOSSARY.md is the authority over names: a word of the field, the standard it comes from, its identifier. */

const core = readTree((path) => path.startsWith('core/') && path.endsWith('.ts') && !isTest(path))
const exported = core.flatMap(exportsOf)
const entries = entriesOf(readTree((path) => path === 'GLOSSARY.md')[0]?.text ?? '')

describe('the glossary of the house', () => {
  test('every name the core exports is a word in it', () => expect(withoutWord(entries, exported)).toEqual([]))
  test('it lists no name that the core does not export', () => expect(withoutThing(entries, exported)).toEqual([]))
  test('no word in it has two names', () => expect(ambiguous(entries)).toEqual([]))
  test('no name stands for two things', () => expect(twice(exported)).toEqual([]))
  test('the core is really read', () => expect(exported.map(({ identifier }) => identifier)).toContain('FLOW'))
})

const source = {
  path: 'core/law/offence.ts',
  text: [
    'export type Offence = { readonly id: string }',
    'export interface Element<T> { readonly of: T }',
    'export const supportedBy = (x: Offence): boolean => true',
    'export async function* elementsOf() {}',
    'const held = 1, found = 2',
    'export { held, found as foundAtTheScene }',
    'const notExported = 3',
  ].join('\n'),
}
const names = ['Offence', 'Element', 'supportedBy', 'elementsOf', 'held', 'foundAtTheScene']

const table = (...rows: readonly string[]): string =>
  ['# Law', '', '| word | standard | identifier |', '|---|:---:|---|', ...rows, '', 'Prose | with a bar.', '', '| other | table |', '|---|---|', '| a | b |'].join('\n')

describe('a fault in a glossary is seen', () => {
  const written = exportsOf(source)

  test('every kind of export is read, and nothing else', () => {
    expect(written.map(({ identifier }) => identifier)).toEqual(names)
  })
  test('rows are read from tables of words, and from no other', () => {
    expect(entriesOf(table('| offence | national codes | `Offence` |'))).toEqual([{ word: 'offence', identifier: 'Offence' }])
  })
  test('a name without a word', () => {
    expect(withoutWord(entriesOf(table('| offence | — | `Offence` |')), written)).toHaveLength(names.length - 1)
  })
  test('a word without a thing', () => {
    expect(withoutThing(entriesOf(table('| raid | — | `Raid` |')), written)).toEqual(['"raid" names Raid, which the core does not export'])
  })
  test('a word with two names, in two tables', () => {
    const both = `${table('| offence | — | `Offence` |')}\n\n${table('| Offence | — | `supportedBy` |')}`
    expect(ambiguous(entriesOf(both))).toEqual(['"offence" has the names Offence and supportedBy'])
  })
  test('two things under one name', () => {
    expect(twice([...written, ...exportsOf({ ...source, path: 'core/planning/plan.ts' })])).toHaveLength(names.length)
  })
})
