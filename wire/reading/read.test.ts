import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printBadInput } from './bad-input.ts'
import { readText } from './read.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a file is read by its ending', () => {
  test.each(['a.json', 'A.JSON', 'folder.d/a.json'])('%s as JSON', async (file) => {
    expect(await readText(file, bytesOf('{"a": [1]}'))).toMatchObject({ accepted: true, value: { a: [1] } })
    expect(await readText(file, bytesOf('a: [1]'))).toMatchObject({ accepted: false, bad: { code: 'reading/not-json' } })
  })

  test.each(['a.yaml', 'a.yml', 'a.YML'])('%s as YAML', async (file) => {
    expect(await readText(file, bytesOf('a: [1]'))).toMatchObject({ accepted: true, value: { a: [1] } })
  })

  test.each(['a.txt', 'a', 'a.json.bak', 'folder.json/a', '.'])('%s not at all, and says what is', async (file) => {
    expect(await readText(file, bytesOf('{}'))).toMatchObject({
      accepted: false,
      bad: { code: 'reading/unknown-ending', expected: 'a file that ends in .json, .yaml or .yml' },
    })
  })
})

test('a byte order mark before nothing is an empty file', async () => {
  for (const file of ['a.json', 'a.yaml'])
    expect(await readText(file, new Uint8Array([0xef, 0xbb, 0xbf]))).toMatchObject({ accepted: false, bad: { problem: 'the file is empty' } })
})

const signs = fc.constantFrom(
  '{', '}', '[', ']', '"', ':', ': ', '- ', '? ', ',', '\n', '\n  ', '&a ', '*a', '!t ', '#', '|\n', '>', '%', '---\n', 'a', '1',
  '\u001b', '\u202E', '\\', '\t', '__proto__',
)

/** One or two lines that a terminal only shows. */
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]+(?:\n[^\p{C}\p{Zl}\p{Zp}]+)?$/u

test('any bytes are read, or refused in one or two lines that a terminal only shows', async () => {
  const bytes = fc.oneof(fc.uint8Array(), fc.array(signs, { maxLength: 40 }).map((some) => bytesOf(some.join(''))))
  const property = fc.asyncProperty(fc.constantFrom('a.json', 'a.yaml'), bytes, async (file, content) => {
    const read = await readText(file, content)
    expect(read.accepted ? 'read' : printBadInput(read.bad)).toMatch(PRINTABLE)
  })
  await fc.assert(property, { numRuns: 3000 })
})
