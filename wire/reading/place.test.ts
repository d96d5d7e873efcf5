import { expect, test } from 'vitest'
import { pathText, placeOf } from './place.ts'

test.each([
  ['abc', 0, 1, 1],
  ['abc', 3, 1, 4],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['a\n\n  b', 5, 3, 3],
  ['a\n', 2, 2, 1],
])('in %j the offset %d is line %d, column %d', (text, offset, line, column) => {
  expect(placeOf(text, offset)).toEqual({ line, column })
})

test('a line end belongs to the line it ends', () => {
  expect(placeOf('ab\ncd', 2)).toEqual({ line: 1, column: 3 })
})

test('a path reads as people write it', () => {
  expect(pathText([])).toBe('')
  expect(pathText(['reports', 2, 'kind'])).toBe('reports[2].kind')
  expect(pathText([0, 'a'])).toBe('[0].a')
  expect(pathText(['a b', 'x.y', ''])).toBe('["a b"]["x.y"][""]')
})

test('a path with a name made to mislead keeps it in quotes and shows what cannot be seen', () => {
  expect(pathText(['a', '\u202Ekind'])).toBe('a["\\u202ekind"]')
  expect(pathText(['k'.repeat(1000)]).length).toBeLessThan(80)
})
