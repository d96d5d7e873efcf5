import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemIn } from '../../tests/application.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice, OWN_PASSWORD } from '../../tests/office-cast.ts'
import { askedAtTheDoor, codeAt, codeOf, waysOf, withPasskey, withSecondFactor } from '../../tests/sign-in-cast.ts'
import { withWays } from '../../tests/ways-cast.ts'
import { DeviceCodeShape, DevicesShape } from '../../wire/office/devices.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const NAME = 'invented.analyst'

/** An office that asks for enrolled devices, unless it is told otherwise, with an administrator and an analyst signed in from before. */
async function asking(engine: (typeof ENGINES)[number], devices: 'asked' | 'not-asked' = 'asked') {
  const given = await freshOffice(engine)
  const browser = withWays(given, { devices })
  const [administrator, analyst] = [await asAdministrator(given), await asColleague(given, 'analyst')]
  const allow = async (person = analyst.id, name = 'Station, second room') => DeviceCodeShape.parse(await (await administrator.post(`/api/people/${person}/device`, { name })).json())
  const devicesNow = async () => DevicesShape.parse(await (await administrator.get('/api/devices')).json()).devices
  const enrolled = async () => {
    const at = browser()
    await at.signIn(NAME, OWN_PASSWORD)
    expect(await codeOf(at.post('/api/session/device', { code: (await allow()).code }))).toBe(200)
    return at
  }
  return { given, browser, administrator, analyst, allow, devicesNow, enrolled }
}

describe.each(ENGINES)('an enrolled device on %s', (engine) => {
  test('is the only place to sign in from where the unit asks for it, and a stolen password alone signs in from nowhere else', async () => {
    const { given, browser, enrolled } = await asking(engine)
    const thief = browser('203.0.113.7')
    expect(await problemIn(await thief.signIn(NAME, OWN_PASSWORD))).toMatchObject({ status: 403, code: 'session/device-unknown', expected: expect.stringContaining('administrator') })
    expect([thief.jar.has('daylight'), await codeOf(thief.get('/api/session/ways'))]).toEqual([false, 'session/not-signed-in'])
    expect(await codeOf(thief.post('/api/session/device', { code: 'abcde-fghjk-mnpqr' }))).toBe('session/device-code-wrong')
    const at = await enrolled()
    expect(await waysOf(at)).toMatchObject({ device: 'Station, second room', history: [{ what: 'device-enrolled', by: 'oneself' }, { what: 'device-allowed', by: 'administrator' }] })
    expect((await waysOf(at)).sessions.find(({ current }) => current === 'yes')).toMatchObject({ device: 'Station, second room', provedBy: 'password' })
    given.clock.pass(3_600_000)
    expect(await codeOf(at.signIn(NAME, OWN_PASSWORD))).toBe(200)
  })

  test('tells nothing of itself before who somebody is was right', async () => {
    const { given, browser, enrolled } = await asking(engine)
    const at = await enrolled()
    const wrong = [await problemIn(await at.signIn(NAME, 'not it at all')), await problemIn(await browser().signIn(NAME, 'not it at all'))]
    expect(wrong[0]).toEqual(wrong[1])
    await withSecondFactor(at, given.clock.now)
    expect(await codeOf(browser().signIn(NAME, OWN_PASSWORD))).toBe('session/code-needed')
    expect(await codeOf(browser().post('/api/session', { name: NAME, password: OWN_PASSWORD, code: '000000' }))).toBe('session/code-wrong')
  })

  test('serves everybody of its organisation, and nobody of another', async () => {
    const { given, administrator, enrolled } = await asking(engine)
    const at = await enrolled()
    await asColleague(given, 'planner')
    expect(await codeOf(at.signIn('invented.planner', OWN_PASSWORD))).toBe(200)
    const added = await administrator.post('/api/organisations', { kind: 'ngo', name: 'River shelter' })
    const { id } = (await added.json()) as { readonly id: string }
    await asColleague(given, 'case-worker', 'invented.worker', { id, kind: 'ngo' } as never)
    expect(await codeOf(at.signIn('invented.worker', OWN_PASSWORD))).toBe('session/device-unknown')
  })

  test('is revoked by the administrator, which ends what was begun on it and nothing else', async () => {
    const { browser, administrator, analyst, devicesNow, enrolled } = await asking(engine)
    const [one, other] = [await enrolled(), await enrolled()]
    const id = (await devicesNow())[0]?.id ?? ''
    const isFirst = async () => (await codeOf(one.get('/api/session/ways'))) === 'session/not-signed-in'
    expect(await codeOf(administrator.post(`/api/devices/${id}/revoke`))).toBe(200)
    expect((await devicesNow()).find((device) => device.id === id)).toMatchObject({ revokedAt: expect.any(String), allowedBy: 'Administrator', enrolledBy: 'Invented analyst' })
    const [ended, running] = (await isFirst()) ? [one, other] : [other, one]
    expect([await codeOf(ended.get('/api/session/ways')), await codeOf(running.get('/api/session/ways')), await codeOf(analyst.get('/api/session/ways'))]).toEqual(['session/not-signed-in', 200, 200])
    expect(await codeOf(ended.signIn(NAME, OWN_PASSWORD))).toBe('session/device-unknown')
    expect(await codeOf(browser(undefined, Object.fromEntries(ended.jar)).signIn(NAME, OWN_PASSWORD))).toBe('session/device-unknown')
    expect(await codeOf(administrator.post(`/api/devices/${id}/revoke`))).toBe('devices/not-here')
    expect(await codeOf(administrator.post('/api/devices/nobody/revoke'))).toBe('devices/not-here')
  })

  test('is made by a code once, within the hour, by the person it was handed to', async () => {
    const { given, browser, allow, analyst } = await asking(engine)
    const planner = await asColleague(given, 'planner')
    const shown = async (name: string) => {
      const at = browser()
      await at.signIn(name, OWN_PASSWORD)
      return at
    }
    const [replaced, used, late] = [await allow(), await allow(), async () => allow()]
    expect(await codeOf((await shown(NAME)).post('/api/session/device', { code: replaced.code }))).toBe('session/device-code-wrong')
    expect(await codeOf((await shown('invented.planner')).post('/api/session/device', { code: used.code }))).toBe('session/device-code-wrong')
    const twice = await Promise.all([await shown(NAME), await shown(NAME)].map((at) => codeOf(at.post('/api/session/device', { code: ` ${used.code.toUpperCase()} ` }))))
    expect(twice.map(String).toSorted()).toEqual(['200', 'session/device-code-wrong'])
    const afterwards = await late()
    given.clock.pass(3_600_000)
    expect(await codeOf((await shown(NAME)).post('/api/session/device', { code: afterwards.code }))).toBe('session/device-code-wrong')
    expect([planner.id === analyst.id, Date.parse(afterwards.until) - given.clock.now()]).toEqual([false, 0])
  })

  test('what was shown before the code is good for five minutes, once, and not after its owner was changed', async () => {
    const { given, browser, allow, analyst } = await asking(engine)
    const [late, copied] = [browser(), browser()]
    for (const at of [late, copied]) await at.signIn(NAME, OWN_PASSWORD)
    const before = Object.fromEntries(copied.jar)
    expect(await codeOf(copied.post('/api/session/device', { code: (await allow()).code }))).toBe(200)
    expect(await codeOf(browser(undefined, before).post('/api/session/device', { code: (await allow()).code }))).toBe('session/wrong')
    const { code } = await allow()
    given.clock.pass(300_000)
    expect(await codeOf(late.post('/api/session/device', { code }))).toBe('session/wrong')
    const changed = browser()
    await changed.signIn(NAME, OWN_PASSWORD)
    await given.office.cases.desk.db.updateTable('people').set({ changed_at: given.clock.now() }).where('id', '=', analyst.id).execute()
    expect(await codeOf(changed.post('/api/session/device', { code }))).toBe('session/wrong')
    expect(await codeOf(browser().post('/api/session/device', { code }))).toBe('session/wrong')
  })
})

