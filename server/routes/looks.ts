import { Hono } from 'hono'
import { LOOKS_ON_A_PAGE, LooksQueryShape } from '../../wire/office/looks.ts'
import { pageOfLooks } from '../access-log.ts'
import { askedAfterMark } from '../http/asked.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../rights/may-do.ts'
import type { OfficeEnv } from '../session/signed-in.ts'

/** Who opened which file, for those who answer for it: the authorising officers, and in part the administrator. */
export function looksRoutes(office: Office): Hono<OfficeEnv> {
  const routes = new Hono<OfficeEnv>()
  routes.get('/api/looks', mayDo(office, 'read-looks'), async (c) => {
    const asked = askedAfterMark(c, office.speak, LooksQueryShape)
    if (!asked.accepted) return asked.response
    const { limit = LOOKS_ON_A_PAGE, cursor, stream } = asked.value
    const { role } = c.get('person')
    return c.json(await pageOfLooks(office.cases.desk, { limit, cursor, stream, weighing: role === 'oversight' ? 'told' : 'left-out' }, role))
  })
  return routes
}
