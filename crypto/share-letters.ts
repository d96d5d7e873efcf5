const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as letters and figures of which no two look alike (Crockford's base 32). */
export function lettersOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** So many bytes from their letters; null where they are not exactly that. */
export function bytesOf(letters: string, length: number): Uint8Array | null {
  const bits = [...letters].map((letter) => LETTERS.indexOf(letter)).map((value) => (value < 0 ? 'x' : value.toString(2).padStart(5, '0'))).join('')
  if (bits.includes('x') || letters.length !== Math.ceil((length * 8) / 5)) return null
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2))
}

/** Letters as they are meant, whether they were typed in small letters, with spaces, or with the letter for the figure. */
export const asMeant = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
