import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { publicKeyIn, publicKeyOf, signingKey } from './signing-key.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-signing-'))
  path = join(folder, 'deep', 'signing.key')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('is made at the first start, readable by its owner alone, and is the same at the second', () => {
  const signature = signingKey(path).sign('a line')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(signingKey(path).publicKey.holds('a line', signature)).toBe(true)
})

test('its public half is exported beside it, opens nothing, and shows what was signed', () => {
  const { publicKey, sign } = signingKey(path)
  const carried = publicKeyIn(publicKeyOf(path))
  expect([carried.id, carried.text]).toEqual([publicKey.id, publicKey.text])
  expect(carried.holds('a line', sign('a line'))).toBe(true)
  expect(readFileSync(publicKeyOf(path), 'utf8')).not.toContain(readFileSync(path, 'utf8').split('\n')[1])
})

test('another line, another signature and another key do not hold', () => {
  const { publicKey, sign } = signingKey(path)
  const other = signingKey(join(folder, 'other.key'))
  expect([publicKey.holds('another line', sign('a line')), publicKey.holds('a line', other.sign('a line')), publicKey.holds('a line', ''), publicKey.holds('a line', 'AAAA')]).toEqual([false, false, false, false])
  expect(other.publicKey.id).not.toBe(publicKey.id)
})

test('is refused when others can read it, or when it is cut short, and what it holds is not told', () => {
  signingKey(path)
  chmodSync(path, 0o644)
  expect(() => signingKey(path)).toThrow(`chmod 600 ${path}`)
  chmodSync(path, 0o600)
  const text = readFileSync(path, 'utf8')
  for (const other of ['', text.slice(0, -9), 'secret words']) {
    writeFileSync(path, other)
    expect(() => signingKey(path)).toThrow(/holds no signing key, or not the whole of one/)
    expect(() => signingKey(path)).not.toThrow(/secret words/)
  }
  writeFileSync(publicKeyOf(path), text)
  expect(() => publicKeyIn(publicKeyOf(path))).toThrow(/holds no public key/)
})
