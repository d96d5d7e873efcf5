import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { among, isReachedByTls, type Reach } from '../reach.ts'

/** How a request came here. */
export interface Reached {
  /** The address of whoever asks; null where the connection has none any more. */
  readonly from: string | null
  /** Whether it came by TLS, here or to the proxy before us. */
  readonly by: 'tls' | 'plain'
}

declare module 'hono' {
  interface ContextVariableMap {
    reached: Reached | undefined
  }
}

/**
 * Says once, for everything that follows, from where a request came.
 *
 * `X-Forwarded-For` is believed of the proxies that whoever runs the server named, and of nobody else: anybody can write it, and tries at a password are
 * counted by it (OWASP ASVS 5.0, 4.1.3 and 15.3.4). It is read from its end, past other proxies of ours; what a stranger wrote at its beginning is never
 * reached. Whether people come by TLS is told by whoever runs the server, so that `X-Forwarded-Proto` and `Forwarded` are never read.
 */
export function saysHowReached(reach: Reach): MiddlewareHandler {
  const isOurs = among(reach.proxies ?? [])
  const by = isReachedByTls(reach) ? 'tls' : 'plain'
  return async (c, next) => {
    c.set('reached', { from: askerOf(connectionOf(c), c.req.header('x-forwarded-for'), isOurs), by })
    await next()
  }
}

function askerOf(direct: string | null, forwarded: string | undefined, isOurs: (address: string) => boolean): string | null {
  if (direct === null || !isOurs(direct) || forwarded === undefined) return direct
  const told = forwarded.split(',').map((part) => plain(part.trim()))
  return told.findLast((address) => !isOurs(address)) ?? direct
}

/** Null where there is no connection, or none any more. */
function connectionOf(c: Context): string | null {
  const hasConnection = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  const address = hasConnection ? getConnInfo(c).remote.address : undefined
  return address === undefined ? null : plain(address)
}

/** IPv4 as it is written, also where a machine listens to both and writes it as IPv6 (RFC 4291, 2.5.5.2). */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
