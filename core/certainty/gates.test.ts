import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOpen, anyCase, ask, attempt, foundNobody, policy, says, shock } from '../../tests/asked.ts'
import type { CertaintyCase } from './certainty-case.ts'
import { GATES, gatesOf, threshold, type Gate, type GateId } from './gates.ts'

const gateOf = (asked: CertaintyCase, id: GateId, p10 = 0.9): Gate => gatesOf(asked, p10, policy).find((gate) => gate.id === id)!
const stateOf = (asked: CertaintyCase, id: GateId, p10?: number) => gateOf(asked, id, p10).state
const whyOf = (asked: CertaintyCase, id: GateId) => gateOf(asked, id).why

test('there are five gates, always in one order, whatever is asked', () => {
  fc.assert(fc.property(anyCase, (asked) => {
    expect(gatesOf(asked, 0.5, policy).map(({ id }) => id)).toEqual(GATES)
  }))
})

describe('the number', () => {
  test('opens at a low end of 0.80, the beginning of "very likely"', () => {
    expect(stateOf(ask([]), 'number', 0.8)).toBe('open')
    expect(stateOf(ask([]), 'number', 0.7999)).toBe('closed')
    expect(stateOf(ask([], { entry: 'planned' }), 'number', 0.7999)).toBe('closed')
  })

  test('opens at 0.60 where the entry intrudes less', () => {
    expect(threshold(ask([], { entry: 'lower-intrusion' }), policy)).toBe(0.6)
    expect(stateOf(ask([], { entry: 'lower-intrusion' }), 'number', 0.6)).toBe('open')
    expect(stateOf(ask([], { entry: 'lower-intrusion' }), 'number', 0.5999)).toBe('closed')
  })
})

describe('independence', () => {
  test('opens on two independent roots, one of them first-hand', () => {
    expect(stateOf(ask([says('a', 'escaped-victim', 1), says('b', 'ngo-disclosure', 1)]), 'independence')).toBe('open')
  })

  test('closes on one, and on two of one origin', () => {
    const origin = { id: 'o' }
    expect(whyOf(ask([says('a', 'escaped-victim', 1)]), 'independence')).toBe('independence/too-few')
    expect(whyOf(ask([says('a', 'escaped-victim', 1, { origin }), says('b', 'informant-tested', 1, { origin })]), 'independence')).toBe('independence/too-few')
  })

  test('closes on two of whom none saw', () => {
    expect(whyOf(ask([says('a', 'family-or-coworker', 1), says('b', 'ngo-disclosure', 1)]), 'independence')).toBe('independence/none-first-hand')
  })

  test('opens on a person\'s own words passed on with their leave, entered as having seen', () => {
    expect(stateOf(ask([says('a', 'family-or-coworker', 1), says('b', 'ngo-disclosure', 1, { access: 'saw' })]), 'independence')).toBe('open')
  })

  test('is not opened by one who saw but is too unreliable to be counted', () => {
    expect(whyOf(ask([says('a', 'family-or-coworker', 1), says('b', 'ngo-disclosure', 1), says('c', 'client', 1)]), 'independence')).toBe('independence/none-first-hand')
  })

  test('does not count what was observed later or is not known yet', () => {
    expect(stateOf(ask([says('a', 'escaped-victim', 1), says('b', 'informant-tested', -1)]), 'independence')).toBe('closed')
  })
})

describe('freshness, at a place whose half-life is 21 days', () => {
  const seen = (daysOld: number, more: Partial<CertaintyCase> = {}) => ask([says('a', 'informant-tested', daysOld)], more)

  test('holds while the newest sighting is younger than half a half-life', () => {
    expect(whyOf(seen(10.499), 'freshness')).toBe('freshness/fresh')
    expect(whyOf(seen(0), 'freshness')).toBe('freshness/fresh')
  })

  test('ends at exactly half a half-life', () => {
    expect(whyOf(seen(10.5), 'freshness')).toBe('freshness/stale')
    expect(whyOf(seen(10.501), 'freshness')).toBe('freshness/stale')
  })

  test('ends at exactly half a half-life that is no round binary number', () => {
    expect(whyOf(seen(0.35, { halfLifeDays: 0.7 }), 'freshness')).toBe('freshness/stale')
    expect(whyOf(seen(0.15, { halfLifeDays: 0.3 }), 'freshness')).toBe('freshness/stale')
  })

  test('goes by the half-life that the case gives', () => {
    expect(whyOf(seen(30, { halfLifeDays: 61 }), 'freshness')).toBe('freshness/fresh')
  })

  test('goes by the half-life without a shock, and closes on a shock at the sighting or after it', () => {
    expect(whyOf(seen(5, { shocks: [shock(5.001)] }), 'freshness')).toBe('freshness/fresh')
    expect(whyOf(seen(5, { shocks: [shock(5)] }), 'freshness')).toBe('freshness/shock-since')
    expect(whyOf(seen(5, { shocks: [shock(0)] }), 'freshness')).toBe('freshness/shock-since')
    expect(whyOf(seen(5, { shocks: [shock(-1)] }), 'freshness')).toBe('freshness/fresh')
  })

  test('needs somebody who saw, who is counted, and who found people there', () => {
    expect(whyOf(ask([]), 'freshness')).toBe('freshness/none')
    expect(whyOf(ask([says('a', 'client', 1)]), 'freshness')).toBe('freshness/none')
    expect(whyOf(ask([says('a', 'ngo-disclosure', 1)]), 'freshness')).toBe('freshness/none')
    expect(whyOf(ask([foundNobody('a', 'inspector', 1)]), 'freshness')).toBe('freshness/none')
    expect(whyOf(ask([says('a', 'tip-bare', 2), says('b', 'inspector', 1, { derivedFrom: ['a'] })]), 'freshness')).toBe('freshness/none')
  })

  test('takes the newest of several sightings', () => {
    const { why, figures } = gateOf(ask([says('b', 'escaped-victim', 20), says('a', 'informant-tested', 3)]), 'freshness')
    expect([why, figures['report']]).toEqual(['freshness/fresh', 'a'])
  })

  test('says until when, also where that is beyond the calendar', () => {
    expect(gateOf(seen(1), 'freshness').figures).toEqual({ report: 'a', seenAt: '2026-03-03T06:00:00.000Z', until: '2026-03-13T18:00:00.000Z' })
    expect(gateOf(seen(1, { halfLifeDays: 1e9 }), 'freshness').figures['until']).toBe('+275760-09-13T00:00:00.000Z')
  })
})

