import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { later, reportOn } from '../../tests/site-cast.ts'
import type { TakenIn } from '../intelligence/intake.ts'
import { ACCESSES, SOURCE_KINDS } from '../intelligence/report.ts'
import { exposures, type Exposure } from './exposure.ts'

const fact = (...restsOn: readonly string[]) => ({ id: 'fact-one', restsOn })
const found = (reports: readonly TakenIn[], ...restsOn: readonly string[]) => exposures([fact(...restsOn)], { reports, visits: [] })[0]
const exposed = (reports: readonly TakenIn[], ...restsOn: readonly string[]): Exposure | null => found(reports, ...restsOn)?.exposure ?? null

const worker = reportOn('worker')
const second = reportOn('second')
const inspector = reportOn('inspector', { kind: 'inspector', observedAt: later(3) })

describe('a fact that points at somebody', () => {
  test('is what one person alone could have known', () => expect(exposed([worker, inspector], 'worker')).toBe('one-source'))
  test('is what one source told twice', () => expect(exposed([{ ...worker, source: { id: 's1' } }, { ...inspector, source: { id: 's1' } }], 'worker', 'inspector')).toBe('one-source'))
  test('is what two of one household told', () => expect(exposed([{ ...worker, origin: { id: 'house' } }, { ...inspector, origin: { id: 'house' } }], 'worker', 'inspector')).toBe('one-origin'))
  test('is what two of one household told, also where a third report joins them', () =>
    expect(exposed([{ ...worker, source: { id: 's1' } }, { ...inspector, origin: { id: 'house' } }, reportOn('third', { source: { id: 's1' }, origin: { id: 'house' } })], 'worker', 'inspector')).toBe('one-origin'))
  test('is what only those inside could have known, however many told', () => expect(exposed([worker, second], 'worker', 'second')).toBe('one-access'))
  test('is what was told on and on from one beginning', () => expect(exposed([worker, reportOn('again', { kind: 'inspector', derivedFrom: ['worker'] as never })], 'worker', 'again')).toBe('one-source'))
  test('is what somebody was told by a person we do not know, who may be the first again', () =>
    expect(exposed([worker, reportOn('heard', { kind: 'family-or-coworker', access: 'told' })], 'worker', 'heard')).toBe('one-origin'))
  test('is what a tip says as well, behind which the first may stand again', () => {
    expect(exposed([worker, reportOn('tip', { kind: 'tip-detailed' })], 'worker', 'tip')).toBe('one-origin')
    expect(exposed([worker, reportOn('tip', { kind: 'tip-detailed', independentBecause: 'Rang from abroad' })], 'worker', 'tip')).toBeNull()
  })
  test('is what rests on nothing we hold', () => {
    expect([exposed([worker]), exposed([worker], 'lost'), exposed([reportOn('guess', { kind: 'assumption' })], 'guess')]).toEqual(['not-traced', 'not-traced', 'not-traced'])
    expect(exposed([reportOn('a', { derivedFrom: ['b'] as never }), reportOn('b', { derivedFrom: ['a'] as never })], 'a')).toBe('not-traced')
  })
})

describe('a fact that points at nobody', () => {
  test('was known to two who are independent and came to know it in different ways', () => expect(exposed([worker, inspector], 'worker', 'inspector')).toBeNull())
  test('was heard by somebody of whom it is recorded why they are independent', () =>
    expect(exposed([worker, reportOn('heard', { access: 'told', independentBecause: 'Heard it from the driver, who was met too' })], 'worker', 'heard')).toBeNull())
  test('stands in an open source', () => expect(exposed([worker, reportOn('paper', { kind: 'open-source', access: 'told' })], 'worker', 'paper')).toBeNull())
})

describe('what is proposed', () => {
  test('is where else it may stand, from when somebody else could have known it, and how coarsely to tell of it', () => {
    const aside = reportOn('aside', { kind: 'tip-bare', observedAt: later(9), access: 'told' })
    expect(found([worker, inspector, aside, second], 'worker')).toEqual({
      fact: 'fact-one', exposure: 'one-source', knownBy: ['worker'], perhapsIn: ['aside', 'inspector'], delayUntil: second.observedAt, coarser: { kind: 'access', time: 'day' },
    })
    expect(found([worker, inspector, aside], 'worker')).toMatchObject({ delayUntil: later(3), coarser: { kind: 'access', time: 'not-told' } })
  })

  test('is a delay until a visit that is planned, and no delay where nobody else will be there', () => {
    expect(exposures([fact('worker')], { reports: [worker], visits: [later(-4), later(5)] })[0]?.delayUntil).toBe(later(5))
    expect(found([worker], 'worker')).toMatchObject({ delayUntil: null, perhapsIn: [], coarser: { kind: 'not-told', time: 'not-told' } })
  })
})

