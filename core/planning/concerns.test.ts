import { describe, expect, test } from 'vitest'
import { at, LEAD, PAST, planOf, readLeadOf, readRaid } from '../../tests/planning-cast.ts'
import { concernsOf } from './concerns.ts'
import type { OperationReport, PastOperation, Source } from './operation.ts'

const codes = (past: Partial<PastOperation>) => concernsOf(readRaid({ ...PAST, ...past })).map(({ code, restsOn }) => [code, ...restsOn])
const source = (id: string, reading: Source['reading']): Source => ({ id, title: 'A page', publisher: 'A paper', date: '2001', reading })
const report = (id: string, changes: Partial<OperationReport> = {}): OperationReport =>
  ({ id, kind: 'family-or-coworker', finding: 'present', observedAt: at('2001-06-01T00:00:00Z'), says: 'They are held', sources: [], ...changes }) as OperationReport

describe('what a reviewer should look at', () => {
  test('is nothing in a plan that is well grounded', () => expect(concernsOf(readRaid(planOf()))).toEqual([]))

  test('is a source known from memory, in a raid and in a lead', () => {
    const sources = [source('read', 'primary'), source('remembered', 'memory'), source('quoted', 'secondary')]
    expect(codes({ sources })).toEqual([['sources/from-memory', 'remembered']])
    expect(concernsOf(readLeadOf({ ...LEAD, sources }))).toEqual([{ code: 'sources/from-memory', restsOn: ['remembered'] }])
  })

  test('is a circle of reports, and roots that share an origin', () => {
    const reports = [report('a', { derivedFrom: ['b'] }), report('b', { derivedFrom: ['a'] }), report('c', { origin: { id: 'family' } }), report('d', { origin: { id: 'family' } })]
    expect(codes({ reports })).toEqual([['lineage/circle', 'a', 'b'], ['lineage/shared-origin', 'c', 'd']])
  })

  test('is law that nobody here has read, and sources that disagree', () => {
    const fact = (id: string, answer: 'yes' | 'no' | 'unknown') => ({ id, about: 'care/places', answer, says: 'So it was', sources: ['paper'] }) as const
    const offences = [{ id: 'bonded', offence: 'in-bonded-16-18', presumedChild: 'no', support: [] }] as const
    expect(codes({ offences, facts: [fact('one', 'yes'), fact('other', 'no'), fact('silent', 'unknown')] })).toEqual([['law/unverified', 'bonded'], ['facts/disputed', 'one', 'other']])
  })
})
