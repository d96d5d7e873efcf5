import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemIn } from '../../tests/application.ts'
import { identityProvider, type IdentityProvider, type ProviderLies } from '../../tests/identity-provider.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice, OWN_PASSWORD } from '../../tests/office-cast.ts'
import { codeAt, codeOf, waysOf, withSecondFactor } from '../../tests/sign-in-cast.ts'
import { withWays } from '../../tests/ways-cast.ts'
import { SessionShape } from '../../wire/office/session.ts'
import { ACCOUNT_BACK } from '../routes/account.ts'
import { ACCOUNT_SECONDS } from './account.ts'

let provider: IdentityProvider
beforeAll(async () => {
  sayWhatIsSkipped()
  provider = await identityProvider()
})
afterEach(async () => {
  provider.lie({})
  await closeOffices()
})
afterAll(() => provider.close())

const NAME = 'invented.analyst'
const THEIRS = 'subject-of-the-analyst'

/** An analyst who has linked their account, and browsers of strangers. */
async function linked(engine: (typeof ENGINES)[number], policy?: Parameters<typeof withWays>[1]['policy']) {
  const given = await freshOffice(engine)
  const browser = withWays(given, { provider, ...(policy && { policy }) })
  const analyst = await asColleague(given, 'analyst')
  const at = browser(undefined, { daylight: analyst.cookie().split('=')[1] ?? '' })
  expect(await codeOf(at.link(provider, THEIRS))).toBe(200)
  return { given, browser, at, analyst }
}

describe.each(ENGINES)('an account at another’s service on %s', (engine) => {
  test('signs in whoever linked it themselves, counts as a password, and stands before their eyes', async () => {
    const { browser, at } = await linked(engine)
    expect(await waysOf(at)).toMatchObject({ account: { offered: 'yes', at: new URL(provider.issuer).host, linkedAt: expect.any(String), usedAt: null }, history: [{ what: 'account-linked', by: 'oneself' }] })
    const there = browser('203.0.113.9')
    const begun = await there.signInThere(provider, THEIRS)
    expect(SessionShape.parse(await begun.json())).toMatchObject({ person: { role: 'analyst' } })
    expect((await waysOf(there)).sessions.find(({ current }) => current === 'yes')).toMatchObject({ provedBy: 'password', from: '203.0.113.*' })
    expect((await waysOf(there)).account.usedAt).not.toBeNull()
  })

  test('that nobody linked is answered as a wrong password is, and so is that of somebody who has left', async () => {
    const { given, browser, analyst } = await linked(engine)
    const wrong = await problemIn(await browser().signIn(NAME, 'not it at all'))
    expect(await problemIn(await browser().signInThere(provider, 'somebody else'))).toEqual(wrong)
    await given.office.cases.desk.db.updateTable('people').set({ left_at: given.clock.now() }).where('id', '=', analyst.id).execute()
    expect(await problemIn(await browser().signInThere(provider, THEIRS))).toEqual(wrong)
  })

  test('is good once: what was brought back is looked at one time, also in two browsers at once', async () => {
    const { browser } = await linked(engine)
    provider.lie({ codes: 'again-and-again' })
    const there = browser()
    await there.goThere(provider, THEIRS)
    const before = Object.fromEntries(there.jar)
    const copy = browser(undefined, Object.fromEntries(there.jar))
    const outcomes = await Promise.all([there, copy].map((one) => codeOf(one.post('/api/session/account', {}))))
    expect(outcomes.map(String).toSorted()).toEqual(['200', 'session/wrong'])
    expect(await codeOf(browser(undefined, before).post('/api/session/account', {}))).toBe('session/wrong')
  })

  test('belongs to one person, and a person has one', async () => {
    const { given, browser, at } = await linked(engine)
    const planner = await asColleague(given, 'planner')
    const other = browser(undefined, { daylight: planner.cookie().split('=')[1] ?? '' })
    expect(await codeOf(other.link(provider, THEIRS))).toBe('session/account-known')
    expect(await codeOf(at.link(provider, 'a second one'))).toBe('session/account-known')
  })

  test('is unlinked by its owner, whose sessions elsewhere end, and taken away by an administrator', async () => {
    const { given, browser, at, analyst } = await linked(engine)
    const there = browser()
    await there.signInThere(provider, THEIRS)
    expect(await codeOf(at.ask('DELETE', '/api/session/account/link'))).toBe(200)
    expect(await codeOf(at.ask('DELETE', '/api/session/account/link'))).toBe('session/no-such-way')
    expect(await codeOf(there.get('/api/session/ways'))).toBe('session/not-signed-in')
    expect(await codeOf(browser().signInThere(provider, THEIRS))).toBe('session/wrong')
    await at.link(provider, THEIRS)
    expect(await codeOf((await asAdministrator(given)).post(`/api/people/${analyst.id}/take-away`))).toBe(200)
    expect(await codeOf(browser().signInThere(provider, THEIRS))).toBe('session/wrong')
  })

  test('asks for a code beside it where somebody has a second factor, once, and not again for what was shown there', async () => {
    const { given, browser, at } = await linked(engine)
    const { secret } = await withSecondFactor(at, given.clock.now)
    given.clock.pass(30_000)
    const there = browser()
    expect(await codeOf(there.signInThere(provider, THEIRS))).toBe('session/code-needed')
    expect(await codeOf(there.get('/api/session/ways'))).toBe('session/not-signed-in')
    expect(await codeOf(there.post('/api/session/account', { code: '000000' }))).toBe('session/code-wrong')
    const copy = browser(undefined, Object.fromEntries(there.jar))
    expect(await codeOf(there.post('/api/session/account', { code: codeAt(secret, given.clock.now()) }))).toBe(200)
    expect((await waysOf(there)).sessions.find(({ current }) => current === 'yes')?.provedBy).toBe('code')
    given.clock.pass(30_000)
    expect(await codeOf(copy.post('/api/session/account', { code: codeAt(secret, given.clock.now()) }))).toBe('session/wrong')
  })

  test('what was shown there is worth nothing once its owner was changed, or after five minutes', async () => {
    const { given, browser, at, analyst } = await linked(engine)
    const { secret } = await withSecondFactor(at, given.clock.now)
    const late = browser()
    await late.signInThere(provider, THEIRS)
    given.clock.pass(300_000)
    expect(await codeOf(late.post('/api/session/account', { code: codeAt(secret, given.clock.now()) }))).toBe('session/wrong')
    const changed = browser()
    await changed.signInThere(provider, THEIRS)
    await given.office.cases.desk.db.updateTable('people').set({ changed_at: given.clock.now() }).where('id', '=', analyst.id).execute()
    expect(await codeOf(changed.post('/api/session/account', { code: codeAt(secret, given.clock.now()) }))).toBe('session/wrong')
  })
})

