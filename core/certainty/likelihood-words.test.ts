import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import icd203 from '../../catalogues/vocabularies/icd-203.json' with { type: 'json' }
import phiaYardstick from '../../catalogues/vocabularies/phia-yardstick.json' with { type: 'json' }
import { likelihoodWord, type LikelihoodScale } from './likelihood-words.ts'

const icd = icd203 as LikelihoodScale
const phia = phiaYardstick as LikelihoodScale

/** The word, `lower | upper` between two, or `beyond word` past the last. */
function said(scale: LikelihoodScale, probability: number): string {
  const answer = likelihoodWord(scale, probability)
  if ('word' in answer) return answer.word
  return 'between' in answer ? answer.between.map(({ word }) => word).join(' | ') : `beyond ${answer.beyond.word}`
}

describe('ICD 203', () => {
  test.each([
    [0.01, 'almost no chance'],
    [0.0499, 'almost no chance'],
    [0.05, 'very unlikely'],
    [0.2, 'unlikely'],
    [0.45, 'roughly even chance'],
    [0.55, 'likely'],
    [0.7999, 'likely'],
    [0.8, 'very likely'],
    [0.95, 'almost certain'],
    [0.99, 'almost certain'],
  ])('calls %d %s: a boundary belongs to the band it opens', (probability, word) => {
    expect(said(icd, probability)).toBe(word)
  })

  test('has no word for under 1 % or over 99 %, and says which end it is', () => {
    expect(said(icd, 0)).toBe('beyond almost no chance')
    expect(said(icd, 0.0099)).toBe('beyond almost no chance')
    expect(said(icd, 0.9901)).toBe('beyond almost certain')
    expect(said(icd, 1)).toBe('beyond almost certain')
  })

  test('has a word for everything else', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (probability) => {
      expect(likelihoodWord(icd, probability)).toHaveProperty('word')
    }))
  })
})

describe('the PHIA yardstick', () => {
  test.each([
    [0, 'remote chance'],
    [0.05, 'remote chance'],
    [0.1, 'highly unlikely'],
    [0.2, 'highly unlikely'],
    [0.25, 'unlikely'],
    [0.35, 'unlikely'],
    [0.4, 'realistic possibility'],
    [0.4999, 'realistic possibility'],
    [0.55, 'likely'],
    [0.75, 'likely'],
    [0.8, 'highly likely'],
    [0.9, 'highly likely'],
    [0.95, 'almost certain'],
    [1, 'almost certain'],
  ])('calls %d %s', (probability, word) => {
    expect(said(phia, probability)).toBe(word)
  })

  test.each([
    [0.0501, 'remote chance | highly unlikely'],
    [0.075, 'remote chance | highly unlikely'],
    [0.22, 'highly unlikely | unlikely'],
    [0.37, 'unlikely | realistic possibility'],
    [0.5, 'realistic possibility | likely'],
    [0.77, 'likely | highly likely'],
    [0.93, 'highly likely | almost certain'],
  ])('has no word for %d on purpose, and names the two it lies between: %s', (probability, words) => {
    expect(said(phia, probability)).toBe(words)
  })

  test('answers every probability with a word or with two neighbours', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
      expect('beyond' in likelihoodWord(phia, probability)).toBe(false)
    }))
  })
})

test('a word is always one whose band holds the probability', () => {
  fc.assert(fc.property(fc.constantFrom(icd, phia), fc.double({ min: 0, max: 1, noNaN: true }), (scale, probability) => {
    const answer = likelihoodWord(scale, probability)
    if ('band' in answer) {
      expect(answer.band.from).toBeLessThanOrEqual(probability)
      expect(answer.band.to).toBeGreaterThanOrEqual(probability)
    } else if ('between' in answer) {
      expect(answer.between[0].to).toBeLessThanOrEqual(probability)
      expect(answer.between[1].from).toBeGreaterThan(probability)
    }
  }))
})

test('what is not a probability is a defect, never a word', () => {
  for (const number of [-0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => likelihoodWord(phia, number)).toThrow('a probability')
})
