import { Hono } from 'hono'
import type { Catalogue } from '../catalogue.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { otherMethod } from './pages.ts'
import { assess } from './assess.ts'
import { certainty } from './certainty.ts'
import { health, openApi, readablePage, schemaOfCertainty, schemaOfOperation, style } from './documents.ts'
import { askLaw, readLaw } from './law.ts'
import { officeRoutes } from './office.ts'

/** Every address of the API, public and of the office, and how each may be asked. */
export function apiRoutes(catalogue: Catalogue, office: CaseDesk): Hono {
  const api = new Hono()
  api.get('/api', readablePage(catalogue, (path, init) => api.request(path, init)))
  api.get('/api/page.css', style)
  api.post('/api/assess', assess(catalogue))
  api.post('/api/certainty', certainty(catalogue))
  api.get('/api/law', readLaw(catalogue))
  api.post('/api/law', askLaw(catalogue))
  api.get('/api/schema/operation', schemaOfOperation)
  api.get('/api/schema/certainty', schemaOfCertainty)
  api.get('/api/openapi.json', openApi(catalogue))
  api.get('/api/health', health(catalogue))
  api.route('/', officeRoutes(office))
  for (const [path, methods] of methodsByPath(api)) api.all(path, () => otherMethod(catalogue.speak, methods.join(', ')))
  return api
}

/** A route that has somebody before it to ask who comes stands twice in the list. */
function methodsByPath({ routes }: Hono): ReadonlyMap<string, readonly string[]> {
  const byPath = Map.groupBy(routes, ({ path }) => path)
  return new Map([...byPath].map(([path, own]) => [path, [...new Set(own.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]]))
}
