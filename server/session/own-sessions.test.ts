import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asColleague, closeOffices, freshOffice, OWN_PASSWORD } from '../../tests/office-cast.ts'
import { codeOf, waysOf } from '../../tests/sign-in-cast.ts'
import { coarse } from './caller.ts'
import { IDLE_MS } from './sessions.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('somebody’s own sessions on %s', (engine) => {
  const office = async () => {
    const given = await freshOffice(engine)
    const at = await asColleague(given, 'analyst')
    const elsewhere = given.browser('203.0.113.77')
    given.clock.pass(120_000)
    await elsewhere.signIn('invented.analyst', OWN_PASSWORD)
    return { given, at, elsewhere, ...given.clock }
  }

  test('are told with where they were begun, coarsely, and which one asks', async () => {
    const { at, elsewhere, now } = await office()
    const { sessions } = await waysOf(elsewhere)
    expect(sessions.map(({ from, current }) => [from, current])).toEqual(expect.arrayContaining([['203.0.113.*', 'yes'], ['this-machine', 'no']]))
    expect(sessions.find(({ current }) => current === 'yes')).toMatchObject({ begunAt: new Date(now()).toISOString(), provedBy: 'password' })
    const told = JSON.stringify(sessions)
    for (const browser of [at, elsewhere]) expect(told).not.toContain(browser.cookie().split('=')[1])
    expect(told).not.toContain('113.77')
  })

  test('are ended one by one or all but this one, and a cookie that was taken opens nothing after that', async () => {
    const { given, at, elsewhere } = await office()
    const stolen = given.browser('198.51.100.1', elsewhere.cookie())
    expect(await codeOf(stolen.get('/api/session/ways'))).toBe(200)
    const { sessions } = await waysOf(at)
    expect(await codeOf(at.ask('DELETE', `/api/session/sessions/${sessions.find(({ current }) => current === 'no')?.id}`))).toBe(200)
    for (const browser of [stolen, elsewhere]) expect(await codeOf(browser.get('/api/session/ways'))).toBe('session/not-signed-in')
    await elsewhere.signIn('invented.analyst', OWN_PASSWORD)
    expect(await codeOf(at.ask('DELETE', '/api/session/sessions'))).toBe(200)
    expect(await codeOf(elsewhere.get('/api/session/ways'))).toBe('session/not-signed-in')
    expect((await waysOf(at)).sessions).toHaveLength(1)
  })

  test('are nobody else’s to see or end', async () => {
    const { given, at } = await office()
    const planner = await asColleague(given, 'planner')
    expect((await waysOf(planner)).sessions).toHaveLength(1)
    const [own] = (await waysOf(at)).sessions.filter(({ current }) => current === 'yes')
    expect(await codeOf(planner.ask('DELETE', `/api/session/sessions/${own?.id}`))).toBe(200)
    expect(await codeOf(at.get('/api/session/ways'))).toBe(200)
  })

  test('are not kept alive by a page that nobody touches', async () => {
    const { at, pass } = await office()
    const alone = (headers: Readonly<Record<string, string>>) => codeOf(at.ask('GET', '/api/session/ways', undefined, headers))
    for (let passed = 0; passed + 300_000 < IDLE_MS - 120_000; passed += 300_000) {
      pass(300_000)
      expect(await alone({ 'x-daylight-unattended': '1' })).toBe(200)
      expect(await alone({ accept: 'text/event-stream' })).toBe(200)
    }
    pass(300_000)
    expect(await alone({ 'x-daylight-unattended': '1' })).toBe('session/not-signed-in')
    expect(await (await at.get('/api/session')).json()).toEqual({ person: null })
  })
})

test('of an address its network is told', () => {
  expect(['192.0.2.17', '2001:db8:1:2', 'this-machine'].map(coarse)).toEqual(['192.0.2.*', '2001:db8:1::', 'this-machine'])
})
