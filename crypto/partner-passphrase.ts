import { CHECK_WORDS } from './check-words.ts'
import { asBytes, drawn, type Bytes } from './partner-bytes.ts'
import { lockKeyFrom, type PlatformKey } from './partner-lock.ts'

const { subtle } = globalThis.crypto

/** What each try at a passphrase costs (OWASP, Password Storage Cheat Sheet, 2023: PBKDF2-HMAC-SHA256 with 600,000 iterations). */
export const ITERATIONS = 600_000

/** A passphrase stands alone, and whoever holds the database may try as long as they like (NIST SP 800-63B-4, 3.1.1.2, asks for 15). */
export const LEAST_PASSPHRASE = 15

/** Ten of sixty-four words are 60 bits: with what each try costs, beyond anybody who holds the database. */
const SUGGESTED_WORDS = 10

/** A passphrase that chance chose. What people think up is found by trying, and here nothing counts the tries. */
export const suggestedPassphrase = (): string => wordsFrom(drawn(SUGGESTED_WORDS))

/** The last six bits of each byte choose a word. */
export const wordsFrom = (bytes: Uint8Array): string => [...bytes].map((byte) => CHECK_WORDS[byte & 63]).join(' ')

/** The same letters typed on another keyboard, or with spaces of another width, are the same passphrase. */
const asTyped = (passphrase: string): Bytes => asBytes(passphrase.normalize('NFKC').trim().replaceAll(/\s+/g, ' '))

/** 256 bits that take as long to reckon as so many iterations. */
export async function stretched(text: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const base = await subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits'])
  return new Uint8Array(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, 256))
}

/** The key that somebody's passphrase makes with their salt. */
export async function passphraseKey(passphrase: string, salt: Bytes, iterations: number): Promise<PlatformKey> {
  const bits = await stretched(asTyped(passphrase), salt, iterations)
  const key = await lockKeyFrom(bits, asBytes('daylight notes 1 passphrase'))
  bits.fill(0)
  return key
}