const names = ['a', 'b', 'c', 'd', 'e'] as const
const anyReport = (id: string): fc.Arbitrary<TakenIn> =>
  fc.record({ kind: fc.constantFrom(...SOURCE_KINDS), access: fc.constantFrom(...ACCESSES), source: fc.option(fc.constantFrom('s1', 's2')), origin: fc.option(fc.constantFrom('o1', 'o2')), day: fc.nat(9), from: fc.option(fc.constantFrom(...names)), because: fc.boolean() })
    .map(({ kind, access, source, origin, day, from, because }) => ({ id, kind, access, finding: 'present', observedAt: later(day), ...(source && { source: { id: source } }), ...(origin && { origin: { id: origin } }), ...(from && { derivedFrom: [from] }), ...(because && { independentBecause: 'Met apart' }) }))
const anyReports = fc.tuple(...names.map(anyReport))
const anyFacts = fc.array(fc.subarray([...names]), { maxLength: 3 }).map((lists) => lists.map((restsOn, i) => ({ id: `fact-${i}`, restsOn })))
const flagged = (reports: readonly TakenIn[], facts: readonly { readonly id: string; readonly restsOn: readonly string[] }[]) => exposures(facts, { reports, visits: [] }).map(({ fact: id }) => id)

describe('the check', () => {
  test('is not made blind by a report that the fact does not rest on', () =>
    fc.assert(fc.property(anyReports, anyFacts, anyReport('more'), (reports, facts, more) => {
      const before = flagged(reports, facts)
      expect(flagged([...reports, { ...more, id: 'more' }], facts)).toEqual(expect.arrayContaining(before))
    })))

  test('is not made blind by telling a fact on, whoever tells it on', () =>
    fc.assert(fc.property(anyReports, anyFacts, fc.constantFrom(...names), anyReport('again'), (reports, facts, from, again) => {
      const before = flagged(reports, facts)
      const repeated = facts.map((one) => (one.restsOn.includes(from) ? { ...one, restsOn: [...one.restsOn, 'again'] } : one))
      expect(flagged([...reports, { ...again, derivedFrom: [from] }], repeated)).toEqual(before)
    })))

  test('finds no less once it is known that two reports have one origin', () =>
    fc.assert(fc.property(anyReports, anyFacts, fc.subarray([...names], { minLength: 2 }), (all, facts, joined) => {
      const reports = all.map(({ origin: _origin, ...report }) => report)
      const together = reports.map((report) => (joined.includes(report.id as never) ? { ...report, origin: { id: 'house' } } : report))
      expect(flagged(together, facts)).toEqual(expect.arrayContaining(flagged(reports, facts)))
    })))

  test('says the same however reports and facts are listed', () =>
    fc.assert(fc.property(anyReports, anyFacts, (reports, facts) => {
      const sorted = (found: ReturnType<typeof exposures>) => found.toSorted((a, b) => (a.fact < b.fact ? -1 : 1))
      expect(sorted(exposures(facts.toReversed(), { reports: reports.toReversed(), visits: [] }))).toEqual(sorted(exposures(facts, { reports, visits: [] })))
    })))

  test('lets by what two independent eyewitnesses of different standing saw', () =>
    fc.assert(fc.property(fc.constantFrom('escaped-victim', 'informant-tested', 'client'), fc.constantFrom('inspector', 'undercover-contact'), anyReports, (one, other, reports) => {
      const free = reports.map(({ derivedFrom: _from, origin: _origin, source: _source, ...report }) => report)
      const [a, b, ...rest] = free as [TakenIn, TakenIn, ...TakenIn[]]
      expect(exposed([{ ...a, kind: one, access: 'saw', independentBecause: 'x' } as TakenIn, { ...b, kind: other, access: 'saw', independentBecause: 'x' } as TakenIn, ...rest], 'a', 'b')).toBeNull()
    })))

  test('proposes no report of those who are known by the fact', () =>
    fc.assert(fc.property(anyReports, anyFacts, (reports, facts) => {
      for (const { knownBy, perhapsIn } of exposures(facts, { reports, visits: [] })) expect(perhapsIn.filter((id) => knownBy.includes(id))).toEqual([])
    })))
})
