import { readFileSync } from 'node:fs'
import type { Handler } from 'hono'
import type { HealthSent } from '../../wire/api.ts'
import { certaintySchema, operationSchema } from '../../wire/json-schemas.ts'
import type { Ask } from '../api/api-page.ts'
import type { Catalogue } from '../catalogue.ts'

/** Whether the server is up, and by what it answers. */
export const health = ({ version, inForce }: Catalogue): Handler => {
  const answer: HealthSent = { status: 'serving', version, policy: inForce.certainty.version, offences: inForce.law.size }
  return (c) => c.json(answer)
}

const SCHEMA_JSON = { 'content-type': 'application/schema+json' }

export const schemaOfOperation: Handler = (c) => c.body(JSON.stringify(operationSchema()), 200, SCHEMA_JSON)
export const schemaOfCertainty: Handler = (c) => c.body(JSON.stringify(certaintySchema()), 200, SCHEMA_JSON)

/** The OpenAPI document; its code waits until somebody asks, as most never do. */
export const openApi =
  ({ version }: Catalogue): Handler =>
  async (c) => {
    const { openApiDocument } = await import('../api/openapi.ts')
    return c.json(openApiDocument(version))
  }

/** Stands in the page's commands for the address it is read at, which it is given when it is sent. */
const ORIGIN = 'http://localhost:8787'

/** The page for readers, made when first asked for. The law and the policy it shows do not change while the server runs. */
export function readablePage({ speak }: Catalogue, ask: Ask): Handler {
  let page: Promise<string> | null = null
  const make = async () => {
    const { apiPage } = await import('../api/api-page.ts')
    return String(await apiPage(speak, ask, ORIGIN))
  }
  return async (c) => c.html((await (page ??= make())).replaceAll(ORIGIN, new URL(c.req.url).origin))
}

const STYLE = readFileSync(new URL('../api/page.css', import.meta.url), 'utf8')

export const style: Handler = (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' })
