import type { MiddlewareHandler } from 'hono'
import type { Speak } from '../../wire/words.ts'
import type { Config } from '../config.ts'
import { refuse } from './problem.ts'

/** The names of a machine for itself, in an address or in a `Host` header (RFC 6761, 6.3; RFC 1122, 3.2.1.3). */
export const isLoopback = (name: string): boolean => /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(name)

/**
 * Answers only what is meant for this machine.
 *
 * A page of a stranger can give its own name this machine's address, and would then count as the same origin and read
 * the answers (DNS rebinding). The name it was asked under gives it away. Listening to a network, the server cannot
 * know by which names it is reached. A proxy on this machine asks under the name of `DAYLIGHT_ORIGIN`.
 */
export const ownHostOnly =
  ({ host, origin }: Pick<Config, 'host' | 'origin'>, speak: Speak): MiddlewareHandler =>
  async (c, next) => {
    const named = origin === undefined ? host : new URL(origin).hostname
    const names = [nameIn(c.req.header('host') ?? ''), new URL(c.req.url).hostname].filter((name) => name !== '')
    if (!isLoopback(host) || names.every((name) => isLoopback(name) || name === host || name === named)) return next()
    return refuse(speak, { code: 'request/other-host', detail: 'The server answers to the names of this machine alone.', expected: 'localhost, 127.0.0.1 or [::1] in the Host header' })
  }

const nameIn = (host: string): string => host.replace(/:\d*$/, '')
