import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { MOST_BYTES } from '../wire/reading/bytes.ts'
import { wallClock } from './clock.ts'
import type { Config } from './config.ts'
import { isLoopback } from './http/own-host.ts'
import { among } from './reach.ts'
import { readCertificate, SPOKEN } from './tls/certificate.ts'
import { tellPlainSpeakers } from './tls/one-port.ts'
import { takeUpRenewed } from './tls/renewal.ts'

/** How long a sender may take. Somebody who sends a letter a minute would otherwise hold a place for good. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 }

/** How long a connection may lie still, also when it is the receiver who does not take what is sent. */
const STILL_MS = 60_000

export type Listening = { readonly accepted: true; readonly server: Server } | { readonly accepted: false; readonly problem: string }

type Say = (line: string) => void

/** Listens, or says what stands in the way and what would move it. */
export async function listen(app: Hono, config: Config, notUnderstood: () => Response, say: Say = () => undefined): Promise<Listening> {
  const answer = getRequestListener((request) => app.fetch(request), { errorHandler: notUnderstood })
  const made = serverFor(config, (incoming, outgoing) => void answer(incoming, outgoing), say)
  if (!made.accepted) return made
  const { server } = made
  server.timeout = STILL_MS
  server.on('checkContinue', (incoming, outgoing) => {
    if (Number(incoming.headers['content-length'] ?? 0) <= MOST_BYTES) outgoing.writeContinue()
    server.emit('request', incoming, outgoing)
  })
  try {
    await listening(server, config)
    return { accepted: true, server }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const problem = PROBLEMS[code]?.(config)
    if (problem === undefined) throw error
    return { accepted: false, problem }
  }
}

/** A server that speaks TLS where a certificate is given, and otherwise to this machine and to the proxies that were named. */
function serverFor(config: Config, answer: RequestListener, say: Say): Listening {
  const { tls, origin } = config
  if (tls === undefined) return { accepted: true, server: proxiesOnly(createServer(LIMITS, answer), config) }
  const read = readCertificate(tls, config, wallClock())
  if (!read.accepted) return read
  const { cert, key } = read.certificate
  const server = createSecureServer({ ...LIMITS, ...SPOKEN, cert, key, handshakeTimeout: LIMITS.headersTimeout }, answer)
  tellPlainSpeakers(server, origin)
  server.once('close', takeUpRenewed({ server, files: tls, now: wallClock, say, ...(origin !== undefined && { origin }) }))
  return { accepted: true, server }
}

/** In a network the proxies alone are answered, since beside them anybody could come in the open. */
function proxiesOnly(server: Server, { host, proxies = [] }: Config): Server {
  const isOurs = among([...proxies, '127.0.0.0/8', '::1'])
  if (!isLoopback(host)) server.prependListener('connection', (socket: Socket) => void (isOurs((socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '')) || socket.destroy()))
  return server
}

const listening = (server: Server, { host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** What the system says, in words with what to do. */
const PROBLEMS: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ port }) => `port ${port} is taken by another program. Stop that program, or start with another port: PORT=${port < 65_535 ? port + 1 : 8787} npm start`,
  EACCES: ({ port }) => `port ${port} may not be opened by you. Ports below 1024 need rights; start with a higher one: PORT=8787 npm start`,
  EADDRNOTAVAIL: ({ host }) => `${host} is not an address of this machine. Leave HOST out to be reached from this machine alone, or give one of its addresses.`,
  ENOTFOUND: ({ host }) => `no address is known for HOST ${host}. Leave HOST out to be reached from this machine alone, or give an address.`,
  EAI_AGAIN: ({ host }) => `no address is known for HOST ${host}. Leave HOST out to be reached from this machine alone, or give an address.`,
}
