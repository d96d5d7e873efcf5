import type { Context } from 'hono'
import { addressOf } from './caller.ts'
import { cookieIn, giveCookie } from './cookie.ts'

/** From where somebody signs in: the address, and what the browser shows of being an enrolled device. */
export interface Whence {
  readonly address: string
  readonly device: string | null
}

export const whenceOf = (c: Context): Whence => ({ address: addressOf(c), device: cookieIn(c, 'daylight-device') })

/** As long as browsers keep any cookie (RFC 6265bis, 5.5: 400 days), begun anew at each signing in. */
const DEVICE_SECONDS = 400 * 86_400

/** Has this browser known as an enrolled device from now on. No script reads it, and no other site has it sent. */
export const giveDevice = (c: Context, token: string): void => giveCookie(c, 'daylight-device', token, DEVICE_SECONDS)
