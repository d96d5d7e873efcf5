import { expect, test } from 'vitest'
import { fieldsOf, type Schema } from './fields.ts'

const told = (schema: Schema): readonly string[] =>
  fieldsOf(schema).map(({ path, kinds, need, onlyWhere }) => [path, kinds.join(' or '), need, ...onlyWhere].join(' | '))

const text = { type: 'string' }
const group = (properties: Record<string, Schema>, required: readonly string[] = []): Schema => ({ type: 'object', properties, required })

test('fields are listed from the top down, with the way to each', () => {
  expect(told(group({ a: text, b: group({ c: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } }, ['c']), d: { type: 'array', items: group({ e: { enum: ['x', 'y'] } }) } }, ['a']))).toEqual([
    'a | text | required',
    'b | a group of fields | optional',
    'b.c | a whole number, 0 or more | required',
    'd | a list of groups of fields | optional',
    'd[].e | x · y | optional',
  ])
})

test('what several groups share is listed once, and what only one has says which', () => {
  const report = (finding: string, more: Record<string, Schema> = {}) => group({ id: text, finding: { type: 'string', const: finding }, ...more }, ['id', 'finding'])
  expect(told({ type: 'array', items: { oneOf: [report('present'), report('absent', { sensitivity: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 } })] } })).toEqual([
    '[].id | text | required',
    '[].finding | present or absent | required',
    '[].sensitivity | a number, over 0 and under 1 | optional | finding: absent',
  ])
})

test('a value that may be a word, a list or nothing says so', () => {
  const value = { anyOf: [{ const: 'unknown' }, { type: 'array', items: text }, { type: 'null' }, { type: 'boolean' }, { type: 'string', format: 'date' }, {}] }
  expect(told(group({ value }))).toEqual(['value | unknown or a list of text or null or true or false or a day or anything | optional'])
})

test('a group that stands beside a word is told from it', () => {
  const offence = { anyOf: [text, group({ id: text })] }
  expect(told(group({ offence }))).toEqual(['offence | text or a group of fields | optional', 'offence.id | text | optional'])
})
