import { BODY_REFUSALS, SESSION_REFUSALS, type ApiOperation } from '../operation.ts'

const BYTES = 'MS4yLjM'
const ANSWER = { id: BYTES, rawId: BYTES, type: 'public-key', clientExtensionResults: {} }
const ASSERTED = { ...ANSWER, response: { clientDataJSON: BYTES, authenticatorData: BYTES, signature: BYTES, userHandle: BYTES } }
const MADE = { ...ANSWER, response: { clientDataJSON: BYTES, attestationObject: BYTES, transports: ['internal'] } }

const OWN = ['session/not-signed-in', 'session/must-change-password', 'session/other-origin'] as const
const AFRESH = [...OWN, 'session/step-up'] as const
const CODES = ['session/code-needed', 'session/code-wrong', 'session/slow-down'] as const

/** How somebody signs in: by a passkey, with a code beside the password, and where they are signed in. */
export const OWN_WAYS: readonly ApiOperation[] = [
  {
    id: 'passkey-asked', method: 'POST', path: '/api/session/passkey/asked', needs: 'own-page',
    summary: 'Be asked for a passkey',
    says: 'What a browser hands to the device (WebAuthn). The challenge runs out after five minutes. Works at localhost, and at the name this server was told it has.',
    gives: { schema: 'PasskeyAsked', many: 'one' },
    refuses: ['session/other-origin', 'session/passkey-place'],
  },
  {
    id: 'passkey-sign-in', method: 'POST', path: '/api/session/passkey', needs: 'own-page',
    summary: 'Sign in by a passkey',
    says: 'No password beside it. An answer counts once. No count of tries stands before it, so that nobody is kept out by the guesses of others.',
    takes: { schema: 'PasskeyAsserted', many: 'one', example: ASSERTED },
    gives: { schema: 'Session', many: 'one' },
    refuses: [...BODY_REFUSALS, 'session/other-origin', 'session/passkey-place', 'session/passkey-wrong', 'session/device-unknown'],
  },
  {
    id: 'ways', method: 'GET', path: '/api/session/ways', needs: 'a-session',
    summary: 'How I sign in',
    says: 'One’s own second factor, passkeys and sessions, until when nothing more is asked before an act of authority, and what was changed by whom.',
    gives: { schema: 'OwnWays', many: 'one' },
    refuses: OWN,
  },
  {
    id: 'step-up-asked', method: 'POST', path: '/api/session/step-up/asked', needs: 'a-session',
    summary: 'Be asked for one’s own passkey',
    says: 'As for signing in, for whoever is signed in and shows once more who they are.',
    gives: { schema: 'PasskeyAsked', many: 'one' },
    refuses: [...OWN, 'session/passkey-place'],
  },
  {
    id: 'step-up', method: 'POST', path: '/api/session/step-up', needs: 'a-session',
    summary: 'Show once more who you are',
    says: 'Asked for by session/step-up before acts of authority, and good for five minutes. Whoever has a second factor or a passkey shows that: a password alone is answered with session/step-up again.',
    takes: { schema: 'StepUp', many: 'one', example: { by: 'password', password: 'seven boats on the river', code: '123456' } },
    gives: { schema: 'Session', many: 'one' },
    refuses: [...BODY_REFUSALS, ...AFRESH, ...CODES, 'session/wrong', 'session/passkey-place', 'session/passkey-wrong'],
  },
  {
    id: 'second-factor', method: 'POST', path: '/api/session/second-factor', needs: 'a-session',
    summary: 'Begin a second factor',
    says: 'Tells the secret this once, as letters and as an otpauth: address. It counts for nothing until a code confirms it.',
    gives: { schema: 'CodeSecret', many: 'one' },
    refuses: [...AFRESH, 'session/code-on'],
  },
  {
    id: 'second-factor-confirmed', method: 'POST', path: '/api/session/second-factor/confirm', needs: 'a-session',
    summary: 'Confirm the second factor',
    says: 'From now on a code is asked for beside the password. Tells ten recovery codes this once. Sessions elsewhere end.',
    takes: { schema: 'Code', many: 'one', example: { code: '123456' } },
    gives: { schema: 'RecoveryCodes', many: 'one' },
    refuses: [...BODY_REFUSALS, ...AFRESH, ...CODES, 'session/code-on', 'session/no-such-way'],
  },
  {
    id: 'second-factor-off', method: 'DELETE', path: '/api/session/second-factor', needs: 'a-session',
    summary: 'Put the second factor away',
    says: 'Sessions elsewhere end.',
    gives: { schema: 'OwnWays', many: 'one' },
    refuses: [...AFRESH, 'session/no-such-way'],
  },
  {
    id: 'recovery-codes', method: 'POST', path: '/api/session/recovery-codes', needs: 'a-session',
    summary: 'New recovery codes',
    says: 'Told this once. Those before them no longer work.',
    gives: { schema: 'RecoveryCodes', many: 'one' },
    refuses: [...AFRESH, 'session/no-such-way'],
  },
  {
    id: 'passkey-to-make', method: 'POST', path: '/api/session/passkeys/asked', needs: 'a-session',
    summary: 'Be asked to make a passkey',
    says: 'What a browser hands to the device (WebAuthn). The device must find the key by itself and unlock it for its owner; nobody asks who built it.',
    gives: { schema: 'PasskeyToMake', many: 'one' },
    refuses: [...AFRESH, 'session/passkey-place'],
  },
  {
    id: 'new-passkey', method: 'POST', path: '/api/session/passkeys', needs: 'a-session',
    summary: 'Keep a passkey',
    says: 'Within the session that was asked, once.',
    takes: { schema: 'PasskeyMade', many: 'one', example: { name: 'Laptop in the office', answer: MADE } },
    gives: { schema: 'OwnWays', many: 'one' },
    refuses: [...BODY_REFUSALS, ...AFRESH, 'session/passkey-place', 'session/passkey-wrong', 'session/passkey-known'],
  },
  {
    id: 'passkey-away', method: 'DELETE', path: '/api/session/passkeys/{id}', needs: 'a-session', within: [{ name: 'id', says: 'The id of one’s own passkey', example: BYTES }],
    summary: 'Remove a passkey',
    says: 'Sessions elsewhere end.',
    gives: { schema: 'OwnWays', many: 'one' },
    refuses: [...AFRESH, 'session/no-such-way'],
  },
  {
    id: 'sessions-elsewhere', method: 'DELETE', path: '/api/session/sessions', needs: 'a-session',
    summary: 'End all other sessions',
    says: 'One’s own, but for the one that asks.',
    gives: { schema: 'OwnWays', many: 'one' },
    refuses: OWN,
  },
  {
    id: 'session-elsewhere', method: 'DELETE', path: '/api/session/sessions/{id}', needs: 'a-session', within: [{ name: 'id', says: 'The id of one’s own session', example: '0d9f3c1e-6f0b-4a52-9a43-1c7a2f1e5b60' }],
    summary: 'End one session',
    says: 'One’s own. Answers alike where it was there and where it was not.',
    gives: { schema: 'OwnWays', many: 'one' },
    refuses: OWN,
  },
  {
    id: 'take-away', method: 'POST', path: '/api/people/{id}/take-away', needs: 'a-session', within: [{ name: 'id', says: 'The id of somebody who works here', example: '0d9f3c1e-6f0b-4a52-9a43-1c7a2f1e5b60' }],
    summary: 'Take a lost second factor away',
    says: 'For the administrator. Second factor, recovery codes and passkeys go, and sessions end; the password stays. Who did it stands in a history.',
    gives: { schema: 'Person', many: 'one' },
    refuses: [...SESSION_REFUSALS, 'session/step-up', 'people/not-here', 'people/has-left', 'people/nothing-to-take'],
  },
]
