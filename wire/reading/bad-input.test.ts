import { expect, test } from 'vitest'
import { badInput, printBadInput } from './bad-input.ts'

const place = { line: 12, column: 7 }
const path = ['reports', 2, 'kind']

test('says file, line, column, path, what is wrong and what was expected, in one line', () => {
  const bad = badInput('plan.json', { code: 'reading/wrong-value', place, path, problem: '"spy" is not known', expected: 'one of: saw, told' })
  expect(printBadInput(bad)).toBe('plan.json:12:7  reports[2].kind: "spy" is not known. Expected one of: saw, told.')
})

test('takes a second line where the first would be long', () => {
  const expected = `one of: ${Array.from({ length: 20 }, (_, i) => `word-${i}`).join(', ')}`
  const lines = printBadInput(badInput('plan.json', { code: 'reading/wrong-value', place, path, problem: '"spy" is not known', expected })).split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toBe(`    Expected ${expected}.`)
})

test('leaves out a line that is not known, and a path where the whole file is meant', () => {
  expect(printBadInput(badInput('plan.txt', { code: 'reading/unknown-ending', problem: 'files that end in .txt are not read' })))
    .toBe('plan.txt  files that end in .txt are not read.')
})

test('does not end a question with a full stop', () => {
  expect(printBadInput(badInput('a', { code: 'reading/wrong-value', problem: 'Did you mean "saw"?' }))).toBe('a  Did you mean "saw"?')
})

test('prints nothing that a terminal would obey, wherever it came in', () => {
  const evil = '\u001b[31m\u202E\u0007\r\n'
  const printed = printBadInput(badInput(evil, { code: 'reading/wrong-value', place, path: [evil], problem: evil, expected: evil }))
  expect(printed.replaceAll('\n', '')).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]*$/u)
  expect(printed.split('\n').length).toBeLessThanOrEqual(2)
})

test('stays short, however long the problem', () => {
  expect(printBadInput(badInput('a', { code: 'reading/wrong-value', problem: 'x'.repeat(1_000_000) })).length).toBeLessThan(1100)
})
