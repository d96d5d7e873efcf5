import { describe, expect, test } from 'vitest'
import { CASE_ROLES, ROLES, type Role } from '../../../core/kernel/access.ts'
import { sessionPerson } from '../../../tests/session-answer.ts'
import { placesOf, type Whose } from './places.ts'

const ADDRESSES = ['due', 'sites', 'plans', 'sources', 'find', 'requests', 'shares', 'notes', 'policy', 'keeping', 'glasses', 'people', 'looks', 'waiting', 'me'].map((name) => `/${name}`)
const namesOf = (person: Whose): readonly string[] => placesOf(person, ADDRESSES, (id) => id).map(({ id }) => id.slice(1))
const of = (role: Role): readonly string[] => namesOf(sessionPerson(role))

describe('the places of somebody', () => {
  test('of an NGO are what was passed to it and its own notes', () => {
    expect(of('case-worker')).toEqual(['shares', 'notes', 'waiting', 'me'])
    expect(of('shelter-worker')).toEqual(['shares', 'notes', 'waiting', 'me'])
  })

  test('of a social service are its plans and no list of sites or sources, which the policies leave empty', () => {
    const social = { ...sessionPerson('interviewer', { may: ['see-cases', 'see-shares', 'keep-notes'] }), organisation: { id: 'invented-social', kind: 'social-service' as const, name: 'Invented service' } }
    expect(namesOf(social)).toEqual(['due', 'plans', 'shares', 'notes', 'policy', 'waiting', 'me'])
  })

  test.each([
    ['administrator', ['people', 'looks', 'me']],
    ['analyst', ['due', 'sites', 'plans', 'sources', 'find', 'shares', 'policy', 'waiting', 'me']],
    ['planner', ['due', 'sites', 'plans', 'sources', 'shares', 'policy', 'keeping', 'waiting', 'me']],
    ['prosecutor', ['due', 'sites', 'plans', 'sources', 'shares', 'policy', 'keeping', 'waiting', 'me']],
    ['oversight', ['due', 'sites', 'plans', 'sources', 'requests', 'shares', 'policy', 'keeping', 'glasses', 'looks', 'waiting', 'me']],
  ] as const)('of the %s are what the policies let them do', (role, places) => expect(of(role)).toEqual(places))

  test('are never none, and only whoever sees cases has a list of them', () => {
    for (const role of ROLES) expect([role, of(role).length > 1, of(role).includes('plans')]).toEqual([role, true, sessionPerson(role).may.includes('see-cases')])
    for (const role of CASE_ROLES) expect(of(role)).not.toContain('people')
  })

  test('are shown only where there is a page, and each has a letter of its own', () => {
    expect(placesOf(sessionPerson('analyst'), ['/sites', '/people'], (id) => id).map(({ id }) => id)).toEqual(['/sites'])
    const all = new Map(ROLES.flatMap((role) => placesOf(sessionPerson(role), ADDRESSES, (id) => id)).map(({ key, id }) => [id, key]))
    expect(new Set(all.values()).size).toBe(all.size)
  })
})
