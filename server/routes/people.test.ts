import { afterEach, describe, expect, test } from 'vitest'
import { problemIn } from '../../tests/application.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { CASE_ROLES } from '../../core/kernel/access.ts'
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
  })
})

test('nobody else sees or changes who works here', async () => {
  const given = await freshOffice('sqlite')
  for (const role of CASE_ROLES) {
    const colleague = await asColleague(given, role)
    for (const [method, path] of [['GET', '/api/people'], ['POST', '/api/people'], ['POST', `/api/people/${colleague.id}/password`], ['POST', `/api/people/${colleague.id}/leave`]] as const)
      expect([path, await problemIn(await colleague.ask(method, path))]).toMatchObject([path, { status: 403, code: 'session/role' }])
  }
})
