import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BoxBroken, keyOf, lock, newSecret, newSecrets, SECRET_BYTES, unlock } from './box.ts'

const key = keyOf(newSecret())
const words = Buffer.from('what was said')

test('opens what was sealed for the same place, whatever the words', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.string(), (said, place) => {
      expect(Buffer.compare(unlock(key, lock(key, said, place), place), said)).toBe(0)
    }),
  )
})

test('the same words in the same place make the same box, and in another place another', () => {
  expect(lock(key, words, 'e1').equals(lock(key, words, 'e1'))).toBe(true)
  expect(lock(key, words, 'e1').subarray(0, 12).equals(lock(key, words, 'e2').subarray(0, 12))).toBe(false)
})

test('other words never meet the same nonce', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      fc.pre(Buffer.compare(a, b) !== 0)
      expect(lock(key, a, 'e').subarray(0, 12).equals(lock(key, b, 'e').subarray(0, 12))).toBe(false)
    }),
  )
})

test('does not open in another place, under another key, or with any bit turned', () => {
  const box = lock(key, words, 'e1')
  expect(() => unlock(key, box, 'e2')).toThrow(BoxBroken)
  expect(() => unlock(keyOf(newSecret()), box, 'e1')).toThrow(BoxBroken)
  for (let at = 0; at < box.length; at++) {
    const altered = Buffer.from(box)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(() => unlock(key, altered, 'e1'), `byte ${at}`).toThrow(BoxBroken)
  }
})

test('does not open when it is cut short', () => {
  const box = lock(key, words, 'e1')
  for (const length of [0, 1, 11, 12, 27, 28, box.length - 1]) expect(() => unlock(key, box.subarray(0, length), 'e1')).toThrow(BoxBroken)
})

test('where a place ends and the words begin is bound in, so that no two boxes share a nonce', () => {
  const nonceOf = (place: string, words: string): string => lock(key, Buffer.from(words), place).subarray(0, 12).toString('hex')
  expect(nonceOf('ab', 'c')).not.toBe(nonceOf('a', 'bc'))
})

test('secrets drawn in one go are each another', () => {
  const secrets = newSecrets(20).map((secret) => secret.toString('hex'))
  expect(new Set(secrets).size).toBe(20)
  expect(secrets.every((secret) => secret.length === 2 * SECRET_BYTES)).toBe(true)
})
