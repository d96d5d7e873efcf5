import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'

/** A key as it lies in memory: one part seals, the other chooses nonces. It does not print. */
export interface Key {
  readonly sealing: KeyObject
  readonly choosing: KeyObject
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Two halves, so that no key ever serves two algorithms: one seals, the other chooses nonces. */
export const SECRET_BYTES = 2 * KEY_BYTES

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES)

/** So many secrets drawn in one go. */
export function newSecrets(count: number): readonly Buffer[] {
  const drawn = randomBytes(count * SECRET_BYTES)
  return Array.from({ length: count }, (_, nth) => drawn.subarray(nth * SECRET_BYTES, (nth + 1) * SECRET_BYTES))
}

export function keyOf(secret: Uint8Array): Key {
  let choosing: KeyObject | null = null
  return {
    sealing: createSecretKey(secret.subarray(0, KEY_BYTES)),
    // Most keys are fetched to read with, and choose nothing.
    get choosing() {
      return (choosing ??= createSecretKey(secret.subarray(KEY_BYTES, SECRET_BYTES)))
    },
  }
}

/**
 * Seals with AES-256-GCM (NIST SP 800-38D), bound to what the box belongs to.
 *
 * The nonce is drawn from a keyed digest of the place and the words, not by chance. The same entry sent twice makes the
 * same box, which is how a repetition is told from a contradiction without opening either; and a poor source of
 * chance can never spend one nonce on two texts. Whoever lacks the key learns nothing by it, since an entry's id is part of the place.
 */
export function lock(key: Key, words: Uint8Array, place: string): Buffer {
  const bound = Buffer.from(place, 'utf8')
  const nonce = createHmac('sha256', key.choosing).update(`${bound.length}:${place}`, 'utf8').update(words).digest().subarray(0, NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.sealing, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(bound)
  const sealed = cipher.update(words)
  cipher.final()
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()])
}

/** A box that does not open: the key, the place, or a byte of it is another. */
export class BoxBroken extends Error {
  override readonly name = 'BoxBroken'
}

/** Opens what `lock` sealed for the same place. */
export function unlock(key: Key, box: Buffer, place: string): Buffer {
  try {
    const opening = createDecipheriv('aes-256-gcm', key.sealing, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    opening.setAAD(Buffer.from(place, 'utf8'))
    opening.setAuthTag(box.subarray(-TAG_BYTES))
    const words = opening.update(box.subarray(NONCE_BYTES, -TAG_BYTES))
    opening.final()
    return words
  } catch {
    throw new BoxBroken('the box does not open')
  }
}
