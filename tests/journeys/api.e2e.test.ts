import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../house/tree.ts'
import { begin, endAll, saying, start, type Running } from '../running-server.ts'
import { certificateFiles } from '../self-signed.ts'

const BODY = readFileSync(`${ROOT}/server/api/examples/certainty.json`, 'utf8')
const HEAD = `POST /api/certainty HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n`

/** What comes back for bytes sent as they are, until the server ends the connection. */
async function sendRaw(port: number, ...parts: readonly (string | number)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => (received += String(chunk)))
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  for (const part of parts) {
    if (typeof part === 'number') await pause(part)
    else socket.write(part)
  }
  await closed
  return received
}

describe('starting', () => {
  afterEach(endAll)

  test('says in three lines where to go and how to sign in first, and is there', async () => {
    const begun = await start()
    const { said, port } = begun
    await saying(begun, /Sign in first as .*\n/)
    expect(said()).toMatch(new RegExp(`^Daylight is at http://localhost:${port}\nThe API is at http://localhost:${port}/api\\. Ctrl-C stops it\\.\nSign in first as administrator with [-a-z0-9]{17} at http://localhost:${port}/office/\\. .*\n$`))
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200)
  })

  test('is reached from this machine alone, unless HOST and a certificate say otherwise, which is said aloud', async () => {
    const address = Object.values(networkInterfaces()).flatMap((each) => each ?? []).find(({ internal, family }) => !internal && family === 'IPv4')?.address
    if (address === undefined) console.warn('this machine has no address of its own in a network; only the words are looked at')
    const reached = async (port: number) => (address === undefined ? null : fetch(`http://${address}:${port}/api/health`).then(({ status }) => status, () => 'refused'))
    const alone = await start()
    expect([null, 'refused']).toContain(await reached(alone.port))
    const { cert, key } = certificateFiles()
    const open = await start({ HOST: '0.0.0.0', DAYLIGHT_TLS_CERT: cert, DAYLIGHT_TLS_KEY: key })
    expect([null, 400]).toContain(await reached(open.port))
    await saying(open, /Others can reach it too, by TLS/)
  })

  test.each([[{ PORT: 'abc' }, /PORT is "abc"\. Expected a whole number/], [{ HOST: 'a b' }, /HOST is "a b"\. Expected a host name/], [{ PORT: '0', HOST: '203.0.113.9', DAYLIGHT_PROXY: '203.0.113.1', DAYLIGHT_ORIGIN: 'https://daylight.example' }, /203\.0\.113\.9 is not an address of this machine/], [{ PORT: '0', HOST: '0.0.0.0' }, /passwords would travel in the open/]])(
    'with %o it says what was expected, and ends with 64',
    async (env, says) => {
      const { ended, said } = begin(env)
      expect(await ended).toBe(64)
      expect(said()).toMatch(says)
      expect(said().trim().split('\n')).toHaveLength(1)
    },
  )

  test('on a port that is taken it says which, and what to do', async () => {
    const { port } = await start()
    const { ended, said } = begin({ PORT: String(port), HOST: '' })
    expect(await ended).toBe(64)
    expect(said()).toBe(`daylight: port ${port} is taken by another program. Stop that program, or start with another port: PORT=${port + 1} npm start\n`)
  })

})

describe('stopping', () => {
  afterEach(endAll)

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends it with 0, also with a connection held open', async (signal) => {
    const { process: child, ended, port } = await start()
    await fetch(`http://127.0.0.1:${port}/api/health`)
    child.kill(signal)
    expect(await ended).toBe(0)
  })

  test('a request that runs is finished, and no other is taken', async () => {
    const server = await start()
    const { process: child, ended, port } = server
    const answer = sendRaw(port, HEAD, BODY.slice(0, 40), 600, BODY.slice(40))
    await pause(200)
    child.kill('SIGTERM')
    await saying(server, /Stopping/)
    await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow('fetch failed')
    expect(await answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"probability"/)
    expect(await ended).toBe(0)
  })

  test('a sender who never ends is waited for no longer than five seconds', async () => {
    const { process: child, ended, port } = await start()
    const answer = sendRaw(port, HEAD, BODY.slice(0, 40))
    await pause(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(await answer).not.toContain('200 OK')
  })
})

describe('what no library would send', () => {
  let server: Running
  beforeAll(async () => {
    server = await start()
  })
  afterAll(endAll)
  const raw = (text: string) => sendRaw(server.port, text.replaceAll('\n', '\r\n'))

  test.each([
    ['GET / HTTP/1.1\nHost: ev il\nConnection: close\n\n', 400, 'request/not-understood'],
    ['GET //\\..\\x HTTP/1.1\nHost: localhost\nConnection: close\n\n', 400, 'request/not-understood'],
    ['GET http://evil.example/api/health HTTP/1.1\nHost: localhost\nConnection: close\n\n', 421, 'request/other-host'],
    ['GET /api/health HTTP/1.1\nHost: evil.example\nConnection: close\n\n', 421, 'request/other-host'],
    ['GET /../../../etc/passwd HTTP/1.1\nHost: localhost\nConnection: close\n\n', 404, 'request/nothing-here'],
    ['GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\nHost: localhost\nConnection: close\n\n', 404, 'request/nothing-here'],
    ['GET /%zz%00 HTTP/1.1\nHost: localhost\nConnection: close\n\n', 404, 'request/nothing-here'],
    ['PROPFIND / HTTP/1.1\nHost: localhost\nConnection: close\n\n', 405, 'request/other-method'],
    ['TRACE / HTTP/1.1\nHost: localhost\nConnection: close\n\n', 405, 'request/other-method'],
  ])('%j is answered with %i', async (text, status, code) => {
    const answer = await raw(text)
    expect(answer.slice(9, 12)).toBe(String(status))
    expect(answer).toContain(`"code":"${code}"`)
    expect(answer).toMatch(/content-security-policy: default-src 'none'/i)
  })

  test.each([
    ['a word', 'NONSENSE\n\n'],
    ['a version nobody has', 'GET / HTTP/9.9\n\n'],
    ['a length that is no number', 'POST / HTTP/1.1\nHost: a\nContent-Length: x\n\n'],
    ['an address without end', `GET /${'x'.repeat(20_000)} HTTP/1.1\nHost: localhost\n\n`],
    ['nothing that can be seen', '\0\0\0\0\n\n'],
  ])('%s is no HTTP, and the connection is closed', async (_name, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  test('a hundred megabytes are refused without being kept', async () => {
    const lines = `POST /api/assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`
    const chunk = `100000\r\n${' '.repeat(0x10_0000)}\r\n`
    const answer = await sendRaw(server.port, lines, ...Array.from({ length: 100 }, () => chunk))
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('5 MiB')
  })

  test('a sender who announces a hundred megabytes and asks first is told no', async () => {
    const answer = await raw('POST /api/assess HTTP/1.1\nHost: localhost\nContent-Type: application/json\nContent-Length: 104857600\nExpect: 100-continue\n\n')
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('a sender who never finishes a line is let go', async () => {
    expect(await sendRaw(server.port, 'POST /api/assess HTTP/1.1\r\nHost: localhost\r\n')).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('after all this it still answers, and its log has neither names nor a fault of ours', async () => {
    expect((await fetch(`http://127.0.0.1:${server.port}/api/health`)).status).toBe(200)
    expect(server.said()).not.toMatch(/evil|passwd| 500 |error|\n {4}at /)
  })
})
