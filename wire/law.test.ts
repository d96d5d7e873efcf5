import { describe, expect, test } from 'vitest'
import type { LawCatalogue } from '../core/law/instrument.ts'
import { offencesOf } from '../core/law/instrument.ts'
import type { Offence } from '../core/law/offence.ts'
import { EnteredOffenceShape, lawCatalogue, LawCatalogueRefused, readLawCatalogue } from './law.ts'

const law = lawCatalogue()
const find = (id: string): Offence => law.offences.find((one) => one.id === id)!
const provisions = (id: string) => law.instruments.find((one) => one.id === id)!.provisions
const rule = (id: string) => law.nonPunishment.find((one) => one.id === id)!

describe('the catalogue of law', () => {
  test('has offences of the sixteen jurisdictions of the reference, beside what the Palermo Protocol asks to be punished', () => {
    expect([...new Set(law.offences.map(({ jurisdiction }) => jurisdiction))].filter((jurisdiction) => jurisdiction !== 'UN').toSorted())
      .toEqual(['AU', 'BR', 'CA', 'DE', 'FR', 'GB', 'IN', 'KE', 'KH', 'MX', 'NG', 'NO', 'PH', 'TH', 'US', 'ZA'])
  })

  test('gives for every row its age, its source and how surely it is known', () => {
    const rows = [...law.offences, ...law.instruments, ...law.nonPunishment, ...law.corroboration]
    expect(rows.filter(({ asOf, source }) => !/^\d{4}/.test(asOf) || source === '')).toEqual([])
    expect(law.offences.every(({ sureness }) => Object.values(sureness).every(Boolean))).toBe(true)
  })

  test('has seen no penalty whose years it does not know, unless the law sets it by another offence', () => {
    const blank = law.offences.filter(({ jurisdiction, penalties }) => jurisdiction !== 'UN' && penalties.every(({ minYears, maxYears }) => minYears === 'unknown' && maxYears === 'unknown'))
    expect(blank.map(({ sureness }) => sureness.penalty)).toEqual(blank.map(() => 'unverified'))
  })

  test('is read once', () => {
    expect(lawCatalogue()).toBe(law)
  })

  test('gives the offences of one jurisdiction', () => {
    expect(offencesOf(law, 'KE').map(({ id }) => id)).toEqual(['ke-ctpa-3'])
  })

  test('records half a year as half a year, and a minimum without a known maximum', () => {
    expect(find('de-stgb-232').penalties[0]).toMatchObject({ minYears: 0.5, maxYears: 5 })
    expect(find('ng-tippea-13').penalties[0]).toMatchObject({ minYears: 2, maxYears: 'unknown' })
  })

  test('says that in Kenya a fine can stand in for thirty years', () => {
    expect(find('ke-ctpa-3').penalties[0]).toMatchObject({ minYears: 30, alternativeFine: 'yes' })
  })

  test('never copies the means that state pages in Mexico add to article 10', () => {
    expect(find('mx-lgtp-10')).toMatchObject({ meansRequired: { adult: 'no', child: 'no' }, elements: { means: [] } })
  })

  test('keeps the Canadian presumption about who lives with whom as a fact to collect', () => {
    expect(find('ca-279-01').notes.join(' ')).toContain('279.01(3)')
    expect(law.corroboration.find(({ id }) => id === 'act-control')?.source).toContain('279.01(3)')
  })
})

