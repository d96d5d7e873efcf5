import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { marksOf, marksSought, type KnownPerson } from '../core/intelligence/marks-of.ts'
import { ROOT } from './house/tree.ts'

/** How well people are found by marks, on names made by others. The figures are floors of what is reached today, and are printed. */

const NAMES = join(ROOT, '../shared/data/names')
const isHere = existsSync(NAMES)
const lines = (file: string): readonly string[] => readFileSync(join(NAMES, file), 'utf8').trim().split('\n')
const named = (name: string): KnownPerson => ({ names: [name], telephones: [] })
const keysOf = (marks: ReturnType<typeof marksOf>): readonly string[] => marks.map(({ field, value }) => `${field} ${value}`)
const said = (what: string, figures: Readonly<Record<string, number>>): void => console.info(`${what}: ${Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`).join(', ')}`)

beforeAll(() => {
  if (!isHere) console.warn(`How well people are found is not measured: ${NAMES} is not here.`)
})

describe.skipIf(!isHere)('people are found by their marks', () => {
  test.each([['russian', 0.8], ['hebrew', 0.7], ['arabic', 0.68], ['katakana', 0.63], ['korean', 0.5], ['chinese', 0]] as const)('written in %s and asked in Latin letters, of a thousand people with names of two parts', (script, least) => {
    const rows = lines(`latin_${script}.tsv`).map((line) => line.split('\t') as [string, string])
    const people = Array.from({ length: 1000 }, (_, at) => [0, 1].map((side) => `${rows[at]?.[side]} ${rows[at + 1000]?.[side]}`) as [string, string])
    const bearers = new Map<string, number[]>()
    people.forEach(([, own], at) => keysOf(marksOf(named(own))).forEach((key) => bearers.set(key, [...(bearers.get(key) ?? []), at])))
    const found = people.map(([latin]) => new Set(keysOf(marksSought(named(latin))).flatMap((key) => bearers.get(key) ?? [])))
    const right = found.filter((each, at) => each.has(at)).length
    const met = found.reduce((sum, each) => sum + each.size, 0)
    said(script, { recall: right / 1000, precision: met === 0 ? 1 : right / met })
    expect(right / 1000).toBeGreaterThanOrEqual(least)
    expect(met === 0 ? 1 : right / met).toBeGreaterThanOrEqual(0.75)
  })

  test('of labelled pairs of people, most that are the same meet and few that are not', () => {
    const pairs = lines('name_pairs.csv').slice(1).map((line) => line.split(',')).filter(([, schema]) => schema === 'Person')
    const meet = pairs.map(([, , a = '', b = '']) => keysOf(marksSought(named(b))).some((key) => keysOf(marksOf(named(a))).includes(key)))
    const count = (isMet: boolean, isSame: boolean) => pairs.filter((pair, at) => meet[at] === isMet && (pair[4] === 'true') === isSame).length
    const figures = { recall: count(true, true) / (count(true, true) + count(false, true)), precision: count(true, true) / (count(true, true) + count(true, false)) }
    said('labelled pairs', figures)
    expect(figures.recall).toBeGreaterThan(0.55)
    expect(figures.precision).toBeGreaterThan(0.75)
  })

  test('telephones meet whether they are written with their country or without', () => {
    const numbers = lines('phone_numbers.csv').slice(1).map((line) => line.split(','))
    const same = numbers.filter(([, , whole = '', , national = '']) => {
      const [a, b] = [marksOf({ names: [], telephones: [whole] }), marksOf({ names: [], telephones: [national] })]
      return a.length > 0 && keysOf(a)[0] === keysOf(b)[0]
    })
    said('telephones', { recall: same.length / numbers.length })
    expect(same.length / numbers.length).toBeGreaterThan(0.93)
  })
})
