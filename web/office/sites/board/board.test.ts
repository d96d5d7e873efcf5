import { describe, expect, test } from 'vitest'
import { answeredSite } from '../../../../tests/site-answers-cast.ts'
import { later, reportOn } from '../../../../tests/site-cast.ts'
import { policyInForce } from '../../../../core/planning/policy-facts.ts'
import { FORCE } from '../../../../tests/planning-cast.ts'
import { boardOf, writtenHere } from './board.ts'
import { movementBetween } from './moved.ts'
import { plannedHour } from './site-page.tsx'

const received = (id: string, changes = {}) => ({ type: 'report/received' as const, report: reportOn(id, changes) })
const FIRST = received('R1-000000000001')
const SECOND = received('R2-000000000002', { kind: 'inspector' })
const board = (facts: Parameters<typeof answeredSite>[0], entry: Parameters<typeof boardOf>[1] = null) => {
  const read = boardOf(answeredSite(facts), entry)
  if (!read) throw new Error('not an operation')
  return read
}

describe('the board of a site', () => {
  test('without an hour of entry asks for the moment as known', () => {
    const { at, knownAt, asksFor } = board([FIRST])
    expect([at, asksFor]).toEqual([knownAt, 'the-moment-known'])
  })

  test('asks for the hour of entry, as known when it was read', () => {
    const { assessed } = board([FIRST], later(9))
    expect(assessed.asked?.answer).toMatchObject({ at: later(9), knownAt: later(2) })
  })

  test('asks for the next hour planned, and for none that lies behind', () => {
    const plans = [3, 1, 9].map((days) => ({ id: `plan-${days}`, number: `P-${days}`, at: new Date(later(days)).toISOString() }))
    expect(plannedHour({ plans, knownAt: new Date(later(2)).toISOString() })).toBe(later(3))
    expect(plannedHour({ plans, knownAt: new Date(later(20)).toISOString() })).toBeNull()
  })

  test('calls its reports R1, R2 and so on in the order in which they reached it, then as now', () => {
    const [then, now] = [board([FIRST]), board([FIRST, SECOND])].map(({ assessed: { handles } }) => [...(handles ?? [])])
    expect(now).toEqual([['R1-000000000001', 'R1'], ['R2-000000000002', 'R2']])
    expect(now?.slice(0, 1)).toEqual(then)
  })

  test('is read by the policy it is given', () => {
    const strict = policyInForce(FORCE, [{ type: 'policy/signed', id: 'gates.number', value: 0.98, source: 'Order 12', sureness: 'seen', signedBy: 'Head of unit', asOf: '2031-02-01' }])
    const gate = (inForce?: typeof FORCE) => boardOf(answeredSite([FIRST, SECOND]), later(3), inForce)?.assessed.asked?.answer.gates.find(({ id }) => id === 'number')
    expect([gate(FORCE)?.figures, gate(strict)?.figures]).toMatchObject([{ wanted: 0.8 }, { wanted: 0.98 }])
  })

  test('tells its times in the zone of the machine', () => {
    expect(writtenHere(Date.UTC(2031, 2, 5, 22, 30), () => 420)).toBe('2031-03-06T05:30:00.000+07:00')
    expect(writtenHere(Date.UTC(2031, 2, 5, 22, 30), () => -210)).toBe('2031-03-05T19:00:00.000-03:30')
    expect(writtenHere(Date.UTC(2031, 2, 5, 22, 30), () => 0)).toBe('2031-03-05T22:30:00.000+00:00')
  })
})

describe('what moved the number', () => {
  test('is every report that came since, with who took it in', () => {
    const movement = movementBetween(board([FIRST]), board([FIRST, SECOND]))
    expect(movement?.arrived).toEqual([{ what: 'report', id: 'R2-000000000002', by: 'analyst-one' }])
    expect(movement?.is?.probability).toBeGreaterThan(movement?.was?.probability ?? 1)
  })

  test('starts from nothing known, and from no number', () => {
    expect(movementBetween(board([]), board([FIRST]))?.was).toBeNull()
  })

  test('is nothing where the site was read again and nothing came', () => {
    expect(movementBetween(board([FIRST]), board([FIRST]))).toBeNull()
    expect(movementBetween(board([FIRST, SECOND]), board([FIRST]))).toBeNull()
  })

  test('is nothing where what came bears on no number', () => {
    expect(movementBetween(board([FIRST]), board([FIRST, { type: 'site/room-noted', room: { id: 'room-loft', name: 'Loft', floor: '2', says: 'Mattresses' } }]))).toBeNull()
  })

  test('names a report that somebody says is independent', () => {
    const said = { type: 'report/independence-recorded' as const, report: FIRST.report.id, because: 'Never met' }
    expect(movementBetween(board([FIRST]), board([FIRST, said]))?.arrived).toMatchObject([{ what: 'independence', id: 'R1-000000000001' }])
  })
})
