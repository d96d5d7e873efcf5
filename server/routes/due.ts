import { Hono } from 'hono'
import { CASE_ROLES, type CaseRole } from '../../core/kernel/access.ts'
import { DueQueryShape } from '../../wire/office/due.ts'
import { isPartner } from '../../core/kernel/organisation.ts'
import { caseWorker, type CaseEnv } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { whatIsDue } from '../due/due.ts'
import { askedAfterMark } from '../http/asked.ts'
import { everybody } from '../people/people.ts'

/** What somebody owes, and whom anything can be given to. */
export function dueRoutes(desk: CaseDesk): Hono<CaseEnv> {
  const routes = new Hono<CaseEnv>()
  routes.get('/api/due', caseWorker(desk), async (c) => {
    const asked = askedAfterMark(c, desk.speak, DueQueryShape)
    if (!asked.accepted) return asked.response
    return c.json(await whatIsDue(desk.cases, { whose: asked.value.whose ?? 'all', by: c.get('worker').id, now: desk.now(), reach: desk.reach(c.get('worker')) }))
  })

  routes.get('/api/colleagues', caseWorker(desk), async (c) => {
    const people = await everybody(desk.cases.desk)
    const { organisation } = c.get('worker')
    const seen = people.filter((person) => person.left_at === null && (!isPartner(organisation.kind) || person.organisation === organisation.id))
    const here = seen.flatMap(({ id, name, role }) => (isCaseRole(role) ? [{ id, name, role }] : []))
    return c.json({ colleagues: here.toSorted((a, b) => a.name.localeCompare(b.name, 'en')) })
  })
  return routes
}

const isCaseRole = (role: string): role is CaseRole => (CASE_ROLES as readonly string[]).includes(role)
