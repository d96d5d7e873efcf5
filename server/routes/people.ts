import { Hono } from 'hono'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { NewPersonShape, type HandOverSent, type PeopleSent, type PersonSent } from '../../wire/office/people.ts'
import type { PersonRow } from '../desk-tables.ts'
import { askedIn } from '../http/asked.ts'
import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'
import { addPerson, everybody, markAsLeft, resetPassword, type Changed, type HandedOver, type PeopleRefusalCode } from '../people/people.ts'
import { takeAwayFactors } from '../people/take-away.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'
import type { AsksFreshProof } from '../session/step-up-policy.ts'

/** Who works here. Kept by the administrator, who opens no case. */
export function peopleRoutes(office: Office): Hono<OfficeEnv> {
  const { speak, now, cases: { desk } } = office
  const administrator = signedIn(office, { roles: ['administrator'] })
  const afresh = (stepUp: AsksFreshProof) => signedIn(office, { roles: ['administrator'], stepUp })
  const routes = new Hono<OfficeEnv>()

  routes.get('/api/people', administrator, async (c) => {
    const answer: PeopleSent = { people: (await everybody(desk)).map(sent) }
    return c.json(answer)
  })

  routes.post('/api/people', afresh('people/add'), async (c) => {
    const asked = await askedIn(c, speak, () => NewPersonShape)
    if (!asked.accepted) return asked.response
    return handOver(office, await addPerson(desk, now, c.get('person').id, asked.value))
  })

  routes.post('/api/people/:id/password', afresh('people/password'), async (c) => handOver(office, await resetPassword(desk, now, c.get('person').id, c.req.param('id'))))

  routes.post('/api/people/:id/leave', afresh('people/leave'), async (c) => {
    const changed: Changed = await markAsLeft(desk, now, c.get('person').id, c.req.param('id'))
    return changed.accepted ? c.json(sent(changed.person)) : refused(office, changed.code)
  })

  routes.post('/api/people/:id/take-away', afresh('people/take-away'), async (c) => {
    const changed = await takeAwayFactors(desk, now, c.get('person').id, c.req.param('id'))
    return changed.accepted ? c.json(sent(changed.person)) : refused(office, changed.code)
  })
  return routes
}

const sent = ({ id, sign_in_name, name, role, must_change, made_at, left_at }: PersonRow): PersonSent => ({
  id, signInName: sign_in_name, name, role,
  password: must_change === 'yes' ? 'one-time' : 'own',
  madeAt: isoOf(instant(made_at)),
  leftAt: left_at === null ? null : isoOf(instant(left_at)),
})

/** The only answer that ever holds a one-time password. */
function handOver(office: Office, handed: HandedOver): Response {
  if (!handed.accepted) return refused(office, handed.code)
  const answer: HandOverSent = { person: sent(handed.person), oneTimePassword: handed.oneTimePassword }
  return Response.json(answer)
}

const DETAILS: Readonly<Record<PeopleRefusalCode, string>> = {
  'people/name-taken': 'Sign-in names are given once, so that what somebody recorded is never taken for another’s.',
  'people/not-here': 'The id in the address is nobody’s.',
  'people/has-left': 'Nothing is changed about somebody who has left.',
  'people/last-administrator': 'This is the only administrator.',
  'people/nothing-to-take': 'This person signs in by a password alone.',
}

const refused = ({ speak }: Office, code: PeopleRefusalCode): Response => refuse(speak, { code, detail: DETAILS[code] })
