import { Hono } from 'hono'
import type { Desk } from '../desk.ts'
import { otherMethod } from './pages.ts'
import { assess } from './assess.ts'
import { certainty } from './certainty.ts'
import { health, openApi, readablePage, schemaOfCertainty, schemaOfOperation, style } from './documents.ts'
import { askLaw, readLaw } from './law.ts'

/** Every address of the API, and how each may be asked. */
export function apiRoutes(desk: Desk): Hono {
  const api = new Hono()
  api.get('/api', readablePage(desk, (path, init) => api.request(path, init)))
  api.get('/api/page.css', style)
  api.post('/api/assess', assess(desk))
  api.post('/api/certainty', certainty(desk))
  api.get('/api/law', readLaw(desk))
  api.post('/api/law', askLaw(desk))
  api.get('/api/schema/operation', schemaOfOperation)
  api.get('/api/schema/certainty', schemaOfCertainty)
  api.get('/api/openapi.json', openApi(desk))
  api.get('/api/health', health(desk))
  for (const [path, methods] of methodsByPath(api)) api.all(path, () => otherMethod(desk.speak, methods.join(', ')))
  return api
}

function methodsByPath({ routes }: Hono): ReadonlyMap<string, readonly string[]> {
  const byPath = Map.groupBy(routes, ({ path }) => path)
  return new Map([...byPath].map(([path, own]) => [path, own.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))]))
}
