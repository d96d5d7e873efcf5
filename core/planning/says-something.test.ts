import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saysSomething } from './says-something.ts'

test.each(['Sergeant of team two', 'th', '7', 'ผู้ล่าม', 'مترجم', 'Unknown man in the yard', 'No light and no food', 'Nobody'])('"%s" says something', (text) => {
  expect(saysSomething(text)).toBe(true)
})

test.each(['', '   ', '\u200b', '\u2800', '-', '…', '?!', '✓', '☑', 'unknown', ' Unknown ', 'TBD', 'yes', 'No', 'none', 'to be confirmed', 'n/a'])('"%s" is blank or a tick', (text) => {
  expect(saysSomething(text)).toBe(false)
})

test('law: what says something does so in any case and between any spaces', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'y', 'e', 's', '-', '/', '?', ' ') })
  fc.assert(
    fc.property(text, (words) => {
      expect(saysSomething(`  ${words.toUpperCase()}\n`)).toBe(saysSomething(words))
    }),
  )
})
