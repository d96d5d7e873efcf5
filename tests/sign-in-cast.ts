import { generateSync } from 'otplib'
import { CodeSecretShape, OwnWaysShape, RecoveryCodesShape } from '../wire/office/own-ways.ts'
import { PasskeyAskedShape, PasskeyToMakeShape } from '../wire/office/passkeys.ts'
import { problemIn } from './application.ts'
import type { Browser } from './office-cast.ts'
import { softwareAuthenticator, type SoftwareAuthenticator } from './software-authenticator.ts'

/** What people of tests do to sign in, as their telephones and devices do it. */

/** What a telephone shows at an instant. */
export const codeAt = (secret: string, at: number): string => generateSync({ strategy: 'totp', secret, epoch: Math.floor(at / 1000), period: 30 })

/** Puts a second factor on, and gives what the telephone then holds. */
export async function withSecondFactor(at: Browser, now: () => number): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const { secret } = CodeSecretShape.parse(await (await at.post('/api/session/second-factor')).json())
  const { recoveryCodes } = RecoveryCodesShape.parse(await (await at.post('/api/session/second-factor/confirm', { code: codeAt(secret, now()) })).json())
  return { secret, recoveryCodes }
}

/** Makes a passkey and has it kept. */
export async function withPasskey(at: Browser, name = 'This machine', device = softwareAuthenticator()): Promise<SoftwareAuthenticator> {
  const toMake = PasskeyToMakeShape.parse(await (await at.post('/api/session/passkeys/asked')).json())
  const kept = await at.post('/api/session/passkeys', { name, answer: device.make(toMake) })
  if (kept.status !== 200) throw new Error(`the passkey was not kept: ${await kept.text()}`)
  return device
}

/** What somebody who is not signed in is asked with. */
export const askedAtTheDoor = async (at: Browser) => PasskeyAskedShape.parse(await (await at.post('/api/session/passkey/asked')).json())

/** What somebody who is signed in is asked with. */
export const askedAnew = async (at: Browser) => PasskeyAskedShape.parse(await (await at.post('/api/session/step-up/asked')).json())

export const waysOf = async (at: Browser) => OwnWaysShape.parse(await (await at.get('/api/session/ways')).json())

/** The code of a refusal, or the status of what is none. */
export const codeOf = async (response: Promise<Response> | Response): Promise<string | number> => {
  const answer = await response
  return answer.ok ? answer.status : (await problemIn(answer)).code
}
