import { describe, expect, test } from 'vitest'
import { MOST_BYTES, textOf, tooLarge } from './bytes.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const badIn = (...values: number[]) => {
  const read = textOf('a.json', bytes(...values))
  return read.accepted ? null : read.bad
}

describe('the size of a file', () => {
  test('is judged before anything is read: 100 MB are refused by their number', () => {
    expect(tooLarge('big.json', 100_000_000)).toMatchObject({ code: 'reading/too-large', file: 'big.json', line: null })
  })

  test('may be 5 MiB and not a byte more', () => {
    expect(tooLarge('a.json', MOST_BYTES)).toBeNull()
    expect(tooLarge('a.json', MOST_BYTES + 1)).not.toBeNull()
  })

  test('is judged again by what was read, since a file may have grown meanwhile', () => {
    expect(textOf('a.json', new Uint8Array(MOST_BYTES + 1))).toMatchObject({ accepted: false, bad: { code: 'reading/too-large' } })
  })
})

describe('the letters of a file', () => {
  test('are UTF-8, of any script', () => {
    expect(textOf('a.json', new TextEncoder().encode('"សុខ 👩"'))).toEqual({ accepted: true, text: '"សុខ 👩"' })
  })

  test('may come after a byte order mark, which is dropped', () => {
    expect(textOf('a.json', bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toEqual({ accepted: true, text: '{}' })
  })

  test('are refused at the line and column of the first byte that is none', () => {
    expect(badIn(0x7b, 0x0a, 0x22, 0xff, 0x22)).toMatchObject({ code: 'reading/not-utf-8', line: 2, column: 2 })
    expect(badIn(0xc3, 0xa9, 0x22, 0xc3, 0x28)).toMatchObject({ line: 1, column: 3 })
  })

  test('are refused where a character is cut at the end, written longer than needed, or half of a pair', () => {
    expect(badIn(0x22, 0xc3)).toMatchObject({ line: 1, column: 2 })
    expect(badIn(0xc0, 0xaf)).not.toBeNull()
    expect(badIn(0xed, 0xa0, 0x80)).not.toBeNull()
  })

  test('in UTF-16 are named as such, with what to do', () => {
    expect(badIn(0xff, 0xfe, 0x7b, 0x00)).toMatchObject({ problem: 'the file is written in UTF-16', expected: expect.stringContaining('UTF-8') })
    expect(badIn(0xfe, 0xff, 0x00, 0x7b)).toMatchObject({ problem: 'the file is written in UTF-16' })
  })
})
