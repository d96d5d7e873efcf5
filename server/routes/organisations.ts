import { Hono } from 'hono'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { NewOrganisationShape, OrganisationNameShape, type OrganisationSent, type OrganisationsSent } from '../../wire/office/organisations.ts'
import type { OrganisationRow } from '../desk-tables.ts'
import { askedIn } from '../http/asked.ts'
import type { Office } from '../office.ts'
import { keepsPeople } from '../people/keeps-people.ts'
import { addOrganisation, everyOrganisation, nameOrganisation, type Named } from '../people/organisations.ts'
import { refusePeople } from '../people/refuse-people.ts'
import type { OfficeEnv } from '../session/signed-in.ts'

/** Which organisations work here: kept by the administrator beside the list of people. */
export function organisationRoutes(office: Office): Hono<OfficeEnv> {
  const { speak, now, cases: { desk } } = office
  const routes = new Hono<OfficeEnv>()
  const named = (outcome: Named): Response => (outcome.accepted ? Response.json(sent(outcome.organisation)) : refusePeople(office, outcome.code))

  routes.get('/api/organisations', keepsPeople(office), async (c) => {
    const answer: OrganisationsSent = { organisations: (await everyOrganisation(desk)).map(sent) }
    return c.json(answer)
  })

  routes.post('/api/organisations', keepsPeople(office, 'organisations/add'), async (c) => {
    const asked = await askedIn(c, speak, () => NewOrganisationShape)
    return asked.accepted ? named(await addOrganisation(desk, now, c.get('person').id, asked.value)) : asked.response
  })

  routes.post('/api/organisations/:id/name', keepsPeople(office, 'organisations/name'), async (c) => {
    const asked = await askedIn(c, speak, () => OrganisationNameShape)
    return asked.accepted ? named(await nameOrganisation(desk, now, c.get('person').id, c.req.param('id'), asked.value.name)) : asked.response
  })
  return routes
}

/** The unit is there from the start, at no hour that anybody could name. */
const sent = ({ id, kind, name, made_at }: OrganisationRow): OrganisationSent => ({ id, kind, name, madeAt: made_at === 0 ? null : isoOf(instant(made_at)) })
