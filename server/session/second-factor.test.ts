import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice, OWN_PASSWORD } from '../../tests/office-cast.ts'
import { codeAt, codeOf, waysOf, withPasskey, withSecondFactor } from '../../tests/sign-in-cast.ts'
import { proofBeside } from './second-factor.ts'
import { CodeSecretShape, RecoveryCodesShape } from '../../wire/office/own-ways.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const STEP_MS = 30_000
const NAME = 'invented.analyst'

describe.each(ENGINES)('a second factor on %s', (engine) => {
  const office = async () => {
    const given = await freshOffice(engine)
    const at = await asColleague(given, 'analyst')
    const enter = (code?: string, address?: string) => given.browser(address).ask('POST', '/api/session', { name: NAME, password: OWN_PASSWORD, ...(code !== undefined && { code }) })
    return { given, at, enter, ...given.clock }
  }

  test('counts only once a code has confirmed it, and is asked for from then on beside the password', async () => {
    const { at, enter, now, pass } = await office()
    const { secret, address } = CodeSecretShape.parse(await (await at.post('/api/session/second-factor')).json())
    expect(address).toMatch(/^otpauth:\/\/totp\/Daylight:invented\.analyst\?/)
    expect(new URL(address).searchParams.get('secret')).toBe(secret)
    expect(await codeOf(enter())).toBe(200)
    expect(await codeOf(at.post('/api/session/second-factor/confirm', { code: '000000' }))).toBe('session/code-wrong')
    expect(await codeOf(at.post('/api/session/second-factor/confirm', { code: codeAt(secret, now()) }))).toBe(200)
    expect(await codeOf(at.post('/api/session/second-factor/confirm', { code: codeAt(secret, now()) }))).toBe('session/code-on')
    expect(await codeOf(at.post('/api/session/second-factor'))).toBe('session/code-on')
    expect(await codeOf(enter())).toBe('session/code-needed')
    expect(await codeOf(enter(''))).toBe('session/code-needed')
    pass(STEP_MS)
    expect(await codeOf(enter(codeAt(secret, now())))).toBe(200)
    expect(await waysOf(at)).toMatchObject({ secondFactor: 'on', recoveryCodesLeft: 10 })
  })

  test('takes a code once, also when it is brought twice in the same moment, and none from before the last', async () => {
    const { given, at, enter, now, pass } = await office()
    const { secret } = await withSecondFactor(at, now)
    expect(await codeOf(enter(codeAt(secret, now())))).toBe('session/code-wrong')
    pass(4 * STEP_MS)
    const code = codeAt(secret, now())
    const twice = await Promise.all([1, 2, 3].map(() => proofBeside(given.office.door, at.id, code)))
    expect(twice.filter(({ accepted }) => accepted)).toHaveLength(1)
    expect(await codeOf(enter(code))).toBe('session/code-wrong')
    expect(await codeOf(enter(codeAt(secret, now() - STEP_MS)))).toBe('session/code-wrong')
    expect(await codeOf(enter(codeAt(secret, now() + STEP_MS)))).toBe(200)
  })

  test('allows a clock that is one step off, and not two', async () => {
    const { at, enter, now, pass } = await office()
    const { secret } = await withSecondFactor(at, now)
    pass(10 * STEP_MS)
    expect(await codeOf(enter(codeAt(secret, now() - 2 * STEP_MS)))).toBe('session/code-wrong')
    expect(await codeOf(enter(codeAt(secret, now() + 2 * STEP_MS)))).toBe('session/code-wrong')
    expect(await codeOf(enter(`${codeAt(secret, now() - STEP_MS).replace(/^.../, '$& ')}`))).toBe(200)
  })

  test('ends every session but the one in which it was put on', async () => {
    const { given, at, now } = await office()
    const elsewhere = given.browser('192.0.2.9')
    await elsewhere.signIn(NAME, OWN_PASSWORD)
    await withSecondFactor(at, now)
    expect(await codeOf(elsewhere.get('/api/session/ways'))).toBe('session/not-signed-in')
    expect((await waysOf(at)).sessions).toMatchObject([{ current: 'yes', provedBy: 'code' }])
  })

  test('guessing its codes is slowed for the person wherever it is tried, and keeps out neither a passkey nor a recovery code', async () => {
    const { given, at, enter, now, pass } = await office()
    const { secret, recoveryCodes } = await withSecondFactor(at, now)
    const device = await withPasskey(at)
    pass(STEP_MS)
    const guesses = []
    for (let i = 0; i < 12; i++) guesses.push(await codeOf(enter(String(100_000 + i), `198.51.100.${i}`)))
    expect(guesses.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'session/code-wrong'))
    expect(guesses.slice(5)).toEqual(Array.from({ length: 7 }, () => 'session/slow-down'))
    expect(await codeOf(enter(codeAt(secret, now()), '203.0.113.5'))).toBe('session/slow-down')
    expect(await codeOf(enter(recoveryCodes[0], '203.0.113.5'))).toBe(200)
    const door = given.browser('203.0.113.6')
    const asked = await (await door.post('/api/session/passkey/asked')).json()
    expect(await codeOf(door.post('/api/session/passkey', device.answer(asked as never)))).toBe(200)
    pass(2000)
    expect(await codeOf(enter(codeAt(secret, now()), '203.0.113.5'))).toBe(200)
  })

  test('whoever lacks the password guesses no codes and slows nobody', async () => {
    const { given, at, enter, now, pass } = await office()
    const { secret } = await withSecondFactor(at, now)
    pass(STEP_MS)
    for (let i = 0; i < 12; i++) expect(await codeOf(given.browser(`198.51.100.${i}`).ask('POST', '/api/session', { name: NAME, password: 'not it at all', code: codeAt(secret, now()) }))).toBe('session/wrong')
    expect(await codeOf(enter(codeAt(secret, now())))).toBe(200)
  })

  test('a password without its code gives nothing away of tries before it', async () => {
    const { given, at, enter, now, pass } = await office()
    const { secret } = await withSecondFactor(at, now)
    pass(STEP_MS)
    const wrong = () => given.browser('192.0.2.7').signIn(NAME, 'not it at all')
    for (let i = 0; i < 3; i++) await wrong()
    for (let i = 0; i < 3; i++) expect(await codeOf(enter(undefined, '192.0.2.7'))).toBe('session/code-needed')
    await wrong()
    expect(await codeOf(enter(codeAt(secret, now()), '192.0.2.7'))).toBe('session/slow-down')
  })

  test('recovery codes work once each, those made anew take the place of the old, and each use stands in the history', async () => {
    const { at, enter, now } = await office()
    const { recoveryCodes: [first = '', second = ''] } = await withSecondFactor(at, now)
    expect(await codeOf(enter(first.toUpperCase().replaceAll('-', ' ')))).toBe(200)
    expect(await codeOf(enter(first))).toBe('session/code-wrong')
    expect((await waysOf(at)).recoveryCodesLeft).toBe(9)
    const { recoveryCodes } = RecoveryCodesShape.parse(await (await at.post('/api/session/recovery-codes')).json())
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await codeOf(enter(second))).toBe('session/code-wrong')
    expect(await codeOf(enter(recoveryCodes[3]))).toBe(200)
    expect((await waysOf(at)).history.map(({ what }) => what)).toEqual(['recovery-code-used', 'recovery-codes-made', 'recovery-code-used', 'recovery-codes-made', 'code-on'])
  })

  test('recovery codes of one person are none of another’s', async () => {
    const { given, at, now } = await office()
    const { recoveryCodes: [first] } = await withSecondFactor(at, now)
    const planner = await asColleague(given, 'planner')
    await withSecondFactor(planner, now)
    expect(await codeOf(given.browser().ask('POST', '/api/session', { name: 'invented.planner', password: OWN_PASSWORD, code: first }))).toBe('session/code-wrong')
  })

  test('is put away by its owner, and by an administrator where it was lost, which ends every session and stands in a history nobody changes', async () => {
    const { given, at, enter, now } = await office()
    const administrator = await asAdministrator(given)
    expect(await codeOf(administrator.post(`/api/people/${at.id}/take-away`))).toBe('people/nothing-to-take')
    expect(await codeOf(administrator.post('/api/people/nobody/take-away'))).toBe('people/not-here')
    await withSecondFactor(at, now)
    expect(await codeOf(at.ask('DELETE', '/api/session/second-factor'))).toBe(200)
    expect(await codeOf(at.ask('DELETE', '/api/session/second-factor'))).toBe('session/no-such-way')
    expect(await codeOf(enter())).toBe(200)
    await withSecondFactor(at, now)
    await withPasskey(at)
    expect(await codeOf(administrator.post(`/api/people/${at.id}/take-away`))).toBe(200)
    expect(await codeOf(at.get('/api/session/ways'))).toBe('session/not-signed-in')
    await at.signIn(NAME, OWN_PASSWORD)
    expect(await waysOf(at)).toMatchObject({ secondFactor: 'off', passkeys: [], recoveryCodesLeft: 0, history: [{ what: 'taken-away', by: 'administrator' }, { what: 'passkey-added', by: 'oneself' }, {}, {}, {}, {}, {}] })
    const { desk } = given.office.cases
    if (engine === 'sqlite') await desk.script('pragma recursive_triggers = off')
    for (const statement of ["update sign_in_history set by = 'nobody'", 'delete from sign_in_history', ...(engine === 'postgres' ? ['truncate sign_in_history'] : ["insert or replace into sign_in_history (number, person, what, by, at) values (1, 'a', 'code-on', 'a', 0)"])])
      await expect(desk.script(statement)).rejects.toThrow('append-only')
  })

  test('a box of one person opens no code of another’s', async () => {
    const { given, at, enter, now, pass } = await office()
    const planner = await asColleague(given, 'planner')
    await withSecondFactor(at, now)
    const { secret } = await withSecondFactor(planner, now)
    const { desk } = given.office.cases
    const { box } = await desk.db.selectFrom('second_factors').select('box').where('person', '=', planner.id).executeTakeFirstOrThrow()
    await desk.db.updateTable('second_factors').set({ box }).where('person', '=', at.id).execute()
    pass(STEP_MS)
    expect((await enter(codeAt(secret, now()))).status).toBe(500)
  })
})
