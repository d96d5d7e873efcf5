import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { printBadInput, type BadInput } from './bad-input.ts'
import { readJson } from './json.ts'
import { readShape, type Shaped } from './shape-problems.ts'
import { readYaml } from './yaml.ts'

const Answer = z.enum(['yes', 'no', 'unknown'])
const Report = z.discriminatedUnion('finding', [
  z.strictObject({ finding: z.literal('present'), id: z.string().min(1), access: z.enum(['saw', 'told', 'inferred']).optional() }),
  z.strictObject({ finding: z.literal('absent'), id: z.string().min(1), sensitivity: z.number().gt(0).lt(1) }),
])
const Plan = z
  .strictObject({
    reports: z.array(Report).min(1),
    certain: Answer.optional(),
    grade: z.enum(['1', '2']).optional(),
    when: z.union([z.literal('unknown'), z.string().refine((text) => text.startsWith('2'), 'not a day of the calendar')]).optional(),
    goal: z.union([z.literal('unknown'), z.strictObject({ offence: z.string(), elements: z.array(z.string()) })]).optional(),
    beds: z.number().int().min(0).optional(),
    places: z.record(z.enum(['north', 'south']), z.string()).optional(),
  })
  .refine(({ beds }) => beds !== 13, { message: 'nobody counts thirteen', path: ['beds'] })
  .transform((plan) => plan)

const readIn = <Value>(read: ReturnType<typeof readJson>, file: string): Shaped<Value> => {
  if (!read.accepted) throw new Error(printBadInput(read.bad))
  return readShape(Plan, file, read) as Shaped<Value>
}
const problemsIn = (shaped: Shaped<unknown>): readonly BadInput[] => (shaped.accepted ? [] : shaped.bad)
const inYaml = (text: string) => problemsIn(readIn(readYaml('plan.yaml', text), 'plan.yaml'))
const inJson = (text: string) => problemsIn(readIn(readJson('plan.json', text), 'plan.json'))
const printed = (bad: readonly BadInput[]) => bad.map((one) => printBadInput(one).replaceAll('\n   ', ''))

/** A plan without fault, and then some. */
const plan = (more: string) => `reports:\n  - {id: a, finding: present}\n${more}`

test('what fits is handed on as its shape', () => {
  const shaped = readIn(readYaml('plan.yaml', plan('certain: no')), 'plan.yaml')
  expect(shaped).toEqual({ accepted: true, value: { reports: [{ id: 'a', finding: 'present' }], certain: 'no' } })
})

describe('a word that is not on the list', () => {
  test('is refused with the list, and with the word it is a slip of', () => {
    expect(printed(inYaml(plan('certain: unkown')))).toEqual([
      'plan.yaml:3:10  certain: "unkown" is not known here. Did you mean "unknown"? Expected one of: yes, no, unknown.',
    ])
  })

  test('is refused without a guess where it is near to none', () => {
    expect(printed(inJson('{"reports": [{"id": "a", "finding": "present", "access": "spy"}]}'))).toEqual([
      'plan.json:1:58  reports[0].access: "spy" is not known here. Expected one of: saw, told, inferred.',
    ])
  })

  test('that tells one shape from another is refused where it stands, and so is its absence', () => {
    expect(printed(inYaml('reports:\n  - id: a\n    finding: presnt\n  - id: b'))).toEqual([
      'plan.yaml:3:14  reports[0].finding: "presnt" is not known here. Did you mean "present"? Expected one of: present, absent.',
      'plan.yaml:4:5  reports[1].finding: is missing. Expected one of: present, absent.',
    ])
  })

  test('may be a truth value, which is no word, while yes and no are', () => {
    expect(printed(inYaml(plan('certain: true')))).toEqual([
      'plan.yaml:3:10  certain: true is a truth value and not a word, as yes, no and unknown are. Expected one of: yes, no, unknown.',
    ])
    expect(inYaml(plan('certain: yes'))).toEqual([])
  })

  test('may be a number that wants quotes', () => {
    expect(printed(inYaml(plan('grade: 1')))).toEqual([
      'plan.yaml:3:8  grade: 1 without quotes is no text; write "1". Expected one of: "1", "2".',
    ])
  })
})

describe('a field', () => {
  test('that is unknown is refused at its name, with the one it is a slip of', () => {
    expect(printed(inYaml('reports:\n  - {id: a, finding: absent, sensitivty: 0.4, sensitivity: 0.4}'))).toEqual([
      'plan.yaml:2:30  reports[0].sensitivty: is not a field here. Did you mean "sensitivity"? Expected one of: finding, id, sensitivity.',
    ])
  })

  test('that belongs to the other shape is unknown in this one', () => {
    expect(printed(inYaml('reports:\n  - {id: a, finding: present, sensitivity: 0.4}'))).toEqual([
      'plan.yaml:2:31  reports[0].sensitivity: is not a field here. Expected one of: finding, id, access.',
    ])
  })

  test('called __proto__ is unknown like any other', () => {
    expect(inJson('{"reports": [{"id": "a", "finding": "present", "__proto__": {"access": "saw"}}]}')).toMatchObject([
      { code: 'reading/unknown-field', path: 'reports[0].__proto__' },
    ])
  })

  test('that is left out is missed at the group that wants it', () => {
    expect(printed(inJson('{\n "certain": "no"\n}'))).toEqual(['plan.json:1:1  reports: is missing. Expected a list.'])
    expect(inYaml(plan('goal:\n  offence: x'))).toMatchObject([{ code: 'reading/missing-field', path: 'goal.elements', line: 4, column: 3 }])
  })
})

