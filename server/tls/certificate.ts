import { readFileSync, statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Instant } from '../../core/kernel/instant.ts'
import { certificateIn } from '../../crypto/certificate.ts'
import type { Reach, TlsFiles } from '../reach.ts'

/** A certificate with its key, as they were read, and until when it is good. */
export interface Certificate {
  readonly cert: string
  readonly key: string
  readonly until: number
}

export type CertificateRead = { readonly accepted: true; readonly certificate: Certificate } | { readonly accepted: false; readonly problem: string }

/**
 * What is spoken, written out so that it does not change with the version of Node.js: TLS 1.3 and 1.2, and of 1.2 only what
 * keeps yesterday's talk secret when a key is lost and cannot be altered on the way (RFC 9325, 4.2; OWASP ASVS 5.0, 12.1.1 and 12.1.2).
 */
export const SPOKEN = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305', 'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
} as const

/** Group may read, as packages of certificates have it; others may not, and nobody but the owner may write. */
const TOO_OPEN = 0o037

class Unfit extends Error {}

/** Reads a certificate and its key, or says which of them is unfit, why, and what would mend it. Nothing of the key is told. */
export function readCertificate(files: TlsFiles, { origin }: Pick<Reach, 'origin'>, at: Instant): CertificateRead {
  try {
    const [cert, key] = [textOf('DAYLIGHT_TLS_CERT', files.cert), keyTextOf(files.key)]
    const read = certificateIn(cert)
    if (read === null) throw new Unfit(`${files.cert} holds no certificate. Expected PEM, which begins with -----BEGIN CERTIFICATE-----.`)
    const isItsKey = read.isOf(key)
    if (isItsKey === null) throw new Unfit(`${files.key} holds no key that opens without a passphrase. Expected PEM, which begins with -----BEGIN PRIVATE KEY-----.`)
    if (!isItsKey) throw new Unfit(`${files.key} is not the key of the certificate in ${files.cert}. Give the key it was made with.`)
    const { from, until } = read
    if (at >= until) throw new Unfit(`The certificate in ${files.cert} ran out on ${dayOf(until)}. Renew it.`)
    if (at < from) throw new Unfit(`The certificate in ${files.cert} is good from ${dayOf(from)} on. Look at the clock of this machine, or wait.`)
    const name = origin === undefined ? null : new URL(origin).hostname
    if (name !== null && !read.isFor(name)) throw new Unfit(`The certificate in ${files.cert} is not for ${name}, which DAYLIGHT_ORIGIN names.`)
    createSecureContext({ cert, key, ...SPOKEN })
    return { accepted: true, certificate: { cert, key, until } }
  } catch (error) {
    // What OpenSSL finds too weak, and whatever else it says, is told by its code; a message of its own might quote what it read.
    const problem = error instanceof Unfit ? error.message : `The certificate in ${files.cert} with its key cannot be used (${codeOf(error)}).`
    return { accepted: false, problem }
  }
}

/** The day, as people write in a calendar when a certificate has to be renewed. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

function textOf(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Unfit(`${path}, which ${name} names, cannot be read (${codeOf(error)}). Give a file that is there and that the server's account may read.`)
  }
}

function keyTextOf(path: string): string {
  const text = textOf('DAYLIGHT_TLS_KEY', path)
  const { mode } = statSync(path)
  if (process.platform !== 'win32' && (mode & TOO_OPEN) !== 0) throw new Unfit(`Others on this machine can read or change ${path} (mode ${(mode & 0o777).toString(8)}). Make it yours alone: chmod 600 ${path}`)
  return text
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')
