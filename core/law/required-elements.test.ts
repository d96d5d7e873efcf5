import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lawCatalogue } from '../../wire/law.ts'
import type { Offence } from './offence.ts'
import { aimsAtTrafficking, inForceOn, needsNoMeansAt, requiredElements, unverifiedParts } from './required-elements.ts'

const { offences } = lawCatalogue()
const offence = (id: string): Offence => offences.find((one) => one.id === id)!
const anyOffence = fc.constantFrom(...offences)

describe('the elements of an offence', () => {
  test('for a person presumed a child, means are required exactly where the row says so', () => {
    fc.assert(fc.property(anyOffence, (one) => {
      expect(requiredElements(one, true).includes('means')).toBe(one.meansRequired.child === 'yes')
    }))
  })

  test('for an adult, means that nobody has looked up are required', () => {
    fc.assert(fc.property(anyOffence, (one) => {
      expect(requiredElements(one, false).includes('means')).toBe(one.meansRequired.adult !== 'no')
    }))
  })

  test('an act is always required, and a purpose wherever the row names one', () => {
    fc.assert(fc.property(anyOffence, fc.boolean(), (one, child) => {
      expect(requiredElements(one, child)).toContain('act')
      expect(requiredElements(one, child).includes('purpose')).toBe(one.elements.purpose.length > 0)
    }))
  })

  test('are never more for a child than for an adult', () => {
    fc.assert(fc.property(anyOffence, (one) => {
      expect(requiredElements(one, false)).toEqual(expect.arrayContaining([...requiredElements(one, true)]))
    }))
  })

  test('lose the means for a child in commercial sex in the United States', () => {
    expect(requiredElements(offence('us-1591'), false)).toEqual(['act', 'means', 'purpose'])
    expect(requiredElements(offence('us-1591'), true)).toEqual(['act', 'purpose'])
  })

  test.each(['in-bns-143', 'br-cp-149-a'])('keep the means for a child in %s', (id) => {
    expect(requiredElements(offence(id), true)).toEqual(['act', 'means', 'purpose'])
  })
})

describe('the age without means', () => {
  test('is 21 in Germany: at 20 no predicament is asked for, at 21 it is', () => {
    expect(needsNoMeansAt(offence('de-stgb-232'), 20)).toBe(true)
    expect(needsNoMeansAt(offence('de-stgb-232'), 21)).toBe(false)
  })

  test('is 18 in France: at 18 the means are asked for', () => {
    expect(needsNoMeansAt(offence('fr-cp-225-4-1'), 17)).toBe(true)
    expect(needsNoMeansAt(offence('fr-cp-225-4-1'), 18)).toBe(false)
  })

  test('spares nobody where the law asks a child for means', () => {
    expect(needsNoMeansAt(offence('in-bns-143'), 10)).toBe(false)
  })
})

describe('an offence', () => {
  test('aims at trafficking when it punishes it or the exploitation it leads to', () => {
    expect(['us-1591', 'us-1589', 'br-cp-149'].map((id) => aimsAtTrafficking(offence(id)))).toEqual([true, true, true])
  })

  test('does not aim at trafficking when it is about documents or brothels', () => {
    expect(['us-1592', 'in-itpa-3', 'ca-279-02-1'].map((id) => aimsAtTrafficking(offence(id)))).toEqual([false, false, false])
  })

  test('of forced labour did not stand in August 1995, and of involuntary servitude did', () => {
    expect(inForceOn(offence('us-1589'), '1995-08-02')).toBe('no')
    expect(inForceOn(offence('us-1584'), '1995-08-02')).toBe('yes')
  })

  test('stands from its first day, and dates known to the year leave that year open', () => {
    expect(inForceOn(offence('us-1589'), '2000-10-27')).toBe('no')
    expect(inForceOn(offence('us-1589'), '2000-10-28')).toBe('yes')
    expect(inForceOn(offence('us-1589'), '2000')).toBe('unknown')
    expect(inForceOn(offence('th-atpa-6'), '2008-07-01')).toBe('unknown')
    expect(inForceOn(offence('th-atpa-6'), '2003-05-02')).toBe('no')
    expect(inForceOn(offence('ke-ctpa-3'), '2020-01-01')).toBe('unknown')
  })

  test('says which of its parts rest on memory alone', () => {
    expect(unverifiedParts(offence('us-1591'))).toEqual([])
    expect(unverifiedParts(offence('th-atpa-6-1'))).toEqual(['elements', 'penalty'])
  })
})
