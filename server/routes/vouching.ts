import { Hono, type Context } from 'hono'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import type { WaitingSent } from '../../wire/office/people.ts'
import type { PersonRow } from '../desk-tables.ts'
import type { Office } from '../office.ts'
import { passwordOf } from '../people/person-sent.ts'
import { refusePeople } from '../people/refuse-people.ts'
import { vouchFor, waitingBeside } from '../people/vouching.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'

/** Who waits for somebody to say whose account theirs is, and the colleague who says so. */
export function vouchingRoutes(office: Office): Hono<OfficeEnv> {
  const { now, cases: { desk } } = office
  const routes = new Hono<OfficeEnv>()

  const waitingFor = async (c: Context<OfficeEnv>): Promise<Response> => {
    const waiting = await waitingBeside(desk, c.get('person').id)
    if (waiting === null) return refusePeople(office, 'people/may-not-vouch')
    const answer: WaitingSent = { waiting: waiting.map(sent) }
    return c.json(answer)
  }

  routes.get('/api/people/waiting', signedIn(office), waitingFor)

  routes.post('/api/people/:id/vouch', signedIn(office, { stepUp: 'people/vouch' }), async (c) => {
    const vouched = await vouchFor(desk, now, c.get('person').id, c.req.param('id'))
    return vouched.accepted ? waitingFor(c) : refusePeople(office, vouched.code)
  })
  return routes
}

const sent = (person: PersonRow): WaitingSent['waiting'][number] => ({
  id: person.id, name: person.name, role: person.role, password: passwordOf(person), madeAt: isoOf(instant(person.made_at)),
})
