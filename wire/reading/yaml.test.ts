import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readYaml } from './yaml.ts'

const bad = (text: string) => {
  const read = readYaml('a.yaml', text)
  return read.accepted ? null : read.bad
}

const value = (text: string) => {
  const read = readYaml('a.yaml', text)
  return read.accepted ? read.value : read.bad.problem
}

const locate = (text: string) => {
  const read = readYaml('a.yaml', text)
  if (!read.accepted) throw new Error(read.bad.problem)
  return read.locate
}

describe('words in YAML', () => {
  test('Norway stays Norway: no, yes, on, off, y and n are words', () => {
    expect(value('- NO\n- no\n- yes\n- on\n- off\n- y\n- n')).toEqual(['NO', 'no', 'yes', 'on', 'off', 'y', 'n'])
  })

  test('only true and false are truth values, and stay what the file says for the shape to refuse', () => {
    expect(value('[true, False, "true"]')).toEqual([true, false, 'true'])
  })

  test('a date is a word, not a moment, and 012 and 1:30 are not what YAML 1.1 made of them', () => {
    expect(value('[2026-03-04, 2026-03-04T06:00:00Z, 1:30, 1_000]')).toEqual(['2026-03-04', '2026-03-04T06:00:00Z', '1:30', '1_000'])
    expect(value('012')).toBe(12)
  })

  test('a name of a field is always text', () => {
    expect(value('1: a\ntrue: b\nno: c')).toEqual({ 1: 'a', true: 'b', no: 'c' })
  })
})

describe('what YAML can say and a file here may not', () => {
  test.each([
    ['an anchor', 'a: &x 1', 1, 4],
    ['an alias', 'a: 1\nb: *a', 2, 4],
    ['a tag', 'a: !!str 1', 1, 4],
    ['a tag of somebody’s own', 'a:\n  - !person {b: 1}', 2, 5],
    ['merging', 'a: {<<: {b: 1}}', 1, 5],
    ['a directive, by which no would be a truth value', '%YAML 1.1\n---\na: no', 1, 1],
    ['a second document', 'a: 1\n---\nb: 2', 2, 1],
    ['a second document after the end of the first', 'a: 1\n...\nb: 2', 3, 1],
  ])('%s', (_name, text, line, column) => {
    expect(bad(text)).toMatchObject({ code: 'reading/yaml-not-allowed', line, column })
  })

  test('a text without indentation may begin with any of these signs', () => {
    expect(value('--- |\n*x\n&y\n')).toBe('*x\n&y\n')
  })

  test('none of which keeps the same signs from standing in a text', () => {
    expect(value('- "&a *b !c %d <<"\n- a & b * c ! d\n- |\n  ---\n  *x\n- \'<<\'')).toEqual(['&a *b !c %d <<', 'a & b * c ! d', '---\n*x\n', '<<'])
    expect(value('---\n"<<": 1')).toEqual({ '<<': 1 })
  })
})

describe('YAML that is none', () => {
  test.each([
    ['a: [1, 2', 1, 9],
    ['a: b: c', 1, 4],
    ['a:\n\tb: 1', 2, 1],
    ["a: 'x", 1, 6],
    ['a: @x', 1, 4],
    ['? [a]\n: 1', 1, 3],
  ])('%j is refused at line %d, column %d', (text, line, column) => {
    expect(bad(text)).toMatchObject({ code: 'reading/not-yaml', line, column })
  })

  test('a control character is refused where it stands, and so is a lone CR', () => {
    expect(bad('a: 1\nb: \u0002x')).toMatchObject({ code: 'reading/not-yaml', line: 2, column: 4 })
    expect(bad('a: 1\rb: 2')).toMatchObject({ code: 'reading/not-yaml', line: 1, column: 5 })
    expect(value('a: 1\r\nb: "\\x02"')).toEqual({ a: 1, b: '\u0002' })
  })

  test('an empty file says so, and an empty text or a null is none', () => {
    expect(bad('# nothing yet\n')).toMatchObject({ problem: 'the file is empty' })
    expect(bad('')).toMatchObject({ problem: 'the file is empty' })
    expect(value('""')).toBe('')
    expect(value('null')).toBeNull()
  })
})

test('a field twice in its group is refused at the second, however it is spelled', () => {
  expect(bad('a: 1\nb:\n  a: 2\n"\\x61": 3')).toMatchObject({ code: 'reading/duplicate-field', line: 4, column: 1, path: 'a' })
  expect(bad('reports:\n  - {id: a}\n  - {id: b, id: c}')).toMatchObject({ path: 'reports[1].id' })
})

test('a field called __proto__ is a field like any other and changes nothing else', () => {
  expect(Object.keys(value('__proto__: {sharing: "TLP:CLEAR"}') as object)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>)['sharing']).toBeUndefined()
})

describe('the limits', () => {
  test('64 lists inside one another are read and 65 refused, in either style', () => {
    expect(bad('['.repeat(64) + ']'.repeat(64))).toBeNull()
    expect(bad('['.repeat(65) + ']'.repeat(65))).toMatchObject({ code: 'reading/too-deep' })
    expect(bad(`${'- '.repeat(64)}a`)).toBeNull()
    expect(bad(`${'- '.repeat(65)}a`)).toMatchObject({ code: 'reading/too-deep' })
  })

  test.each(['[', '- ', '? ', '{a: ', '["', '-\n', '? a\n', '!', ',', '*a ', '---\n', 'a: b: '])('five megabytes of %j are refused', (piece) => {
    expect(bad(piece.repeat(5_000_000 / piece.length))).not.toBeNull()
  })

  test('a field that is there twice is found among ten thousand', () => {
    const fields = Array.from({ length: 10_000 }, (_, i) => `field-${i}: ${i}`).join('\n')
    expect(bad(`${fields}\nfield-9999: again`)).toMatchObject({ code: 'reading/duplicate-field', line: 10_001 })
  })
})

describe('a place in YAML', () => {
  const text = 'reports:\n  - id: a\n    kind: spy\n  - id: b\nat:\n'

  test('is found by its path, for the value or for its name', () => {
    expect(locate(text)(['reports', 0, 'kind'])).toEqual({ line: 3, column: 11 })
    expect(locate(text)(['reports', 0, 'kind'], 'name')).toEqual({ line: 3, column: 5 })
    expect(locate(text)(['reports', 1])).toEqual({ line: 4, column: 5 })
  })

  test('of what is not there is that of what is around it', () => {
    expect(locate(text)(['reports', 1, 'kind'])).toEqual({ line: 4, column: 5 })
    expect(locate(text)(['nothing', 3])).toEqual({ line: 1, column: 1 })
  })
})

test('what was written as YAML is read as it was', () => {
  const plain = fc.jsonValue({ maxDepth: 5 }).filter((json) => json !== null)
  fc.assert(fc.property(plain, (json) => {
    const meant = JSON.parse(JSON.stringify(json)) as unknown
    expect(value(stringify(meant, { aliasDuplicateObjects: false }))).toEqual(meant)
  }))
})