describe('the later checks', () => {
  test('L1: Canadian offences of benefit and documents may be tried summarily', () => {
    expect(['ca-279-02-1', 'ca-279-03-1'].map((id) => find(id).penalties[0]?.alternativeSummary)).toEqual(['yes', 'yes'])
    expect(find('ca-279-01').penalties[0]?.alternativeSummary).toBe('no')
  })

  test('L2: for advertising, reckless disregard is not enough in the United States', () => {
    expect(find('us-1591').notes.join(' ')).toMatch(/advertising, reckless disregard is not enough/)
  })

  test('L3: a victim is exempt from the American offence about documents', () => {
    expect(rule('us-1592-b')).toMatchObject({ found: 'yes', binds: 'courts', models: ['causation'], sureness: 'seen' })
    expect(find('us-1592').nonPunishment).toContain('us-1592-b')
  })

  test('L4: enticement into slavery goes to 30 years, and to life where somebody dies', () => {
    expect(find('us-1583').penalties[0]?.maxYears).toBe(30)
    expect(find('us-1583').aggravations).toContainEqual(expect.objectContaining({ maxYears: 'life', when: expect.stringMatching(/death.*kidnapping.*attempt to kill/) }))
  })

  test('L5: the Nigerian minimum is two years and NGN 250,000', () => {
    expect(find('ng-tippea-13').penalties[0]).toMatchObject({ minYears: 2, text: expect.stringContaining('NGN 250,000') })
    expect(find('ng-tippea-13').sureness.penalty).toBe('seen-second-hand')
  })

  test('L6: the top bracket in Thailand covers disability too, and serious injury adds life', () => {
    const when = find('th-atpa-6').aggravations.map((one) => [one.when, one.maxYears])
    expect(when).toContainEqual([expect.stringContaining('disabled'), 20])
    expect(when).toContainEqual(['serious injury', 'life'])
  })

  test('L7: the articles of the Council of Europe are confirmed', () => {
    expect(provisions('coe-2005').map(({ article }) => article)).toEqual([
      'art. 4', 'art. 10(2)', 'art. 10(3)', 'art. 11(2)', 'art. 12(6)-(7)', 'art. 13(1)', 'art. 13(3)', 'art. 14(1)', 'art. 19',
      'art. 20', 'art. 21-22', 'art. 23', 'art. 24', 'art. 26', 'art. 27'])
    expect(provisions('coe-2005').every(({ sureness }) => sureness === 'seen')).toBe(true)
    expect(provisions('coe-2005').find(({ article }) => article === 'art. 19')?.strength).toBe('to-consider')
    expect(rule('coe-26')).toMatchObject({ binds: 'states', sureness: 'seen' })
  })

  test('L8: Ireland has a national referral mechanism by statute', () => {
    expect(provisions('ie-2024-part-3').map(({ article }) => article)).toEqual(['s. 26', 's. 27-28', 's. 28(7)-(8), s. 33', 's. 31', 's. 32(3)', 's. 35'])
  })

  test('L9: article 149 in Brazil reaches keeping documents, and prejudice raises it by half', () => {
    expect(find('br-cp-149').elements.act).toEqual(expect.arrayContaining([expect.stringContaining('overt surveillance'), expect.stringContaining('documents or belongings')]))
    expect(find('br-cp-149').aggravations[0]).toMatchObject({ when: expect.stringContaining('prejudice'), text: '+1/2' })
    expect(find('br-cp-149').penalties[0]?.text).toContain('violence')
  })

  test('the age without means is a field of each offence, and 21 in Germany', () => {
    expect(find('de-stgb-232').childAge).toBe(21)
    expect(find('fr-cp-225-4-1').penalties.map(({ victim, maxYears }) => [victim, maxYears])).toEqual([['adult', 7], ['child', 10]])
    expect([find('no-257'), find('no-258')].map(({ penalties }) => penalties[0]?.maxYears)).toEqual([6, 10])
  })

  test('what nobody found stays unverified', () => {
    const penalty = (id: string) => find(id).sureness.penalty
    expect(['th-atpa-6-1', 'kh-2008-12', 'kh-2008-19', 'au-270-6a', 'au-270-7', 'au-270-7b', 'au-271-3', 'au-271-7f'].map(penalty))
      .toEqual(Array(8).fill('unverified'))
  })
})

