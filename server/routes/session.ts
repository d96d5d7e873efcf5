import { Hono } from 'hono'
import { PasswordChangeShape, SignInShape } from '../../wire/office/session.ts'
import { askedIn } from '../http/asked.ts'
import type { Office } from '../office.ts'
import { addressOf } from '../session/caller.ts'
import { endOld, NOBODY, sessionOf, signedInNow } from '../session/answer-session.ts'
import { giveToken, takeToken, tokenIn } from '../session/cookie.ts'
import { notBegun } from '../session/not-begun.ts'
import { ownPagesOnly } from '../session/own-pages.ts'
import { refuseSignIn } from '../session/refuse-sign-in.ts'
import { changePassword, signIn } from '../session/sign-in.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'
import { whenceOf } from '../session/whence.ts'
import { accountRoutes } from './account.ts'
import { deviceRoutes } from './devices.ts'
import { ownWaysRoutes } from './own-ways.ts'
import { passkeyRoutes } from './passkeys.ts'

/** Signing in, who is signed in, signing out, and choosing a password; and behind them everybody's own ways of signing in. */
export function sessionRoutes(office: Office): Hono<OfficeEnv> {
  const { door, speak } = office
  const routes = new Hono<OfficeEnv>()

  routes.get('/api/session', async (c) => c.json(await sessionOf(office, c, tokenIn(c))))

  routes.post('/api/session', ownPagesOnly(speak), async (c) => {
    const asked = await askedIn(c, speak, () => SignInShape, 'secrets')
    if (!asked.accepted) return asked.response
    const begun = await signIn(door, asked.value, whenceOf(c))
    return begun.accepted ? signedInNow(office, c, begun.value) : notBegun(office, c, begun.refusal)
  })

  routes.delete('/api/session', ownPagesOnly(speak), async (c) => {
    await endOld(office, c)
    takeToken(c)
    return c.json(NOBODY)
  })

  routes.post('/api/session/password', signedIn(office, { evenBeforePasswordChange: 'yes', evenUnvouched: 'yes' }), async (c) => {
    const asked = await askedIn(c, speak, () => PasswordChangeShape, 'secrets')
    if (!asked.accepted) return asked.response
    const begun = await changePassword(door, c.var, asked.value, addressOf(c))
    if (!begun.accepted) return refuseSignIn(office, begun.refusal)
    giveToken(c, begun.value)
    return c.json(await sessionOf(office, c, begun.value))
  })
  return routes.route('/', passkeyRoutes(office)).route('/', accountRoutes(office)).route('/', deviceRoutes(office)).route('/', ownWaysRoutes(office))
}
