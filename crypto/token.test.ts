import { expect, test } from 'vitest'
import { keyOf, newSecret } from './box.ts'
import { asMeant, markOf, newOneTimePassword, newToken, tokenDigest } from './token.ts'

const many = <Value>(make: () => Value): readonly Value[] => Array.from({ length: 500 }, make)

test('a token is 256 bits of chance, and what is kept of it does not tell it', () => {
  const tokens = many(newToken)
  expect(new Set(tokens).size).toBe(500)
  for (const token of tokens) expect([Buffer.from(token, 'base64url').length, tokenDigest(token).length, tokenDigest(token).includes(token)]).toEqual([32, 64, false])
})

test('a one-time password has letters that no eye confuses, and at least 60 bits', () => {
  const made = many(newOneTimePassword)
  expect(new Set(made).size).toBe(500)
  for (const one of made) expect(one).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){2}$/)
  const letters = new Set(made.join('').replaceAll('-', ''))
  expect(15 * Math.log2(letters.size)).toBeGreaterThan(60)
})

test('a one-time password is meant the same with capitals, with spaces and without strokes', () => {
  const one = newOneTimePassword()
  for (const typed of [one, one.toUpperCase(), one.replaceAll('-', ' '), ` ${one.replaceAll('-', '')} `]) expect(asMeant(typed)).toBe(asMeant(one))
})

test('a mark is the same for the same text under the same key, and another under another', () => {
  const [key, other] = [keyOf(newSecret()), keyOf(newSecret())]
  expect(markOf(key, 'a name')).toBe(markOf(key, 'a name'))
  expect(new Set([markOf(key, 'a name'), markOf(other, 'a name'), markOf(key, 'a name ')]).size).toBe(3)
})
