import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daylightApp } from '../../tests/application.ts'
import { notUnderstood } from '../app.ts'
import { openCatalogue } from '../catalogue.ts'
import { listen } from '../listen.ts'

/** Requests as somebody writes them who wants two readers to read them differently (RFC 9112, 11.2), or to leave the house by its address. */

let port = 0
let stop = (): void => undefined
const { app, logged } = await daylightApp()

beforeAll(async () => {
  const begun = await listen(app, { host: '127.0.0.1', port: 0, data: { folder: '', databases: null }, demo: 'no' }, () => notUnderstood(openCatalogue()))
  if (!begun.accepted) throw new Error(begun.problem)
  port = (begun.server.address() as AddressInfo).port
  stop = () => {
    begun.server.closeAllConnections()
    begun.server.close()
  }
})
afterAll(() => stop())

/** All that comes back until the connection ends. */
async function sent(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.end(text))
  let received = ''
  socket.on('data', (chunk) => (received += String(chunk))).on('error', () => undefined)
  await once(socket, 'close')
  return received
}

const answersIn = (text: string): readonly string[] => [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => match[1] ?? '')
const HEAD = 'POST /api/certainty HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
const HIDDEN = 'GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n'

describe('a request that two readers would end at different places', () => {
  test.each([
    ['a length and pieces', `Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 60\r\n\r\n{}'],
    ['a length that is a list', 'Content-Length: 2, 60\r\n\r\n{}'],
    ['a length with a sign', 'Content-Length: +2\r\n\r\n{}'],
    ['pieces under another name first', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['pieces named last but not alone', 'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
    ['a space before the colon', 'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n'],
    ['a line that goes on in the next', 'X-Word: a\r\n Transfer-Encoding: chunked\r\nContent-Length : 3\r\n\r\n0\r\n\r\n'],
    ['a piece whose length is no number', 'Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n'],
    ['a mark of nothing in a name', 'Content\u0000-Length: 2\r\n\r\n{}'],
  ])('%s is refused once, and what is hidden behind it is never read as another', async (_what, rest) => {
    const received = await sent(`${HEAD}${rest}${HIDDEN}`)
    expect(answersIn(received)).toEqual(['400'])
    expect(received).not.toContain('"status":"up"')
  })

  test('two that are whole are two, so that the first test can fail', async () => {
    expect(answersIn(await sent(`${HIDDEN}${HIDDEN}`))).toEqual(['200', '200'])
  })
})

test('a request without a host, and one with two, are refused', async () => {
  expect(answersIn(await sent('GET /api/health HTTP/1.1\r\n\r\n'))).toEqual(['400'])
  expect(answersIn(await sent('GET /api/health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n')).every((status) => status === '400' || status === '421')).toBe(true)
})

test.each([
  '/../../../etc/passwd', '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cwindows/win.ini', '/....//etc/passwd', '/%252e%252e/etc/passwd', '/assets/%00/../../package.json', '/office/../../package.json',
  '/office/..%2f..%2fpackage.json', '//etc/passwd', '/%c0%ae%c0%ae/etc/passwd', '/.git/config', '/data/master.key', '/data-demo/ledger.sqlite', '/proc/self/environ', '/api/%2e%2e/%2e%2e/data/master.key',
])('%s leads to no file', async (path) => {
  const received = await sent(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  expect(answersIn(received)[0]).toMatch(/^(?:400|404|503)$/)
  expect(received).not.toMatch(/root:|\[core\]|"name": "daylight"/)
})

test('headers without end are refused, and none of this was our fault', async () => {
  expect(answersIn(await sent(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`))).toEqual(['431'])
  expect(logged.filter((line) => / 500 |error/.test(line))).toEqual([])
})
