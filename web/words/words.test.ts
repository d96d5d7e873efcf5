import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { icd203 } from '../../wire/likelihood-scales.ts'
import { messagesOf } from '../../wire/words.ts'

const ROOT = new URL('../../', import.meta.url)
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')

const sources = ['web', 'ui']
  .flatMap((folder) => readdirSync(new URL(folder, ROOT), { recursive: true }).map((path) => `${folder}/${String(path)}`))
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .map(textOf)

const files = readdirSync(new URL('words/en', ROOT)).map((name) => `words/en/${name}`)
const all = messagesOf(files.map(textOf))
/** The files of words that only pages say; the others hold what the core and the server say as well. */
const pages = messagesOf(['words/en/pages.po', 'words/en/office.po'].map(textOf))

/** `'certainty.title'` anywhere in the sources; an id always has a dot or a stroke in it. */
const literals = new Set(sources.flatMap((text) => [...text.matchAll(/['"]([a-z][\w-]*(?:[./][\w-]+)+)['"]/gi)].map(([, id = '']) => id)))
/** `${…}` in an id stands for anything without a dot. */
const patterns = sources
  .flatMap((text) => [...text.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{[\w.]+\})+)`/gi)].map(([, template = '']) => template))
  .map((template) => new RegExp(`^${template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', String.raw`\.`)).join('[\\w/-]+')}$`))
const words = new Set(sources.flatMap((text) => [...text.matchAll(/say\('([\w-]+)'/g)].map(([, id = '']) => id)))

describe('the words of the pages', () => {
  const said = sources.flatMap((text) => [...text.matchAll(/\bsay\('([^']+)'/g)].map(([, id = '']) => id))

  test('the sources are really read', () => expect(said.length).toBeGreaterThan(100))

  test('everything said is written', () => expect([...new Set(said)].filter((id) => !(id in all))).toEqual([]))

  test('every sentence is said somewhere', () => {
    expect(Object.keys(pages).filter((id) => !literals.has(id) && !words.has(id) && !patterns.some((pattern) => pattern.test(id)))).toEqual([])
  })

  test('every likelihood of the scale has its words', () => {
    expect(icd203().bands.map(({ word }) => `likelihood.${word.replaceAll(' ', '-')}`).filter((id) => !(id in all))).toEqual([])
  })

  test('a word of the glossary has its meaning and its standard', () => {
    const terms = new Set(sources.flatMap((text) => [...text.matchAll(/(?:\bterm|\bof)="([\w-]+)"/g)].map(([, id = '']) => id)))
    const known = [...terms].filter((id) => `term.${id}` in all)
    expect(known.length).toBeGreaterThan(15)
    expect(known.filter((id) => !(`term.${id}-means` in all && `term.${id}-standard` in all))).toEqual([])
  })
})
