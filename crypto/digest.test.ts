import { expect, test } from 'vitest'
import { digestInBase64 } from './digest.ts'

test('the digest of a text is that of its UTF-8 (FIPS 180-4, the message "abc")', () => {
  expect(digestInBase64('abc')).toBe('ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=')
})
