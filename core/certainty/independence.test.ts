import { describe, expect, test } from 'vitest'
import { foundNobody, policy, says } from '../../tests/asked.ts'
import { SOURCE_KINDS, type Report } from '../intelligence/report.ts'
import { countedPresentRoots, independentVoices } from './independence.ts'

const voices = (...reports: readonly Report[]): number => independentVoices(countedPresentRoots(reports, policy), policy)
const household = { origin: { id: 'household', correlation: 0.9 } }
const apart = { ...household, heardApart: true }

describe('a root is counted towards independence', () => {
  test('where the table gives its kind a reliability of 0.45 or more', () => {
    const counted = SOURCE_KINDS.filter((kind) => countedPresentRoots([says('a', kind, 1)], policy).length === 1)
    expect(counted).toEqual([
      'escaped-victim', 'rescued-victim', 'victim-on-site', 'undercover-contact', 'undercover-observation',
      'informant-tested', 'informant-untested', 'ngo-disclosure', 'family-or-coworker', 'inspector',
    ])
  })

  test('by the table and not by its own record, which may have fallen since', () => {
    expect(voices(says('a', 'informant-tested', 1, { source: { id: 's', misses: 40 } }))).toBe(1)
    expect(voices(says('a', 'client', 1, { source: { id: 's', hits: 40 } }))).toBe(0)
  })

  test('not where it found nobody, repeats another, or goes round in a circle', () => {
    expect(voices(foundNobody('a', 'inspector', 1))).toBe(0)
    expect(voices(says('a', 'tip-bare', 1), says('b', 'informant-tested', 1, { derivedFrom: ['a'] }))).toBe(0)
    expect(voices(says('a', 'informant-tested', 1, { derivedFrom: ['b'] }), says('b', 'inspector', 1, { derivedFrom: ['a'] }))).toBe(0)
  })
})

describe('an origin', () => {
  test('counts once, however many speak', () => {
    expect(voices(says('a', 'informant-tested', 1, household), says('b', 'inspector', 1, household), says('c', 'ngo-disclosure', 1, household))).toBe(1)
  })

  test('counts once even where it is recorded as uncorrelated: one handler is one handler', () => {
    const origin = { id: 'handler', correlation: 0 }
    expect(voices(says('a', 'informant-tested', 1, { origin }), says('b', 'informant-tested', 1, { origin }))).toBe(1)
  })

  test('stands beside another, and beside those who have none', () => {
    expect(voices(says('a', 'inspector', 1), says('b', 'inspector', 1), says('c', 'inspector', 1, household), says('d', 'inspector', 1, { origin: { id: 'other' } }))).toBe(4)
  })
})

describe('an origin counts twice where three victims of it saw for themselves and were each heard apart', () => {
  test('of whatever victims, and of more than three', () => {
    expect(voices(says('a', 'escaped-victim', 1, apart), says('b', 'rescued-victim', 1, apart), says('c', 'victim-on-site', 1, apart))).toBe(2)
    expect(voices(...Array.from({ length: 7 }, (_, i) => says(`a${i}`, 'escaped-victim', 1, apart)))).toBe(2)
  })

  test('never where they are two', () => {
    expect(voices(says('a', 'escaped-victim', 1, apart), says('b', 'escaped-victim', 1, apart))).toBe(1)
  })

  test('never where one of the three was heard together with another, or it is not said', () => {
    expect(voices(says('a', 'escaped-victim', 1, apart), says('b', 'escaped-victim', 1, apart), says('c', 'escaped-victim', 1, household))).toBe(1)
    expect(voices(says('a', 'escaped-victim', 1, apart), says('b', 'escaped-victim', 1, apart), says('c', 'escaped-victim', 1, { ...household, heardApart: false }))).toBe(1)
  })

  test('never where one of the three was told', () => {
    expect(voices(says('a', 'escaped-victim', 1, apart), says('b', 'escaped-victim', 1, apart), says('c', 'escaped-victim', 1, { ...apart, access: 'told' }))).toBe(1)
  })

  test('never where one of the three is no victim', () => {
    expect(voices(says('a', 'escaped-victim', 1, apart), says('b', 'escaped-victim', 1, apart), says('c', 'informant-tested', 1, apart))).toBe(1)
  })
})