describe('a broken row', () => {
  const good = find('us-1589')
  const read = (offence: unknown, rest: Partial<LawCatalogue> = {}) => () => readLawCatalogue({ ...law, offences: [offence], ...rest })

  test.each([
    ['has a field nobody knows', { fine: 'large' }, /us-1589: .*Unrecognized key.*fine/],
    ['is dated on a day that does not exist', { asOf: '2026-02-30' }, /us-1589: asOf: not a year, a month or a day that exists/],
    ['lacks an act', { elements: { ...good.elements, act: [] } }, /us-1589: elements\.act: /],
    ['has a maximum below its minimum', { penalties: [{ ...good.penalties[0], minYears: 20, maxYears: 5 }] }, /us-1589: penalties\.0: the maximum is below the minimum/],
    ['asks for life and no more than ten years', { aggravations: [{ when: 'x', minYears: 'life', maxYears: 10, text: 'x' }] }, /us-1589: aggravations\.0: the maximum is below the minimum/],
    ['requires means and lists none', { elements: { ...good.elements, means: [] } }, /us-1589: meansRequired: means are required and none is listed/],
    ['lists means and asks nobody for them', { meansRequired: { adult: 'no', child: 'no' } }, /us-1589: meansRequired: means are listed and nobody is asked/],
    ['asks a child for more than an adult', { meansRequired: { adult: 'no', child: 'yes' } }, /us-1589: meansRequired: means are asked of a child and not of an adult/],
    ['answers with true', { consentRelevant: true }, /us-1589: consentRelevant: /],
    ['names a rule that does not exist', { nonPunishment: ['us-9999'] }, /us-1589: nonPunishment: no rule is called us-9999/],
    ['begins with another jurisdiction', { jurisdiction: 'CA' }, /us-1589: id: the id begins with another jurisdiction/],
    ['has a bracket in which nobody is of age', { penalties: [{ ...good.penalties[0], ages: { from: 18, below: 14 } }] }, /us-1589: penalties\.0\.ages: no age lies in this bracket/],
    ['has no source', { source: ' ' }, /us-1589: source: /],
  ])('that %s is refused by name', (_what, change, message) => {
    expect(read({ ...good, ...change })).toThrow(message)
  })

  test('without an id is named by its place', () => {
    expect(read({ label: 'somewhere' })).toThrow(/row 1: id: /)
  })

  test('is named together with every other bad row', () => {
    const bad = { ...good, asOf: 'yesterday' }
    expect(() => readLawCatalogue({ ...law, offences: [bad], nonPunishment: [{ id: 'gb-msa-45' }] })).toThrow(LawCatalogueRefused)
    expect(() => readLawCatalogue({ ...law, offences: [bad], nonPunishment: [{ id: 'gb-msa-45' }] })).toThrow(/us-1589: asOf[\s\S]*gb-msa-45: /)
  })

  test('with an id that stands twice is refused', () => {
    expect(() => readLawCatalogue({ ...law, offences: [good, good] })).toThrow(/us-1589: this id stands twice/)
  })

  test('of a rule that was not found and claims to have been seen is refused', () => {
    const claimed = { ...rule('us-general'), sureness: 'seen' }
    expect(() => readLawCatalogue({ ...law, nonPunishment: [rule('us-1592-b'), claimed] })).toThrow(/us-general: .*cannot have been seen/)
  })
})

describe('an offence that a unit enters', () => {
  const entered = {
    id: 'xx-penal-300', jurisdiction: 'XX', instrument: 'Penal Code', section: 's. 300', label: 'trafficking in persons', kind: 'trafficking',
    elements: { act: ['recruiting'], means: ['force'], purpose: ['exploitation'] }, meansRequired: { adult: 'yes', child: 'no' }, childAge: 18,
    signedBy: { name: 'A. Prosecutor', office: 'District prosecution' }, signedOn: '2026-03-01',
  }

  test('is read, and what it does not say is unknown', () => {
    expect(EnteredOffenceShape.parse(entered)).toMatchObject({ consentRelevant: 'unknown', exploitation: 'unknown', victims: 'anyone', penalties: [] })
  })

  test('is refused without a prosecutor who signs for it', () => {
    const { signedBy: _signature, ...unsigned } = entered
    expect(EnteredOffenceShape.safeParse(unsigned).success).toBe(false)
    expect(EnteredOffenceShape.safeParse({ ...entered, signedBy: { name: '', office: 'District prosecution' } }).success).toBe(false)
  })

  test('is refused when it requires means and lists none, as a row of the catalogue is', () => {
    expect(EnteredOffenceShape.safeParse({ ...entered, elements: { ...entered.elements, means: [] } }).success).toBe(false)
  })

  test('always says the age of its rule for children, since no age is taken for granted', () => {
    const { childAge: _age, ...ageless } = entered
    expect(EnteredOffenceShape.safeParse(ageless).success).toBe(false)
  })
})