describe('disconfirmation, at a place whose half-life is 21 days', () => {
  const tried = (...attempts: NonNullable<CertaintyCase['attempts']>) => ask([says('a', 'escaped-victim', 2, { reporter: 'officer-1' })], { attempts })

  test('is unknown where nothing was said, and closed where it was said that nobody tried', () => {
    expect(stateOf(ask([]), 'disconfirmation')).toBe('unknown')
    expect(whyOf(tried(), 'disconfirmation')).toBe('disconfirmation/none-made')
  })

  test('opens on an attempt from a half-life before the hour to the hour, both included', () => {
    expect(stateOf(tried(attempt(21)), 'disconfirmation')).toBe('open')
    expect(stateOf(tried(attempt(0)), 'disconfirmation')).toBe('open')
    expect(whyOf(tried(attempt(21.0001)), 'disconfirmation')).toBe('disconfirmation/none-counts')
    expect(whyOf(tried(attempt(-0.0001)), 'disconfirmation')).toBe('disconfirmation/none-counts')
  })

  test('asks for a sensitivity of 0.3', () => {
    expect(stateOf(tried(attempt(1, { sensitivity: 0.3 })), 'disconfirmation')).toBe('open')
    expect(whyOf(tried(attempt(1, { sensitivity: 0.29 })), 'disconfirmation')).toBe('disconfirmation/none-counts')
  })

  test('asks for somebody else than the reporter, where both are given', () => {
    expect(whyOf(tried(attempt(1, { by: 'officer-1' })), 'disconfirmation')).toBe('disconfirmation/none-counts')
    expect(stateOf(tried(attempt(1, { by: 'officer-2' })), 'disconfirmation')).toBe('open')
    expect(stateOf(tried(attempt(1)), 'disconfirmation')).toBe('open')
    expect(stateOf(ask([says('a', 'escaped-victim', 2)], { attempts: [attempt(1, { by: 'officer-1' })] }), 'disconfirmation')).toBe('open')
  })

  test('takes an attempt by the one who found nobody: that is the same visit', () => {
    const reports = [says('a', 'escaped-victim', 2), foundNobody('b', 'inspector', 1, { reporter: 'officer-1' })]
    expect(stateOf(ask(reports, { attempts: [attempt(1, { by: 'officer-1' })] }), 'disconfirmation')).toBe('open')
  })

  test('looks at every attempt, and shows the newest that counts', () => {
    const { state, figures } = gateOf(tried(attempt(1, { by: 'officer-1' }), attempt(9), attempt(4)), 'disconfirmation')
    expect([state, figures['at']]).toEqual(['open', '2026-02-28T06:00:00.000Z'])
  })

  test('does not go by the half-life after a shock', () => {
    expect(stateOf({ ...tried(attempt(20)), shocks: [shock(20)] }, 'disconfirmation')).toBe('open')
  })
})

describe('the alternative', () => {
  test('is unknown where nothing was said, closed where it is blank, and open where it is written', () => {
    expect(whyOf(ask([]), 'alternative')).toBe('alternative/not-said')
    expect(whyOf(ask([], { alternative: '' }), 'alternative')).toBe('alternative/blank')
    expect(whyOf(ask([], { alternative: ' \n\t ' }), 'alternative')).toBe('alternative/blank')
    expect(whyOf(allOpen(), 'alternative')).toBe('alternative/written')
  })
})
