import { hash } from 'node:crypto'

/** SHA-256 (FIPS 180-4) of a text as UTF-8, in base64: how a content security policy names a script or a style. */
export const digestInBase64 = (text: string): string => hash('sha256', text, 'base64')
