import { afterEach, describe, expect, test } from 'vitest'
import { problemIn } from '../../tests/application.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { CASE_ROLES } from '../../core/kernel/access.ts'
import { OrganisationShape, OrganisationsShape } from '../../wire/office/organisations.ts'
import { HandOverShape, PeopleShape, PersonShape } from '../../wire/office/people.ts'

afterEach(closeOffices)

describe('the administrator', () => {
  test('adds people, who stand in the list with what they are, and hands over a password that is told once', async () => {
    const given = await freshOffice('sqlite')
    const administrator = await asAdministrator(given)
    const handed = HandOverShape.parse(await (await administrator.post('/api/people', { signInName: ' Invented.Planner ', name: 'Invented Planner', role: 'planner' })).json())
    expect(handed.person).toMatchObject({ signInName: 'invented.planner', role: 'planner', password: 'one-time', leftAt: null })
    const list = await (await administrator.get('/api/people')).text()
    expect(PeopleShape.parse(JSON.parse(list)).people.map(({ signInName }) => signInName)).toEqual(['administrator', 'invented.planner'])
    expect(list).not.toMatch(new RegExp(`${handed.oneTimePassword}|argon2|hash`))
    expect(PersonShape.parse(await (await administrator.post(`/api/people/${handed.person.id}/leave`)).json()).leftAt).not.toBeNull()
  })

  test('is told why not', async () => {
    const given = await freshOffice('sqlite')
    const at = await asAdministrator(given)
    const codeOf = async (response: Promise<Response>) => (await problemIn(await response)).code
    const me = PeopleShape.parse(await (await at.get('/api/people')).json()).people[0]?.id
    expect(await codeOf(at.post('/api/people', { signInName: 'ADMINISTRATOR', name: 'A', role: 'planner' }))).toBe('people/name-taken')
    expect(await codeOf(at.post('/api/people/nobody/password'))).toBe('people/not-here')
    expect(await codeOf(at.post(`/api/people/${me}/leave`))).toBe('people/last-administrator')
    for (const wrong of [{ signInName: 'two words' }, { signInName: '' }, { name: ' ' }, { role: 'chief' }, { surprise: 'x' }, { signInName: 'a\u202eb' }])
      expect((await at.post('/api/people', { signInName: 'right', name: 'Right', role: 'analyst', ...wrong })).status).toBe(422)
    const inUnit = { signInName: 'right', name: 'Right', role: 'prosecutor' }
    expect(await codeOf(at.post('/api/people', inUnit))).toBe('people/role-not-in-organisation')
    expect(await codeOf(at.post('/api/people', { ...inUnit, organisation: 'nowhere' }))).toBe('people/no-such-organisation')
    expect(await codeOf(at.post(`/api/people/${me}/place`, { role: 'analyst', organisation: 'unit' }))).toBe('people/last-administrator')
    expect(await codeOf(at.post('/api/organisations/nowhere/name', { name: 'Any' }))).toBe('organisations/not-here')
    expect(await codeOf(at.post('/api/organisations', { kind: 'army', name: 'Any' }))).toBe('reading/wrong-value')
  })

  test('adds organisations, names them, and moves people among them; whoever is moved signs in anew and waits for a colleague there', async () => {
    const given = await freshOffice('sqlite')
    const [at, analyst] = [await asAdministrator(given), await asColleague(given, 'analyst')]
    await asColleague(given, 'planner')
    const shelter = OrganisationShape.parse(await (await at.post('/api/organisations', { kind: 'ngo', name: 'Invented shelter' })).json())
    expect(shelter).toMatchObject({ kind: 'ngo', name: 'Invented shelter' })
    expect(OrganisationShape.parse(await (await at.post('/api/organisations/unit/name', { name: 'Invented unit' })).json())).toEqual({ id: 'unit', kind: 'police', name: 'Invented unit', madeAt: null })
    const listed = OrganisationsShape.parse(await (await at.get('/api/organisations')).json()).organisations
    expect(listed.map(({ name }) => name)).toEqual(['Invented unit', 'Invented shelter'])
    const moved = PersonShape.parse(await (await at.post(`/api/people/${analyst.id}/place`, { role: 'planner', organisation: 'unit' })).json())
    expect(moved).toMatchObject({ role: 'planner', vouched: 'no' })
    expect((await analyst.get('/api/people/waiting')).status).toBe(401)
  })
})

test('nobody else sees or changes who works here', async () => {
  const given = await freshOffice('sqlite')
  for (const role of CASE_ROLES) {
    const colleague = await asColleague(given, role)
    for (const [method, path] of [['GET', '/api/people'], ['POST', '/api/people'], ['POST', `/api/people/${colleague.id}/password`], ['POST', `/api/people/${colleague.id}/leave`], ['POST', `/api/people/${colleague.id}/place`], ['POST', `/api/people/${colleague.id}/take-away`], ['GET', '/api/organisations'], ['POST', '/api/organisations'], ['POST', '/api/organisations/unit/name']] as const)
      expect([path, await problemIn(await colleague.ask(method, path))]).toMatchObject([path, { status: 403, code: 'access/not-permitted' }])
  }
})
