import { Hono, type Context } from 'hono'
import { CodeShape, StepUpShape, type StepUp } from '../../wire/office/session.ts'
import { askedIn } from '../http/asked.ts'
import type { Office } from '../office.ts'
import { answerSession } from '../session/answer-session.ts'
import { addressOf } from '../session/caller.ts'
import { hereIn, ownWays } from '../session/own-ways.ts'
import { passkeyPlaceIn } from '../session/passkey-place.ts'
import { askToProve, proveByPasskey } from '../session/passkeys.ts'
import { refuseSignIn } from '../session/refuse-sign-in.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes } from '../session/second-factor.ts'
import { endOtherSessions, endSessionOf } from '../session/sessions.ts'
import { proveByPassword } from '../session/sign-in.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'
import { stillAsked } from '../session/step-up.ts'

/**
 * How somebody signs in and where they are signed in: seen and changed by themselves; and showing once more who they are.
 *
 * Before a colleague vouches for an account, no factor and no passkey is added to it: whoever sits in it might be whoever made it, and would keep a
 * way in after it was handed over.
 */
export function ownWaysRoutes(office: Office): Hono<OfficeEnv> {
  const { door, speak } = office
  const routes = new Hono<OfficeEnv>()
  const own = signedIn(office, { evenUnvouched: 'yes' })
  const ofFactor = signedIn(office, { stepUp: 'own/second-factor' })
  const ways = async (c: Context<OfficeEnv>) => c.json(await ownWays(door, c.var, hereIn(door, c)))

  routes.get('/api/session/ways', own, ways)

  routes.post('/api/session/second-factor', ofFactor, async (c) => {
    const begun = await beginSecondFactor(door, c.var)
    return begun.accepted ? c.json(begun.value) : refuseSignIn(office, begun.refusal)
  })

  routes.post('/api/session/second-factor/confirm', ofFactor, async (c) => {
    const asked = await askedIn(c, speak, () => CodeShape, 'secrets')
    if (!asked.accepted) return asked.response
    const confirmed = await confirmSecondFactor(door, c.var, asked.value.code)
    return confirmed.accepted ? c.json({ recoveryCodes: confirmed.value }) : refuseSignIn(office, confirmed.refusal)
  })

  routes.delete('/api/session/second-factor', ofFactor, async (c) => {
    const removed = await removeSecondFactor(door, c.var)
    return removed.accepted ? ways(c) : refuseSignIn(office, removed.refusal)
  })

  routes.post('/api/session/recovery-codes', signedIn(office, { stepUp: 'own/recovery-codes' }), async (c) => {
    const made = await renewRecoveryCodes(door, c.var)
    return made.accepted ? c.json({ recoveryCodes: made.value }) : refuseSignIn(office, made.refusal)
  })

  routes.delete('/api/session/sessions', own, async (c) => {
    await door.desk.transact((db) => endOtherSessions(db, c.get('person').id, c.get('session').id))
    return ways(c)
  })

  routes.delete('/api/session/sessions/:id', own, async (c) => {
    await endSessionOf(door.desk, c.get('person').id, c.req.param('id'))
    return ways(c)
  })

  routes.post('/api/session/step-up/asked', own, async (c) => {
    const place = passkeyPlaceIn(door, c)
    return place ? c.json(await askToProve(door, place, c.var)) : refuseSignIn(office, { code: 'session/passkey-place' })
  })

  routes.post('/api/session/step-up', own, async (c) => {
    const asked = await askedIn(c, speak, () => StepUpShape, 'secrets')
    return asked.accepted ? proved(office, c, asked.value) : asked.response
  })
  return routes
}

/** A proof that is less than somebody could show is no step up, and is answered with what is still asked. */
async function proved(office: Office, c: Context<OfficeEnv>, shown: StepUp): Promise<Response> {
  const { door } = office
  if (shown.by === 'password') {
    const by = await proveByPassword(door, c.var, shown, addressOf(c))
    if (!by.accepted) return refuseSignIn(office, by.refusal)
    const more = by.value === 'password' ? await stillAsked(office, c.get('person').id) : null
    return more ?? c.json(await answerSession(office, c.var))
  }
  const place = passkeyPlaceIn(door, c)
  if (!place) return refuseSignIn(office, { code: 'session/passkey-place' })
  const by = await proveByPasskey(door, place, c.var, shown.answer)
  return by.accepted ? c.json(await answerSession(office, c.var)) : refuseSignIn(office, by.refusal)
}
