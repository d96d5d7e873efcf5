import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { isLoopback } from '../http/own-host.ts'

/**
 * The address tries are counted for.
 *
 * A proxy on this machine says whom it speaks for, in the last entry of `X-Forwarded-For`; nobody else is believed. Of IPv6 the first half counts,
 * since everybody has the whole second half to themselves (RFC 6177).
 */
export function addressOf(c: Context): string {
  const direct = connectionOf(c)
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return inHalves(direct === null || isLoopback(direct) ? told || 'this-machine' : direct)
}

/** Null where there is no connection, as in tests. */
function connectionOf(c: Context): string | null {
  const hasConnection = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  return hasConnection ? (getConnInfo(c).remote.address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? null) : null
}

const inHalves = (address: string): string => {
  if (!address.includes(':') || address.includes('.')) return address
  const [before = '', after = ''] = address.split('::')
  const [head, tail] = [before, after].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = Array.from({ length: Math.max(0, 8 - (head?.length ?? 0) - (tail?.length ?? 0)) }, () => '0')
  return [...(head ?? []), ...zeros, ...(tail ?? [])].slice(0, 4).join(':')
}

/** Of an address as much as its owner needs to tell one place from another: three parts of four, or three of eight. */
export const coarse = (address: string): string => {
  const parts = address.split(address.includes(':') ? ':' : '.')
  return parts.length < 4 ? address : `${parts.slice(0, 3).join(address.includes(':') ? ':' : '.')}${address.includes(':') ? '::' : '.*'}`
}
