import { describe, expect, test } from 'vitest'
import { at, says } from '../tests/asked.ts'
import { SHOCK_KINDS } from '../core/intelligence/shock.ts'
import { VENUES } from '../core/intelligence/venue.ts'
import { CertaintyCaseShape } from './certainty-case.ts'

type Said = Readonly<Record<string, unknown>>

const report = (id: string, more: Said = {}): Said => ({ id, kind: 'escaped-victim', observedAt: '2026-03-01T06:00:00Z', finding: 'present', ...more })
const nobody = (id: string, more: Said = {}): Said => report(id, { kind: 'inspector', finding: 'absent', sensitivity: 0.4, specificity: 0.9, ...more })
const caseOf = (more: Said = {}): Said => ({ venue: 'escort', at: '2026-03-04T06:00:00Z', reports: [report('a')], ...more })
const withReports = (...reports: readonly Said[]): Said => caseOf({ reports })

/** Where a case is refused; nothing where it is read. */
const refusedAt = (said: Said): readonly string[] => CertaintyCaseShape.safeParse(said).error?.issues.map(({ path }) => path.join('.')) ?? []
const problems = (said: Said): string => CertaintyCaseShape.safeParse(said).error?.issues.map(({ message }) => message).join('; ') ?? ''

describe('a case is read', () => {
  test('with its instants, its defaults left to the model', () => {
    expect(CertaintyCaseShape.parse(caseOf())).toEqual({ venue: 'escort', at: at('2026-03-04T06:00:00Z'), reports: [says('a', 'escaped-victim', 3)] })
  })

  test('with everything that it may say', () => {
    const full = {
      name: 'a case', venue: 'vessel', halfLifeDays: 40, prior: { alpha: 0.5, beta: 3 }, knownAt: '2026-03-03T06:00:00Z', entry: 'lower-intrusion',
      shocks: [{ at: '2026-03-02T06:00:00Z', kind: 'press' }], attempts: [{ at: '2026-03-02T06:00:00Z', sensitivity: 0.3, by: 'officer-1' }], alternative: 'a family business',
    }
    const told = report('a', {
      receivedAt: '2026-03-02T06:00:00Z', access: 'told', derivedFrom: [], origin: { id: 'o', correlation: 1 }, source: { id: 's', hits: 1, misses: 0 },
      heardApart: true, reporter: 'officer-2',
    })
    expect(CertaintyCaseShape.parse(caseOf({ ...full, reports: [told] }))).toMatchObject({
      ...full, knownAt: at('2026-03-03T06:00:00Z'), shocks: [{ at: at('2026-03-02T06:00:00Z'), kind: 'press' }], attempts: [{ at: at('2026-03-02T06:00:00Z'), by: 'officer-1' }],
      reports: [{ ...told, observedAt: at('2026-03-01T06:00:00Z'), receivedAt: at('2026-03-02T06:00:00Z') }],
    })
  })

  test('what a test expects of it is read and left out', () => {
    expect(CertaintyCaseShape.parse(caseOf({ expected: { probability: 0.7, anything: [] } }))).not.toHaveProperty('expected')
  })

  test('of every venue that has a half-life of its own, and of no other place', () => {
    expect(VENUES.filter((venue) => refusedAt(caseOf({ venue })).length === 0)).toEqual(VENUES.filter((venue) => venue !== 'vessel'))
    expect(refusedAt(caseOf({ venue: 'brothel' }))).toEqual(['venue'])
  })

  test('of a vessel only with the length of its voyage', () => {
    expect(refusedAt(caseOf({ venue: 'vessel' }))).toEqual(['halfLifeDays'])
    expect(refusedAt(caseOf({ venue: 'vessel', halfLifeDays: 40 }))).toEqual([])
  })

  test('without any report, and with a circle, which is an answer and no error', () => {
    expect(refusedAt(withReports())).toEqual([])
    expect(refusedAt(withReports(report('a', { derivedFrom: ['b'] }), report('b', { derivedFrom: ['a'] }), report('c', { derivedFrom: ['c'] })))).toEqual([])
  })
})

describe('a shock', () => {
  const kindOf = (shock: unknown) => CertaintyCaseShape.parse(caseOf({ shocks: [shock] })).shocks?.map(({ kind }) => kind)

  test('is an instant alone, or an instant with its kind', () => {
    expect(kindOf('2026-03-03T06:00:00Z')).toEqual(['unstated'])
    expect(kindOf({ at: '2026-03-03T06:00:00Z' })).toEqual(['unstated'])
    for (const kind of SHOCK_KINDS) expect(kindOf({ at: '2026-03-03T06:00:00Z', kind })).toEqual([kind])
  })

  test.each([
    ['arrest', 'recruiter-arrest'], ['arrest-of-a-recruiter', 'recruiter-arrest'], ['arrest-of-recruiter', 'recruiter-arrest'], ['raid', 'nearby-raid'],
    ['visit', 'official-visit'], ['known-escape', 'escape'], ['media', 'press'], ['unknown', 'unstated'],
  ])('may be called %s', (name, kind) => expect(kindOf({ at: '2026-03-03T06:00:00Z', kind: name })).toEqual([kind]))

  test('is of a kind that is known, at an instant with its zone, and says nothing else', () => {
    expect(refusedAt(caseOf({ shocks: [{ at: '2026-03-03T06:00:00Z', kind: 'weather' }] }))).not.toEqual([])
    expect(refusedAt(caseOf({ shocks: ['2026-03-03'] }))).not.toEqual([])
    expect(refusedAt(caseOf({ shocks: [{ at: '2026-03-03T06:00:00Z', kind: 'leak', note: '' }] }))).not.toEqual([])
  })
})

