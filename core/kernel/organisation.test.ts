import { describe, expect, test } from 'vitest'
import { CASE_ROLES, ROLES } from './access.ts'
import { ENFORCEMENT_ROLES, isPartner, mayHold, ORGANISATION_KINDS, ROLES_IN } from './organisation.ts'

describe('the organisations on a case', () => {
  test('give every role to somebody, and none twice', () => {
    expect(new Set(ORGANISATION_KINDS.flatMap((kind) => ROLES_IN[kind]))).toEqual(new Set(ROLES))
    for (const kind of ORGANISATION_KINDS) expect(new Set(ROLES_IN[kind]).size).toBe(ROLES_IN[kind].length)
  })

  test('give no role of enforcement but in the police', () => {
    for (const kind of ORGANISATION_KINDS.filter((each) => each !== 'police')) for (const role of ENFORCEMENT_ROLES) expect([kind, role, mayHold(kind, role)]).toEqual([kind, role, false])
    for (const role of ENFORCEMENT_ROLES) expect(mayHold('police', role)).toBe(true)
  })

  test('are partners unless they are the police or the prosecution', () => {
    expect(ORGANISATION_KINDS.filter(isPartner)).toEqual(['social-service', 'ngo', 'labour-inspection', 'child-protection', 'oversight'])
  })

  test('keep the list of people in the unit alone, so that no partner hands out its roles', () => {
    expect(ORGANISATION_KINDS.filter((kind) => mayHold(kind, 'administrator'))).toEqual(['police'])
    expect(CASE_ROLES as readonly string[]).not.toContain('administrator')
  })
})
