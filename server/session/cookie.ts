import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { LONGEST_MS } from './sessions.ts'

/**
 * The cookie of a session: no script reads it, and no other site has it sent.
 *
 * Over TLS its name begins with `__Host-`, by which a browser holds it to this host alone (RFC 6265bis, 4.1.3.2). On a machine's own
 * address there is no TLS, and a browser would refuse that name.
 */
const NAME = 'daylight'
const OPTIONS = { path: '/', httpOnly: true, sameSite: 'Strict' } as const

/** Whether whoever asks came by TLS, here or at the proxy before us. Somebody who claims it without reason loses their own cookie and nothing else. */
export const isByTls = (c: Context): boolean => c.req.url.startsWith('https:') || c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https'

export const tokenIn = (c: Context): string | null => (isByTls(c) ? getCookie(c, NAME, 'host') : getCookie(c, NAME)) || null

export const giveToken = (c: Context, token: string): void =>
  setCookie(c, NAME, token, { ...OPTIONS, maxAge: LONGEST_MS / 1000, ...(isByTls(c) && { secure: true, prefix: 'host' as const }) })

export const takeToken = (c: Context): void => void deleteCookie(c, NAME, { ...OPTIONS, ...(isByTls(c) && { secure: true, prefix: 'host' as const }) })
