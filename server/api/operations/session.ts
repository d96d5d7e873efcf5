import { BODY_REFUSALS, SESSION_REFUSALS, type ApiOperation } from '../operation.ts'

/** Who is signed in, and who opened which file. */
export const SESSION: readonly ApiOperation[] = [
  {
    id: 'session', method: 'GET', path: '/api/session',
    summary: 'Who is signed in',
    says: 'Answers null where nobody is; else with what the policies permit. While nobody has vouched for somebody, only what concerns their session is answered. A session ends after twelve hours, and after half an hour in which nothing was asked.',
    gives: { schema: 'Session', many: 'one' },
    refuses: [],
  },
  {
    id: 'sign-in', method: 'POST', path: '/api/session', needs: 'own-page',
    summary: 'Sign in',
    says: 'Gives the browser a cookie that no script reads. A wrong name and a wrong password are answered alike; tries are slowed by name and address. Whoever has a second factor is asked for a code too, once the password was right.',
    takes: { schema: 'SignIn', many: 'one', example: { name: 'invented.analyst', password: 'seven boats on the river' } },
    gives: { schema: 'Session', many: 'one' },
    refuses: [...BODY_REFUSALS, 'session/wrong', 'session/slow-down', 'session/other-origin', 'session/code-needed', 'session/code-wrong', 'session/device-unknown'],
  },
  {
    id: 'sign-out', method: 'DELETE', path: '/api/session', needs: 'own-page',
    summary: 'Sign out',
    says: 'Ends the session here and in the store. Answers alike where there was none.',
    gives: { schema: 'Session', many: 'one' },
    refuses: ['session/other-origin'],
  },
  {
    id: 'password', method: 'POST', path: '/api/session/password', needs: 'a-session',
    summary: 'Choose another password',
    says: 'Asks for the one in use. Every other session of the same person ends. While a one-time password is in use, nothing else is answered.',
    takes: { schema: 'PasswordChange', many: 'one', example: { old: 'abcde-fghjk-mnpqr', new: 'seven boats on the river' } },
    gives: { schema: 'Session', many: 'one' },
    refuses: [...BODY_REFUSALS, 'session/not-signed-in', 'session/other-origin', 'session/wrong', 'session/slow-down', 'session/password-unfit'],
  },
  {
    id: 'looks', method: 'GET', path: '/api/looks', needs: 'a-session',
    summary: 'Who opened which file',
    says: 'The access log, the newest first: for authorising officers, and without the reasons for the administrator. Looks that were refused stand in it too.',
    asks: [
      { name: 'cursor', says: 'The cursor that the page before gave', example: '1200' },
      { name: 'limit', says: 'How many at most, from 1 to 200', example: '50' },
      { name: 'stream', says: 'Only looks at this file', example: 'site/0d9f3c1e' },
    ],
    gives: { schema: 'Looks', many: 'one' },
    refuses: [...SESSION_REFUSALS, 'reading/unknown-field', 'reading/wrong-value'],
  },
]
