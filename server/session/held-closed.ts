import type { Context } from 'hono'
import { lock, unlock, type Key } from '../../crypto/box.ts'
import { cookieIn, giveCookie, type OwnCookie } from './cookie.ts'

/** Has a browser keep something for us for some minutes, closed under our key: it can neither be read there nor made there, and nobody fills a store by beginning often. */
export const holdClosed = (c: Context, master: Key, name: OwnCookie, value: object, seconds: number): void =>
  giveCookie(c, name, lock(master, Buffer.from(JSON.stringify(value), 'utf8'), placeOf(name)).toString('base64url'), seconds)

/** What a browser kept for us; null where it kept nothing, or nothing of ours. */
export function heldClosed<Value>(c: Context, master: Key, name: OwnCookie): Value | null {
  const text = cookieIn(c, name)
  if (text === null) return null
  try {
    return JSON.parse(unlock(master, Buffer.from(text, 'base64url'), placeOf(name)).toString('utf8')) as Value
  } catch {
    return null
  }
}

const placeOf = (name: OwnCookie): string => JSON.stringify(['held by a browser', name])
