import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Certificates of tests, made as they are needed: no key lies among the files, and none runs out on a day nobody thought of. */

const length = (size: number): readonly number[] => (size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255])
const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Uint8Array.from([tag, ...length(body.length)]), body])
}
const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(0x30, ...parts)
const oid = (...bytes: readonly number[]): Uint8Array => der(0x06, Uint8Array.from(bytes))
const ECDSA_WITH_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
const bits = (bytes: Uint8Array): Uint8Array => der(0x03, Uint8Array.of(0), bytes)
const commonName = (name: string): Uint8Array => sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(name)))))
/** GeneralizedTime (RFC 5280, 4.1.2.5.2). */
const time = (at: number): Uint8Array => der(0x18, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))
const DAY = 86_400_000

export interface SelfSigned {
  readonly name?: string
  readonly from?: number
  readonly until?: number
  readonly keys?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
}

/** A certificate that vouches for itself (X.509 version 3, RFC 5280), and its key. */
export function selfSigned({ name = 'localhost', from = Date.now() - DAY, until = Date.now() + 30 * DAY, keys = generateKeyPairSync('ec', { namedCurve: 'P-256' }) }: SelfSigned = {}) {
  const spki = keys.publicKey.export({ type: 'spki', format: 'der' })
  const serial = der(0x02, Uint8Array.of(1), createHash('sha256').update(spki).digest().subarray(0, 8))
  const names = der(0xa3, sequence(sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(der(0x82, Buffer.from(name)))))))
  const version = der(0xa0, der(0x02, Uint8Array.of(2)))
  const said = sequence(version, serial, ECDSA_WITH_SHA256, commonName(name), sequence(time(from), time(until)), commonName(name), spki, names)
  const whole = sequence(said, ECDSA_WITH_SHA256, bits(sign('sha256', said, keys.privateKey)))
  const cert = `-----BEGIN CERTIFICATE-----\n${Buffer.from(whole).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
  return { cert, key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** The same as files, the key its owner's alone. */
export function certificateFiles(made: { readonly cert: string; readonly key: string } = selfSigned()): { readonly cert: string; readonly key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-tls-'))
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  writeFileSync(files.cert, made.cert)
  writeFileSync(files.key, made.key, { mode: 0o600 })
  return files
}
