import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lawCatalogue } from '../../wire/law.ts'
import { rankOffences, type ChargeCandidate } from './best-offence.ts'
import { elementMatrix, type ElementSupport, type SupportStanding } from './element-matrix.ts'
import { ELEMENTS, type ElementId } from './offence.ts'
import { penaltiesFor, type AgeAsKnown } from './penalties.ts'

const { offences } = lawCatalogue()
const find = (id: string) => offences.find((one) => one.id === id)!
const adult: AgeAsKnown = { presumedChild: false, years: 'unknown' }
const child: AgeAsKnown = { presumedChild: true, years: 'unknown' }

function candidate(id: string, standings: Partial<Record<ElementId, SupportStanding>>, age = adult): ChargeCandidate {
  const support: ElementSupport[] = ELEMENTS.flatMap((element) => {
    const standing = standings[element]
    return standing ? [{ id: element, element, standing, says: 'in the words of the unit', restsOn: ['report-1'] }] : []
  })
  return { offence: find(id), rows: elementMatrix(find(id), support, { presumedChild: age.presumedChild, silence: 'nothing' }) }
}
const all = { act: 'held', means: 'held', purpose: 'held' } as const

describe('ranking offences', () => {
  test('puts the highest provable maximum first, not the easiest charge', () => {
    const ranked = rankOffences([candidate('us-1597', all), candidate('us-1589', all), candidate('us-1591', all)], adult)
    expect(ranked.map(({ offence }) => offence)).toEqual(['us-1591', 'us-1589', 'us-1597'])
  })

  test('does not take an offence for provable when nothing supports an element, and says which', () => {
    const [first, second] = rankOffences([candidate('us-1591', { act: 'held', purpose: 'held' }), candidate('us-1597', all)], adult)
    expect(first).toMatchObject({ offence: 'us-1597', provable: 'held' })
    expect(second).toMatchObject({ offence: 'us-1591', provable: 'no', lacking: ['means'] })
  })

  test('raises the charge when the same evidence concerns a child', () => {
    const evidence = { act: 'held', purpose: 'held' } as const
    const [first] = rankOffences([candidate('us-1591', evidence, child), candidate('us-1597', evidence, child)], child)
    expect(first).toMatchObject({ offence: 'us-1591', provable: 'held', restsOnAge: true, penalty: { minYears: 10, maxYears: 'life' } })
  })

  test('rests on age where age alone spares the means, and not where they are held as well', () => {
    const general = (standings: Partial<Record<ElementId, SupportStanding>>) => {
      const { offence, rows } = candidate('mx-lgtp-13', standings, child)
      return rankOffences([{ offence, rows }], child)[0]?.restsOnAge
    }
    expect(general({ act: 'held' })).toBe(true)
    expect(general({ act: 'held', means: 'held' })).toBe(false)
  })

  test('does not rest on age where the law asks nobody for means, nor where the person is an adult', () => {
    expect(rankOffences([candidate('gb-msa-2', { act: 'held', purpose: 'held' }, child)], child)[0]?.restsOnAge).toBe(false)
    expect(rankOffences([candidate('fr-cp-225-4-1', all)], adult)[0]?.restsOnAge).toBe(false)
  })

  test('prefers what is held to what is still to be found, where the maximum is the same', () => {
    const ranked = rankOffences([candidate('us-1581', { act: 'at-scene' }), candidate('us-1589', all)], adult)
    expect(ranked.map(({ offence, toFind }) => [offence, toFind])).toEqual([['us-1589', []], ['us-1581', ['act']]])
  })

  test('prefers the higher minimum where the rest is the same', () => {
    const ranked = rankOffences([candidate('gb-msa-1', all), candidate('us-1591', all)], adult)
    expect(ranked.map(({ offence }) => offence)).toEqual(['us-1591', 'gb-msa-1'])
  })

  test('ranks what is to be found with a higher maximum above what is held with a lower one', () => {
    const [first] = rankOffences([candidate('us-1597', all), candidate('us-1591', { ...all, means: 'at-scene' })], adult)
    expect(first).toMatchObject({ offence: 'us-1591', provable: 'at-scene' })
  })

  test('puts an offence of which something is not known below one that is provable', () => {
    const ranked = rankOffences([candidate('us-1591', { ...all, means: 'unknown' }), candidate('us-1597', all)], adult)
    expect(ranked.map(({ provable }) => provable)).toEqual(['held', 'unknown'])
  })

  test('leaves an offence that protects children alone last where the person is an adult', () => {
    const ranked = rankOffences([candidate('ca-279-011', all), candidate('ca-279-01', all)], adult)
    expect(ranked.map(({ offence, provable }) => [offence, provable])).toEqual([['ca-279-01', 'held'], ['ca-279-011', 'does-not-apply']])
  })

  test('counts an unknown maximum for its minimum and for nothing more', () => {
    const ranked = rankOffences([candidate('us-1597', all), candidate('ng-tippea-13', all), candidate('us-1592', all), candidate('us-1584', all)], adult)
    expect(ranked.map(({ offence }) => offence)).toEqual(['us-1584', 'us-1592', 'ng-tippea-13', 'us-1597'])
    expect(ranked[2]).toMatchObject({ highest: 'unknown', penalty: { minYears: 2, maxYears: 'unknown' } })
  })

  test('says how far an aggravated crime could go', () => {
    expect(rankOffences([candidate('us-1589', all)], adult)[0]).toMatchObject({ penalty: { maxYears: 20 }, highest: 'life' })
  })

  test('is the same whatever the order in which offences come', () => {
    const some = ['us-1591', 'us-1589', 'us-1597', 'us-1581', 'gb-msa-2', 'ng-tippea-13'].map((id) => candidate(id, all))
    fc.assert(fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
      expect(rankOffences(shuffled, adult)).toEqual(rankOffences(some, adult))
    }))
  })
})

describe('the brackets of punishment', () => {
  const thailand = find('th-atpa-6')

  test('of an adult and of a child are kept apart', () => {
    expect(penaltiesFor(thailand, adult).map(({ maxYears }) => maxYears)).toEqual([12])
    expect(penaltiesFor(thailand, child).map(({ maxYears }) => maxYears)).toEqual([15, 20])
  })

  test('narrow when the age in years is known', () => {
    expect(penaltiesFor(thailand, { presumedChild: true, years: 16 }).map(({ maxYears }) => maxYears)).toEqual([15])
    expect(penaltiesFor(thailand, { presumedChild: true, years: 12 }).map(({ maxYears }) => maxYears)).toEqual([20])
    expect(penaltiesFor(find('us-1591'), { presumedChild: true, years: 14 }).map(({ minYears }) => minYears)).toEqual([10])
    expect(penaltiesFor(find('us-1591'), { presumedChild: true, years: 13 }).map(({ minYears }) => minYears)).toEqual([15])
  })

  test('fall back on the general one where the law has none for children', () => {
    expect(penaltiesFor(find('gb-msa-2'), child).map(({ maxYears }) => maxYears)).toEqual(['life'])
  })

  test('are never without one, for an adult or a child, where the offence applies to them', () => {
    fc.assert(fc.property(fc.constantFrom(...offences.filter(({ jurisdiction }) => jurisdiction !== 'UN')), fc.constantFrom(adult, child), (offence, age) => {
      const applies = offence.victims === 'anyone' || (offence.victims === 'child') === age.presumedChild
      expect(penaltiesFor(offence, age).length > 0 || !applies).toBe(true)
    }))
  })
})
