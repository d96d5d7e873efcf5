import { expect, test } from 'vitest'
import { nearMiss } from './near-miss.ts'

const KINDS = ['escaped-victim', 'rescued-victim', 'informant-tested', 'informant-untested', 'client']

test.each([
  ['escaped-victm', 'escaped-victim'],
  ['Escaped Victim', 'escaped-victim'],
  ['escaped_victim', 'escaped-victim'],
  ['informnat-tested', 'informant-tested'],
  ['cleint', 'client'],
  ['clinet', 'client'],
])('%s was most likely meant to be %s', (word, meant) => {
  expect(nearMiss(word, KINDS)).toBe(meant)
})

test.each(['spy', 'victim', 'cli', '', 'x'.repeat(100_000)])('%.20s is near to none', (word) => {
  expect(nearMiss(word, KINDS)).toBeNull()
})

test('a short word allows for one slip, of which a swap of neighbours is one', () => {
  expect(nearMiss('swa', ['saw'])).toBe('saw')
  expect(nearMiss('tall', ['told'])).toBeNull()
})

test('codes of one letter are never taken for one another', () => {
  expect(nearMiss('A', ['1', '2', '3', 'B'])).toBeNull()
  expect(nearMiss('yes', ['no', 'yet-to-come'])).toBeNull()
})

test('the nearest is chosen, and of two as near the first', () => {
  expect(nearMiss('informant-testd', KINDS)).toBe('informant-tested')
  expect(nearMiss('abcd', ['abce', 'abcf'])).toBe('abce')
})
