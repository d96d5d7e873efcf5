import { Hono } from 'hono'
import { PasskeyAssertedShape, PasskeyMadeShape } from '../../wire/office/passkeys.ts'
import { askedIn } from '../http/asked.ts'
import type { Office } from '../office.ts'
import { signedInNow } from '../session/answer-session.ts'
import { notBegun } from '../session/not-begun.ts'
import { ownPagesOnly } from '../session/own-pages.ts'
import { hereIn, ownWays } from '../session/own-ways.ts'
import { passkeyPlaceIn } from '../session/passkey-place.ts'
import { askToRegister, askToSignIn, registerPasskey, removePasskey, signInByPasskey } from '../session/passkeys.ts'
import { refuseSignIn } from '../session/refuse-sign-in.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'
import { whenceOf } from '../session/whence.ts'

/** Signing in by a passkey, and somebody's own passkeys: made, named, removed. */
export function passkeyRoutes(office: Office): Hono<OfficeEnv> {
  const { door, speak } = office
  const routes = new Hono<OfficeEnv>()
  const own = signedIn(office, { stepUp: 'own/passkey' })
  const nowhere = () => refuseSignIn(office, { code: 'session/passkey-place' })

  routes.post('/api/session/passkey/asked', ownPagesOnly(speak), async (c) => {
    const place = passkeyPlaceIn(door, c)
    return place ? c.json(await askToSignIn(door, place)) : nowhere()
  })

  routes.post('/api/session/passkey', ownPagesOnly(speak), async (c) => {
    const place = passkeyPlaceIn(door, c)
    if (!place) return nowhere()
    const asked = await askedIn(c, speak, () => PasskeyAssertedShape, 'secrets')
    if (!asked.accepted) return asked.response
    const begun = await signInByPasskey(door, place, asked.value, whenceOf(c))
    return begun.accepted ? signedInNow(office, c, begun.value) : notBegun(office, c, begun.refusal)
  })

  routes.post('/api/session/passkeys/asked', own, async (c) => {
    const place = passkeyPlaceIn(door, c)
    return place ? c.json(await askToRegister(door, place, c.var)) : nowhere()
  })

  routes.post('/api/session/passkeys', own, async (c) => {
    const place = passkeyPlaceIn(door, c)
    if (!place) return nowhere()
    const asked = await askedIn(c, speak, () => PasskeyMadeShape, 'secrets')
    if (!asked.accepted) return asked.response
    const made = await registerPasskey(door, place, c.var, asked.value)
    return made.accepted ? c.json(await ownWays(door, c.var, hereIn(door, c))) : refuseSignIn(office, made.refusal)
  })

  routes.delete('/api/session/passkeys/:id', own, async (c) => {
    const removed = await removePasskey(door, c.var, c.req.param('id'))
    return removed.accepted ? c.json(await ownWays(door, c.var, hereIn(door, c))) : refuseSignIn(office, removed.refusal)
  })
  return routes
}
