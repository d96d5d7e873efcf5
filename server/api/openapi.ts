import { MOST_QUESTIONS } from '../../wire/api-questions.ts'
import { apiSchemas, type ApiSchema } from '../../wire/api-schemas.ts'
import { PROBLEM_JSON, STATUS, type ProblemCode } from '../http/problem.ts'
import { exampleOf } from './examples.ts'
import { API, EVERYWHERE, type ApiOperation } from './operations.ts'

/** The API as OpenAPI 3.1 has it, whose schemas are JSON Schema 2020-12 and so need no translation. */
export const openApiDocument = (version: string): Readonly<Record<string, unknown>> => ({
  openapi: '3.1.0',
  info: {
    title: 'Daylight',
    version,
    summary: 'Plan and run anti-trafficking operations on evidence, with the victims at the centre, and never blind.',
    description: 'Nothing that is sent is kept. Bodies are JSON in UTF-8, at most 5 MiB, with each field once.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  paths: Object.fromEntries([...Map.groupBy(API, ({ path }) => path)].map(([path, operations]) => [path, pathItem(operations)])),
  components: { schemas: apiSchemas() },
})

const pathItem = (operations: readonly ApiOperation[]) =>
  Object.fromEntries(operations.map((operation) => [operation.method.toLowerCase(), describe(operation)]))

const describe = ({ id, summary, says, asks, takes, gives, refuses }: ApiOperation) => ({
  operationId: id,
  summary,
  description: says,
  ...(asks && { parameters: [{ name: asks.name, in: 'query', description: asks.says, schema: { type: 'string' }, example: asks.example }] }),
  ...(takes && { requestBody: { required: true, content: { 'application/json': { schema: oneOrMany(takes), example: exampleOf(takes.example) } } } }),
  responses: {
    200: { description: summary, content: { 'application/json': { schema: gives === 'a-document' ? { type: 'object' } : oneOrMany(gives) } } },
    ...problems([...refuses, ...EVERYWHERE]),
  },
})

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