describe('what the service says', () => {
  const lies: readonly (readonly [string, ProviderLies])[] = [
    ['under another nonce', { claims: { nonce: 'another' } }],
    ['for another audience', { claims: { aud: 'another-office' } }],
    ['as another issuer', { claims: { iss: 'https://evil.example' } }],
    ['when it has run out', { claims: { exp: Math.floor(Date.now() / 1000) - 3600, iat: Math.floor(Date.now() / 1000) - 7200 } }],
    ['of a showing hours ago', { claims: { auth_time: Math.floor(Date.now() / 1000) - 7200 } }],
    ['without when it was shown', { claims: { auth_time: undefined } }],
    ['under a key that is not its own', { signature: 'another-key' }],
    ['unsigned', { signature: 'none' }],
    ['of nobody', { claims: { sub: undefined } }],
  ]
  test.each(lies)('%s signs nobody in', async (_name, lie) => {
    const { browser } = await linked('sqlite')
    provider.lie(lie)
    expect(await codeOf(browser().signInThere(provider, THEIRS))).toBe('session/wrong')
    provider.lie({})
    expect(await codeOf(browser().signInThere(provider, THEIRS))).toBe(200)
  })

  test('counts as a code only where the unit says that such a showing does', async () => {
    const { given, browser, at } = await linked('sqlite', { asACode: { methods: ['hwk'], levels: ['high'] } })
    await withSecondFactor(at, given.clock.now)
    for (const [claims, expected] of [[{ amr: ['pwd'] }, 'session/code-needed'], [{ amr: 'hwk' }, 'session/code-needed'], [{ amr: ['pwd', 'hwk'] }, 200], [{ acr: 'low' }, 'session/code-needed'], [{ acr: 'high' }, 200]] as const) {
      provider.lie({ claims })
      expect([claims, await codeOf(browser().signInThere(provider, THEIRS))]).toEqual([claims, expected])
    }
  })
})

