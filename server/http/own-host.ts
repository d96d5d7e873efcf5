import type { MiddlewareHandler } from 'hono'
import type { Speak } from '../../wire/words.ts'
import { refuse } from './problem.ts'

/** The names of a machine for itself, in an address or in a `Host` header (RFC 6761, 6.3; RFC 1122, 3.2.1.3). */
export const isLoopback = (name: string): boolean => /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(name)

interface Listens {
  readonly host: string
  readonly origin?: string
}

/**
 * Answers only what is meant for this server.
 *
 * A page of a stranger can give its own name this machine's address, and would then count as the same origin and read
 * the answers (DNS rebinding). The name it was asked under gives it away. Listening to a network, the server knows by which
 * name it is reached where `DAYLIGHT_ORIGIN` says so, and cannot know it otherwise.
 */
export const ownHostOnly =
  ({ host, origin }: Listens, speak: Speak): MiddlewareHandler =>
  async (c, next) => {
    const named = origin === undefined ? host : new URL(origin).hostname
    const names = [nameIn(c.req.header('host') ?? ''), new URL(c.req.url).hostname].filter((name) => name !== '')
    if ((!isLoopback(host) && origin === undefined) || names.every((name) => isLoopback(name) || name === host || name === named)) return next()
    return refuse(speak, { code: 'request/other-host', detail: 'The server answers to its own names alone.', expected: origin === undefined ? 'localhost, 127.0.0.1 or [::1] in the Host header' : 'the name that whoever runs the server gave it in the Host header' })
  }

/** The name in a `Host` header, without its port. */
export const nameIn = (host: string): string => host.replace(/:\d*$/, '')
