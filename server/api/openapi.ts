import { MOST_QUESTIONS } from '../../wire/api-questions.ts'
import { apiSchemas, type ApiSchema } from '../../wire/api-schemas.ts'
import { PROBLEM_JSON } from '../http/problem.ts'
import { STATUS, type ProblemCode } from '../http/status.ts'
import { exampleOf } from './examples.ts'
import { EVERYWHERE, type AddressPart, type ApiOperation } from './operation.ts'
import { API } from './operations.ts'

/** The API as OpenAPI 3.1 has it, whose schemas are JSON Schema 2020-12 and so need no translation. */
export const openApiDocument = (version: string): Readonly<Record<string, unknown>> => ({
  openapi: '3.1.0',
  info: {
    title: 'Daylight',
    version,
    summary: 'Plan and run anti-trafficking operations on evidence, with the victims at the centre, and never blind.',
    description: 'Nothing is kept of what is sent without a session. Bodies are JSON in UTF-8, at most 5 MiB, with each field once.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  paths: Object.fromEntries([...Map.groupBy(API, ({ path }) => path)].map(([path, operations]) => [path, pathItem(operations)])),
  components: { schemas: apiSchemas(), securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'daylight', description: 'Given by POST /api/session. Over TLS its name begins with __Host-.' } } },
})

const pathItem = (operations: readonly ApiOperation[]) =>
  Object.fromEntries(operations.map((operation) => [operation.method.toLowerCase(), describe(operation)]))

const describe = ({ id, method, summary, says, needs, within = [], asks = [], takes, takesTable, decides, makes, gives, refuses }: ApiOperation) => ({
  operationId: id,
  summary,
  description: says,
  ...(needs === 'a-session' && { security: [{ session: [] }] }),
  parameters: [...within.map((part) => parameter(part, 'path')), ...asks.map((part) => parameter(part, 'query')), ...(needs && method !== 'GET' ? [FROM_OWN_PAGE] : []), ...(decides ? [{ ...IF_MATCH, required: decides === 'always' }] : [])],
  ...(takes && { requestBody: { required: true, content: { 'application/json': { schema: oneOrMany(takes), example: exampleOf(takes.example) } } } }),
  ...(takesTable && { requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' }, example: takesTable.example } } } }),
  responses: {
    [makes ? 201 : 200]: { description: summary, content: contentOf(gives) },
    ...problems([...refuses, ...EVERYWHERE]),
  },
})

const parameter = ({ name, says, example }: AddressPart, place: 'path' | 'query') => ({ name, in: place, required: place === 'path', description: says, schema: { type: 'string' }, example })

const contentOf = (gives: ApiOperation['gives']) =>
  gives === 'a-stream' ? { 'text/event-stream': { schema: { type: 'string' } } } : { 'application/json': { schema: gives === 'a-document' ? { type: 'object' } : oneOrMany(gives) } }

const IF_MATCH = { name: 'If-Match', in: 'header', description: 'The version that was decided on, as the ETag of what was read', schema: { type: 'string' }, example: '"12"' }

const FROM_OWN_PAGE = { name: 'X-Daylight', in: 'header', required: true, description: 'Says that no page of a stranger sent this', schema: { const: '1' } }

const reference = (schema: ApiSchema) => ({ $ref: `#/components/schemas/${schema}` })

const oneOrMany = ({ schema, many }: Pick<NonNullable<ApiOperation['takes']>, 'schema' | 'many'>) =>
  many === 'one' ? reference(schema) : { anyOf: [reference(schema), { type: 'array', items: reference(schema), minItems: 1, maxItems: MOST_QUESTIONS }] }

/** One status may stand for several reasons; the code in the answer says which. */
function problems(codes: readonly ProblemCode[]): Readonly<Record<string, object>> {
  const byStatus = Map.groupBy(codes, (code) => STATUS[code])
  return Object.fromEntries(
    [...byStatus].map(([status, meant]) => [
      status,
      { description: meant.join(', '), content: { [PROBLEM_JSON]: { schema: reference('Problem') } } },
    ]),
  )
}
