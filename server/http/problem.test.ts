import { describe, expect, test } from 'vitest'
import { ProblemShape } from '../../wire/api.ts'
import { badInput } from '../../wire/reading/bad-input.ts'
import { openCatalogue } from '../catalogue.ts'
import { refuse, refuseBody } from './problem.ts'
import { STATUS, type ProblemCode } from './status.ts'

const { speak } = openCatalogue()
const codes = Object.keys(STATUS) as ProblemCode[]

describe('every refusal', () => {
  test.each(codes)('%s has its sentence, and answers as problem details', async (code) => {
    const response = refuse(speak, { code, detail: 'Something.' })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = ProblemShape.parse(await response.json())
    expect(problem).toMatchObject({ code, status: response.status, title: expect.stringMatching(/^[A-Z].*\.$/) })
    expect(problem.title).not.toContain(code)
  })
})

test('the first problem stands above, and all of them are listed', async () => {
  const bad = [
    badInput('body', { code: 'reading/missing-field', path: ['at'], place: { line: 1, column: 2 }, problem: 'is missing', expected: 'text' }),
    badInput('body', { code: 'reading/unknown-field', path: ['att'], place: { line: 3, column: 4 }, problem: 'is not a field here' }),
  ]
  const problem = ProblemShape.parse(await refuseBody(speak, bad).json())
  expect(problem).toMatchObject({ status: 422, code: 'reading/missing-field', path: 'at', line: 1, column: 2, expected: 'text', detail: 'at: is missing' })
  expect(problem.problems.map(({ path, line }) => [path, line])).toEqual([['at', 1], ['att', 3]])
})

test('a refusal without a reason is a defect', () => {
  expect(() => refuseBody(speak, [])).toThrow('nothing is wrong')
})
