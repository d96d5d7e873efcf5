import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemIn } from '../../tests/application.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice, OWN_PASSWORD, type Browser } from '../../tests/office-cast.ts'
import { codeOf } from '../../tests/sign-in-cast.ts'
import { HandOverShape, WaitingShape } from '../../wire/office/people.ts'
import { SessionShape } from '../../wire/office/session.ts'
import { API } from '../api/operations.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

type Given = Awaited<ReturnType<typeof freshOffice>>

/** Somebody whom the administrator adds, and who chooses a password of their own: the way of everybody who comes. */
async function arrives(given: Given, administrator: Browser, person: Readonly<Record<string, string>>): Promise<Browser & { readonly id: string }> {
  const handed = HandOverShape.parse(await (await administrator.post('/api/people', { name: 'Invented newcomer', ...person })).json())
  const at = given.browser()
  await at.signIn(handed.person.signInName, handed.oneTimePassword)
  await at.post('/api/session/password', { old: handed.oneTimePassword, new: OWN_PASSWORD })
  return { ...at, id: handed.person.id }
}

const personAt = async (at: Browser) => SessionShape.parse(await (await at.get('/api/session')).json()).person
const waitingFor = async (at: Browser) => WaitingShape.parse(await (await at.get('/api/people/waiting')).json()).waiting

describe.each(ENGINES)('somebody who is added on %s', (engine) => {
  test('opens nothing until a colleague of the same organisation vouches for them, and everything of their role from then on', async () => {
    const given = await freshOffice(engine)
    const [administrator, analyst, worker] = [await asAdministrator(given), await asColleague(given, 'analyst'), await asColleague(given, 'case-worker')]
    const newcomer = await arrives(given, administrator, { signInName: 'invented.newcomer', role: 'planner' })
    expect(await personAt(newcomer)).toMatchObject({ vouched: 'no', may: [], organisation: { id: 'unit', kind: 'police', name: 'The unit' } })
    expect(await codeOf(newcomer.get('/api/sites'))).toBe('session/not-vouched')
    expect([await waitingFor(analyst), await waitingFor(worker)]).toMatchObject([[{ id: newcomer.id, name: 'Invented newcomer', role: 'planner', password: 'own' }], []])
    expect(await codeOf(worker.post(`/api/people/${newcomer.id}/vouch`))).toBe('people/not-here')
    expect(await codeOf(administrator.post(`/api/people/${newcomer.id}/vouch`))).toBe('people/may-not-vouch')
    expect(await codeOf(administrator.get('/api/people/waiting'))).toBe('people/may-not-vouch')
    expect(await codeOf(newcomer.post(`/api/people/${newcomer.id}/vouch`))).toBe('session/not-vouched')
    expect(WaitingShape.parse(await (await analyst.post(`/api/people/${newcomer.id}/vouch`)).json())).toEqual({ waiting: [] })
    expect(await personAt(newcomer)).toMatchObject({ vouched: 'yes', may: expect.arrayContaining(['open-plan']) })
    expect((await newcomer.get('/api/sites')).status).toBe(200)
  })

  test('and whose password an administrator takes over, opens nothing again', async () => {
    const given = await freshOffice(engine)
    const [administrator, analyst] = [await asAdministrator(given), await asColleague(given, 'analyst')]
    await asColleague(given, 'planner')
    const { oneTimePassword } = HandOverShape.parse(await (await administrator.post(`/api/people/${analyst.id}/password`)).json())
    const sockPuppet = given.browser()
    await sockPuppet.signIn('invented.analyst', oneTimePassword)
    await sockPuppet.post('/api/session/password', { old: oneTimePassword, new: OWN_PASSWORD })
    expect(await personAt(sockPuppet)).toMatchObject({ role: 'analyst', vouched: 'no', may: [] })
    expect(await codeOf(sockPuppet.get('/api/sites'))).toBe('session/not-vouched')
  })
})

/** What concerns the session itself. Adding a way of signing in does not: whoever made the account would keep one after it was handed over. */
const OF_THE_SESSION = ['/api/session/password', '/api/session/ways', '/api/session/sessions', '/api/session/sessions/{id}', '/api/session/step-up', '/api/session/step-up/asked']

test('before anybody vouches, every address of the API that needs a session is refused but those of the session itself, and no way of signing in is added', async () => {
  const given = await freshOffice('sqlite')
  const administrator = await asAdministrator(given)
  await asColleague(given, 'analyst')
  const newcomer = await arrives(given, administrator, { signInName: 'invented.newcomer', role: 'authorising-officer' })
  const refused = API.filter(({ needs, path }) => needs === 'a-session' && !OF_THE_SESSION.includes(path))
  for (const { method, path, within = [] } of refused) {
    const address = within.reduce((filled, { name, example }) => filled.replace(`{${name}}`, example), path as string)
    expect([method, address, await problemIn(await newcomer.ask(method, address))]).toMatchObject([method, address, { status: 403, code: 'session/not-vouched' }])
  }
  expect([refused.length > 25, refused.filter(({ path }) => path.startsWith('/api/session')).length > 5]).toEqual([true, true])
  expect((await newcomer.get('/api/session/ways')).status).toBe(200)
})

test('vouching asks whoever vouches once more who they are', async () => {
  const given = await freshOffice('sqlite')
  const [administrator, analyst] = [await asAdministrator(given), await asColleague(given, 'analyst')]
  const newcomer = await arrives(given, administrator, { signInName: 'invented.newcomer', role: 'planner' })
  given.clock.pass(6 * 60_000)
  expect(await codeOf(analyst.post(`/api/people/${newcomer.id}/vouch`))).toBe('session/step-up')
})
