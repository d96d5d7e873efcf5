import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpaque } from './id.ts'

test('an id is letters, figures and a few marks, and begins with a letter or a figure', () => {
  expect(['e1', 'site/17', 'person/0a-b_c.d:e', 'x'.repeat(200)].map(isOpaque)).toEqual([true, true, true, true])
})

test('a sentence, nothing at all, or a thing without end is no id', () => {
  expect(['', ' ', 'two words', '/a', 'a\n', 'a\u0000', 'ä', 'x'.repeat(201)].some(isOpaque)).toBe(false)
})

test('whatever passes as an id is plain ASCII, so that every engine keeps it as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }), (text) => {
      expect(isOpaque(text) && !/^[\x21-\x7e]+$/.test(text)).toBe(false)
    }),
  )
})
