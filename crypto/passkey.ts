import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Key } from './box.ts'
import { markOf } from './token.ts'

/** Where a passkey is good: the name it is held to, and the one origin whose pages may ask for it. */
export interface PasskeyPlace {
  readonly name: string
  readonly origin: string
}

/** What is asked of a passkey, and within what: a session, or nothing where nobody is signed in yet. */
export interface Asking {
  readonly purpose: 'register' | 'sign-in' | 'step-up'
  readonly within: string
}

/** A passkey as it is kept: no secret is among it. */
export interface KeptPasskey {
  readonly id: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}

export type Registered = KeptPasskey & { readonly held: 'one-device' | 'synced'; readonly challenge: string }
export interface Asserted {
  readonly counter: number
  readonly challenge: string
  readonly userHandle: string | null
}

/** Long enough to find a key in a drawer (WebAuthn 3, 15.1, recommends five minutes where a user must be verified). */
export const CHALLENGE_MS = 5 * 60_000

const NONCE_BYTES = 16
const [EDDSA, ES256, RS256] = [-8, -7, -257]

/**
 * A challenge that says by itself what it is for and until when, under a key nobody else has.
 *
 * Nothing is kept of a challenge that is given out, so that nobody fills a store by asking for many. One that was answered is kept until it runs out.
 */
export function newChallenge(master: Key, { purpose, within }: Asking, at: number): string {
  const [nonce, until] = [randomBytes(NONCE_BYTES).toString('base64url'), at + CHALLENGE_MS]
  return Buffer.from(`${nonce}.${until}.${sealOf(master, { purpose, within }, nonce, until)}`, 'ascii').toString('base64url')
}

const sealOf = (master: Key, { purpose, within }: Asking, nonce: string, until: number): string => markOf(master, JSON.stringify(['challenge', purpose, within, nonce, until]))

/** Whether a challenge is one of ours, for this purpose, and has not run out. */
function isOurs(master: Key, asking: Asking, challenge: string, at: number): boolean {
  const [nonce = '', told = '', seal = ''] = Buffer.from(challenge, 'base64url').toString('ascii').split('.')
  const until = Number(told)
  const [said, right] = [seal, sealOf(master, asking, nonce, until)].map((text) => Buffer.from(text, 'ascii')) as [Buffer, Buffer]
  return until > at && until <= at + CHALLENGE_MS && said.length === right.length && timingSafeEqual(said, right)
}

/** Thirty packages, which are loaded when somebody first uses a passkey, and not by everybody who starts the server. */
const webauthn = () => import('@simplewebauthn/server')

/** What somebody goes by on their own device: the same for all their passkeys, and no id of ours. */
export const userHandleOf = (master: Key, person: string): string => markOf(master, JSON.stringify(['passkey-of', person]))

interface Registering {
  readonly place: PasskeyPlace
  readonly person: { readonly id: string; readonly signInName: string }
  readonly known: readonly Pick<KeptPasskey, 'id' | 'transports'>[]
  readonly challenge: string
}

/** Asks a device to make a passkey that it finds by itself and unlocks for its owner alone. Nobody asks who built it. */
export const registrationAsked = async (master: Key, { place, person, known, challenge }: Registering): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  (await webauthn()).generateRegistrationOptions({
    rpName: 'Daylight', rpID: place.name, userName: person.signInName, userDisplayName: person.signInName,
    userID: new Uint8Array(Buffer.from(userHandleOf(master, person.id), 'base64url')),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')), timeout: CHALLENGE_MS, attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: [EDDSA, ES256, RS256],
  })

/** Asks for a passkey: any that the device has for this name, or one of those given. */
export const assertionAsked = async (place: PasskeyPlace, challenge: string, known: readonly Pick<KeptPasskey, 'id' | 'transports'>[] = []): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  (await webauthn()).generateAuthenticationOptions({
    rpID: place.name, challenge: new Uint8Array(Buffer.from(challenge, 'base64url')), timeout: CHALLENGE_MS, userVerification: 'required',
    allowCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
  })

interface Answer<Response> {
  readonly place: PasskeyPlace
  readonly asking: Asking
  readonly at: number
  readonly response: Response
}

/** The passkey a device made, or null for whatever is wrong with its answer. What it was is not told, and nothing of it is quoted. */
export async function registrationIn(master: Key, { place, asking, at, response }: Answer<RegistrationResponseJSON>): Promise<Registered | null> {
  const heard = hearing(master, asking, at)
  const verified = await (await webauthn()).verifyRegistrationResponse({
    response, expectedChallenge: heard.isOurs, expectedOrigin: place.origin, expectedRPID: place.name, requireUserVerification: true, supportedAlgorithmIDs: [EDDSA, ES256, RS256],
  }).catch(() => null)
  if (!verified?.verified || isAcross(response)) return null
  const { credential, credentialDeviceType } = verified.registrationInfo
  return {
    id: credential.id, publicKey: Buffer.from(credential.publicKey).toString('base64url'), counter: credential.counter, transports: credential.transports ?? [],
    held: credentialDeviceType === 'singleDevice' ? 'one-device' : 'synced', challenge: heard.challenge(),
  }
}

/** Whether a device proved that it holds this passkey and that its owner was there; null for whatever is wrong. A counter that did not move on is wrong too. */
export async function assertionIn(master: Key, { place, asking, at, response }: Answer<AuthenticationResponseJSON>, kept: KeptPasskey): Promise<Asserted | null> {
  const heard = hearing(master, asking, at)
  const verified = await (await webauthn()).verifyAuthenticationResponse({
    response, expectedChallenge: heard.isOurs, expectedOrigin: place.origin, expectedRPID: place.name, requireUserVerification: true,
    credential: { id: kept.id, publicKey: new Uint8Array(Buffer.from(kept.publicKey, 'base64url')), counter: kept.counter, transports: [...kept.transports] },
  }).catch(() => null)
  if (!verified?.verified || isAcross(response)) return null
  return { counter: verified.authenticationInfo.newCounter, challenge: heard.challenge(), userHandle: response.response.userHandle ?? null }
}

/** Remembers which challenge was heard, to be kept as answered. */
function hearing(master: Key, asking: Asking, at: number): { readonly isOurs: (challenge: string) => boolean; readonly challenge: () => string } {
  let heard = ''
  return {
    isOurs: (challenge) => {
      heard = challenge
      return isOurs(master, asking, challenge, at)
    },
    challenge: () => heard,
  }
}

/** No page of ours stands in another's frame, so an answer that says it does is not ours (WebAuthn 3, 7.1 and 7.2). */
function isAcross({ response: { clientDataJSON } }: RegistrationResponseJSON | AuthenticationResponseJSON): boolean {
  const said = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as { readonly crossOrigin?: unknown }
  return said.crossOrigin === true
}
