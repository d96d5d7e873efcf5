import { generateSecret, generateURI, verifySync } from 'otplib'
import { BoxBroken, lock, unlock, type Key } from './box.ts'

/** As every telephone reckons them: six figures of HMAC-SHA-1 over steps of thirty seconds (RFC 6238; RFC 4226, 4, R6, asks for 160 bits of secret). */
const STEP_SECONDS = 30
const SECRET_BYTES = 20
const CODE = /^\d{6}$/

/** What a telephone needs to reckon codes: the secret as letters to type, and the same as an address that an application opens. */
export interface CodeSecret {
  readonly secret: string
  readonly address: string
}

/** Draws a secret for somebody. It is told once; what is kept of it is a box. */
export function newCodeSecret(signInName: string): CodeSecret {
  const secret = generateSecret({ length: SECRET_BYTES })
  return { secret, address: generateURI({ issuer: 'Daylight', label: signInName, secret, period: STEP_SECONDS, digits: 6, algorithm: 'sha1' }) }
}

/** Bound to its owner: the box of one person never opens as another's. */
const place = (person: string): string => JSON.stringify(['second-factor', person])

export const wrapCodeSecret = (master: Key, person: string, secret: string): string => lock(master, Buffer.from(secret, 'ascii'), place(person)).toString('base64')

/** The same secret in a box under another master key, as it is when that is rotated. Null where neither opens it. */
export function rewrapCodeSecret(old: Key, next: Key, person: string, box: string): string | null {
  const bytes = Buffer.from(box, 'base64')
  for (const key of [next, old])
    try {
      return wrapCodeSecret(next, person, unlock(key, bytes, place(person)).toString('ascii'))
    } catch (error) {
      if (!(error instanceof BoxBroken)) throw error
    }
  return null
}

/**
 * The step whose code this is, of the present one and its two neighbours; null where it is none of theirs.
 *
 * No step up to `lastStep` counts: a code is good once, and whoever read it over a shoulder comes too late (RFC 6238, 5.2).
 */
export function stepOfCode(master: Key, person: string, box: string, code: string, at: number, lastStep: number): number | null {
  const typed = code.replace(/\s/g, '')
  if (!CODE.test(typed)) return null
  const secret = unlock(master, Buffer.from(box, 'base64'), place(person)).toString('ascii')
  const verified = verifySync({ strategy: 'totp', secret, token: typed, epoch: Math.floor(at / 1000), period: STEP_SECONDS, epochTolerance: STEP_SECONDS, ...(lastStep > 0 && { afterTimeStep: lastStep }) })
  return verified.valid && 'timeStep' in verified && verified.timeStep > lastStep ? verified.timeStep : null
}
