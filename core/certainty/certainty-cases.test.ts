import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { policy } from '../../tests/asked.ts'
import { CertaintyCaseShape } from '../../wire/certainty-case.ts'
import { certaintyOf } from './certainty.ts'

/** The cases that come with the design, each with what it expects. */
interface ExpectedCase {
  readonly name: string
  readonly expected: {
    readonly probability: number
    readonly p10: number
    readonly p50: number
    readonly p90: number
    readonly gates: Readonly<Record<string, string>>
  }
}

const file = new URL('../../../shared/data/probability/certainty_cases.json', import.meta.url)
const missing = !existsSync(file)
if (missing) console.warn('the certainty cases of the design are missing, so what they expect is not compared')

const cases = missing ? [] : (JSON.parse(readFileSync(file, 'utf8')) as readonly ExpectedCase[])

describe('the cases of the design', () => {
  test.skipIf(missing)('are all here', () => expect(cases.length).toBeGreaterThanOrEqual(26))

  test.each(cases)('$name', (told) => {
    const { probability, p10, p50, p90, gates } = certaintyOf(CertaintyCaseShape.parse(told), policy)
    expect(Math.abs(probability - told.expected.probability)).toBeLessThan(1e-9)
    expect(Math.abs(p10 - told.expected.p10)).toBeLessThan(0.015)
    expect(Math.abs(p50 - told.expected.p50)).toBeLessThan(0.015)
    expect(Math.abs(p90 - told.expected.p90)).toBeLessThan(0.015)
    expect(Object.fromEntries(gates.map(({ id, state }) => [id, state]))).toEqual(told.expected.gates)
  })
})
