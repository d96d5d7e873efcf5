import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import admiralty from '../catalogues/vocabularies/admiralty.json' with { type: 'json' }
import icd203 from '../catalogues/vocabularies/icd-203.json' with { type: 'json' }
import permittedAction from '../catalogues/vocabularies/permitted-action.json' with { type: 'json' }
import phiaYardstick from '../catalogues/vocabularies/phia-yardstick.json' with { type: 'json' }
import tlp from '../catalogues/vocabularies/tlp.json' with { type: 'json' }
import uk3x5x2 from '../catalogues/vocabularies/uk-3x5x2.json' with { type: 'json' }
import uk5x5x5 from '../catalogues/vocabularies/uk-5x5x5.json' with { type: 'json' }
import { GradingVocabulary, HandlingVocabulary, LikelihoodVocabulary } from './vocabularies.ts'

describe('the vocabularies', () => {
  test('of grading give every code of their scheme, with a label and how surely it was read', () => {
    for (const vocabulary of [admiralty, uk3x5x2, uk5x5x5]) expect(GradingVocabulary.parse(vocabulary)).toEqual(vocabulary)
  })

  test('of handling give every label of their protocol', () => {
    for (const vocabulary of [tlp, permittedAction]) expect(HandlingVocabulary.parse(vocabulary)).toEqual(vocabulary)
  })

  test('of likelihood give bands that do not lie over one another', () => {
    for (const vocabulary of [icd203, phiaYardstick]) expect(LikelihoodVocabulary.parse(vocabulary)).toEqual(vocabulary)
  })

  test('mark the handling codes of 5x5x5 as unverified, and nothing of the UK as read in its own words', () => {
    expect(uk5x5x5.handling.map(({ sureness }) => sureness)).toEqual(Array.from({ length: 5 }, () => 'unverified'))
    for (const { axes, handling } of [uk3x5x2, uk5x5x5])
      for (const row of [...axes.source, ...axes.information, ...handling]) expect(row.sureness).not.toBe('seen')
  })

  test('are refused when a code is lost, doubled, out of order or of another scheme', () => {
    const withSources = (source: readonly object[]) => GradingVocabulary.safeParse({ ...admiralty, axes: { ...admiralty.axes, source } }).success
    const { source } = admiralty.axes
    expect(withSources(source)).toBe(true)
    expect(withSources(source.slice(1))).toBe(false)
    expect(withSources(source.toReversed())).toBe(false)
    expect(withSources([...source, source[0]!])).toBe(false)
    expect(withSources(admiralty.axes.information)).toBe(false)
  })

  test('are refused when bands of likelihood cross, meet twice or are turned round', () => {
    const withBands = (bands: readonly object[]) => LikelihoodVocabulary.safeParse({ ...icd203, bands }).success
    const [first, second, ...rest] = icd203.bands
    expect(withBands([first!, second!, ...rest])).toBe(true)
    expect(withBands([second!, first!, ...rest])).toBe(false)
    expect(withBands([{ ...first, upper: 'included' }, second!, ...rest])).toBe(false)
    expect(withBands([{ ...first, to: 0.06 }, second!, ...rest])).toBe(false)
  })
})

const MISP = join(import.meta.dirname, '..', '..', 'shared', 'data', 'standards', 'misp')
const absent = !existsSync(MISP)
if (absent) console.warn(`skipped: the taxonomies of MISP are not there (${MISP})`)

interface Entry {
  readonly value: string
  readonly expanded?: string
  readonly numerical_value?: number
}
interface Taxonomy {
  readonly predicates: readonly Entry[]
  readonly values?: readonly { readonly predicate: string; readonly entry: readonly Entry[] }[]
}

describe.skipIf(absent)('beside the taxonomies of MISP', () => {
  const taxonomy = (name: string) => JSON.parse(readFileSync(join(MISP, `${name}.json`), 'utf8')) as Taxonomy
  const entries = (name: string, predicate: string) => taxonomy(name).values?.find((value) => value.predicate === predicate)?.entry ?? []

  test('Admiralty has the same codes and labels, and not the g that MISP adds', () => {
    const rows = entries('admiralty-scale', 'source-reliability').filter(({ value }) => value !== 'g')
    expect(admiralty.axes.source.map(({ code }) => code.toLowerCase())).toEqual(rows.map(({ value }) => value))
    expect(admiralty.axes.information.map(({ code }) => code)).toEqual(entries('admiralty-scale', 'information-credibility').map(({ value }) => value))
    for (const [i, { label }] of admiralty.axes.source.entries()) expect(rows[i]!.expanded!.toLowerCase()).toContain(label)
  })

  test('TLP has four labels and their strict one, and knows what WHITE was', () => {
    const values = taxonomy('tlp').predicates.map(({ value }) => `TLP:${value.toUpperCase()}`)
    for (const { code } of tlp.codes) expect(values).toContain(code)
    expect(values).toContain('TLP:WHITE')
  })

  test('what may be done has the same four labels', () => {
    const values = taxonomy('PAP').predicates.map(({ value }) => `PAP:${value}`)
    expect(values.filter((value) => value !== 'PAP:WHITE')).toEqual(permittedAction.codes.map(({ code }) => code))
  })

  test('the numbers of ICD 203 there are where our bands begin, and no middles', () => {
    const numbers = entries('estimative-language', 'likelihood-probability').map(({ numerical_value }) => (numerical_value ?? -1) / 100)
    expect(icd203.bands.slice(1).map(({ from }) => from)).toEqual(numbers.slice(1))
    for (const [i, { word }] of icd203.bands.entries())
      if (i !== 3) expect(entries('estimative-language', 'likelihood-probability')[i]!.expanded!.toLowerCase()).toContain(word)
  })
})
