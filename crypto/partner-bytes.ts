/** Bytes that WebCrypto takes and gives, in a browser and in Node alike. */
export type Bytes = Uint8Array<ArrayBuffer>

const CHUNK = 8192

/** Bytes as base64url (RFC 4648, 5) without padding, by what browsers and Node both have. */
export function textOf(bytes: Uint8Array): string {
  let letters = ''
  for (let at = 0; at < bytes.length; at += CHUNK) letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes of a base64url text; null where it is none, or another way to write one. */
export function bytesIn(text: string): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    return textOf(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

export const asBytes = (text: string): Bytes => new TextEncoder().encode(text)

/** Text in UTF-8; null where the bytes are none. */
export function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export const drawn = (count: number): Bytes => globalThis.crypto.getRandomValues(new Uint8Array(count))

/** Which words belong where: bound into every box, so that none opens in another place, for another person or as another note. */
export type PartnerPlace = readonly (string | number)[]

export const asPlace = (place: PartnerPlace): Bytes => asBytes(JSON.stringify(['daylight notes 1', ...place]))
