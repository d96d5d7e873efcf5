import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'
import { among, isReachedByTls, readReach } from './reach.ts'

const LOOPBACK = '127.0.0.1'
const TLS = { DAYLIGHT_TLS_CERT: 'cert.pem', DAYLIGHT_TLS_KEY: 'key.pem' }
const ORIGIN = { DAYLIGHT_ORIGIN: 'https://daylight.example' }
const PROXY = { DAYLIGHT_PROXY: '127.0.0.1' }

test.each([
  [{}, LOOPBACK, {}],
  [TLS, '0.0.0.0', { tls: { cert: 'cert.pem', key: 'key.pem' } }],
  [{ ...TLS, ...ORIGIN }, '::', { tls: { cert: 'cert.pem', key: 'key.pem' }, origin: 'https://daylight.example' }],
  [{ ...PROXY, ...ORIGIN }, LOOPBACK, { proxies: ['127.0.0.1'], origin: 'https://daylight.example' }],
  [{ DAYLIGHT_PROXY: '10.0.0.0/24, 2001:db8::/32', ...ORIGIN }, '0.0.0.0', { proxies: ['10.0.0.0/24', '2001:db8::/32'], origin: 'https://daylight.example' }],
])('%o at %s is a safe way to come', (env, host, reach) => expect(readReach(env, host)).toEqual({ accepted: true, reach }))

test.each([
  [{}, '0.0.0.0', /^HOST is 0\.0\.0\.0, and passwords would travel in the open\. Give DAYLIGHT_TLS_CERT/],
  [{}, 'office.example', /passwords would travel in the open/],
  [{ DAYLIGHT_ORIGIN: 'http://localhost:8787' }, '192.0.2.1', /passwords would travel in the open/],
  [ORIGIN, LOOPBACK, /begins with https, and nothing here speaks TLS\. Give/],
  [PROXY, LOOPBACK, /^DAYLIGHT_PROXY is given and DAYLIGHT_ORIGIN does not say/],
  [{ ...TLS, DAYLIGHT_ORIGIN: 'http://localhost' }, LOOPBACK, /Expected an origin that begins with https/],
  [{ DAYLIGHT_TLS_CERT: 'cert.pem' }, LOOPBACK, /^DAYLIGHT_TLS_CERT is given and DAYLIGHT_TLS_KEY is not/],
  [{ DAYLIGHT_TLS_KEY: 'key.pem' }, LOOPBACK, /^DAYLIGHT_TLS_KEY is given and DAYLIGHT_TLS_CERT is not/],
])('%o at %s is refused', (env, host, problem) => expect(readReach(env, host)).toMatchObject({ accepted: false, problem: expect.stringMatching(problem) }))

test.each(['anybody', '*', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0', ',', 'proxy.example'])('%s is no proxy to believe', (told) => {
  expect(readReach({ ...ORIGIN, DAYLIGHT_PROXY: told }, LOOPBACK)).toMatchObject({ accepted: false, problem: expect.stringMatching(/^DAYLIGHT_PROXY is .* Expected addresses/) })
})

test('a network holds its own addresses and no others, of either family', () => {
  const isOurs = among(['10.1.0.0/16', '192.0.2.7', '2001:db8::/32'])
  expect(['10.1.255.1', '192.0.2.7', '2001:db8:1::5'].map(isOurs)).toEqual([true, true, true])
  expect(['10.2.0.1', '192.0.2.8', '2001:db9::1', 'localhost', ''].map(isOurs)).toEqual([false, false, false, false, false])
})

test('only whoever runs the server says that people come by TLS', () => {
  expect([isReachedByTls({}), isReachedByTls({ origin: 'http://localhost:1' })]).toEqual([false, false])
  expect([isReachedByTls({ origin: 'https://daylight.example' }), isReachedByTls({ tls: { cert: '', key: '' } })]).toEqual([true, true])
})

const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []).find(({ internal, family }) => !internal && family === 'IPv4')?.address
if (own === undefined) console.warn('skipped: this machine has no address of its own in a network to come from')

test.skipIf(own === undefined)('behind a proxy in a network nobody but the proxy is answered', async () => {
  const answered = async (proxies: readonly string[]): Promise<string> => {
    const begun = await listen(new Hono().get('/', (c) => c.text('here')), { host: '0.0.0.0', port: 0, data: { folder: '', databases: null }, demo: 'no', origin: 'https://daylight.example', proxies }, () => new Response(null))
    if (!begun.accepted) throw new Error(begun.problem)
    const socket = connect((begun.server.address() as AddressInfo).port, own ?? '', () => socket.write('GET / HTTP/1.1\r\nHost: daylight.example\r\nConnection: close\r\n\r\n'))
    let text = ''
    socket.on('data', (chunk) => (text += String(chunk))).on('error', () => undefined)
    await once(socket, 'close')
    begun.server.close()
    return text.slice(0, 15)
  }
  expect([await answered(['192.0.2.99']), await answered([own ?? ''])]).toEqual(['', 'HTTP/1.1 200 OK'])
})
