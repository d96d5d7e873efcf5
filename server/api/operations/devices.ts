import { BODY_REFUSALS, SESSION_REFUSALS, type ApiOperation } from '../operation.ts'

const ID = '0d9f3c1e-6f0b-4a52-9a43-1c7a2f1e5b60'
const OWN = ['session/not-signed-in', 'session/must-change-password', 'session/other-origin'] as const
const VOUCHED = [...OWN, 'session/not-vouched'] as const
const KEEPING = [...SESSION_REFUSALS, 'access/not-permitted'] as const
const BACK = ['session/wrong', 'session/slow-down', 'session/account-away', 'session/no-such-way'] as const

/** Signing in by an account at another's service, and from which browsers people sign in. */
export const DEVICES: readonly ApiOperation[] = [
  {
    id: 'account', method: 'GET', path: '/api/session/account',
    summary: 'Whether people sign in by another’s service too',
    says: 'OpenID Connect, where whoever runs the server named an issuer. Every other way in works without it.',
    gives: { schema: 'AccountOffered', many: 'one' },
    refuses: [],
  },
  {
    id: 'account-asked', method: 'POST', path: '/api/session/account/asked', needs: 'own-page',
    summary: 'Be sent to the other service',
    says: 'Answers with the address a browser goes to, and gives it a cookie in which state, nonce and PKCE verifier lie closed for ten minutes. The service leads back to /office/account-back, and to no other address.',
    gives: { schema: 'AccountAsked', many: 'one' },
    refuses: ['session/other-origin', 'session/no-such-way', 'session/account-away'],
  },
  {
    id: 'account-sign-in', method: 'POST', path: '/api/session/account', needs: 'own-page',
    summary: 'Sign in by what the other service says',
    says: 'Looks at what the browser came back with, once. An account that nobody linked is answered as a wrong password is. It counts as a password: whoever has a second factor is asked for a code within five minutes, at this address again.',
    takes: { schema: 'AccountSignIn', many: 'one', example: { code: '123456' } },
    gives: { schema: 'Session', many: 'one' },
    refuses: [...BODY_REFUSALS, ...BACK, 'session/other-origin', 'session/code-needed', 'session/code-wrong', 'session/device-unknown'],
  },
  {
    id: 'account-to-link', method: 'POST', path: '/api/session/account/link/asked', needs: 'a-session',
    summary: 'Be sent there to link one’s own account',
    says: 'As for signing in, within this session. Nobody links an account for another.',
    gives: { schema: 'AccountAsked', many: 'one' },
    refuses: [...VOUCHED, 'session/step-up', 'session/no-such-way', 'session/account-away'],
  },
  {
    id: 'account-linked', method: 'POST', path: '/api/session/account/link', needs: 'a-session',
    summary: 'Link one’s own account',
    says: 'By what the browser came back with, once, in the session that asked. An account shows one person, and a person has one.',
    gives: { schema: 'OwnWays', many: 'one' },
    refuses: [...VOUCHED, ...BACK, 'session/account-known'],
  },
  {
    id: 'account-unlinked', method: 'DELETE', path: '/api/session/account/link', needs: 'a-session',
    summary: 'Unlink one’s own account',
    says: 'Sessions elsewhere end.',
    gives: { schema: 'OwnWays', many: 'one' },
    refuses: [...VOUCHED, 'session/step-up', 'session/no-such-way'],
  },
  {
    id: 'device-sign-in', method: 'POST', path: '/api/session/device', needs: 'own-page',
    summary: 'Sign in on a browser that is not enrolled yet',
    says: 'Within five minutes of session/device-unknown, with the code that the administrator hands over in person. The browser is known from then on, by a cookie that no script reads. Tries are slowed for the person.',
    takes: { schema: 'DeviceEnrolment', many: 'one', example: { code: 'abcde-fghjk-mnpqr' } },
    gives: { schema: 'Session', many: 'one' },
    refuses: [...BODY_REFUSALS, 'session/other-origin', 'session/wrong', 'session/device-code-wrong', 'session/slow-down'],
  },
  {
    id: 'own-device', method: 'POST', path: '/api/session/ways/device', needs: 'a-session',
    summary: 'Enrol the browser one is signed in with',
    says: 'With the code that the administrator hands over in person, also where the unit asks for no enrolled devices.',
    takes: { schema: 'DeviceEnrolment', many: 'one', example: { code: 'abcde-fghjk-mnpqr' } },
    gives: { schema: 'OwnWays', many: 'one' },
    refuses: [...BODY_REFUSALS, ...VOUCHED, 'session/step-up', 'session/device-code-wrong', 'session/slow-down'],
  },
  {
    id: 'devices', method: 'GET', path: '/api/devices', needs: 'a-session',
    summary: 'Enrolled devices',
    says: 'For the administrator. Those that were revoked stand in it too.',
    gives: { schema: 'Devices', many: 'one' },
    refuses: KEEPING,
  },
  {
    id: 'new-device', method: 'POST', path: '/api/people/{id}/device', needs: 'a-session', within: [{ name: 'id', says: 'The id of somebody who works here', example: ID }],
    summary: 'Let somebody enrol a browser',
    says: 'For the administrator. The code in the answer is told this once and good for one browser within the hour; one that was told before for the same person no longer is.',
    takes: { schema: 'NewDevice', many: 'one', example: { name: 'Station, second room' } },
    gives: { schema: 'DeviceCode', many: 'one' },
    refuses: [...BODY_REFUSALS, ...KEEPING, 'session/step-up', 'people/not-here', 'people/has-left'],
  },
  {
    id: 'revoke-device', method: 'POST', path: '/api/devices/{id}/revoke', needs: 'a-session', within: [{ name: 'id', says: 'The id of a device', example: ID }],
    summary: 'Revoke a device',
    says: 'For the administrator. Whatever session was begun on it ends at once.',
    gives: { schema: 'Devices', many: 'one' },
    refuses: [...KEEPING, 'session/step-up', 'devices/not-here'],
  },
]
