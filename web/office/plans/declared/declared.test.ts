import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PLAN_PARTS } from '../../../../core/planning/plan-facts.ts'
import { OFFENCE_KINDS } from '../../../../core/law/offence.ts'
import { STANDINGS } from '../../../../core/planning/standing.ts'
import { messagesOf } from '../../../../wire/words.ts'
import { ENTERED_FIELDS } from '../offences/offence-rows.ts'
import { declared, DECLARED, type DeclaredField, type DeclaredPartId } from './declared.ts'

const WORDS = join(import.meta.dirname, '../../../../words/en')
const words = messagesOf(readdirSync(WORDS).map((name) => readFileSync(join(WORDS, name), 'utf8')))
const wordless = (ids: readonly string[]): readonly string[] => ids.filter((id) => !Object.hasOwn(words, id))

const spokenIn = ({ name, label, form }: DeclaredField): readonly string[] => [`field.${label ?? name}`, ...('words' in form ? form.of.map((one) => `${form.words}.${one}`) : [])]

test.each(Object.keys(DECLARED) as DeclaredPartId[])('every field, list and answer of %s has its words', (part) => {
  const { fields, lists } = declared(part)
  expect(wordless([...fields, ...lists.flatMap((list) => list.fields)].flatMap(spokenIn))).toEqual([])
  expect(wordless(lists.map(({ list }) => `list.${part}.${list}`))).toEqual([])
})

test('so has every part, every standing, and every field of an offence that a unit enters', () => {
  expect(wordless([...PLAN_PARTS.map((part) => `part.${part}`), ...STANDINGS.map((standing) => `standing.${standing}`), ...ENTERED_FIELDS.map((field) => `field.law-${field}`), ...OFFENCE_KINDS.map((kind) => `offence-kind.${kind}`)])).toEqual([])
})
