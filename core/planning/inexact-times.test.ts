import { describe, expect, test } from 'vitest'
import { at, FORCE, PAST, planOf } from '../../tests/planning-cast.ts'
import { certaintyFor } from './dossier.ts'
import { hasInexactTimes, readAtLatest } from './inexact-times.ts'
import type { OperationReport, PastOperation } from './operation.ts'

const told = (observedAt: string, until: string): OperationReport =>
  ({ id: 'a', kind: 'escaped-victim', finding: 'present', observedAt: at(observedAt), inexact: { until: at(until), told: '2001' }, says: 'They are held', sources: [] })
const past = (...reports: readonly OperationReport[]): PastOperation => ({ ...PAST, reports })
const inTheYear = past(told('2001-01-01T00:00:00Z', '2001-12-31T23:59:59Z'))

describe('times that an account does not tell exactly', () => {
  test('leave a reading of the past open, and never that of a plan', () => {
    expect(hasInexactTimes(inTheYear)).toBe(true)
    expect(hasInexactTimes({ ...planOf(), reports: inTheYear.reports })).toBe(false)
    expect(hasInexactTimes(PAST)).toBe(false)
    expect(hasInexactTimes({ ...PAST, reports: [] })).toBe(false)
  })

  test('are at the latest when the door was opened, or when it was asked', () => {
    const latest = (operation: PastOperation) => (readAtLatest(operation).reports as readonly OperationReport[]).map(({ observedAt }) => observedAt)
    expect(latest(inTheYear)).toEqual([PAST.at])
    expect(latest({ ...inTheYear, knownAt: at('2001-03-01T00:00:00Z') })).toEqual([at('2001-03-01T00:00:00Z')])
    expect(latest(past(told('2001-01-01T00:00:00Z', '2001-01-31T23:59:59Z')))).toEqual([at('2001-01-31T23:59:59Z')])
    expect(readAtLatest(PAST)).toBe(PAST)
  })

  test('are never moved to before the earliest, though all of it came too late', () => {
    expect(readAtLatest(past(told('2001-09-01T00:00:00Z', '2001-09-30T00:00:00Z'))).reports).toMatchObject([{ observedAt: at('2001-09-01T00:00:00Z') }])
  })

  test('leave a gate unknown where the earliest and the latest reading differ, and as it is where they agree', () => {
    const gates = (operation: PastOperation) => certaintyFor(operation, FORCE.certainty)?.answer.gates.map(({ id, state }) => `${id} ${state}`)
    const site = { name: 'A house', venue: 'resident-workshop' } as const
    expect(gates({ ...inTheYear, site })).toEqual(['number closed', 'independence closed', 'freshness unknown', 'disconfirmation unknown', 'alternative unknown'])
    expect(certaintyFor({ ...inTheYear, site }, FORCE.certainty)?.answer.gates[2]).toMatchObject({ why: 'times/inexact' })
    expect(certaintyFor(PAST, FORCE.certainty)?.latest).toBeNull()
  })
})
