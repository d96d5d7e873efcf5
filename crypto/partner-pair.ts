import { asBytes, bytesIn, joined, textOf, type Bytes, type PartnerPlace } from './partner-bytes.ts'
import { locked, lockKeyFrom, unlocked, type PlatformKey } from './partner-lock.ts'

/** What opens boxes that were sealed to a public key. The platform holds the private half and does not give it out. */
export interface Opener {
  readonly publicKey: string
  readonly privateKey: PlatformKey
}

/** A new pair, with its private half as bytes for as long as they are needed to be sealed. Whoever asked for it wipes them. */
export interface NewPair extends Opener {
  readonly secret: Bytes
}

const { subtle } = globalThis.crypto

/** P-256 (NIST SP 800-186), since every browser in use agrees on it by ECDH; X25519 came to some of them only in 2025. */
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const POINT_BYTES = 65

export async function newPair(): Promise<NewPair> {
  const pair = await subtle.generateKey(CURVE, true, ['deriveBits'])
  const secret = new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey))
  const opener = await openerFrom(secret)
  if (opener === null) throw new TypeError('the platform does not read a key that it made')
  return { ...opener, secret }
}

/** The pair that a private half belongs to; null where the bytes are none. The public half is reckoned from it and not believed. */
export async function openerFrom(secret: Bytes): Promise<Opener | null> {
  try {
    const { x, y } = await subtle.exportKey('jwk', await subtle.importKey('pkcs8', secret, CURVE, true, ['deriveBits']))
    const [left, right] = [bytesIn(x ?? ''), bytesIn(y ?? '')]
    if (left === null || right === null) return null
    return { publicKey: textOf(joined(Uint8Array.of(4), left, right)), privateKey: await subtle.importKey('pkcs8', secret, CURVE, false, ['deriveBits']) }
  } catch {
    return null
  }
}

/** A public key as it was sent; null where it is no point of the curve. */
async function publicKeyIn(text: string): Promise<PlatformKey | null> {
  const bytes = bytesIn(text)
  if (bytes?.length !== POINT_BYTES) return null
  try {
    return await subtle.importKey('raw', bytes, CURVE, false, [])
  } catch {
    return null
  }
}

type Halves = readonly [privateKey: PlatformKey, publicKey: PlatformKey]

async function agreed(use: Bytes, ...pairs: readonly Halves[]): Promise<PlatformKey> {
  const bits = await Promise.all(pairs.map(([privateKey, publicKey]) => subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256)))
  return lockKeyFrom(joined(...bits.map((each) => new Uint8Array(each))), use)
}

/** Every public half is part of the key's use, as in RFC 9180, 4.1. */
const useOf = (fresh: string, recipient: string, sender = 'anybody'): Bytes => asBytes(`daylight notes 1 to ${recipient} with ${fresh} from ${sender}`)

/**
 * Seals bytes so that only the holder of a public key's other half opens them; null where it is no public key.
 *
 * A pair is made for this one box and forgotten, so every box has a key of its own and whoever sealed it cannot open it again.
 */
export async function sealedTo(publicKey: string, bytes: Bytes, place: PartnerPlace): Promise<string | null> {
  const recipient = await publicKeyIn(publicKey)
  if (recipient === null) return null
  const fresh = await subtle.generateKey(CURVE, true, ['deriveBits'])
  const from = textOf(new Uint8Array(await subtle.exportKey('raw', fresh.publicKey)))
  return `${from}.${await locked(await agreed(useOf(from, publicKey), [fresh.privateKey, recipient]), bytes, place)}`
}

/** Opens a box that was sealed to this pair for this place; null for every other. */
export async function openedBy({ publicKey, privateKey }: Opener, box: string, place: PartnerPlace): Promise<Bytes | null> {
  const [from, fresh, rest] = await partsOf(box)
  return fresh === null ? null : unlocked(await agreed(useOf(from, publicKey), [privateKey, fresh]), rest, place)
}

/**
 * Seals bytes among those who hold one key.
 *
 * The private half goes in beside the fresh one (as in the authenticated mode of RFC 9180, 5.1.3), so that whoever has only the public half, such as
 * the server, cannot make a box that opens.
 */
export async function sealedAmong({ publicKey, privateKey }: Opener, bytes: Bytes, place: PartnerPlace): Promise<string | null> {
  const own = await publicKeyIn(publicKey)
  if (own === null) return null
  const fresh = await subtle.generateKey(CURVE, true, ['deriveBits'])
  const from = textOf(new Uint8Array(await subtle.exportKey('raw', fresh.publicKey)))
  return `${from}.${await locked(await agreed(useOf(from, publicKey, publicKey), [fresh.privateKey, own], [privateKey, own]), bytes, place)}`
}

/** Opens what was sealed among the holders of this key; null for every other box. */
export async function openedAmong({ publicKey, privateKey }: Opener, box: string, place: PartnerPlace): Promise<Bytes | null> {
  const [[from, fresh, rest], own] = [await partsOf(box), await publicKeyIn(publicKey)]
  return fresh === null || own === null ? null : unlocked(await agreed(useOf(from, publicKey, publicKey), [privateKey, fresh], [privateKey, own]), rest, place)
}

/** The public half that was made for a box, as it is written and as it is used, and the rest. */
async function partsOf(box: string): Promise<readonly [from: string, fresh: PlatformKey | null, rest: string]> {
  const [from = '', rest = '', ...more] = box.split('.')
  return [from, more.length === 0 ? await publicKeyIn(from) : null, rest]
}
