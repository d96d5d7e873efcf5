import { describe, expect, test } from 'vitest'
import { ACTION_KINDS, AUDIENCES, mayActOn, mayShareWith, PERMITTED_ACTIONS, SHARING_LABELS } from './handling.ts'

describe('passing information on', () => {
  test.each([
    ['TLP:RED', ['named-recipients']],
    ['TLP:AMBER+STRICT', ['named-recipients', 'own-organisation']],
    ['TLP:AMBER', ['named-recipients', 'own-organisation', 'clients']],
    ['TLP:GREEN', ['named-recipients', 'own-organisation', 'clients', 'community']],
    ['TLP:CLEAR', ['named-recipients', 'own-organisation', 'clients', 'community', 'anyone']],
  ] as const)('under %s reaches %j and nobody else', (label, reached) => {
    expect(AUDIENCES.filter((audience) => mayShareWith(label, audience))).toEqual(reached)
  })

  test('has a label for every audience that the next narrower label leaves out', () => {
    expect(SHARING_LABELS).toHaveLength(AUDIENCES.length)
  })
})

describe('acting on information', () => {
  test.each([
    ['PAP:RED', ['not-detectable']],
    ['PAP:AMBER', ['not-detectable', 'passive-check']],
    ['PAP:GREEN', ['not-detectable', 'passive-check', 'active']],
    ['PAP:CLEAR', ['not-detectable', 'passive-check', 'active', 'any']],
  ] as const)('under %s may be %j', (permitted, kinds) => {
    expect(ACTION_KINDS.filter((kind) => mayActOn(permitted, kind))).toEqual(kinds)
  })

  test('is a question of its own: what may be shared with the organisation may still be closed to any action that shows', () => {
    expect(mayShareWith('TLP:AMBER', 'own-organisation')).toBe(true)
    expect(mayActOn('PAP:RED', 'passive-check')).toBe(false)
    expect(PERMITTED_ACTIONS).toHaveLength(ACTION_KINDS.length)
  })
})
