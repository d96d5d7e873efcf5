import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { PasskeyAsked, PasskeyAsserted, PasskeyMade, PasskeyToMake } from '../wire/office/passkeys.ts'

/** A passkey in software, for tests: it does what a device does (WebAuthn 3, 6.1, 6.5), and lies where it is told to. */

export interface Lies {
  readonly origin?: string
  readonly name?: string
  readonly challenge?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly counter?: number
  readonly verified?: 'yes' | 'no'
  readonly userHandle?: string
  readonly signature?: string
  readonly id?: string
}

const PRESENT = 0x01
const VERIFIED = 0x04
const HOLDS_KEY = 0x40

const bytesOf = (length: number): Buffer => Buffer.from([length >> 8, length & 0xff])
const digestOf = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest()

/** CBOR as far as it is needed (RFC 8949, 3): byte strings of 24 bytes and more, and short texts. */
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([bytes.length < 256 ? Buffer.from([0x58, bytes.length]) : Buffer.concat([Buffer.from([0x59]), bytesOf(bytes.length)]), bytes])
const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
const attestation = (data: Buffer): Buffer => Buffer.concat([Buffer.from([0xa3]), cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0]), cborText('authData'), cborBytes(data)])
/** A key on P-256 for ES256 (RFC 9053, 7.1.1). */
const coseKey = (x: Buffer, y: Buffer): Buffer => Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), cborBytes(x), Buffer.from([0x22]), cborBytes(y)])

export function softwareAuthenticator(at = { name: 'localhost', origin: 'http://localhost' }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let [counter, userHandle] = [0, '']

  const clientData = (type: string, challenge: string, lies: Lies): Buffer =>
    Buffer.from(JSON.stringify({ type: lies.type ?? type, challenge: lies.challenge ?? challenge, origin: lies.origin ?? at.origin, crossOrigin: lies.crossOrigin ?? false }))
  const data = (flags: number, lies: Lies, more = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lies.counter ?? counter)
    return Buffer.concat([digestOf(lies.name ?? at.name), Buffer.from([flags | PRESENT | (lies.verified === 'no' ? 0 : VERIFIED)]), count, more])
  }

  return {
    id: id.toString('base64url'),
    make: ({ challenge, user }: PasskeyToMake, lies: Lies = {}): PasskeyMade['answer'] => {
      userHandle = user.id
      const key = coseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url'))
      const authData = data(HOLDS_KEY, lies, Buffer.concat([Buffer.alloc(16), bytesOf(id.length), id, key]))
      const response = { clientDataJSON: clientData('webauthn.create', challenge, lies).toString('base64url'), attestationObject: attestation(authData).toString('base64url'), transports: ['internal'] }
      return { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {}, response }
    },
    answer: ({ challenge }: PasskeyAsked, lies: Lies = {}): PasskeyAsserted => {
      counter += 1
      const [client, authData] = [clientData('webauthn.get', challenge, lies), data(0, lies)]
      const signature = lies.signature ?? sign('sha256', Buffer.concat([authData, digestOf(client)]), privateKey).toString('base64url')
      const named = lies.id ?? id.toString('base64url')
      return { id: named, rawId: named, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: client.toString('base64url'), authenticatorData: authData.toString('base64url'), signature, userHandle: lies.userHandle ?? userHandle } }
    },
  }
}

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>
