import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemIn } from '../../tests/application.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asAdministrator, asColleague, browser, closeOffices, freshOffice, OWN_PASSWORD } from '../../tests/office-cast.ts'
import { SessionShape } from '../../wire/office/session.ts'
import type { HandOverSent } from '../../wire/office/people.ts'
import { firstSignIn } from '../people/first-start.ts'
import { beginSession, IDLE_MS, LONGEST_MS } from './sessions.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('a session on %s', (engine) => {
  test('begins with a one-time password, which is good for choosing another and for nothing else', async () => {
    const given = await freshOffice(engine)
    const first = await firstSignIn(given.office.cases.desk, given.office.now)
    const at = given.browser()
    expect(await problemIn(await at.post('/api/people', {}))).toMatchObject({ status: 401, code: 'session/not-signed-in' })
    const begun = await at.signIn(' ADMINISTRATOR ', (first?.oneTimePassword ?? '').toUpperCase().replaceAll('-', ' '))
    expect(SessionShape.parse(await begun.json())).toMatchObject({ person: { name: 'Administrator', role: 'administrator', mustChangePassword: 'yes' } })
    expect(await problemIn(await at.get('/api/people'))).toMatchObject({ status: 403, code: 'session/must-change-password' })
    const [before] = [at.cookie()]
    const changed = await at.post('/api/session/password', { old: first?.oneTimePassword, new: OWN_PASSWORD })
    expect(await changed.json()).toMatchObject({ person: { mustChangePassword: 'no' } })
    expect(at.cookie()).not.toBe(before)
    expect((await at.get('/api/people')).status).toBe(200)
    expect(await problemIn(await given.browser().signIn('administrator', first?.oneTimePassword ?? ''))).toMatchObject({ status: 401, code: 'session/wrong' })
  })

  test('is nobody’s before and after, and signing out twice is no error', async () => {
    const given = await freshOffice(engine)
    const at = given.browser()
    expect(await (await at.get('/api/session')).json()).toEqual({ person: null })
    const administrator = await asAdministrator(given)
    const cookie = administrator.cookie()
    expect(await (await administrator.ask('DELETE', '/api/session')).json()).toEqual({ person: null })
    expect(await (await administrator.ask('DELETE', '/api/session')).json()).toEqual({ person: null })
    expect(await problemIn(await at.ask('GET', '/api/people', undefined, { cookie }))).toMatchObject({ status: 401, code: 'session/not-signed-in' })
  })

  test('ends after half an hour in which nothing was asked, and after twelve hours in any case', async () => {
    const given = await freshOffice(engine)
    const at = await asAdministrator(given)
    const isIn = async () => (await at.get('/api/people')).status === 200
    given.clock.pass(IDLE_MS - 1)
    expect(await isIn()).toBe(true)
    given.clock.pass(IDLE_MS)
    expect(await isIn()).toBe(false)
    await at.signIn('administrator', OWN_PASSWORD)
    for (let passed = 0; passed + IDLE_MS / 2 < LONGEST_MS; passed += IDLE_MS / 2) {
      given.clock.pass(IDLE_MS / 2)
      expect(await isIn()).toBe(true)
    }
    given.clock.pass(IDLE_MS / 2)
    expect(await isIn()).toBe(false)
  })

  test('ends at once when its owner leaves, or is given a new password, or chooses one elsewhere', async () => {
    const given = await freshOffice(engine)
    const administrator = await asAdministrator(given)
    const analyst = await asColleague(given, 'analyst')
    const who = async (at: typeof administrator) => ((await (await at.get('/api/session')).json()) as { person: object | null }).person
    const elsewhere = given.browser()
    await elsewhere.signIn('invented.analyst', OWN_PASSWORD)
    expect(await who(elsewhere)).not.toBeNull()
    await elsewhere.post('/api/session/password', { old: OWN_PASSWORD, new: 'another boat on the river' })
    expect([await who(analyst), await who(elsewhere)]).toMatchObject([null, { role: 'analyst' }])
    const { oneTimePassword } = (await (await administrator.post(`/api/people/${analyst.id}/password`)).json()) as HandOverSent
    expect(await who(elsewhere)).toBeNull()
    await elsewhere.signIn('invented.analyst', oneTimePassword)
    expect(await who(elsewhere)).toMatchObject({ mustChangePassword: 'yes' })
    expect(await (await administrator.post(`/api/people/${analyst.id}/leave`)).json()).toMatchObject({ leftAt: expect.any(String) })
    expect(await who(elsewhere)).toBeNull()
    expect((await elsewhere.signIn('invented.analyst', oneTimePassword)).status).toBe(401)
  })

  test('is kept as a digest, in a cookie that no script reads and no other site sends', async () => {
    const given = await freshOffice(engine)
    const administrator = await asAdministrator(given)
    const response = await given.browser().signIn('administrator', OWN_PASSWORD)
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^daylight=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
    const rows = JSON.stringify(await given.office.cases.desk.db.selectFrom('sessions').selectAll().execute())
    expect(rows).not.toContain(administrator.cookie().split('=')[1])
  })

  test('is held to this host and to TLS where whoever runs the server says that people come by it, and no header says so', async () => {
    const given = await freshOffice(engine)
    const administrator = await asAdministrator(given)
    const claimed = await given.browser().ask('POST', '/api/session', { name: 'administrator', password: OWN_PASSWORD }, { 'x-forwarded-proto': 'https', forwarded: 'proto=https' })
    expect(claimed.headers.get('set-cookie')).not.toMatch(/Secure|__Host/)
    const byTls = () => browser(given.reachedBy({ origin: 'https://daylight.example', proxies: ['127.0.0.1'] }), '192.0.2.1')
    const response = await byTls().ask('POST', '/api/session', { name: 'administrator', password: OWN_PASSWORD }, { host: 'daylight.example' })
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-daylight=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    const fixed = await byTls().ask('GET', '/api/session', undefined, { host: 'daylight.example', cookie: administrator.cookie() })
    expect(await fixed.json()).toEqual({ person: null })
  })

  test('is not left behind by whoever signs in again', async () => {
    const given = await freshOffice(engine)
    const at = await asAdministrator(given)
    const before = at.cookie()
    await at.signIn('administrator', OWN_PASSWORD)
    expect(await (await given.browser().ask('GET', '/api/session', undefined, { cookie: before })).json()).toEqual({ person: null })
  })
})

