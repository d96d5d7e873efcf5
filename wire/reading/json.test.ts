import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { walkJson } from './json-walk.ts'
import { readJson } from './json.ts'

const bad = (text: string) => {
  const read = readJson('a.json', text)
  return read.accepted ? null : read.bad
}

const locate = (text: string) => {
  const read = readJson('a.json', text)
  if (!read.accepted) throw new Error(read.bad.problem)
  return read.locate
}

describe('JSON that is none', () => {
  test.each([
    ['{"a": 1,}', 1, 9, 'no comma stands after the last field'],
    ['[1,]', 1, 4, 'a value'],
    ['[1 2]', 1, 4, 'a comma'],
    ["{'a': 1}", 1, 2, 'double quotes'],
    ['{a: 1}', 1, 2, 'double quotes'],
    ['{"a" 1}', 1, 6, 'a colon'],
    ['{\n  "a": tru\n}', 2, 8, 'a value'],
    ['[1,\n\n 01]', 3, 3, 'a comma'],
    ['["a\nb"]', 1, 4, 'line break'],
    ['["\\x"]', 1, 3, 'backslash'],
    ['[1] x', 1, 5, 'the end of the file'],
    ['{"a": NaN}', 1, 7, 'a value'],
    ['// no\n1', 1, 1, 'a value'],
    ['[-]', 1, 2, 'a value'],
    ['{"a":1]', 1, 7, 'closes'],
  ])('%j is refused at line %d, column %d, with what was expected', (text, line, column, expected) => {
    expect(bad(text)).toMatchObject({ code: 'reading/not-json', line, column, expected: expect.stringContaining(expected) })
  })

  test('says that a file is empty, or ends too soon', () => {
    expect(bad(' \n ')).toMatchObject({ problem: 'the file is empty' })
    expect(bad('{"a": [1')).toMatchObject({ problem: 'the file ends too soon', line: 1, column: 9 })
  })
})

describe('JSON that could be read in two ways', () => {
  test('a field twice in its group is refused at the second, however it is spelled', () => {
    expect(bad('{"a": 1,\n "b": {"a": 2},\n "\\u0061": 3}')).toMatchObject({ code: 'reading/duplicate-field', line: 3, column: 2, path: 'a' })
    expect(bad('{"reports": [{"id": 1}, {"id": 2, "id": 3}]}')).toMatchObject({ path: 'reports[1].id' })
  })

  test('the same field in two groups is none', () => {
    expect(bad('[{"a": 1}, {"a": 2}, {"a": {"a": 3}}]')).toBeNull()
  })
})

describe('the limits', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

  test('64 lists inside one another are read and 65 refused', () => {
    expect(bad(nested(64))).toBeNull()
    expect(bad(nested(65))).toMatchObject({ code: 'reading/too-deep', line: 1, column: 65 })
  })

  test('a million brackets neither fill the stack nor take long', () => {
    expect(bad('['.repeat(1_000_000))).toMatchObject({ code: 'reading/too-deep' })
    expect(bad('{"a":'.repeat(1_000_000))).toMatchObject({ code: 'reading/too-deep' })
  })

  test('half a million values are read and more refused', () => {
    expect(bad(`[${'1,'.repeat(499_998)}1]`)).toBeNull()
    expect(bad(`[${'1,'.repeat(500_000)}1]`)).toMatchObject({ code: 'reading/too-large' })
  })
})

describe('a place in JSON', () => {
  const text = '{\n  "reports": [\n    {"id": "a", "kind": "spy"},\n    {"id": "b"}\n  ],\n  "at": null\n}'

  test('is found by its path', () => {
    expect(locate(text)(['reports', 0, 'kind'])).toEqual({ line: 3, column: 25 })
    expect(locate(text)(['reports', 1])).toEqual({ line: 4, column: 5 })
    expect(locate(text)(['at'])).toEqual({ line: 6, column: 9 })
    expect(locate(text)([])).toEqual({ line: 1, column: 1 })
  })

  test('may be that of the name instead of the value', () => {
    expect(locate(text)(['reports', 0, 'kind'], 'name')).toEqual({ line: 3, column: 17 })
  })

  test('of what is not there is that of what is around it', () => {
    expect(locate(text)(['reports', 1, 'kind'])).toEqual({ line: 4, column: 5 })
    expect(locate(text)(['reports', 7, 'kind', 'x'], 'name')).toEqual({ line: 2, column: 14 })
    expect(locate(text)(['no', 'such'])).toEqual({ line: 1, column: 1 })
  })
})

test('a field called __proto__ is a field like any other and changes nothing else', () => {
  const read = readJson('a.json', '{"__proto__": {"sharing": "TLP:CLEAR"}}')
  expect(read.accepted && Object.keys(read.value as object)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>)['sharing']).toBeUndefined()
})

const pieces = fc.constantFrom(
  '{', '}', '[', ']', ',', ':', '"a"', '"b"', '"', '\\', '1', '-', '0', '.5', 'e9', 'true', 'nul', ' ', '\n', '\u0000', '"\\u00e9"', 'é',
)

/** JSON with one piece put in somewhere, in place of up to two characters. */
const spoilt = fc.tuple(fc.json(), pieces, fc.nat(), fc.nat(2)).map(([json, piece, at, gone]) => {
  const place = at % (json.length + 1)
  return json.slice(0, place) + piece + json.slice(place + gone)
})

test('what is walked through without a fault is JSON, and what is not JSON never is', () => {
  const text = fc.oneof(fc.json(), spoilt, fc.array(pieces).map((some) => some.join('')), fc.string())
  fc.assert(fc.property(text, (json) => {
    const fault = walkJson(json)?.fault ?? 'none'
    const possible = fault === 'none' ? [true] : fault === 'syntax' ? [false] : [true, false]
    expect(possible).toContain(isJson(json))
  }), { numRuns: 3000 })
})

test('what is read is what JSON.parse reads', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
    const text = JSON.stringify(value, null, 1)
    expect(readJson('a.json', text)).toMatchObject({ accepted: true, value: JSON.parse(text) as unknown })
  }))
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
