import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportOn } from '../../tests/site-cast.ts'
import { CONTENT_TESTS, MOTIVES, type FourAnswers } from './four-questions.ts'
import { informationJudged, sourceJudged } from './grading.ts'
import { confirmedBy, isOverride, proposeGrading, type ToGrade } from './propose-grading.ts'
import type { ReportOnFile } from './site-facts.ts'

const answers: FourAnswers = { access: 'saw', record: { hits: 9, misses: 1 }, motives: [], content: 'logical' }
const report = reportOn('a', { kind: 'informant-tested' })
const propose = (changes: Partial<FourAnswers> = {}, more: Partial<ToGrade> = {}) => proposeGrading({ report, answers: { ...answers, ...changes }, others: [], ownRecord: 'moves', ...more })
const codes = (changes: Partial<FourAnswers> = {}, more: Partial<ToGrade> = {}): string => {
  const { source, information } = propose(changes, more).grading
  return `${source}${information}`
}
const other = (id: string, changes: Partial<ReportOnFile> = {}) => reportOn(id, { kind: 'undercover-contact', ...changes })

describe('the letter that is proposed', () => {
  test.each<[number, number, string]>([[5, 0, 'A'], [4, 0, 'B'], [3, 1, 'B'], [9, 1, 'B'], [2, 0, 'C'], [1, 0, 'C'], [1, 1, 'C'], [1, 2, 'D'], [0, 1, 'E']])('after %i borne out and %i not is %3$s', (hits, misses, letter) => {
    expect(codes({ record: { hits, misses } })).toBe(`${letter}3`)
  })

  test('is F where nobody could tell: no record, an empty one, or one that is never kept', () => {
    for (const record of ['unknown', { hits: 0, misses: 0 }] as const) expect(propose({ record })).toMatchObject({ grading: { source: 'F' }, because: ['record/none', 'content/logical'] })
    expect(propose({}, { ownRecord: 'never' })).toMatchObject({ grading: { source: 'F' }, because: ['record/never-kept', 'content/logical'] })
  })

  test('never depends on the record of somebody who was held', () => {
    const count = fc.nat(50)
    fc.assert(fc.property(count, count, (hits, misses) => {
      expect(propose({ record: { hits, misses } }, { ownRecord: 'never' })).toEqual(propose({ record: 'unknown' }, { ownRecord: 'never' }))
    }))
  })

  test('is one lower where something might move the source to deceive, and never A where nobody asked', () => {
    expect([codes({ motives: ['debt'] }), codes({ record: { hits: 0, misses: 4 }, motives: ['debt', 'fear'] })]).toEqual(['C3', 'E3'])
    expect([codes({ record: { hits: 9, misses: 0 }, motives: 'unknown' }), codes({ record: { hits: 1, misses: 2 }, motives: 'unknown' })]).toEqual(['B3', 'D3'])
    expect(propose({ motives: ['debt'] }).because).toContain('motive/to-deceive')
  })

  test('is the same whatever the content, and the digit the same whatever the source: neither leads the other', () => {
    const record = fc.record({ hits: fc.nat(9), misses: fc.nat(9) })
    fc.assert(fc.property(record, record, fc.constantFrom(...CONTENT_TESTS), fc.constantFrom(...CONTENT_TESTS), fc.subarray([...MOTIVES]), (x, y, one, two, motives) => {
      expect(propose({ record: x, content: one, motives }).grading.source).toBe(propose({ record: x, content: two, motives }).grading.source)
      expect(propose({ record: x, content: one, motives }).grading.information).toBe(propose({ record: y, content: one }).grading.information)
    }))
  })
})

