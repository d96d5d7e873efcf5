import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** For whom a file is closed: holders of identities, or whoever knows a passphrase. */
export type Recipients =
  | { readonly recipients: readonly string[] }
  /** `work` is how long each try at the passphrase takes, as a power of two (scrypt, RFC 7914); the package's own where none is given. */
  | { readonly passphrase: string; readonly work?: number }

/** What opens it again. */
export type Opener = { readonly identity: string } | { readonly passphrase: string }

/** Why a closed file does not open. */
export class ClosedFileFault extends Error {
  override readonly name = 'ClosedFileFault'
  readonly why: 'no-recipient' | 'wrong-opener' | 'altered'

  constructor(why: ClosedFileFault['why']) {
    super(why)
    this.why = why
  }
}

/** A new identity with the recipient that goes with it: the first is kept in a safe, the second may lie anywhere. */
export async function newIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

const CHUNK = 65_536

/** Closes text as it comes, in the format of age (age-encryption.org/v1), which other programs open too. */
export async function* closed(text: AsyncIterable<string>, to: Recipients): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  if ('recipients' in to && to.recipients.length === 0) throw new ClosedFileFault('no-recipient')
  try {
    if ('passphrase' in to) {
      encrypter.setPassphrase(to.passphrase)
      if (to.work !== undefined) encrypter.setScryptWorkFactor(to.work)
    } else for (const recipient of to.recipients) encrypter.addRecipient(recipient)
  } catch {
    throw new ClosedFileFault('no-recipient')
  }
  yield* await encrypter.encrypt(ReadableStream.from(inChunks(text)))
}

async function* inChunks(text: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let waiting = ''
  for await (const part of text) {
    waiting += part
    if (waiting.length < CHUNK) continue
    yield encoder.encode(waiting)
    waiting = ''
  }
  if (waiting !== '') yield encoder.encode(waiting)
}

/** Opens what was closed. What was altered or cut short fails before the last of it is given out, so nothing is relied on before the end. */
export async function* openedText(bytes: AsyncIterable<Uint8Array>, by: Opener): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const stream = await decrypting(bytes, by)
  try {
    for await (const chunk of stream) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch {
    throw new ClosedFileFault('altered')
  }
}

async function decrypting(bytes: AsyncIterable<Uint8Array>, by: Opener): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  try {
    if ('passphrase' in by) decrypter.addPassphrase(by.passphrase)
    else decrypter.addIdentity(by.identity)
  } catch {
    throw new ClosedFileFault('wrong-opener')
  }
  try {
    return await decrypter.decrypt(ReadableStream.from(plain(bytes)))
  } catch (error) {
    throw new ClosedFileFault(error instanceof Error && /no identity matched/i.test(error.message) ? 'wrong-opener' : 'altered')
  }
}

async function* plain(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of bytes) yield Uint8Array.from(chunk)
}
