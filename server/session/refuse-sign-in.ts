import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'
import type { CodeRefusal, DeviceCodeRefusal, NotBegun, PasswordRefusal, SignInRefusal, WayRefusal } from './refusals.ts'

type Refusal = SignInRefusal | PasswordRefusal | CodeRefusal | WayRefusal | NotBegun | DeviceCodeRefusal

const DETAILS: Readonly<Record<Exclude<Refusal['code'], 'session/slow-down'>, string>> = {
  'session/wrong': 'Nothing is said of which of the two it was.',
  'session/password-unfit': 'It is the old password, or made of names, of words that are guessed first, or of a few letters over and over.',
  'session/code-needed': 'This person has a second factor.',
  'session/code-wrong': 'It is another, or was used, or has run out.',
  'session/code-on': 'A second factor is there already. Put it away first to make another.',
  'session/passkey-wrong': 'What the device answered does not show that the passkey is one of those known here.',
  'session/passkey-known': 'It is registered already.',
  'session/passkey-place': 'A passkey is held to a name, and this page was opened under another than the server was told, or under an address.',
  'session/no-such-way': 'It is not there, or no longer.',
  'session/account-away': 'Another’s service did not answer. Every other way of signing in works without it.',
  'session/account-known': 'An account shows one person, and a person has one.',
  'session/device-unknown': 'Who you are was right. The unit lets people sign in from enrolled devices alone, and this browser is none.',
  'session/device-code-wrong': 'It is another person’s, or was used, or its hour is over.',
}

const EXPECTED: Partial<Record<Refusal['code'], string>> = {
  'session/code-needed': 'the same once more, with `code`',
  'session/device-unknown': 'POST /api/session/device within five minutes, with the code the administrator hands over in person',
  'session/passkey-place': 'localhost, or the origin named in DAYLIGHT_ORIGIN',
}

/** Says no to somebody who signs in, or changes how they do. Nothing that was sent is in it. */
export function refuseSignIn({ speak }: Office, refusal: Refusal): Response {
  const { code } = refusal
  if (code === 'session/slow-down') return refuse(speak, { code, detail: `Try again in ${refusal.retryAfterSeconds} s.` }, { 'retry-after': String(refusal.retryAfterSeconds) })
  const isUnproved = code === 'session/wrong' || code === 'session/code-needed' || code === 'session/code-wrong' || code === 'session/passkey-wrong' || code === 'session/device-code-wrong'
  const expected = EXPECTED[code]
  return refuse(speak, { code, detail: DETAILS[code], ...(expected !== undefined && { expected }) }, isUnproved ? { 'www-authenticate': 'Session' } : {})
}
