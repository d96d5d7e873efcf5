import { createHmac, hash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Key } from './box.ts'

const TOKEN_BYTES = 32

/** What a browser shows to say that it is still the one that signed in: 256 bits of chance, and nothing else. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** What is kept of a token: whoever reads the store of sessions cannot take one up. */
export const tokenDigest = (token: string): string => hash('sha256', token, 'hex')

/** An id that says nothing of whom it names. */
export const newId = (): string => randomUUID()

/** Letters and figures of which no two look alike: no l or 1, no o or 0, no i. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 3
const GROUP = 5

/** A password to be read out over a telephone and used once: fifteen of 31 letters are 74 bits. */
export const newOneTimePassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('')).join('-')

/** A one-time password as it is meant, whether it was typed with capitals, spaces or other strokes. */
export const asMeant = (oneTimePassword: string): string => oneTimePassword.toLowerCase().replace(/[^a-z0-9]/g, '')

/**
 * A mark that is the same for the same text and cannot be read back, not by trying words either, without the key.
 *
 * It stands in for what people type where a name is asked for, which at times is their password. What a nonce is chosen from begins with a
 * figure (`crypto/box.ts`), so that no mark is ever a nonce.
 */
export const markOf = (key: Key, text: string): string => createHmac('sha256', key.choosing).update('mark:').update(text, 'utf8').digest('base64url')
