import type { Context } from 'hono'
import type { PasskeyPlace } from '../../crypto/passkey.ts'
import { isByTls } from './cookie.ts'
import type { Door } from './door.ts'

/**
 * By which name passkeys are held here: the origin whoever runs the server named, or else this machine's own name; null under any other.
 *
 * A name out of a `Host` header alone is anybody's, so no passkey is ever made for one that was not named. An address such as 127.0.0.1 is no name
 * (WebAuthn 3, 4, “RP ID”): where that was opened, the same page is at localhost.
 */
export function passkeyPlaceIn({ origin }: Door, c: Context): PasskeyPlace | null {
  if (origin !== null) return { name: new URL(origin).hostname, origin }
  const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
  return /^localhost(?::\d+)?$/.test(host) ? { name: 'localhost', origin: `${isByTls(c) ? 'https' : 'http'}://${host}` } : null
}
