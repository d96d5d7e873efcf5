import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import type { Access } from './access.ts'
import { Sensitive } from './sensitive.ts'

const words = new Sensitive('invented name')
const leave = { stream: 'person/1', by: 'officer-1', role: 'analyst', look: 'care' } as unknown as Access

test('is withheld wherever it is printed', () => {
  const printed = [`${String(words)}`, JSON.stringify({ words }), inspect({ deep: [words] }), inspect(words, { showHidden: true, customInspect: false }), JSON.stringify(Object.entries(words))]
  expect(printed.filter((text) => text.includes('invented'))).toEqual([])
  expect(printed.slice(0, 2)).toEqual(['[withheld]', '{"words":"[withheld]"}'])
})

test('a copy of it made by the platform holds nothing', () => {
  expect(inspect(structuredClone(words), { showHidden: true })).not.toContain('invented')
  expect(Reflect.ownKeys(words)).toEqual([])
})

test('is revealed to whoever was given leave to look', () => {
  expect(words.reveal(leave)).toBe('invented name')
})

test('is handed to the seal without leave, since recording is not reading', () => {
  expect(words.sealedWith((text) => text.length)).toBe(13)
})
