import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Operation } from '../core/planning/operation.ts'
import { readOperation } from '../core/planning/readiness.ts'
import { assessmentAnswer, type AssessmentAnswer } from '../wire/assessment.ts'
import { lawCatalogue } from '../wire/law.ts'
import { operationShape } from '../wire/operation.ts'
import { certaintyPolicy, planningPolicy } from '../wire/policy.ts'
import { readText } from '../wire/reading/read.ts'
import { readShape } from '../wire/reading/shape-problems.ts'
import { EXPECTED } from './real-operations.expected.ts'
import { FLIPS, type Looked, type Told } from './real-operations.flips.ts'

const FOLDER = 'examples/operations'
const law = new Map(lawCatalogue().offences.map((offence) => [offence.id, offence]))
const shape = operationShape(new Set(law.keys()))
const inForce = { certainty: certaintyPolicy(), planning: planningPolicy(), law }

const files = Object.keys(EXPECTED)
const texts = new Map(files.map((file) => [file, readFileSync(`${FOLDER}/${file}`)]))

async function toldIn(file: string): Promise<Told> {
  const read = await readText(file, texts.get(file)!)
  if (!read.accepted) throw new Error(read.bad.problem)
  return read.value as Told
}

function operationFrom(value: Told): Operation {
  const read = readShape(shape, 'told otherwise', { value, locate: () => null })
  if (!read.accepted) throw new Error(read.bad.map(({ path, problem }) => `${path}: ${problem}`).join('\n'))
  return read.value
}

const answerTo = (value: Told): AssessmentAnswer => assessmentAnswer(readOperation(operationFrom(value), inForce), (code) => code)

function found(answer: AssessmentAnswer, looked: Looked): string | null | undefined {
  const [kind = '', id = ''] = looked.split(' ')
  if (kind === 'verdict') return answer.verdict
  if (kind === 'phase') return (answer.phases as Record<string, string>)[id]
  if (kind === 'criterion') return answer.criteria.find((criterion) => criterion.id === id)?.finding
  return answer.markers.find((marker) => marker.id === kind)?.state
}

const sourcesOf = (told: Told) => told['sources'] as readonly { readonly id: string; readonly reading: string }[]

/** Every id that some list in a value refers to, whatever the list is called. */
function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if ((key === 'sources' || key === 'restsOn') && Array.isArray(inner)) yield* inner.filter((id) => typeof id === 'string')
    yield* referencesIn(inner)
  }
}

function* valuesIn(value: unknown): Generator<unknown> {
  yield value
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* valuesIn(inner)
}

test('every published operation of the examples has an expectation, in both formats', () => {
  const told = readdirSync(FOLDER).filter((file) => !file.startsWith('invented-'))
  expect(told.toSorted()).toEqual(files.toSorted())
  expect(told.filter((file) => file.endsWith('.json')).length).toBeGreaterThanOrEqual(3)
})

test.each(readdirSync(FOLDER))('%s says nothing as true or false: a value is a word, unknown among them', async (file) => {
  const read = await readText(file, readFileSync(`${FOLDER}/${file}`))
  expect(read.accepted && [...valuesIn(read.value)].filter((value) => typeof value === 'boolean' || value === null)).toEqual([])
})

describe.each(files)('%s', (file) => {
  const expected = EXPECTED[file]!

  test('is read without a problem', async () => {
    const read = await readText(file, texts.get(file)!)
    expect(read.accepted && readShape(shape, file, read)).toMatchObject({ accepted: true })
  })

  test(`is ${expected.verdict}: ${expected.because}`, async () => {
    expect(answerTo(await toldIn(file)).verdict).toBe(expected.verdict)
  })

  const stated = [
    ...Object.entries(expected.phases).map(([id, said]) => [`phase ${id}` as Looked, said] as const),
    ...Object.entries(expected.markers).map(([id, said]) => [id as Looked, said] as const),
  ]
  test.each(stated)('%s', async (looked, [finding, because]) => {
    expect(found(answerTo(await toldIn(file)), looked), because).toBe(finding)
  })

  test('names a source for everything it knows, and no source for nothing', async () => {
    const told = await toldIn(file)
    const entries = ['facts', 'reports', 'attempts'].flatMap((list) => (Array.isArray(told[list]) ? (told[list] as { sources?: string[] }[]) : []))
    const single = [told['goal'], told['lead']].filter((one) => one !== undefined) as { sources?: string[] }[]
    expect([...entries, ...single].filter(({ sources = [] }) => sources.length === 0)).toEqual([])

    const used = new Set(referencesIn({ ...told, sources: [] }))
    expect(sourcesOf(told).filter(({ id }) => !used.has(id))).toEqual([])
  })

  test('knows less, and never more, when any of its facts is no longer told', async () => {
    const told = await toldIn(file)
    const before = answerTo(told)
    for (const fact of told.facts ?? []) {
      const after = answerTo({ ...told, facts: told.facts!.filter(({ id }) => id !== fact.id) })
      expect(after.unknown.count, fact.id).toBeGreaterThanOrEqual(before.unknown.count)
      expect(after.verdict, fact.id).not.toBe('smart')
    }
  })
})

describe('changing one known fact changes what is found', () => {
  test('in every operation', () => {
    expect(files.filter((file) => !FLIPS.some((flip) => flip.of === file))).toEqual([])
  })

  test.each(FLIPS)('$of: $change', async ({ of, to, looked, before, after }) => {
    const told = await toldIn(of)
    expect(found(answerTo(told), looked)).toBe(before)
    expect(found(answerTo(to(told)), looked)).toBe(after)
  })
})

describe('the lead of El Monte 1992', () => {
  test.each(FLIPS.filter(({ of, looked }) => of === 'el-monte-1992.json' && looked !== 'verdict'))('stays missed when only this much is changed: $change', async ({ of, to }) => {
    expect(answerTo(to(await toldIn(of))).verdict).toBe('missed')
  })
})
