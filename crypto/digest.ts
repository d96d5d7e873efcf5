import { createHash, hash } from 'node:crypto'

/** SHA-256 (FIPS 180-4) of a text as UTF-8, in hexadecimal: what a row of the ledger carries about the row before it. */
export const digest = (text: string): string => hash('sha256', text, 'hex')

/** SHA-256 (FIPS 180-4) of a text as UTF-8, in base64: how a content security policy names a script or a style. */
export const digestInBase64 = (text: string): string => hash('sha256', text, 'base64')

/** The digest of many pieces one after another, for files too long to hold. */
export function runningDigest(): { readonly add: (text: string) => void; readonly value: () => string } {
  const running = createHash('sha256')
  return { add: (text) => void running.update(text, 'utf8'), value: () => running.copy().digest('hex') }
}
