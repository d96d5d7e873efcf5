import { Hono } from 'hono'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { eventStream } from '../events/event-stream.ts'
import { tokenIn } from '../session/cookie.ts'
import { whoseSession } from '../session/sessions.ts'

/** What changes, as it changes, for boards that live. */
export function eventRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  routes.get('/api/events', caseWorker(desk), (c) => {
    const last = /^\d{1,15}$/.exec(c.req.header('last-event-id') ?? '')?.[0]
    const [{ id, role }, token] = [c.get('worker'), tokenIn(c)]
    const stillHere = async () => {
      const present = token === null ? null : await whoseSession(desk.door.desk, desk.now, token, 'no')
      return present?.person.role === role ? ('yes' as const) : ('no' as const)
    }
    const stream = eventStream({ changes: desk.changes, from: last === undefined ? null : Number(last), progress: (tell) => desk.progress.listen(id, tell), stillHere })
    return c.body(stream, 200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  })
  return routes
}
