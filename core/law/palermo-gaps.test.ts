import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lawCatalogue } from '../../wire/law.ts'
import { PALERMO_CHILD_AGE, PALERMO_EXPLOITATION, palermoGaps, type PalermoGapCode } from './palermo-gaps.ts'

const { offences, instruments } = lawCatalogue()
const find = (id: string) => offences.find((one) => one.id === id)!
const codes = (id: string): readonly PalermoGapCode[] => palermoGaps(find(id)).map(({ code }) => code)

describe('the gaps against Palermo', () => {
  test.each(['in-bns-143', 'br-cp-149-a'])('%s asks for means even of a child', (id) => {
    expect(palermoGaps(find(id))).toContainEqual(expect.objectContaining({ code: 'law/means-asked-of-a-child', article: 'art. 3(c)', direction: 'narrower' }))
  })

  test('human trafficking in the United Kingdom asks for travel, and for no means of anybody', () => {
    expect(codes('gb-msa-2')).toEqual(['law/no-means-asked', 'law/movement-asked'])
  })

  test('article 149 in Brazil punishes the exploitation itself, with neither means nor movement', () => {
    expect(codes('br-cp-149')).toEqual(['law/exploitation-itself', 'law/no-means-asked'])
  })

  test('Germany\'s rule for children reaches further, to 21', () => {
    expect(palermoGaps(find('de-stgb-232'))).toEqual([expect.objectContaining({ code: 'law/child-age-differs', direction: 'wider' })])
  })

  test('India does not name forced labour', () => {
    expect(palermoGaps(find('in-bns-143')).find(({ code }) => code === 'law/purpose-not-named')?.forms).toEqual(['forced-labour'])
  })

  test('France and South Africa have none', () => {
    expect([codes('fr-cp-225-4-1'), codes('za-2013-4-1')]).toEqual([[], []])
  })

  test('an offence about documents is not trafficking as Palermo defines it', () => {
    expect(codes('us-1592')).toEqual(['law/not-trafficking'])
  })

  test('an offence that protects children alone says so', () => {
    expect(codes('ca-279-011')).toContain('law/victims-narrower')
  })

  test('what nobody has looked up is a gap of its own', () => {
    expect(codes('ng-tippea-13')).toEqual(['law/means-of-a-child-unknown', 'law/purpose-unknown'])
  })

  test('consent that counts, and a rule for children that ends before 18, leave people out', () => {
    const narrow = palermoGaps({ ...find('fr-cp-225-4-1'), consentRelevant: 'yes', childAge: 16 })
    expect(narrow.map(({ code, direction }) => [code, direction])).toEqual([['law/child-age-differs', 'narrower'], ['law/consent-counts', 'narrower']])
  })

  test('every gap has a sentence and an article, and none stands twice', () => {
    fc.assert(fc.property(fc.constantFrom(...offences), (offence) => {
      const gaps = palermoGaps(offence)
      expect(new Set(gaps.map(({ code }) => code)).size).toBe(gaps.length)
      expect(gaps.every(({ says, article }) => says.endsWith('.') && article.startsWith('art. 3'))).toBe(true)
    }))
  })

  test('Palermo as the core knows it is Palermo as the catalogue has it', () => {
    const palermo = instruments.find(({ id }) => id === 'palermo')?.definition
    expect(palermo).toMatchObject({ exploitation: [...PALERMO_EXPLOITATION], childAge: PALERMO_CHILD_AGE, meansRequiredForChild: 'no' })
  })
})
