import { Hono } from 'hono'
import { DeviceEnrolmentShape, NewDeviceShape } from '../../wire/office/devices.ts'
import { askedIn } from '../http/asked.ts'
import type { Office } from '../office.ts'
import { allowDevice, everyDevice, revokeDevice } from '../people/devices.ts'
import { keepsPeople } from '../people/keeps-people.ts'
import { refusePeople } from '../people/refuse-people.ts'
import { signedInNow } from '../session/answer-session.ts'
import { addressOf } from '../session/caller.ts'
import { ownPagesOnly } from '../session/own-pages.ts'
import { hereIn, ownWays } from '../session/own-ways.ts'
import { forgetProved, provedIn } from '../session/proved.ts'
import { refuseSignIn } from '../session/refuse-sign-in.ts'
import { enrolHere, signInOnDevice } from '../session/sign-in-on-device.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'
import { giveDevice } from '../session/whence.ts'

/** Enrolled devices: let in by the administrator, enrolled by whoever sits there, revoked. */
export function deviceRoutes(office: Office): Hono<OfficeEnv> {
  const { door, speak } = office
  const routes = new Hono<OfficeEnv>()

  routes.get('/api/devices', keepsPeople(office), async (c) => c.json(await everyDevice(door)))

  routes.post('/api/people/:id/device', keepsPeople(office, 'devices/allow'), async (c) => {
    const asked = await askedIn(c, speak, () => NewDeviceShape)
    if (!asked.accepted) return asked.response
    const allowed = await allowDevice(door, c.get('person').id, c.req.param('id'), asked.value.name)
    return allowed.accepted ? c.json(allowed.told) : refusePeople(office, allowed.code)
  })

  routes.post('/api/devices/:id/revoke', keepsPeople(office, 'devices/revoke'), async (c) => {
    const revoked = await revokeDevice(door, c.get('person').id, c.req.param('id'))
    return revoked === 'revoked' ? c.json(await everyDevice(door)) : refusePeople(office, 'devices/not-here')
  })

  routes.post('/api/session/device', ownPagesOnly(speak), async (c) => {
    const asked = await askedIn(c, speak, () => DeviceEnrolmentShape, 'secrets')
    if (!asked.accepted) return asked.response
    const begun = await signInOnDevice(door, provedIn(c, door, 'device'), asked.value.code, addressOf(c))
    if (!begun.accepted) return refuseSignIn(office, begun.refusal)
    forgetProved(c)
    return signedInNow(office, c, begun.value.session, begun.value.device)
  })

  routes.post('/api/session/ways/device', signedIn(office, { stepUp: 'own/device' }), async (c) => {
    const asked = await askedIn(c, speak, () => DeviceEnrolmentShape, 'secrets')
    if (!asked.accepted) return asked.response
    const enrolled = await enrolHere(door, c.var, asked.value.code)
    if (!enrolled.accepted) return refuseSignIn(office, enrolled.refusal)
    giveDevice(c, enrolled.value)
    return c.json(await ownWays(door, c.var, { ...hereIn(door, c), device: enrolled.value }))
  })
  return routes
}
