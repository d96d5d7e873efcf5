import type { Proved } from './proved.ts'

/** Too many tries, or too many who wait. */
export interface SlowDown {
  readonly code: 'session/slow-down'
  readonly retryAfterSeconds: number
}

export type WrongPassword = { readonly code: 'session/wrong' } | SlowDown

/** The password was right; of the code that is asked with it this is not so, or not yet. */
export type CodeRefusal = { readonly code: 'session/code-needed' } | { readonly code: 'session/code-wrong' } | SlowDown

/** Who they are was right. What is lacking is kept for some minutes, so that nobody types the rest again. */
export interface DeviceUnknown {
  readonly code: 'session/device-unknown'
  readonly proved: Proved
}

export type SignInRefusal = WrongPassword | CodeRefusal

/** Why no session begins though everything was shown. */
export type NotBegun = { readonly code: 'session/wrong' } | DeviceUnknown

export type DeviceCodeRefusal = { readonly code: 'session/device-code-wrong' } | SlowDown

export type PasswordRefusal = WrongPassword | { readonly code: 'session/password-unfit' }

/** Why a way of signing in is not made, not used or not there. */
export type WayRefusal =
  | { readonly code: 'session/code-on' }
  | { readonly code: 'session/passkey-wrong' }
  | { readonly code: 'session/passkey-known' }
  | { readonly code: 'session/passkey-place' }
  | { readonly code: 'session/no-such-way' }
  | { readonly code: 'session/account-away' }
  | { readonly code: 'session/account-known' }

export type Refused<Refusal> = { readonly accepted: false; readonly refusal: Refusal }

export type Outcome<Value, Refusal> = { readonly accepted: true; readonly value: Value } | Refused<Refusal>

export const accepted = <Value>(value: Value): { readonly accepted: true; readonly value: Value } => ({ accepted: true, value })

export const refused = <const Refusal>(refusal: Refusal): Refused<Refusal> => ({ accepted: false, refusal })
