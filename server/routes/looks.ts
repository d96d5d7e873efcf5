import { Hono } from 'hono'
import { LOOKS_ON_A_PAGE, LooksQueryShape } from '../../wire/office/looks.ts'
import { pageOfLooks } from '../access-log.ts'
import { askedAfterMark } from '../http/asked.ts'
import type { Office } from '../office.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'

/** Who opened which file, for those who answer for it: the authorising officers, and in part the administrator. */
export function looksRoutes(office: Office): Hono<OfficeEnv> {
  const routes = new Hono<OfficeEnv>()
  routes.get('/api/looks', signedIn(office, { roles: ['authorising-officer', 'administrator'] }), async (c) => {
    const asked = askedAfterMark(c, office.speak, LooksQueryShape)
    if (!asked.accepted) return asked.response
    const { limit = LOOKS_ON_A_PAGE, cursor, stream } = asked.value
    return c.json(await pageOfLooks(office.cases.desk, { limit, cursor, stream }, c.get('person').role))
  })
  return routes
}
