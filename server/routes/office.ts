import { Hono } from 'hono'
import type { CaseDesk } from '../case/case-desk.ts'
import { sourceRoutes } from './sources.ts'
import { searchRoutes } from './search.ts'
import { policyRoutes } from './policy.ts'
import { eventRoutes } from './events.ts'
import { dueRoutes } from './due.ts'
import { findingRoutes } from './finding.ts'
import { looksRoutes } from './looks.ts'
import { notesRoutes } from './notes.ts'
import { peopleRoutes } from './people.ts'
import { needRoutes } from './need.ts'
import { planRoutes } from './plans.ts'
import { requestRoutes } from './requests.ts'
import { sessionRoutes } from './session.ts'
import { retentionRoutes } from './retention.ts'
import { shareRoutes } from './shares.ts'
import { siteRoutes } from './sites.ts'

/** The routes of the office, slice by slice. */
export function officeRoutes(office: CaseDesk): Hono {
  const routes = new Hono()
  routes.route('/', sessionRoutes(office))
  routes.route('/', peopleRoutes(office))
  routes.route('/', looksRoutes(office))
  routes.route('/', siteRoutes(office))
  routes.route('/', needRoutes(office))
  routes.route('/', planRoutes(office))
  routes.route('/', sourceRoutes(office))
  routes.route('/', shareRoutes(office))
  routes.route('/', searchRoutes(office))
  routes.route('/', findingRoutes(office))
  routes.route('/', policyRoutes(office))
  routes.route('/', notesRoutes(office))
  routes.route('/', eventRoutes(office))
  routes.route('/', dueRoutes(office))
  routes.route('/', retentionRoutes(office))
  routes.route('/', requestRoutes(office))
  return routes
}
