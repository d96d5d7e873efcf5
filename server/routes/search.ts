import { Hono } from 'hono'
import { SearchQueryShape } from '../../wire/office/search.ts'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { askedAfterMark } from '../http/asked.ts'
import { search } from '../search/search.ts'

/** What can be found without opening a file. */
export function searchRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  routes.get('/api/search', caseWorker(desk), async (c) => {
    const asked = askedAfterMark(c, desk.speak, SearchQueryShape)
    return asked.accepted ? c.json(await search(desk.cases, asked.value.q, { reach: desk.reach(c.get('worker')), by: c.get('worker').id })) : asked.response
  })
  return routes
}
