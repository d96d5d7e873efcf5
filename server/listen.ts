import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { MOST_BYTES } from '../wire/reading/bytes.ts'
import type { Config } from './config.ts'

/** How long a sender may take. Somebody who sends a letter a minute would otherwise hold a place for good. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 }

/** How long a connection may lie still, also when it is the receiver who does not take what is sent. */
const STILL_MS = 60_000

export type Listening = { readonly accepted: true; readonly server: Server } | { readonly accepted: false; readonly problem: string }

/** Listens, or says what stands in the way and what would move it. */
export async function listen(app: Hono, config: Config, notUnderstood: () => Response): Promise<Listening> {
  const answer = getRequestListener((request) => app.fetch(request), { errorHandler: notUnderstood })
  const server = createServer(LIMITS, (incoming, outgoing) => void answer(incoming, outgoing))
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
