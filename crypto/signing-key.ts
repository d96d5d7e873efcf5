import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readSecret, writeSecretOnce, type SecretFile } from './secret-file.ts'

/** Why a file cannot serve to sign, or to check what was signed. The message names the file and never what is in it. */
export class SigningKeyFault extends Error {
  override readonly name = 'SigningKeyFault'
}

/** What shows that a line was signed by the machine that keeps a ledger. Anybody may hold it. */
export interface PublicKey {
  /** The digest of the key, so that a line can say which one signed it. */
  readonly id: string
  readonly text: string
  readonly holds: (text: string, signature: string) => boolean
}

export interface SigningKey {
  readonly publicKey: PublicKey
  readonly sign: (text: string) => string
}

const HEAD = 'daylight signing key 1\n'
const PUBLIC_HEAD = 'daylight public key 1\n'
const ID_LETTERS = 32

const fileAt = (path: string): SecretFile => ({ path, what: 'The signing key', fault: SigningKeyFault })

/** It lies beside the master key: both are the machine's own secrets, and both stay out of every database. */
export const signingKeyBeside = (masterKey: string): string => join(dirname(masterKey), 'signing.key')

/** Where the public half lies, for whoever carries it away. */
export const publicKeyOf = (path: string): string => path.replace(/(?:\.key)?$/, '.pub')

/**
 * The key that signs where a chain ends (Ed25519, RFC 8032), from a file only its owner can read; made at the first start, its
 * public half beside it.
 */
export function signingKey(path: string): SigningKey {
  if (!existsSync(path)) writeSecretOnce(fileAt(path), textOf(generateKeyPairSync('ed25519').privateKey))
  const key = privateKeyIn(path)
  const publicKey = publicKeyFor(createPublicKey(key))
  if (!existsSync(publicKeyOf(path))) writeFileSync(publicKeyOf(path), publicKey.text, { mode: 0o600 })
  return { publicKey, sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64') }
}

const textOf = (key: KeyObject): string => `${HEAD}${key.export({ type: 'pkcs8', format: 'der' }).toString('base64')}\n`

function privateKeyIn(path: string): KeyObject {
  const text = readSecret(fileAt(path))
  const key = text.startsWith(HEAD) ? keyFrom(() => createPrivateKey({ key: Buffer.from(text.slice(HEAD.length), 'base64'), format: 'der', type: 'pkcs8' })) : null
  if (key === null) throw new SigningKeyFault(`${path} holds no signing key, or not the whole of one. Put back the copy you keep.`)
  return key
}

/** The public key in a file that somebody kept. */
export const publicKeyIn = (path: string): PublicKey => publicKeyFrom(readFileSync(path, 'utf8'), path)

/** The public key in a text; `where` says in a message where it came from. */
export function publicKeyFrom(text: string, where: string): PublicKey {
  const key = text.startsWith(PUBLIC_HEAD) ? keyFrom(() => createPublicKey({ key: Buffer.from(text.slice(PUBLIC_HEAD.length), 'base64'), format: 'der', type: 'spki' })) : null
  if (key === null) throw new SigningKeyFault(`${where} holds no public key, or not the whole of one. Take the file signing.pub that lies beside the signing key.`)
  return publicKeyFor(key)
}

function keyFrom(read: () => KeyObject): KeyObject | null {
  try {
    const key = read()
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

function publicKeyFor(key: KeyObject): PublicKey {
  const der = key.export({ type: 'spki', format: 'der' })
  return {
    id: hash('sha256', der, 'hex').slice(0, ID_LETTERS),
    text: `${PUBLIC_HEAD}${der.toString('base64')}\n`,
    holds: (text, signature) => {
      const bytes = Buffer.from(signature, 'base64')
      // One text for one signature: base64 has letters whose last bits nobody reads.
      return bytes.toString('base64') === signature && verify(null, Buffer.from(text, 'utf8'), key, bytes)
    },
  }
}
