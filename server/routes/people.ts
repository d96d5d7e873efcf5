import { Hono } from 'hono'
import { NewPersonShape, PlaceShape, type HandOverSent, type PeopleSent } from '../../wire/office/people.ts'
import { askedIn } from '../http/asked.ts'
import type { Office } from '../office.ts'
import { keepsPeople } from '../people/keeps-people.ts'
import { addPerson, changePlace, everybody, markAsLeft, resetPassword, type Changed, type HandedOver } from '../people/people.ts'
import { personSent } from '../people/person-sent.ts'
import { refusePeople } from '../people/refuse-people.ts'
import { takeAwayFactors } from '../people/take-away.ts'
import type { OfficeEnv } from '../session/signed-in.ts'
import { organisationRoutes } from './organisations.ts'
import { vouchingRoutes } from './vouching.ts'

/** Who works here, and for whom. Kept by the administrator, who opens no case; and who vouches for whom, which is for colleagues. */
export function peopleRoutes(office: Office): Hono<OfficeEnv> {
  const { speak, now, cases: { desk } } = office
  const routes = new Hono<OfficeEnv>()
  const changed = (outcome: Changed): Response => (outcome.accepted ? Response.json(personSent(outcome.person)) : refusePeople(office, outcome.code))

  routes.get('/api/people', keepsPeople(office), async (c) => {
    const answer: PeopleSent = { people: (await everybody(desk)).map(personSent) }
    return c.json(answer)
  })

  routes.post('/api/people', keepsPeople(office, 'people/add'), async (c) => {
    const asked = await askedIn(c, speak, () => NewPersonShape)
    if (!asked.accepted) return asked.response
    return handOver(office, await addPerson(desk, now, c.get('person').id, asked.value))
  })

  routes.post('/api/people/:id/place', keepsPeople(office, 'people/place'), async (c) => {
    const asked = await askedIn(c, speak, () => PlaceShape)
    return asked.accepted ? changed(await changePlace(desk, now, c.get('person').id, c.req.param('id'), asked.value)) : asked.response
  })

  routes.post('/api/people/:id/password', keepsPeople(office, 'people/password'), async (c) => handOver(office, await resetPassword(desk, now, c.get('person').id, c.req.param('id'))))
  routes.post('/api/people/:id/leave', keepsPeople(office, 'people/leave'), async (c) => changed(await markAsLeft(desk, now, c.get('person').id, c.req.param('id'))))
  routes.post('/api/people/:id/take-away', keepsPeople(office, 'people/take-away'), async (c) => changed(await takeAwayFactors(desk, now, c.get('person').id, c.req.param('id'))))
  return routes.route('/', organisationRoutes(office)).route('/', vouchingRoutes(office))
}

/** The only answer that ever holds a one-time password. */
function handOver(office: Office, handed: HandedOver): Response {
  if (!handed.accepted) return refusePeople(office, handed.code)
  const answer: HandOverSent = { person: personSent(handed.person), oneTimePassword: handed.oneTimePassword }
  return Response.json(answer)
}
