import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { begin, endAll, saying, start, type Running } from './running-server.ts'

/** The first start of an office, as whoever starts it sees it. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daylight-first-'))
})
afterEach(() => {
  endAll()
  rmSync(folder, { recursive: true })
})

const FIRST = /^Sign in first as (\S+) with (\S+) at http:\/\/localhost:\d+\/office\/\./m

async function signIn({ port }: Running, name: string, password: string, then?: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-daylight': '1' }
  const url = `http://localhost:${port}/api/session`
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ name, password }) })
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  if (then !== undefined) await fetch(`${url}/password`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify({ old: password, new: then }) })
  return response.status
}

test('tells the first administrator, keeps what they choose, and tells nobody again', async () => {
  const first = await start({ DAYLIGHT_DATA: folder })
  await saying(first, FIRST)
  const [, name = '', oneTimePassword = ''] = FIRST.exec(first.said()) ?? []
  expect(await signIn(first, name, oneTimePassword, 'seven boats on the river')).toBe(200)
  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(readdirSync(folder).toSorted()).toEqual(['desk.sqlite', 'forgotten.list', 'keys.sqlite', 'ledger.sqlite', 'master.key', 'signing.key', 'signing.pub'])
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'latin1')).not.toContain(oneTimePassword)

  const second = await start({ DAYLIGHT_DATA: folder })
  expect([await signIn(second, name, oneTimePassword), await signIn(second, name, 'seven boats on the river')]).toEqual([401, 200])
  expect(second.said()).not.toMatch(/Sign in first/)
  expect(second.said().split(oneTimePassword)).toHaveLength(1)
})

test.each([
  ['half of two databases', { DATABASE_URL: 'postgres://user:hidden-word@127.0.0.1:9/a' }, /DATABASE_URL is given and KEYS_DATABASE_URL is not/],
  ['a database that is not there', { DATABASE_URL: 'postgres://user:hidden-word@127.0.0.1:9/a', KEYS_DATABASE_URL: 'postgres://user:hidden-word@127.0.0.1:9/b' }, /postgres at 127\.0\.0\.1:9\/a: the database cannot be reached/],
])('refuses %s in one line, without a password', async (_name, env, line) => {
  const begun = begin({ PORT: '0', HOST: '', DAYLIGHT_DATA: folder, ...env })
  expect(await begun.ended).toBe(64)
  expect(begun.said()).toMatch(line)
  expect(begun.said()).not.toMatch(/hidden-word|\n {4}at /)
})

test('refuses a folder that is no folder in one line', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const begun = begin({ PORT: '0', HOST: '', DAYLIGHT_DATA: file })
  expect(await begun.ended).toBe(64)
  expect(begun.said()).toMatch(new RegExp(`^daylight: ${file}`))
  expect(begun.said()).not.toMatch(/\n {4}at /)
})