describe('the way back', () => {
  test('leads to two places of our own, whatever it is asked with', async () => {
    const { browser, at } = await linked('sqlite')
    for (const query of ['', '?next=https://evil.example', '?state=x&code=y&redirect_uri=//evil.example', `?code=${'a'.repeat(5000)}`]) {
      const led = await browser().get(`${ACCOUNT_BACK}${query}`)
      expect([led.status, led.headers.get('location'), led.headers.getSetCookie()]).toEqual([303, '/office/?account=back', []])
    }
    await at.post('/api/session/account/link/asked')
    expect([(await at.get(`${ACCOUNT_BACK}?next=//evil.example`)).headers.get('location')]).toEqual(['/office/me?account=back'])
  })

  test('is for the browser that was asked, with the state it was asked with', async () => {
    const { browser } = await linked('sqlite')
    const [mine, theirs] = [browser(), browser()]
    const back = await theirs.goThere(provider, THEIRS)
    expect(await codeOf(mine.post('/api/session/account', {}))).toBe('session/wrong')
    await mine.post('/api/session/account/asked')
    await mine.get(back.slice('http://localhost'.length))
    const asked = provider.asked()
    expect(await codeOf(mine.post('/api/session/account', {}))).toBe('session/wrong')
    expect(provider.asked()).toBe(asked)
  })

  test('is open for ten minutes, and for what it was asked for alone', async () => {
    const { given, browser, at } = await linked('sqlite')
    const late = browser()
    await late.goThere(provider, THEIRS)
    given.clock.pass(ACCOUNT_SECONDS * 1000)
    expect(await codeOf(late.post('/api/session/account', {}))).toBe('session/wrong')
    const [toSignIn, elsewhere] = [at, browser()]
    await toSignIn.goThere(provider, 'not mine')
    expect(await codeOf(toSignIn.post('/api/session/account/link'))).toBe('session/wrong')
    await elsewhere.signIn(NAME, OWN_PASSWORD)
    await elsewhere.goThere(provider, 'not mine', '/api/session/account/link/asked')
    const moved = browser(undefined, { ...Object.fromEntries(elsewhere.jar), daylight: at.jar.get('daylight') ?? '' })
    expect(await codeOf(moved.post('/api/session/account/link'))).toBe('session/wrong')
    expect(await codeOf(elsewhere.post('/api/session/account', {}))).toBe('session/wrong')
  })

  test('is given to a browser in a cookie that no script reads, that comes along from elsewhere, and that says nothing', async () => {
    const { browser } = await linked('sqlite')
    const response = await browser().post('/api/session/account/asked')
    expect(response.headers.get('set-cookie')).toMatch(/^daylight-account=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
    const { searchParams } = new URL(((await response.json()) as { address: string }).address)
    expect([...searchParams.keys()].toSorted()).toEqual(['client_id', 'code_challenge', 'code_challenge_method', 'max_age', 'nonce', 'prompt', 'redirect_uri', 'response_type', 'scope', 'state'])
    expect([searchParams.get('scope'), searchParams.get('code_challenge_method'), searchParams.get('prompt')]).toEqual(['openid', 'S256', 'login'])
    expect(response.headers.get('set-cookie')).not.toContain(searchParams.get('state'))
  })
})

test('whoever tries often is slowed by their address, and somebody who is known there takes nothing from it', async () => {
  const { browser } = await linked('sqlite')
  for (let tries = 0; tries < 40; tries += 1) await browser('198.51.100.1').post('/api/session/account', {})
  expect(await codeOf(browser('198.51.100.1').signInThere(provider, THEIRS))).toBe('session/slow-down')
  expect(await codeOf(browser('198.51.100.2').signInThere(provider, THEIRS))).toBe(200)
})

test('linking asks for a fresh proof, and is for nobody before a colleague has vouched for them', async () => {
  const { given, at } = await linked('sqlite')
  given.clock.pass(6 * 60_000)
  for (const [method, path] of [['POST', '/api/session/account/link/asked'], ['DELETE', '/api/session/account/link']] as const) expect(await codeOf(at.ask(method, path))).toBe('session/step-up')
  await given.office.cases.desk.db.updateTable('people').set({ vouched_by: null, vouched_at: null }).where('sign_in_name', '=', NAME).execute()
  expect(await codeOf(at.post('/api/session/account/link/asked'))).toBe('session/not-vouched')
})

test('an office without a service, and one whose service is away, work in every other way', async () => {
  const given = await freshOffice('sqlite')
  const none = withWays(given, {})
  await asColleague(given, 'analyst')
  expect(await (await none().get('/api/session/account')).json()).toEqual({ offered: 'no', at: null })
  expect(await codeOf(none().post('/api/session/account/asked'))).toBe('session/no-such-way')
  expect(await codeOf(none().post('/api/session/account', {}))).toBe('session/no-such-way')
  const away = withWays(given, { provider: { ...provider, issuer: 'http://127.0.0.1:1' } })
  expect(await codeOf(away().post('/api/session/account/asked'))).toBe('session/account-away')
  expect(await codeOf(away().signIn(NAME, OWN_PASSWORD))).toBe(200)
})

test('nothing of it stands in the log', async () => {
  const { given, browser } = await linked('sqlite')
  const back = await browser().goThere(provider, THEIRS)
  const log = given.logged.join('\n')
  expect(log).toContain(`GET ${ACCOUNT_BACK} 303`)
  for (const secret of new URL(back).searchParams.values()) expect(log).not.toContain(secret)
})
