import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { daylightApp, problemIn } from '../../tests/application.ts'
import { HealthShape } from '../../wire/api.ts'
import { exampleOf } from '../api/examples.ts'
import { API } from '../api/operations.ts'
import { openCatalogue } from '../catalogue.ts'
import { apiRoutes } from './api.ts'

const { ask, send, office } = await daylightApp()

interface Document {
  readonly openapi: string
  readonly info: { readonly version: string }
  readonly paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object; example: unknown }> }; responses: Record<string, { content: Record<string, { schema: object }> }> }>>
  readonly components: { readonly schemas: Record<string, object> }
}
const document = (await (await ask('/api/openapi.json')).json()) as Document
const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ $id: 'http://localhost/openapi', ...document })
/** A schema of the document with its references, which lead to the document's components. */
const validate = (schema: object) => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"http://localhost/openapi#/')) as object)

describe('the OpenAPI document', () => {
  test('is of version 3.1 and of this version of Daylight', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info.version).toBe(openCatalogue().version)
  })

  test('has every address that answers, with its methods, and no other', () => {
    const inDocument = Object.entries(document.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`))
    const answering = apiRoutes(openCatalogue(), office).routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const forReaders = ['GET /api', 'GET /api/page.css']
    expect(inDocument.toSorted()).toEqual([...new Set(answering)].filter((route) => !forReaders.includes(route)).toSorted())
  })

  const asking = API.filter(({ takes, needs }) => takes && !needs)
  test.each(asking.map(({ method, path, takes }) => [`${method} ${path}`, path, takes?.example ?? 'assess'] as const))(
    'the example of %s fits its schema, is accepted, and its answer fits too',
    async (_name, path, example) => {
      const described = document.paths[path]?.['post']
      const content = described?.requestBody?.content['application/json']
      expect(content?.example).toEqual(exampleOf(example))
      expect(validate(content?.schema ?? {})(content?.example)).toBe(true)
      const response = await send(path, content?.example)
      expect(response.status).toBe(200)
      const answered = validate(described?.responses['200']?.content['application/json']?.schema ?? {})
      expect([answered(await response.json()), answered.errors]).toEqual([true, null])
    },
  )

  test.each(API.filter(({ takes, needs }) => takes && needs).map((operation) => [operation.id, operation] as const))('the example of %s fits its schema', (_id, { path, method, takes }) => {
    const content = document.paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json']
    expect(content?.example).toEqual(exampleOf(takes?.example ?? {}))
    const fits = validate(content?.schema ?? {})
    expect([fits(content?.example), fits.errors]).toEqual([true, null])
  })

  test('what needs a session says so, and what changes something asks for the header of our own pages', async () => {
    for (const { path, method, needs } of API) {
      const described = document.paths[path]?.[method.toLowerCase()] as { security?: object; parameters: { name: string; in: string }[] } | undefined
      expect([path, described?.security !== undefined]).toEqual([path, needs === 'a-session'])
      expect([path, described?.parameters.some(({ name }) => name === 'X-Daylight')]).toEqual([path, needs !== undefined && method !== 'GET'])
      const answer = await ask(path.replace(/\{\w+\}/g, '1'), { method, ...(method === 'GET' ? {} : { headers: { 'x-daylight': '1' } }) })
      if (needs === 'a-session') expect([path, answer.status]).toEqual([path, 401])
    }
  })

  test('a schema refuses what the API refuses', () => {
    const content = document.paths['/api/assess']?.['post']?.requestBody?.content['application/json']
    expect(validate(content?.schema ?? {})({ ...(content?.example as object), surprise: 1 })).toBe(false)
  })

  test('answers without a question fit their schemas, and so does a problem', async () => {
    for (const path of ['/api/health', '/api/law?jurisdiction=US']) {
      const schema = document.paths[path.split('?')[0] ?? '']?.['get']?.responses['200']?.content['application/json']?.schema ?? {}
      expect(validate(schema)(await (await ask(path)).json())).toBe(true)
    }
    expect(validate(document.components.schemas['Problem'] ?? {})(await (await send('/api/assess', {})).json())).toBe(true)
  })

  test('has every status that a hostile reader can bring about', async () => {
    const statuses = Object.keys(document.paths['/api/assess']?.['post']?.responses ?? {})
    expect(statuses).toEqual(['200', '400', '404', '405', '413', '415', '421', '422', '500'])
  })
})

test.each(['operation', 'certainty'])('the schema of %s is JSON Schema 2020-12, and takes the example', async (name) => {
  const response = await ask(`/api/schema/${name}`)
  expect(response.headers.get('content-type')).toBe('application/schema+json')
  const schema = (await response.json()) as { $schema: string }
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(new Ajv2020({ strict: false, validateFormats: false }).compile(schema)(exampleOf(name === 'operation' ? 'assess' : 'certainty'))).toBe(true)
})

test('the server says that it is up, and by what it answers', async () => {
  expect(HealthShape.parse(await (await ask('/api/health')).json())).toMatchObject({ status: 'serving' })
})

test.each([
  ['GET', '/api/assess', 'POST'], ['PUT', '/api/certainty', 'POST'], ['DELETE', '/api/law', 'GET, HEAD, POST'],
  ['POST', '/api', 'GET, HEAD'], ['OPTIONS', '/api/assess', 'POST'], ['POST', '/api/openapi.json', 'GET, HEAD'],
])('%s %s is asked in another way: %s', async (method, path, allow) => {
  const response = await ask(path, { method })
  expect(response.headers.get('allow')).toBe(allow)
  expect(await problemIn(response)).toMatchObject({ status: 405, code: 'request/other-method', expected: allow })
})

test.each(['/api/nowhere', '/api/', '/api/schema/plan', '/api/assess/1', '/API'])('%s is nowhere', async (path) => {
  expect(await problemIn(await ask(path))).toMatchObject({ status: 404, code: 'request/nothing-here' })
})

test('an answer is kept by nobody on the way', async () => {
  expect((await send('/api/assess', exampleOf('assess'))).headers.get('cache-control')).toBe('no-store')
})
