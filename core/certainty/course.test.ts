import { describe, expect, test } from 'vitest'
import { ago, ask, at, foundNobody, policy, says, shock } from '../../tests/asked.ts'
import { countedReports, type CertaintyCase } from './certainty-case.ts'
import { courseOf, turnsBeyond } from './course.ts'

const counted = (asked: CertaintyCase): readonly string[] => countedReports(asked).map(({ id }) => id)

/** The pace of each wait, and at the end the pace that holds on arrival. */
const paces = (asked: CertaintyCase): readonly string[] => {
  const { turns, pace } = courseOf(asked, policy)
  return [...turns.flatMap((turn) => (turn.turn === 'wait' ? [turn.pace] : [])), pace]
}

/** Whether a shock of five days ago still holds at the hour of entry. */
const shockHolds = (...reports: CertaintyCase['reports']): boolean => courseOf(ask(reports, { shocks: [shock(5)] }), policy).pace === 'shocked'

describe('a report counts', () => {
  test('if it was observed at or before the hour', () => {
    expect(counted(ask([says('before', 'client', 0.001), says('at', 'client', 0), says('after', 'client', -0.001)]))).toEqual(['before', 'at'])
  })

  test('and received at or before the instant of asking', () => {
    const reports = [
      says('before', 'client', 4, { receivedAt: ago(2.001) }),
      says('at', 'client', 4, { receivedAt: ago(2) }),
      says('later', 'client', 4, { receivedAt: ago(1.999) }),
    ]
    expect(counted(ask(reports, { knownAt: ago(2) }))).toEqual(['at', 'before'])
  })

  test('received when it was observed, where nothing else is said', () => {
    const reports = [says('old', 'client', 3), says('new', 'client', 1)]
    expect(counted(ask(reports, { knownAt: ago(2) }))).toEqual(['old'])
  })

  test('asked at the hour itself, where nothing else is said', () => {
    const reports = [says('in-time', 'client', 3, { receivedAt: ago(0) }), says('too-late', 'client', 3, { receivedAt: ago(-0.001) })]
    expect(counted(ask(reports))).toEqual(['in-time'])
    expect(counted(ask(reports, { knownAt: ago(-1) }))).toEqual(['in-time', 'too-late'])
  })

  test('never by being known where it was observed after the hour', () => {
    expect(counted(ask([says('a', 'client', -1, { receivedAt: ago(2) })], { knownAt: ago(-9) }))).toEqual([])
  })

  test('in the order of observation, then of its id by code unit', () => {
    const reports = [says('b', 'client', 1), says('a', 'client', 1), says('B', 'client', 1), says('é', 'client', 1), says('z', 'client', 2), says('10', 'client', 1), says('9', 'client', 1)]
    expect(counted(ask(reports))).toEqual(['z', '10', '9', 'B', 'a', 'b', 'é'])
  })
})

describe('a shock', () => {
  test('quickens forgetting from its instant on', () => {
    expect(paces(ask([says('a', 'escaped-victim', 9)], { shocks: [shock(5)] }))).toEqual(['usual', 'shocked', 'shocked'])
  })

  test('counts when it lies at the hour, and not when it is still to come', () => {
    expect(courseOf(ask([], { shocks: [shock(0)] }), policy).pace).toBe('shocked')
    expect(courseOf(ask([], { shocks: [shock(-0.001)] }), policy)).toEqual({ turns: [], pace: 'usual' })
  })

  test('counts when it lies after the instant of asking: it is entered because it is foreseen', () => {
    expect(courseOf(ask([], { knownAt: ago(9), shocks: [shock(5)] }), policy).pace).toBe('shocked')
  })

  test('ends with a present first-hand root observed after it, of whatever kind', () => {
    expect(shockHolds(says('a', 'informant-tested', 4))).toBe(false)
    expect(shockHolds(says('a', 'client', 4))).toBe(false)
    expect(shockHolds(says('a', 'tip-detailed', 4, { access: 'saw' }))).toBe(false)
  })

  test('is not ended by a sighting of its own instant, nor by one before', () => {
    expect(shockHolds(says('a', 'informant-tested', 5))).toBe(true)
    expect(shockHolds(says('a', 'informant-tested', 6))).toBe(true)
  })

  test('is not ended by one who was told or inferred, by nobody found, by what is derived, nor by what is not known yet', () => {
    expect(shockHolds(says('a', 'family-or-coworker', 4))).toBe(true)
    expect(shockHolds(says('a', 'informant-tested', 4, { access: 'inferred' }))).toBe(true)
    expect(shockHolds(foundNobody('a', 'inspector', 4))).toBe(true)
    expect(shockHolds(says('z', 'tip-bare', 6), says('a', 'informant-tested', 4, { derivedFrom: ['z'] }))).toBe(true)
    expect(shockHolds(says('a', 'assumption', 4, { access: 'saw' }))).toBe(true)
    expect(shockHolds(says('a', 'informant-tested', 4, { receivedAt: ago(-1) }))).toBe(true)
  })

  test('does not multiply with another, and the sighting must follow the last of them', () => {
    expect(paces(ask([says('a', 'escaped-victim', 9)], { shocks: [shock(5), shock(3)] }))).toEqual(['usual', 'shocked', 'shocked', 'shocked'])
    const between = ask([says('a', 'escaped-victim', 4)], { shocks: [shock(5), shock(3)] })
    expect(paces(between)).toEqual(['shocked', 'usual', 'shocked', 'shocked'])
    const onTheSecond = ask([says('a', 'escaped-victim', 3)], { shocks: [shock(5), shock(3)] })
    expect(paces(onTheSecond)).toEqual(['shocked', 'shocked', 'shocked'])
  })

  test('comes before a report of the same instant, and both before no wait at all', () => {
    const { turns } = courseOf(ask([says('a', 'client', 0)], { shocks: [shock(0)] }), policy)
    expect(turns.map(({ turn }) => turn)).toEqual(['shock', 'root'])
  })
})

describe('a later hour of entry', () => {
  const reports = [says('a', 'escaped-victim', 9), says('b', 'informant-tested', 3)]
  const early = courseOf(ask(reports), policy)

  test('adds what comes after the earlier one, and the rest of the wait that it interrupted', () => {
    const later = ask([...reports, says('c', 'client', -2)], { at: ago(-2) })
    expect(turnsBeyond(early, courseOf(later, policy))).toMatchObject([
      { turn: 'wait', days: 2, from: ago(0), to: ago(-2), pace: 'usual' },
      { turn: 'root', root: { report: { id: 'c' } } },
    ])
  })

  test('adds the whole wait where the earlier hour was that of the last report', () => {
    const atOnce = courseOf(ask(reports, { at: ago(3) }), policy)
    expect(turnsBeyond(atOnce, early)).toMatchObject([{ turn: 'wait', days: 3 }])
  })

  test('is another course altogether where a new report shares an origin and so changes what an earlier one weighs', () => {
    const shared = { origin: { id: 'o' } }
    const before = courseOf(ask([says('a', 'escaped-victim', 9, shared)]), policy)
    const later = courseOf(ask([says('a', 'escaped-victim', 9, shared), says('c', 'client', -1, shared)], { at: at('2026-03-06T06:00:00Z') }), policy)
    expect(turnsBeyond(before, later)).toBeNull()
  })
})
