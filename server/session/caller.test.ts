import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressOf } from './caller.ts'

const app = new Hono().get('/', (c) => c.text(addressOf(c)))
const asked = async (remote: string | null, forwarded?: string): Promise<string> =>
  (await app.request('/', { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }, remote === null ? {} : { incoming: { socket: { remoteAddress: remote, remotePort: 1, remoteFamily: 'IPv4' } } })).text()

test('a stranger is who they are, whatever they say', async () => {
  expect(await asked('198.51.100.7')).toBe('198.51.100.7')
  expect(await asked('198.51.100.7', '203.0.113.1')).toBe('198.51.100.7')
  expect(await asked('::ffff:198.51.100.7')).toBe('198.51.100.7')
})

test('a proxy on this machine is believed in its last word', async () => {
  expect(await asked('127.0.0.1', '203.0.113.1, 203.0.113.2')).toBe('203.0.113.2')
  expect(await asked('::1', '203.0.113.1')).toBe('203.0.113.1')
  expect(await asked('127.0.0.1')).toBe('this-machine')
})

test('of an IPv6 address its network counts', async () => {
  expect(await asked('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:1:2')
  expect(await asked('2001:db8:1:2::5')).toBe('2001:db8:1:2')
  expect(await asked('2001:db8::5')).toBe('2001:db8:0:0')
})
