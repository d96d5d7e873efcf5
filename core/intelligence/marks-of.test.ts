import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEnoughToFind, marksOf, marksSought, MARK_FIELDS, telephonesIn, type KnownPerson } from './marks-of.ts'

const named = (name: string, more: Partial<KnownPerson> = {}): KnownPerson => ({ names: [name], telephones: [], ...more })
const fieldsOf = (known: KnownPerson) => [...new Set(marksOf(known).map(({ field }) => field))].toSorted()
const agree = (kept: KnownPerson, sought: KnownPerson): readonly string[] => {
  const held = new Set(marksOf(kept).map(({ field, value }) => `${field} ${value}`))
  return MARK_FIELDS.filter((field) => marksSought(sought).some((mark) => mark.field === field && held.has(`${field} ${mark.value}`)))
}

describe('what somebody is marked by', () => {
  test('is never one part of a name, nor a sound or a date by itself', () => {
    for (const known of [named('Nguyen'), named(''), named('— !'), { names: [], telephones: [], born: '1999-08-02' }, named('Nguyen', { telephones: ['112'] })]) expect(marksOf(known)).toEqual([])
    expect(fieldsOf(named('Nadia', { born: '1999' }))).toEqual(['sound-and-year'])
    fc.assert(fc.property(fc.string(), fc.option(fc.constantFrom('1999', '1999-08-02'), { nil: undefined }), (name, born) => {
      for (const { field, value } of marksOf(named(name, { born }))) expect([field, value.split(' ').length >= 2]).toEqual([field, true])
    }))
  })

  test('is two parts of a name, two sounds, a sound with a year, a part with a day, and a telephone', () => {
    expect(fieldsOf(named('Nadia Verkhovna', { born: '1999-08-02', telephones: ['+44 7700 900123'] }))).toEqual([...MARK_FIELDS].toSorted())
  })

  test('is the same whatever the order of a name, its capitals and its signs', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom('Zoë', 'łucja', 'José', 'Đặng', 'Иван', 'Søren'), { minLength: 2 }), (parts) => {
      const sorted = (name: string) => marksOf(named(name)).map(({ field, value }) => `${field} ${value}`).toSorted()
      expect(sorted(parts.toReversed().join(' '))).toEqual(sorted(parts.join(' ').toUpperCase()))
    }))
  })
})

describe('two records of a person agree', () => {
  test.each([
    ['Nadia Verkhovna', 'VERKHOVNA, Nadia'],
    ['Mr. Ivan Petrov', 'Иван Петров'],
    ['O’Brien Sean', 'sean OBRIEN'],
    ['Ｎａｄｉａ Verkhovna', 'nadia verkhovna'],
    ['አበበ ሠራዊት', 'ዐበበ ሰራዊት'],
  ])('%s and %s, by the whole name', (kept, sought) => expect(agree(named(kept), named(sought))).toContain('whole-name'))

  test.each([
    ['محمد الحسن', 'Mohammed Alhassan', []],
    ['محمود قاسم', 'Mahmoud Qasim', ['two-sounds']],
    ['สมชาย พรหม', 'Somchai Phrom', ['two-sounds']],
    ['Sergei Lavrov', 'Sergej Lawrow', ['two-sounds']],
    ['习近平 王', '习近朋 王', []],
  ])('%s and %s, by %s', (kept, sought, by) => expect(agree(named(kept), named(sought))).toEqual(by))

  test('by two sounds or one with a year of birth, and not by one alone', () => {
    expect(agree(named('Sergei Lavrov', { born: '1999' }), named('Sergey Petrov', { born: '1999-01-01' }))).toEqual(['sound-and-year'])
    expect(agree(named('Sergei Lavrov'), named('Sergey Petrov'))).toEqual([])
  })

  test('by a telephone in any figures, with its country or without', () => {
    for (const sought of ['07700 900123', '0044 7700-900123', '٠٧٧٠٠٩٠٠١٢٣']) expect(agree({ names: [], telephones: ['+44 7700 900123'] }, { names: [], telephones: [sought] })).toEqual(['telephone'])
    expect(agree({ names: [], telephones: ['+44 7700 900123'] }, { names: [], telephones: ['07700 900124'] })).toEqual([])
  })

  test('a number is found within a way to reach somebody, and a word is none', () => {
    expect(telephonesIn('rings after six from +44 7700 900123, or 020 7946 0000')).toEqual(['+44 7700 900123', '020 7946 0000'])
    expect(telephonesIn('through the shop at 12 River Road')).toEqual([])
  })
})

test('a search needs something that tells people apart', () => {
  expect([named('Nadia'), named('Nadia', { born: '1999' }), named('Nadia Verkhovna'), { names: [], telephones: ['112'] }, { names: [], telephones: ['07700 900123'] }].map(isEnoughToFind)).toEqual([false, true, true, false, true])
})
