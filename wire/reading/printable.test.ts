import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, printable, quoted } from './printable.ts'

test('an escape that would clear the screen or set the title is shown and not obeyed', () => {
  expect(printable('\u001b[2J\u001b]0;x\u0007')).toBe('\\u001b[2J\\u001b]0;x\\u0007')
})

test('an override that would turn the reading direction is shown by its number', () => {
  expect(printable('abc\u202Edcba\u2066x\u200F')).toBe('abc\\u202edcba\\u2066x\\u200f')
})

test('what takes room and shows nothing is shown by its number: odd blanks, joiners, tags, line ends', () => {
  expect(printable('a\u00A0b\u200Bc\u2028d\ne\u{E0041}f\uFEFF')).toBe('a\\u00a0b\\u200bc\\u2028d\\u000ae\\u{e0041}f\\ufeff')
})

test('half of a character is shown by its number', () => {
  expect(printable('a\uD83Db')).toBe('a\\ud83db')
})

test('names in any script stay as they are', () => {
  for (const name of ['Nguyễn Thị', 'ສົມສະໜຸກ', 'សុខ', 'محمد', 'O’Brien-Łuk', '王小明', '👩']) expect(printable(name)).toBe(name)
})

test('nothing that is printed moves a cursor, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(printable(text)).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/u)
  }))
})

test('a long value is cut between characters, never within one', () => {
  expect(cut('👩'.repeat(100), 3)).toBe('👩👩👩…')
  expect(cut('abc', 3)).toBe('abc')
  expect(quoted('x'.repeat(5000)).length).toBeLessThan(70)
})

test('a text stands in quotes and cannot leave them', () => {
  expect(quoted('a "b" c')).toBe('"a \\"b\\" c"')
  expect(quoted(3)).toBe('3')
  expect(quoted(null)).toBe('null')
  expect(quoted(['a'])).toBe('a list')
  expect(quoted({ a: 1 })).toBe('a group of fields')
})
