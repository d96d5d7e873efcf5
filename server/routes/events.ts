import { Hono } from 'hono'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import type { Change } from '../events/changes.ts'
import { eventStream } from '../events/event-stream.ts'
import { withinReach } from '../rights/within-reach.ts'
import { tokenIn } from '../session/cookie.ts'
import { whoseSession } from '../session/sessions.ts'

/** By which act of the office somebody sees papers of a kind: who passes things on may know of no request. */
const SEEN_BY = [{ kind: 'share', action: 'see-shares' }, { kind: 'request', action: 'take-requests' }] as const

/** What changes, as it changes, for boards that live. */
export function eventRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  routes.get('/api/events', caseWorker(desk), (c) => {
    const last = /^\d{1,15}$/.exec(c.req.header('last-event-id') ?? '')?.[0]
    const [who, token] = [c.get('worker'), tokenIn(c)]
    const papers = SEEN_BY.flatMap(({ kind, action }) => (desk.rights.onOffice(who, action).allowed === 'yes' ? [kind] : []))
    const mine = async (changes: readonly Change[]) => {
      const known = await withinReach(desk.cases.entries, changes.map(({ stream }) => stream), { reach: desk.reach(who), person: who.id, organisation: who.organisation.id, papers })
      return changes.filter(({ stream }) => known.has(stream))
    }
    const stillHere = async () => {
      const present = token === null ? null : await whoseSession(desk.door.desk, desk.now, token, 'no')
      return present?.person.role === who.role && present.person.organisation.id === who.organisation.id ? ('yes' as const) : ('no' as const)
    }
    const stream = eventStream({ changes: desk.changes, from: last === undefined ? null : Number(last), progress: (tell) => desk.progress.listen(who.id, tell), mine, stillHere })
    return c.body(stream, 200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  })
  return routes
}