describe('a browser', () => {
  test('is known by a cookie that no script reads and no other site sends, of which a digest is kept', async () => {
    const { given, browser, allow } = await asking('sqlite')
    const at = browser()
    const refused = await at.signIn(NAME, OWN_PASSWORD)
    expect(refused.headers.get('set-cookie')).toMatch(/^daylight-proved=[\w-]+; Max-Age=300; Path=\/; HttpOnly; SameSite=Strict$/)
    const { code } = await allow()
    const response = await at.post('/api/session/device', { code })
    expect(response.headers.getSetCookie()).toEqual(expect.arrayContaining([expect.stringMatching(/^daylight-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/)]))
    const rows = JSON.stringify([await given.office.cases.desk.db.selectFrom('devices').selectAll().execute(), await given.office.cases.desk.db.selectFrom('device_enrolments').selectAll().execute()])
    for (const secret of [at.jar.get('daylight-device') ?? 'none', code, code.replaceAll('-', '')]) expect(rows).not.toContain(secret)
    expect([at.jar.has('daylight-proved'), given.logged.join('\n').includes(code)]).toEqual([false, false])
  })

  test('is held to this host and to TLS where people come by it', async () => {
    const { given, allow } = await asking('sqlite')
    const at = withWays(given, { devices: 'asked', reach: { origin: 'https://daylight.example', proxies: ['127.0.0.1'] } })()
    const byTls = (path: string, body: object) => at.ask('POST', path, body, { host: 'daylight.example' })
    expect((await byTls('/api/session', { name: NAME, password: OWN_PASSWORD })).headers.get('set-cookie')).toMatch(/^__Host-daylight-proved=[\w-]+; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    const cookies = (await byTls('/api/session/device', { code: (await allow()).code })).headers.getSetCookie()
    expect(cookies).toEqual(expect.arrayContaining([expect.stringMatching(/^__Host-daylight-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/)]))
    expect(await codeOf(byTls('/api/session', { name: NAME, password: OWN_PASSWORD }))).toBe(200)
  })

  test('is asked for after a passkey too, and after a code, which nobody types twice', async () => {
    const { given, browser, allow, enrolled } = await asking('sqlite')
    const at = await enrolled()
    const device = await withPasskey(at)
    const elsewhere = browser()
    expect(await codeOf(elsewhere.post('/api/session/passkey', device.answer(await askedAtTheDoor(elsewhere))))).toBe('session/device-unknown')
    expect(await codeOf(elsewhere.post('/api/session/device', { code: (await allow()).code }))).toBe(200)
    expect((await waysOf(elsewhere)).sessions.find(({ current }) => current === 'yes')?.provedBy).toBe('passkey')
    const { secret } = await withSecondFactor(elsewhere, given.clock.now)
    given.clock.pass(30_000)
    const third = browser()
    expect(await codeOf(third.post('/api/session', { name: NAME, password: OWN_PASSWORD, code: codeAt(secret, given.clock.now()) }))).toBe('session/device-unknown')
    expect(await codeOf(third.post('/api/session/device', { code: (await allow()).code }))).toBe(200)
    expect((await waysOf(third)).sessions.find(({ current }) => current === 'yes')?.provedBy).toBe('code')
  })

  test('keeps its device over the change of a password', async () => {
    const { enrolled } = await asking('sqlite')
    const at = await enrolled()
    expect(await codeOf(at.post('/api/session/password', { old: OWN_PASSWORD, new: 'nine hills behind the town' }))).toBe(200)
    expect((await waysOf(at)).sessions).toMatchObject([{ device: 'Station, second room' }])
  })

  test('guesses no code: tries are slowed for the person, wherever they are typed', async () => {
    const { browser, allow } = await asking('sqlite')
    const at = browser()
    await at.signIn(NAME, OWN_PASSWORD)
    const { code } = await allow()
    for (let tries = 0; tries < 6; tries += 1) await at.post('/api/session/device', { code: 'abcde-fghjk-mnpqr' })
    const elsewhere = browser('198.51.100.3')
    await elsewhere.signIn(NAME, OWN_PASSWORD)
    expect(await codeOf(elsewhere.post('/api/session/device', { code }))).toBe('session/slow-down')
  })

  test('is enrolled where the unit does not ask for it too, by whoever is signed in there, and nobody is kept out for lack of it', async () => {
    const { given, browser, allow, devicesNow } = await asking('sqlite', 'not-asked')
    const at = browser()
    expect(await codeOf(at.signIn(NAME, OWN_PASSWORD))).toBe(200)
    expect((await waysOf(at)).device).toBeNull()
    expect(await codeOf(at.post('/api/session/ways/device', { code: 'abcde-fghjk-mnpqr' }))).toBe('session/device-code-wrong')
    expect(await codeOf(at.post('/api/session/ways/device', { code: (await allow()).code }))).toBe(200)
    expect(await waysOf(at)).toMatchObject({ device: 'Station, second room', sessions: expect.arrayContaining([expect.objectContaining({ current: 'yes', device: 'Station, second room' })]) })
    given.clock.pass(360_000)
    expect(await codeOf(at.post('/api/session/ways/device', { code: 'abcde-fghjk-mnpqr' }))).toBe('session/step-up')
    expect(await devicesNow()).toHaveLength(1)
  })

  test('is let in by the administrator alone, once they have shown anew who they are', async () => {
    const { given, administrator, analyst } = await asking('sqlite')
    const acts = [['POST', `/api/people/${analyst.id}/device`], ['POST', '/api/devices/some/revoke'], ['GET', '/api/devices']] as const
    for (const [method, path] of acts) expect([path, (await analyst.ask(method, path, method === 'GET' ? undefined : { name: 'Mine' })).status]).toEqual([path, 403])
    expect(await codeOf(administrator.post('/api/people/nobody/device', { name: 'X' }))).toBe('people/not-here')
    await administrator.post(`/api/people/${analyst.id}/leave`)
    expect(await codeOf(administrator.post(`/api/people/${analyst.id}/device`, { name: 'X' }))).toBe('people/has-left')
    given.clock.pass(6 * 60_000)
    for (const [method, path] of acts.slice(0, 2)) expect([path, await codeOf(administrator.ask(method, path, { name: 'X' }))]).toEqual([path, 'session/step-up'])
  })
})
