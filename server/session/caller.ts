import type { Context } from 'hono'
import { isLoopback } from '../http/own-host.ts'

/** Where a connection tells no address, all who have none are counted together. */
const NOWHERE = 'nowhere'

/**
 * The address tries are counted for: that of the connection, or the one a proxy names that whoever runs the server trusts (`server/http/reached.ts`).
 *
 * Of IPv6 the first half counts, since everybody has the whole second half to themselves (RFC 6177).
 */
export const addressOf = (c: Context): string => named(c.get('reached')?.from ?? NOWHERE)

/** Whoever sits at the machine itself is told so, and not by a number. */
const named = (address: string): string => (isLoopback(address) ? 'this-machine' : inHalves(address))

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

/** The network somebody asks from, as much of it as its owner is told; null where there is none. */
export const networkOf = (c: Context): string | null => {
  const from = c.get('reached')?.from ?? null
  return from === null ? null : coarse(named(from))
}
