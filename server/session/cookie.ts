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

/** Whether whoever asks came by TLS, here or at the proxy before us. Whoever runs the server says so, and no header. */
export const isByTls = (c: Context): boolean => c.get('reached')?.by === 'tls'

export const tokenIn = (c: Context): string | null => (isByTls(c) ? getCookie(c, NAME, 'host') : getCookie(c, NAME)) || null

export const giveToken = (c: Context, token: string): void =>
  setCookie(c, NAME, token, { ...OPTIONS, maxAge: LONGEST_MS / 1000, ...(isByTls(c) && { secure: true, prefix: 'host' as const }) })

/** What a browser keeps for us beside its session, each with a prefix of its own where that is to be had. */
export type OwnCookie = 'daylight-device' | 'daylight-proved' | 'daylight-account'

const optionsOf = (c: Context, name: OwnCookie) => ({ ...OPTIONS, ...(name === 'daylight-account' && { sameSite: 'Lax' as const }), ...(isByTls(c) && { secure: true, prefix: 'host' as const }) })

export const cookieIn = (c: Context, name: OwnCookie): string | null => (isByTls(c) ? getCookie(c, name, 'host') : getCookie(c, name)) || null

/** The one of these that another site leads back with is sent along with that (`Lax`), and opens nothing by itself. */
export const giveCookie = (c: Context, name: OwnCookie, text: string, seconds: number): void => setCookie(c, name, text, { ...optionsOf(c, name), maxAge: seconds })

export const takeCookie = (c: Context, name: OwnCookie): void => {
  if (cookieIn(c, name) !== null) deleteCookie(c, name, optionsOf(c, name))
}

export const takeToken = (c: Context): void => void deleteCookie(c, NAME, { ...OPTIONS, ...(isByTls(c) && { secure: true, prefix: 'host' as const }) })
