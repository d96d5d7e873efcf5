import { once } from 'node:events'
import { utimesSync, writeFileSync } from 'node:fs'
import { request, type Server as SecureServer } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { connect as connectSecurely, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { daylightApp } from '../../tests/application.ts'
import { certificateFiles, selfSigned } from '../../tests/self-signed.ts'
import { wallClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { listen } from '../listen.ts'
import type { TlsFiles } from '../reach.ts'
import { takeUpRenewed } from './renewal.ts'

/** A server with a certificate, asked over the wire. */

const undo: (() => void)[] = []
afterEach(() => undo.splice(0).forEach((step) => step()))

const DATA = { folder: '', databases: null }
const configFor = (files: TlsFiles, more: Partial<Config> = {}): Config => ({ host: '127.0.0.1', port: 0, data: DATA, demo: 'no', tls: files, ...more })

async function serving(files: TlsFiles, app: Hono = new Hono().get('/', (c) => c.text(c.req.url)), more: Partial<Config> = {}) {
  const begun = await listen(app, configFor(files, more), () => new Response(null, { status: 400 }))
  if (!begun.accepted) throw new Error(begun.problem)
  undo.push(() => {
    begun.server.closeAllConnections()
    begun.server.close()
  })
  return { server: begun.server, port: (begun.server.address() as AddressInfo).port }
}

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly text: string
  readonly fingerprint: string
}

/** Asks as somebody who trusts this one certificate and no other. */
const asked = (port: number, ca: string, path = '/', options: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', servername: 'localhost', port, path, ca, agent: false, ...options }, (response) => {
      let text = ''
      const { fingerprint256 } = (response.socket as TLSSocket).getPeerCertificate()
      response.on('data', (chunk) => (text += String(chunk))).on('end', () => resolve({ status: response.statusCode, headers: response.headers, text, fingerprint: fingerprint256 }))
    })
    sent.once('error', reject).end(options['body'])
  })

/** Which protocol is agreed on, or that none is. */
const agreed = (port: number, options: ConnectionOptions): Promise<string> =>
  new Promise((resolve) => {
    const socket = connectSecurely({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options }, () => {
      resolve(`${socket.getProtocol() ?? 'none'} ${socket.getCipher().name}`)
      socket.destroy()
    })
    socket.once('error', () => resolve('refused'))
  })

test('a server with a certificate speaks TLS to whoever trusts it, and the address it sees begins with https', async () => {
  const made = selfSigned()
  const { port } = await serving(certificateFiles(made))
  expect(await asked(port, made.cert)).toMatchObject({ status: 200, text: `https://127.0.0.1:${port}/` })
  await expect(asked(port, selfSigned().cert)).rejects.toThrow(/self-signed|unable to verify/)
})

test('TLS 1.3 is taken where both can, 1.2 with a key of the moment, and nothing older', async () => {
  const { port } = await serving(certificateFiles())
  expect(await agreed(port, {})).toBe('TLSv1.3 TLS_AES_256_GCM_SHA384')
  expect(await agreed(port, { maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1\.2 ECDHE-ECDSA-.*(?:GCM|POLY1305)/)
  expect(await agreed(port, { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' })).toBe('refused')
  expect(await agreed(port, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' })).toBe('refused')
})

test('whoever speaks plain HTTP there is told where to go, and is not led on', async () => {
  const { port } = await serving(certificateFiles(), undefined, { origin: 'https://localhost' })
  const socket = connect(port, '127.0.0.1', () => socket.write('POST /api/session HTTP/1.1\r\nHost: localhost\r\n\r\n{"password":"hidden-word"}'))
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  await once(socket, 'close')
  expect(text).toMatch(/^HTTP\/1\.1 400 [\s\S]*TLS is spoken here\. Open https:\/\/localhost\.\n$/)
  expect(text).not.toMatch(/location|hidden-word/i)
})

test('what is neither breaks nothing, and a hand that is let go in the middle neither', async () => {
  const made = selfSigned()
  const { port } = await serving(certificateFiles(made))
  for (const bytes of [Buffer.alloc(500), Buffer.from([0x16, 3, 1, 255, 255]), Buffer.from([0x16]), Buffer.from('\r\n')]) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    await new Promise((resolve) => socket.write(bytes, resolve))
    socket.destroy()
  }
  expect((await asked(port, made.cert)).status).toBe(200)
})

test('a certificate renewed on disk is shown to whoever comes next; one that is unfit is told and not taken up', async () => {
  const [old, renewed] = [selfSigned(), selfSigned()]
  const files = certificateFiles(old)
  const { server, port } = await serving(files)
  const said: string[] = []
  undo.push(takeUpRenewed({ server: server as SecureServer, files, now: wallClock, say: (line) => said.push(line), everyMs: 5 }))
  const before = await asked(port, old.cert)
  writeFileSync(files.cert, renewed.cert)
  utimesSync(files.cert, 1, 1)
  while (said.length === 0) await pause(5)
  expect(said[0]).toMatch(/^The certificate that is in use stays\. .* is not the key of the certificate/)
  expect((await asked(port, old.cert)).fingerprint).toBe(before.fingerprint)
  writeFileSync(files.key, renewed.key)
  utimesSync(files.key, 1, 1)
  while (said.length === 1) await pause(5)
  expect(said[1]).toMatch(/^The renewed certificate is in use\. It is good until /)
  const after = await asked(port, renewed.cert)
  expect([after.status, after.fingerprint === before.fingerprint]).toEqual([200, false])
})

test('an unfit certificate is told at the start, and nothing is served', async () => {
  const files = certificateFiles(selfSigned({ until: Date.now() - 1000 }))
  expect(await listen(new Hono(), configFor(files), () => new Response(null))).toMatchObject({ accepted: false, problem: expect.stringMatching(/ran out on/) })
})

test('over TLS the cookie is for this host alone and never sent in the open, and browsers are told to come by TLS only', async () => {
  const made = selfSigned({ name: 'daylight.example' })
  const { app } = await daylightApp({ config: { host: '0.0.0.0', port: 0, origin: 'https://daylight.example', tls: { cert: '', key: '' } } })
  const { port } = await serving(certificateFiles(made), app, { host: '127.0.0.1', origin: 'https://daylight.example' })
  const at = (host: string, path: string) => asked(port, made.cert, path, { servername: 'daylight.example', headers: { host } })
  for (const path of ['/', '/api/health', '/nowhere', '/api/session']) expect([path, (await at('daylight.example', path)).headers['strict-transport-security']]).toEqual([path, 'max-age=63072000; includeSubDomains'])
  expect((await at(`localhost:${port}`, '/')).headers['strict-transport-security']).toBeUndefined()
  expect((await at('evil.example', '/api/health')).status).toBe(421)
  const out = await asked(port, made.cert, '/api/session', { servername: 'daylight.example', method: 'DELETE', headers: { host: 'daylight.example', 'x-daylight': '1' } })
  expect(String(out.headers['set-cookie'])).toMatch(/^__Host-daylight=;.*Path=\/;.*HttpOnly; Secure; SameSite=Strict/)
})
