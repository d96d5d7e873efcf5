import { asPlace, bytesIn, drawn, joined, textOf, type Bytes, type PartnerPlace } from './partner-bytes.ts'

const { subtle } = globalThis.crypto

/** A key that the platform holds and does not give out. Browsers and Node name its type differently, and mean the same. */
export type PlatformKey = Parameters<typeof globalThis.crypto.subtle.exportKey>[1]

/** Whether boxes can be made here at all: a browser gives this only to pages that came over TLS, or from this machine. */
export const canSealHere = (): boolean => typeof globalThis.crypto.subtle === 'object'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** One key out of what was agreed or derived, for one use only (HKDF with SHA-256, RFC 5869). */
export async function lockKeyFrom(secret: Bytes, use: Bytes): Promise<PlatformKey> {
  const base = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  return subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: use }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Seals bytes for one place with AES-256-GCM (NIST SP 800-38D), under a nonce drawn anew each time. */
export async function locked(key: PlatformKey, bytes: Bytes, place: PartnerPlace): Promise<string> {
  const nonce = drawn(NONCE_BYTES)
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: asPlace(place) }, key, bytes)
  return textOf(joined(nonce, new Uint8Array(sealed)))
}

/** Opens what was locked for the same place; null where the key, the place or a byte of it is another. */
export async function unlocked(key: PlatformKey, box: string, place: PartnerPlace): Promise<Bytes | null> {
  const bytes = bytesIn(box)
  if (bytes === null || bytes.length < NONCE_BYTES + TAG_BYTES) return null
  try {
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(0, NONCE_BYTES), additionalData: asPlace(place) }, key, bytes.subarray(NONCE_BYTES)))
  } catch {
    return null
  }
}
