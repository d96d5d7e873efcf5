import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { certaintySchema, operationSchema } from './json-schemas.ts'

const FOLDER = 'examples/operations'
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })

describe('the published schema of an operation', () => {
  const validate = ajv.compile(operationSchema())

  test.each(readdirSync(FOLDER))('takes %s', (name) => {
    validate(parse(readFileSync(`${FOLDER}/${name}`, 'utf8')))
    expect(validate.errors).toBeNull()
  })

  test('refuses a field nobody knows, a word from no list, and true', () => {
    const plan = parse(readFileSync(`${FOLDER}/invented-workshop-plan.yaml`, 'utf8')) as object
    for (const wrong of [{ surprise: 'x' }, { rung: 'through-the-roof' }, { rung: true }]) expect(validate({ ...plan, ...wrong })).toBe(false)
  })
})

test('the published schema of a certainty case takes one and refuses an unknown kind of source', () => {
  const validate = ajv.compile(certaintySchema())
  const asked = { venue: 'domestic', at: '2026-03-05T06:00:00Z', reports: [{ id: 'a', kind: 'client', finding: 'present', observedAt: '2026-03-05T06:00:00Z' }] }
  expect(validate(asked)).toBe(true)
  expect(validate({ ...asked, reports: [{ ...asked.reports[0], kind: 'spy' }] })).toBe(false)
})