describe('a case is refused', () => {
  test('for a field that nobody knows, wherever it stands', () => {
    expect(refusedAt(caseOf({ confidence: 0.9 }))).toEqual([''])
    expect(refusedAt(withReports(report('a', { confidence: 0.9 })))).toEqual(['reports.0'])
    expect(refusedAt(withReports(report('a', { origin: { id: 'o', weight: 1 } })))).toEqual(['reports.0.origin'])
    expect(refusedAt(withReports(report('a', { source: { id: 's', name: 'x' } })))).toEqual(['reports.0.source'])
    expect(refusedAt(caseOf({ prior: { alpha: 1, beta: 1, gamma: 1 } }))).toEqual(['prior'])
    expect(refusedAt(caseOf({ attempts: [{ at: '2026-03-03T06:00:00Z', sensitivity: 0.4, found: 'nobody' }] }))).toEqual(['attempts.0'])
  })

  test('for an id that two reports have', () => {
    expect(refusedAt(withReports(report('a'), report('b'), report('a')))).toEqual(['reports.2.id'])
  })

  test('for a derivation from a report that is not there', () => {
    expect(refusedAt(withReports(report('a'), report('b', { derivedFrom: ['a', 'c'] })))).toEqual(['reports.1.derivedFrom.1'])
  })

  test('for two correlations in one origin', () => {
    const from = (correlation?: number) => ({ origin: { id: 'o', ...(correlation !== undefined && { correlation }) } })
    expect(refusedAt(withReports(report('a', from(0.5)), report('b', from(0.9))))).toEqual(['reports.1.origin.correlation'])
    expect(refusedAt(withReports(report('a', from()), report('b', from(0.9))))).toEqual(['reports.1.origin.correlation'])
    expect(refusedAt(withReports(report('a', from(0.5)), report('b', from())))).toEqual([])
    expect(refusedAt(withReports(report('a', from(0.9)), report('b', { origin: { id: 'p', correlation: 0.1 } })))).toEqual([])
  })

  test('for a finding of nobody that says not how good the look was, or one that would speak for presence', () => {
    expect(refusedAt(withReports(report('a', { finding: 'absent' })))).toEqual(['reports.0.sensitivity'])
    expect(refusedAt(withReports(report('a', { finding: 'absent', sensitivity: 0.4 })))).toEqual(['reports.0.specificity'])
    expect(refusedAt(withReports(nobody('a', { sensitivity: 0.3, specificity: 0.6 })))).toEqual(['reports.0.specificity'])
    expect(refusedAt(withReports(nobody('a', { sensitivity: 0.1, specificity: 0.9 })))).toEqual([])
    expect(problems(withReports(nobody('a', { sensitivity: 0.3, specificity: 0.6 })))).toContain('less than 1')
  })

  test('for a look that finds always or never', () => {
    for (const share of [0, 1, -0.1, 1.1]) {
      expect(refusedAt(withReports(nobody('a', { sensitivity: share })))).toContain('reports.0.sensitivity')
      expect(refusedAt(withReports(nobody('a', { specificity: share })))).toContain('reports.0.specificity')
    }
  })

  test('not for a finding of nobody that weighs nothing anyway', () => {
    expect(refusedAt(withReports(report('a'), report('b', { finding: 'absent', derivedFrom: ['a'] })))).toEqual([])
    expect(refusedAt(withReports(report('a', { kind: 'assumption', finding: 'absent' })))).toEqual([])
  })

  test('for numbers that are none of their kind', () => {
    expect(refusedAt(caseOf({ halfLifeDays: 0 }))).toEqual(['halfLifeDays'])
    expect(refusedAt(caseOf({ prior: { alpha: 0, beta: 1e300 } }))).toEqual(['prior.alpha', 'prior.beta'])
    expect(refusedAt(withReports(report('a', { origin: { id: 'o', correlation: 1.1 } })))).toEqual(['reports.0.origin.correlation'])
    expect(refusedAt(withReports(report('a', { source: { id: 's', hits: -1, misses: 0.5 } })))).toEqual(['reports.0.source.hits', 'reports.0.source.misses'])
    expect(refusedAt(withReports(report('a', { source: { id: 's', hits: 1e15 } })))).toEqual(['reports.0.source.hits'])
    expect(refusedAt(caseOf({ attempts: [{ at: '2026-03-03T06:00:00Z', sensitivity: 1.1 }] }))).toEqual(['attempts.0.sensitivity'])
  })

  test('for words that are on no list', () => {
    expect(refusedAt(withReports(report('a', { kind: 'psychic' })))).toEqual(['reports.0.kind'])
    expect(refusedAt(withReports(report('a', { access: 'guessed' })))).toEqual(['reports.0.access'])
    expect(refusedAt(withReports(report('a', { finding: 'maybe' })))).toEqual(['reports.0.finding'])
    expect(refusedAt(caseOf({ entry: 'forced' }))).toEqual(['entry'])
  })

  test('for what is missing', () => {
    expect(refusedAt({})).toEqual(['venue', 'at', 'reports'])
    expect(refusedAt(withReports({ id: 'a', finding: 'present' }))).toEqual(['reports.0.kind', 'reports.0.observedAt'])
  })
})
