import { Hono } from 'hono'
import type { Config } from './config.ts'
import type { Desk } from './desk.ts'
import { secure, securityHeaders } from './http/headers.ts'
import { logDefect, logged, type Log } from './http/log.ts'
import { ownHostOnly } from './http/own-host.ts'
import { refuse } from './http/problem.ts'
import type { Site } from './http/site.ts'
import { apiRoutes } from './routes/api.ts'
import { nothingHere, pages } from './routes/pages.ts'

/** What the application is built from: how it is reached, what it answers by, its pages, and where its log goes. */
export interface Parts {
  readonly config: Config
  readonly desk: Desk
  readonly site: Site
  readonly log: Log
}

/** The whole application, in the order in which a request meets it. */
export function application({ config, desk, site, log }: Parts): Hono {
  const app = new Hono()
  app.use(logged(log))
  app.use(securityHeaders)
  app.use(ownHostOnly(config, desk.speak))
  app.route('/', apiRoutes(desk))
  app.all('*', pages(site, desk.speak))
  app.notFound(() => nothingHere(desk.speak))
  app.onError((error) => refuse(desk.speak, { code: 'request/our-fault', detail: `Tell whoever runs the server this reference: ${logDefect(log, error)}.` }))
  return app
}

/** A request whose address or host makes no sense never becomes one that the application sees. */
export const notUnderstood = ({ speak }: Desk): Response =>
  secure(refuse(speak, { code: 'request/not-understood', detail: 'The address or the Host header makes no sense.' }, { connection: 'close' }))
