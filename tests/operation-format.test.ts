import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { answeredByFacts, REQUIREMENT_IDS } from '../core/planning/requirements.ts'
import { operationSchema } from '../wire/json-schemas.ts'
import { messagesOf } from '../wire/words.ts'
import { daylight, type Left } from './terminal.ts'

const document = readFileSync('docs/operation-format.md', 'utf8')
const messages = messagesOf([readFileSync('words/en/readings.po', 'utf8')])
const inMarks = new Set([...document.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]))

interface Node {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly enum?: readonly string[]
  readonly const?: string
}

/** Every group of a JSON Schema, however deep. */
function* nodesOf(schema: unknown): Generator<Node> {
  if (typeof schema !== 'object' || schema === null) return
  yield schema as Node
  for (const inner of Object.values(schema)) yield* nodesOf(inner)
}

const nodes = [...nodesOf(operationSchema())]
const fields = new Set(nodes.flatMap(({ properties }) => Object.keys(properties ?? {})))
const codes = new Set(nodes.flatMap((node) => [...(Array.isArray(node.enum) ? node.enum : []), ...(typeof node.const === 'string' ? [node.const] : [])]))

/** What the terminal answers to a file with this text. */
async function assessed(yaml: string): Promise<Left> {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-'))
  try {
    writeFileSync(join(folder, 'first.yaml'), yaml)
    return await daylight('assess', '--json', join(folder, 'first.yaml'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The format is written for somebody who never saw it, so nothing of it may be missing from its document. */
describe('the document of the format', () => {
  test('names every field of the schema', () => {
    expect(fields.size).toBeGreaterThan(150)
    expect([...fields].filter((field) => !inMarks.has(field))).toEqual([])
  })

  test('names every code of the schema', () => {
    expect(codes.size).toBeGreaterThan(200)
    expect([...codes].filter((code) => !inMarks.has(code))).toEqual([])
  })

  test.each(REQUIREMENT_IDS)('puts the question of %s as the pages do', (id) => {
    expect(document).toContain(`| \`${id}\` | ${messages[`requirement.${id}`]} |`)
  })

  test('lists no requirement that is not asked', () => {
    const listed = [...document.matchAll(/^\| \w+ \| `([\w-]+\/[\w-]+)` \|/gm)].map((match) => match[1])
    expect(listed).toEqual([...REQUIREMENT_IDS])
  })

  test('is right that only certainty and offence are computed', () => {
    expect(new Set(REQUIREMENT_IDS.filter((id) => !answeredByFacts(id)).map((id) => id.split('/')[0]))).toEqual(new Set(['certainty', 'offence']))
  })

  test('begins with a file that is read as it says: blind, by B1 and B2', async () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(document)![1]!
    expect(parse(yaml)).toMatchObject({ operation: 'past', attempts: [] })
    const { code, out } = await assessed(yaml)
    expect(code).toBe(20)
    const answer = JSON.parse(out) as { markers: { id: string; state: string }[] }
    expect(answer.markers.filter(({ state }) => state === 'found').map(({ id }) => id)).toEqual(['B1', 'B2'])
  })
})
