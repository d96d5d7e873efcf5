import { Hono } from 'hono'
import type { Config } from './config.ts'
import type { Catalogue } from './catalogue.ts'
import { secure, securityHeaders } from './http/headers.ts'
import { logged, type Log } from './http/log.ts'
import { ownHostOnly } from './http/own-host.ts'
import { refuse } from './http/problem.ts'
import { saysHowReached } from './http/reached.ts'
import type { Site } from './http/site.ts'
import { refuseThrown } from './http/thrown.ts'
import type { Reach } from './reach.ts'
import type { CaseDesk } from './case/case-desk.ts'
import { apiRoutes } from './routes/api.ts'
import { accountBack } from './routes/account.ts'
import { nothingHere, pages } from './routes/pages.ts'

/** What the application is built from: how it is reached, what it answers by, the office, its pages, and where its log goes. */
export interface Parts {
  readonly config: Config
  readonly catalogue: Catalogue
  readonly office: CaseDesk
  readonly site: Site
  readonly log: Log
}

/** The whole application, in the order in which a request meets it. */
export function application({ config, catalogue, office, site, log }: Parts): Hono {
  const app = new Hono()
  app.use(logged(log))
  app.use(securityHeaders(config))
  app.use(saysHowReached(config))
  app.use(ownHostOnly(config, catalogue.speak))
  app.route('/', apiRoutes(catalogue, office))
  app.route('/', accountBack(office))
  app.all('*', pages(site, catalogue.speak))
  app.notFound(() => nothingHere(catalogue.speak))
  app.onError((error) => refuseThrown(catalogue.speak, log, error))
  return app
}

/** A request whose address or host makes no sense never becomes one that the application sees. */
export const notUnderstood = ({ speak }: Catalogue, reach: Reach = {}): Response =>
  secure(refuse(speak, { code: 'request/not-understood', detail: 'The address or the Host header makes no sense.' }, { connection: 'close' }), { reach })
