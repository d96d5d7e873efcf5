import { describe, expect, test } from 'vitest'
import { ago, allOpen, ask, attempt, policy, says, shock } from '../../tests/asked.ts'
import { isoOf } from '../kernel/instant.ts'
import type { CertaintyCase } from './certainty-case.ts'
import { certaintyOf } from './certainty.ts'
import { conditionalAuthority } from './conditional-authority.ts'
import { draw, intervalOf } from './draws.ts'

const conditionOf = (asked: CertaintyCase) => conditionalAuthority(asked, certaintyOf(asked, policy).gates, policy)
const closed = (asked: CertaintyCase) => certaintyOf(asked, policy).gates.filter(({ state }) => state === 'closed').map(({ id }) => id)

/** Two sources of twelve days ago: enough voices, tried, and stale. */
const stale = allOpen({ reports: [says('a', 'escaped-victim', 12), says('b', 'informant-tested', 12)] })

describe('a plan whose only closed gates are number and freshness', () => {
  test('may be authorised on a confirming report, no older at entry than a fifth of a half-life', () => {
    expect(closed(stale)).toEqual(['number', 'freshness'])
    expect(conditionOf(stale)).toMatchObject({ notOlderThanDays: 4.2, seenAfter: ago(4.2) })
  })

  test('learns of each kind that sees for itself what the low end would be, and whether the gates would hold', () => {
    const { confirmedBy } = conditionOf(stale)!
    expect(confirmedBy.map(({ kind }) => kind)).toEqual([
      'escaped-victim', 'rescued-victim', 'victim-on-site', 'undercover-contact', 'undercover-observation', 'informant-tested', 'inspector',
    ])
    expect(confirmedBy.find(({ kind }) => kind === 'undercover-contact')).toEqual({
      kind: 'undercover-contact',
      p10: intervalOf(draw({ ...stale, reports: [...stale.reports, says('z', 'undercover-contact', 4.2)] }, policy)).p10,
      gatesHold: 'yes',
    })
  })

  test('may find that no kind would be enough', () => {
    const weak = allOpen({ reports: [says('a', 'inspector', 40), says('b', 'family-or-coworker', 40)], attempts: [attempt(1)], prior: { alpha: 1, beta: 99 } })
    expect(new Set(conditionOf(weak)!.confirmedBy.map(({ gatesHold }) => gatesHold))).toEqual(new Set(['no']))
  })

  test('counts on nothing but that report: what is received after the asking stays unknown', () => {
    const asked = { ...stale, knownAt: ago(3) }
    const leaked = { ...asked, reports: [...asked.reports, says('c', 'undercover-contact', 5, { receivedAt: ago(1) })] }
    expect(conditionOf(leaked)!.confirmedBy.map(({ p10 }) => p10)).toEqual(conditionOf(asked)!.confirmedBy.map(({ p10 }) => p10))
  })

  test('counts on that report also where it is still to come when the question is asked', () => {
    expect(conditionOf({ ...stale, knownAt: ago(6) })!.confirmedBy).toEqual(conditionOf(stale)!.confirmedBy)
  })

  test('needs a report newer than every shock', () => {
    const asked = { ...stale, shocks: [shock(9), shock(2)] }
    expect(isoOf(conditionOf(asked)!.seenAfter)).toBe('2026-03-02T06:00:00.001Z')
    expect(conditionOf({ ...stale, shocks: [shock(9)] })!.seenAfter).toEqual(ago(4.2))
    expect(conditionOf(asked)!.confirmedBy.find(({ kind }) => kind === 'undercover-contact')).toMatchObject({ gatesHold: 'yes' })
  })

  test('cannot be confirmed where the shock is at the hour itself', () => {
    expect(new Set(conditionOf({ ...stale, shocks: [shock(0)] })!.confirmedBy.map(({ gatesHold }) => gatesHold))).toEqual(new Set(['no']))
  })

  test('may lack the number alone, or freshness alone', () => {
    const number = allOpen({ reports: [says('a', 'inspector', 1), says('b', 'family-or-coworker', 1)] })
    const freshness = allOpen({ entry: 'lower-intrusion', prior: { alpha: 300, beta: 100 }, reports: [says('a', 'escaped-victim', 11), says('b', 'informant-tested', 11)] })
    expect([closed(number), closed(freshness)]).toEqual([['number'], ['freshness']])
    expect(conditionOf(number)).not.toBeNull()
    expect(conditionOf(freshness)).not.toBeNull()
  })
})

describe('there is no condition', () => {
  test('where every gate is open', () => expect(conditionOf(allOpen())).toBeNull())

  test('where another gate is closed', () => {
    expect(conditionOf({ ...stale, attempts: [] })).toBeNull()
    expect(conditionOf({ ...stale, alternative: '' })).toBeNull()
    expect(conditionOf({ ...stale, reports: [says('a', 'escaped-victim', 12)] })).toBeNull()
  })

  test('where a gate is unknown', () => {
    const { alternative: _, ...unsaid } = stale
    expect(conditionOf(unsaid)).toBeNull()
    expect(conditionOf(ask(stale.reports, { alternative: 'staff who live in' }))).toBeNull()
  })
})
