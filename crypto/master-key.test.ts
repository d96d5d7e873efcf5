import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lock, unlock } from './box.ts'
import { masterKey } from './master-key.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-'))
  path = join(folder, 'deep', 'master.key')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('is made at the first start, readable by its owner alone, and is the same at the second', () => {
  const box = lock(masterKey(path), Buffer.from('a key'), 'here')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(unlock(masterKey(path), box, 'here').toString()).toBe('a key')
})

test('is refused when others can read it, with what to do', () => {
  masterKey(path)
  for (const mode of [0o640, 0o604, 0o660, 0o644]) {
    chmodSync(path, mode)
    expect(() => masterKey(path)).toThrow(`chmod 600 ${path}`)
  }
})

test('is refused when it is cut short, empty or something else, and what it holds is not told', () => {
  masterKey(path)
  const text = readFileSync(path, 'utf8')
  for (const other of ['', text.slice(0, -8), text.slice(4), 'secret words']) {
    writeFileSync(path, other)
    expect(() => masterKey(path)).toThrow(/holds no master key, or not the whole of one/)
    expect(() => masterKey(path)).not.toThrow(/secret words/)
    expect(readFileSync(path, 'utf8')).toBe(other)
  }
})

test('is not read through a link', () => {
  masterKey(path)
  const link = join(folder, 'link.key')
  symlinkSync(path, link)
  expect(() => masterKey(link)).toThrow('not a file of its own')
})
