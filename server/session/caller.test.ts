import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { saysHowReached } from '../http/reached.ts'
import { addressOf } from './caller.ts'

const ORIGIN = 'https://daylight.example'
const connected = (remote: string) => ({ incoming: { socket: { remoteAddress: remote, remotePort: 1, remoteFamily: 'IPv4' } } })
const appBehind = (proxies?: readonly string[]) => new Hono().use(saysHowReached(proxies ? { origin: ORIGIN, proxies } : {})).get('/', (c) => c.text(addressOf(c)))
const asked = async (remote: string | null, forwarded?: string, proxies?: readonly string[]): Promise<string> =>
  (await appBehind(proxies).request('/', { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }, remote === null ? {} : connected(remote))).text()

test('a stranger is who they are, whatever they say', async () => {
  expect(await asked('198.51.100.7')).toBe('198.51.100.7')
  expect(await asked('198.51.100.7', '203.0.113.1')).toBe('198.51.100.7')
  expect(await asked('198.51.100.7', '203.0.113.1', ['192.0.2.1'])).toBe('198.51.100.7')
  expect(await asked('::ffff:198.51.100.7')).toBe('198.51.100.7')
})

test('this machine is believed no more than anybody where it was not named', async () => {
  expect(await asked('127.0.0.1', '203.0.113.1')).toBe('this-machine')
})

test('a proxy that was named is believed in its last word, and nobody before it', async () => {
  expect(await asked('127.0.0.1', '203.0.113.1, 203.0.113.2', ['127.0.0.1'])).toBe('203.0.113.2')
  expect(await asked('::1', '203.0.113.1', ['::1'])).toBe('203.0.113.1')
  expect(await asked('127.0.0.1', undefined, ['127.0.0.1'])).toBe('this-machine')
})

test('of several proxies the first stranger from the end counts, whatever that stranger wrote before', async () => {
  expect(await asked('10.0.0.2', '203.0.113.9, 203.0.113.1, 10.0.0.1', ['10.0.0.0/24'])).toBe('203.0.113.1')
})

test('who has no address any more shares one with all who have none, and is not believed', async () => {
  expect(await asked(null, '203.0.113.1', ['127.0.0.1'])).toBe('nowhere')
})

test('of an IPv6 address its network counts', async () => {
  expect(await asked('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:1:2')
  expect(await asked('2001:db8:1:2::5')).toBe('2001:db8:1:2')
  expect(await asked('2001:db8::5')).toBe('2001:db8:0:0')
})
