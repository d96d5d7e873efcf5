import { describe, expect, test } from 'vitest'
import { legible, messagesOf, voice } from './words.ts'

const po = (entries: Readonly<Record<string, string>>): string =>
  ['msgid ""\nmsgstr ""\n"Language: en\\n"', ...Object.entries(entries).map(([id, text]) => `#. js-lingui-explicit-id\nmsgid "${id}"\nmsgstr "${text}"`)].join('\n\n')

const speak = voice('en', messagesOf([po({
  'care/short': '{short, plural, one {# more bed} other {# more beds}} for {cell}',
  'ladder/why': 'Why does this fail: {rung}?',
  'gate/below': '{p10} is below {wanted}',
  'seen/at': 'Seen {seenAt} by {report}',
  'speaks/none': 'Nobody speaks {language}',
  'rung.multi-site': 'Several sites at once',
  'cell.female-adult': 'women',
  'cell.female-child': 'girls',
  'cell.male-adult': 'men',
})]))

describe('saying a message', () => {
  test('fills in its figures and counts what is one and what is many', () => {
    expect(speak('care/short', { short: 1, cell: 'female-adult' })).toBe('1 more bed for women')
    expect(speak('care/short', { short: 3, cell: 'female-adult' })).toBe('3 more beds for women')
  })

  test('says a code in a figure in its words, and several one after the other', () => {
    expect(speak('ladder/why', { rung: 'multi-site' })).toBe('Why does this fail: Several sites at once?')
    expect(speak('care/short', { short: 2, cell: 'female-adult, female-child' })).toBe('2 more beds for women and girls')
    expect(speak('care/short', { short: 2, cell: 'female-adult, female-child, male-adult' })).toBe('2 more beds for women, girls, and men')
  })

  test('leaves what is in no list as it stands: the id of an entry, and a list of which one is unknown', () => {
    expect(speak('ladder/why', { rung: 'through-the-roof' })).toBe('Why does this fail: through-the-roof?')
    expect(speak('care/short', { short: 2, cell: 'female-adult, others' })).toBe('2 more beds for female-adult, others')
    expect(speak('seen/at', { seenAt: '2031-03-06T05:30:00.000Z', report: 'multi-site' })).toBe('Seen 2031-03-06 05:30 UTC by multi-site')
  })

  test('is not fooled by an id that is written like a message or like a name of JavaScript', () => {
    expect(speak('ladder/why', { rung: '{wanted}' })).toBe('Why does this fail: {wanted}?')
    expect(speak('ladder/why', { rung: 'toString' })).toBe('Why does this fail: toString?')
    expect(speak('toString')).toBe('toString')
  })

  test('names a language', () => {
    expect(speak('speaks/none', { language: 'th' })).toBe('Nobody speaks Thai')
    expect(speak('speaks/none', { language: 'the hill tongue' })).toBe('Nobody speaks the hill tongue')
    expect(speak('speaks/none', { language: 'qqq' })).toBe('Nobody speaks qqq')
  })

  test('of a message that nobody wrote shows the id', () => expect(speak('no/such-message')).toBe('no/such-message'))
})

describe('figures', () => {
  test('have two decimals, and whole numbers none', () => {
    expect(legible({ p10: 0.8164, wanted: 0.8, voices: 2 })).toEqual({ p10: '0.82', wanted: '0.80', voices: 2 })
    expect(legible()).toEqual({})
  })

  test('that differ are never printed alike', () => {
    expect(speak('gate/below', { p10: 0.7996, wanted: 0.8 })).toBe('0.7996 is below 0.8000')
    expect(speak('gate/below', { p10: 0.798, wanted: 0.8 })).toBe('0.798 is below 0.800')
  })

  test('that are instants are told to the minute, with their zone; other texts are left alone', () => {
    expect(legible({ at: '2031-03-06T05:30:59Z', day: '2031-03-06', id: '2031-03-06T05:30:59-not-a-time' }))
      .toEqual({ at: '2031-03-06 05:30 UTC', day: '2031-03-06', id: '2031-03-06T05:30:59-not-a-time' })
  })
})

describe('several files of messages', () => {
  test('are one, and the later wins', () => {
    expect(messagesOf([po({ a: 'one', b: 'two' }), po({ b: 'deux' })])).toEqual({ a: 'one', b: 'deux' })
  })

  test('a message left untranslated leaves the earlier one in place', () => {
    expect(messagesOf([po({ a: 'one' }), po({ a: '' })])).toEqual({ a: 'one' })
  })
})