describe('a value', () => {
  test.each([
    ['beds: 1.5', '1.5 does not belong here. Expected a whole number'],
    ['beds: -1', '-1 is too small. Expected at least 0'],
    ['beds: many', '"many" does not belong here. Expected a number'],
    ['beds: [1]', 'a list does not belong here. Expected a number'],
    ['beds: 13', 'nobody counts thirteen'],
  ])('%s: %s', (line, said) => {
    const [first, ...others] = printed(inYaml(plan(line)))
    expect(first).toBe(`plan.yaml:3:7  beds: ${said}.`)
    expect(others).toEqual([])
  })

  test('that is blank or a list that is empty says how much was expected', () => {
    expect(printed(inYaml('reports:\n  - {id: "", finding: present}'))).toEqual(['plan.yaml:2:10  reports[0].id: is blank or too short. Expected at least 1 character.'])
    expect(printed(inYaml('reports: []'))).toEqual(['plan.yaml:1:10  reports: 0 entries are too few. Expected at least 1 entry.'])
  })
})

describe('a value that may be one of several kinds', () => {
  test('is told what is wrong with the kind it is', () => {
    expect(printed(inYaml(plan('when: tomorrow')))).toEqual(['plan.yaml:3:7  when: not a day of the calendar.'])
    expect(printed(inYaml(plan('goal: {offence: x, elements: y}')))).toEqual(['plan.yaml:3:30  goal.elements: "y" does not belong here. Expected a list.'])
  })

  test('is told the word where it is a slip of one', () => {
    expect(printed(inYaml(plan('goal: unknwon')))[0]).toContain('Did you mean "unknown"?')
  })

  test('is told everything that may stand there where it is none of them', () => {
    expect(printed(inYaml(plan('goal: [x]')))).toEqual(['plan.yaml:3:7  goal: a list does not belong here. Expected unknown, or a group of fields.'])
  })
})

test('of two kinds of group the one that fits best was meant', () => {
  const Place = z.strictObject({ street: z.string(), town: z.string(), country: z.string() })
  const Shape = z.union([Place, z.strictObject({ name: z.string(), beds: z.number() })])
  const read = readYaml('a.yaml', 'name: north')
  if (!read.accepted) throw new Error(read.bad.problem)
  expect(problemsIn(readShape(Shape, 'a.yaml', read))).toMatchObject([{ code: 'reading/missing-field', path: 'beds' }])
})

test('a name that every object of the language has is a name like any other', () => {
  const Shape = z.union([z.strictObject({ all: z.string() }), z.record(z.string(), z.strictObject({ beds: z.number() }))])
  const read = readJson('a.json', '{"constructor": {"beds": 1, "bed": 2}}')
  if (!read.accepted) throw new Error(read.bad.problem)
  expect(problemsIn(readShape(Shape, 'a.json', read))).toMatchObject([{ code: 'reading/unknown-field', path: 'constructor.bed', expected: 'beds' }])
})

test('problems come in the order of the file', () => {
  const lines = inYaml('certain: x\nreports:\n  - {id: a, finding: present, access: x}\nbeds: x\nzz: 1').map(({ line }) => line)
  expect(lines).toEqual([1, 3, 4, 5])
})

test('twenty problems are shown and the rest counted', () => {
  const bad = inJson(`{"reports": [${Array.from({ length: 30 }, () => '1').join(', ')}]}`)
  expect(bad).toHaveLength(21)
  expect(bad.at(-1)).toMatchObject({ code: 'reading/more-of-these', problem: '10 more problems in this file' })
})

test('half a million values that do not fit are still answered', () => {
  expect(inJson(`{"reports": [${'1,'.repeat(400_000)}1]}`).at(-1)).toMatchObject({ problem: '399981 more problems in this file' })
})

test('a text is walked again for what is shown, and for no more of it', () => {
  const value = { reports: Array(1000).fill({}), ...Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`surprise${i}`, i])) }
  let walked = 0
  const shaped = readShape(Plan, 'plan.json', { value, locate: () => ((walked += 1), { line: 1, column: 1 }) })
  expect(problemsIn(shaped)).toHaveLength(21)
  expect(walked).toBe(20)
})

test('a key that a list of keys does not have is refused', () => {
  expect(inYaml(plan('places: {north: a, south: b, sooth: c}'))).toMatchObject([{ path: 'places.sooth' }])
})