describe('choosing a password', () => {
  test.each([
    ['short words', 'reading/wrong-value'],
    ['invented.analyst', 'session/password-unfit'],
    ['Invented Analyst', 'session/password-unfit'],
    [OWN_PASSWORD, 'session/password-unfit'],
    ['abababababab', 'session/password-unfit'],
  ])('%s is refused as %s', async (fresh, code) => {
    const given = await freshOffice('sqlite')
    const analyst = await asColleague(given, 'analyst')
    const problem = await problemIn(await analyst.post('/api/session/password', { old: OWN_PASSWORD, new: fresh }))
    expect(problem).toMatchObject({ status: 422, code })
    expect((await given.browser().signIn('invented.analyst', OWN_PASSWORD)).status).toBe(200)
  })

  test('asks for the one in use', async () => {
    const at = await asAdministrator(await freshOffice('sqlite'))
    expect(await problemIn(await at.post('/api/session/password', { old: 'not the one in use', new: 'another boat on the river' }))).toMatchObject({ status: 401, code: 'session/wrong' })
  })

  test('in letters that are not Latin is choosing another', async () => {
    const at = await asAdministrator(await freshOffice('sqlite'))
    await at.post('/api/session/password', { old: OWN_PASSWORD, new: 'семь лодок на реке' })
    expect((await at.post('/api/session/password', { old: 'семь лодок на реке', new: 'пять домов у моря' })).status).toBe(200)
  })
})

describe('what changes something', () => {
  const foreign: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['without the header of our own pages', { 'x-daylight': '' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from another port', { origin: 'http://localhost:9999' }],
    ['from a page without an origin', { origin: 'null' }],
    ['that a browser says is another site’s', { 'sec-fetch-site': 'cross-site' }],
    ['that a browser says is a neighbour’s', { 'sec-fetch-site': 'same-site' }],
  ]
  test.each(foreign)('is refused %s', async (_name, headers) => {
    const given = await freshOffice('sqlite')
    const at = await asAdministrator(given)
    for (const [method, path, body] of [['POST', '/api/session', {}], ['DELETE', '/api/session', undefined], ['POST', '/api/session/password', {}], ['POST', '/api/people', {}], ['POST', '/api/people/1/leave', undefined]] as const)
      expect([path, await problemIn(await at.ask(method, path, body, headers))]).toMatchObject([path, { status: 403, code: 'session/other-origin' }])
    expect((await at.get('/api/people')).status).toBe(200)
  })

  test('is accepted from a page of this server', async () => {
    const at = await asAdministrator(await freshOffice('sqlite'))
    expect((await at.ask('POST', '/api/people', { signInName: 'a', name: 'A', role: 'planner' }, { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })
})

test('no session begins under a password that was changed while it was looked at, nor for somebody who has left meanwhile', async () => {
  const given = await freshOffice('sqlite')
  const analyst = await asColleague(given, 'analyst')
  const { desk } = given.office.cases
  const { password_hash: passwordHash } = await desk.db.selectFrom('people').select('password_hash').where('id', '=', analyst.id).executeTakeFirstOrThrow()
  const begin = (hash: string) => beginSession(desk, given.clock.now, { id: analyst.id, passwordHash: hash })
  expect([await begin('another'), typeof (await begin(passwordHash))]).toEqual([null, 'string'])
  await desk.db.updateTable('people').set({ left_at: given.clock.now() }).where('id', '=', analyst.id).execute()
  expect(await begin(passwordHash)).toBeNull()
  expect(await (await analyst.get('/api/session')).json()).toEqual({ person: null })
})
