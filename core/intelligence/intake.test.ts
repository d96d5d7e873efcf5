import { describe, expect, test } from 'vitest'
import { foundNobody, says } from '../../tests/asked.ts'
import { takeIn, type TakenIn } from './intake.ts'
import { SOURCE_KINDS } from './report.ts'

const origins = (...reports: readonly TakenIn[]) => takeIn(reports).map(({ origin }) => origin)
const from = (id: string) => ({ source: { id } })

describe('at intake', () => {
  test('tips, clients and open sources share an unknown origin, by kind', () => {
    const given = SOURCE_KINDS.filter((kind) => origins(says('a', kind, 1))[0])
    expect(given).toEqual(['client', 'tip-detailed', 'tip-bare', 'open-source'])
    expect(origins(says('a', 'tip-bare', 1), foundNobody('b', 'client', 1))).toEqual([
      { id: 'tip-bare:unknown', correlation: 0.5 },
      { id: 'client:unknown', correlation: 0.5 },
    ])
  })

  test('they do so until somebody records why they are independent', () => {
    expect(origins({ ...says('a', 'tip-bare', 1), independentBecause: 'two callers, two towns, one an hour before the other' })).toEqual([undefined])
    expect(origins({ ...says('a', 'tip-bare', 1), independentBecause: '  ' })).toEqual([{ id: 'tip-bare:unknown', correlation: 0.5 }])
  })

  test('reports of one source share it almost wholly, whatever is said of their independence', () => {
    const shared = { id: 'source:s', correlation: 0.9 }
    expect(origins(says('a', 'informant-tested', 2, from('s')), foundNobody('b', 'informant-tested', 1, from('s')))).toEqual([shared, shared])
    expect(origins(says('a', 'client', 2, from('s')), { ...says('b', 'client', 1, from('s')), independentBecause: 'two visits' })).toEqual([shared, shared])
  })

  test('the only report of a source has no origin, or the unknown one of its kind', () => {
    expect(origins(says('a', 'informant-tested', 2, from('s')), says('b', 'inspector', 1, from('t')), says('c', 'tip-bare', 1, from('u')))).toEqual([
      undefined, undefined, { id: 'tip-bare:unknown', correlation: 0.5 },
    ])
  })

  test('nobody gets out of an unknown origin by repeating themselves', () => {
    const [first, other] = origins(says('a', 'tip-bare', 2, from('s')), says('b', 'tip-bare', 2), says('c', 'tip-bare', 1, { ...from('s'), derivedFrom: ['a'] }))
    expect(first).toEqual({ id: 'tip-bare:unknown', correlation: 0.5 })
    expect(other).toEqual(first)
  })

  test('an origin already recorded is left alone', () => {
    const origin = { id: 'outreach-1', correlation: 0.2 }
    expect(origins(says('a', 'tip-bare', 1, { origin }), says('b', 'client', 1, { ...from('s'), origin }), says('c', 'client', 1, from('s')))).toEqual([
      origin, origin, { id: 'source:s', correlation: 0.9 },
    ])
  })

  test('everything else of a report stays as it was told, but for the reason, which the model does not read', () => {
    const report = says('a', 'informant-tested', 1, { ...from('s'), reporter: 'officer-1', access: 'told' })
    expect(takeIn([{ ...report, independentBecause: 'another town' }])).toEqual([report])
  })
})