describe('the digit that is proposed', () => {
  test.each([['logical-and-agrees', '2'], ['logical', '3'], ['doubtful', '4'], ['contradicted', '5'], ['cannot-be-judged', '6']] as const)('for content that is %s is %s', (content, digit) => {
    expect(codes({ content })).toBe(`B${digit}`)
  })

  test('is 1 where an independent root says the same, and not for the saying', () => {
    expect(propose({ content: 'confirmed-independently' })).toMatchObject({ grading: { information: '2' }, because: ['record/mostly', 'content/not-by-an-independent-root'] })
    expect(codes({ content: 'confirmed-independently' }, { others: [other('b')] })).toBe('B1')
    expect(codes({ content: 'logical' }, { others: [other('b')] })).toBe('B3')
  })

  test('is no better than 3 for what was inferred', () => {
    expect([codes({ access: 'inferred', content: 'confirmed-independently' }, { others: [other('b')] }), codes({ access: 'inferred', content: 'contradicted' })]).toEqual(['B3', 'B5'])
    expect(propose({ access: 'inferred', content: 'logical-and-agrees' }).because).toContain('access/inferred')
  })

  test.each<[string, readonly ReportOnFile[], ReportOnFile]>([
    ['repeats it', [other('b', { derivedFrom: ['a'] })], report],
    ['is what it was derived from', [other('b')], reportOn('a', { derivedFrom: ['b'] })],
    ['is what that was derived from in turn', [other('b', { derivedFrom: ['c'] }), other('c')], reportOn('a', { derivedFrom: ['b'] })],
    ['found nobody', [other('b', { finding: 'absent' })], report],
    ['is an assumption', [other('b', { kind: 'assumption' })], report],
    ['comes from the same source', [other('b', { source: { id: 's' } })], reportOn('a', { source: { id: 's' } })],
    ['comes from the same source, whatever origin was recorded of each', [other('b', { source: { id: 's' }, origin: { id: 'o' } })], reportOn('a', { source: { id: 's' }, origin: { id: 'p' } })],
    ['shares its origin', [other('b', { origin: { id: 'o' } })], reportOn('a', { origin: { id: 'o' } })],
    ['is a tip like it, of an origin nobody knows', [other('b', { kind: 'tip-bare' })], reportOn('a', { kind: 'tip-bare' })],
    ['goes round in a circle with it', [other('b', { derivedFrom: ['a'] })], reportOn('a', { derivedFrom: ['b'] })],
  ])('is never 1 for a report that %s', (_how, others, graded) => {
    expect(confirmedBy(graded, others)).toEqual([])
    expect(propose({ content: 'confirmed-independently' }, { report: graded, others }).grading.information).toBe('2')
  })

  test('is 1 for no report that everything else was derived from, or is, whatever was told to whom', () => {
    const tellings = fc.array(fc.record({ parent: fc.nat(5), source: fc.constantFrom('s', 't', null) }), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(tellings, fc.nat(5), (told, from) => {
      const others = told.map(({ parent, source }, i) => other(`r${i}`, { derivedFrom: i === 0 ? ['a'] : [`r${Math.min(parent, i - 1)}`], ...(source !== null && { source: { id: source } }) }))
      const graded = from === 0 ? report : reportOn('a', { derivedFrom: [`r${Math.min(from, told.length) - 1}`] })
      expect(propose({ content: 'confirmed-independently' }, { report: graded, others }).grading.information).toBe('2')
      expect(propose({ content: 'confirmed-independently' }, { report: graded, others: [...others, other('elsewhere')] }).grading.information).toBe('1')
    }))
  })

  test('is 1 for two tips once somebody records why they are independent', () => {
    const tip = reportOn('a', { kind: 'tip-bare', independentBecause: 'Two callers, heard at once' })
    expect(confirmedBy(tip, [tip, other('b', { kind: 'tip-bare', independentBecause: 'Two callers, heard at once' })])).toEqual(['b'])
  })
})

describe('a grading that is proposed', () => {
  test('leaves what nobody could judge missing, and never in the middle', () => {
    const { grading } = propose({ record: 'unknown', content: 'cannot-be-judged' })
    expect([sourceJudged(grading), informationJudged(grading)]).toEqual([false, false])
  })

  test('is overridden by another letter or digit of its scheme, and by no other scheme', () => {
    const proposed = propose()
    expect(isOverride({ ...proposed.grading, label: { source: 'as on the form', information: null } }, proposed)).toBe(false)
    expect([isOverride({ ...proposed.grading, source: 'A' }, proposed), isOverride({ ...proposed.grading, information: '1' }, proposed)]).toEqual([true, true])
    expect(isOverride({ scheme: '3x5x2', source: '1', information: 'A', label: { source: null, information: null } }, proposed)).toBe(false)
  })
})
