import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { instant } from '../../core/kernel/instant.ts'
import { problemIn } from '../../tests/application.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice, OWN_PASSWORD } from '../../tests/office-cast.ts'
import { askedAnew, askedAtTheDoor, codeAt, codeOf, waysOf, withPasskey, withSecondFactor } from '../../tests/sign-in-cast.ts'
import { softwareAuthenticator } from '../../tests/software-authenticator.ts'
import { PasskeyToMakeShape } from '../../wire/office/passkeys.ts'
import { askFreshProof } from './step-up.ts'
import { asksFreshProof, USUAL_STEP_UP } from './step-up-policy.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const NEW = { signInName: 'somebody.new', name: 'New', role: 'planner' }
const LATER = USUAL_STEP_UP.freshMs

describe.each(ENGINES)('an act of authority on %s', (engine) => {
  const office = async () => {
    const given = await freshOffice(engine)
    const at = await asAdministrator(given)
    let drawn = 0
    const act = () => codeOf(at.post('/api/people', { ...NEW, signInName: `new.${(drawn += 1)}` }))
    const show = (shown: object) => codeOf(at.post('/api/session/step-up', shown))
    return { given, at, act, show, ...given.clock }
  }

  test('is done by whoever signed in within the last five minutes, and asks for the password after that', async () => {
    const { at, act, show, pass } = await office()
    expect(await act()).toBe(200)
    pass(LATER - 1)
    expect(await act()).toBe(200)
    pass(1)
    expect(await problemIn(await at.post('/api/people', NEW))).toMatchObject({ status: 403, code: 'session/step-up', expected: 'POST /api/session/step-up with the password' })
    expect(await codeOf(at.get('/api/people'))).toBe(200)
    expect(await show({ by: 'password', password: 'not it at all' })).toBe('session/wrong')
    expect(await act()).toBe('session/step-up')
    expect(await show({ by: 'password', password: OWN_PASSWORD })).toBe(200)
    expect(await act()).toBe(200)
    pass(LATER)
    expect(await act()).toBe('session/step-up')
  })

  test('is asked in every way that it can be done', async () => {
    const { given, at, pass } = await office()
    const analyst = await asColleague(given, 'analyst')
    pass(LATER)
    for (const [method, path] of [
      ['POST', '/api/people'], ['POST', `/api/people/${analyst.id}/password`], ['POST', `/api/people/${analyst.id}/leave`], ['POST', `/api/people/${analyst.id}/take-away`],
      ['POST', `/api/people/${analyst.id}/place`], ['POST', '/api/organisations'], ['POST', '/api/organisations/unit/name'], ['POST', `/api/people/${analyst.id}/vouch`],
      ['POST', '/api/session/second-factor'], ['POST', '/api/session/second-factor/confirm'], ['DELETE', '/api/session/second-factor'], ['POST', '/api/session/recovery-codes'],
      ['POST', '/api/session/passkeys/asked'], ['POST', '/api/session/passkeys'], ['DELETE', '/api/session/passkeys/any'],
    ] as const) expect([path, await codeOf(at.ask(method, path, NEW))]).toEqual([path, 'session/step-up'])
    expect(await codeOf(given.browser().post('/api/people', NEW))).toBe('session/not-signed-in')
    expect(await codeOf(analyst.post('/api/people', NEW))).toBe('access/not-permitted')
  })

  test('asks whoever has a second factor for a code too, each code once', async () => {
    const { at, act, show, now, pass } = await office()
    const { secret, recoveryCodes } = await withSecondFactor(at, now)
    expect(await act()).toBe(200)
    pass(LATER)
    expect(await problemIn(await at.post('/api/people', NEW))).toMatchObject({ code: 'session/step-up', expected: 'POST /api/session/step-up with the password and a code' })
    expect(await show({ by: 'password', password: OWN_PASSWORD })).toBe('session/code-needed')
    expect(await act()).toBe('session/step-up')
    const code = codeAt(secret, now())
    expect(await show({ by: 'password', password: 'not it at all', code })).toBe('session/wrong')
    expect(await show({ by: 'password', password: OWN_PASSWORD, code })).toBe(200)
    expect(await act()).toBe(200)
    pass(LATER)
    expect(await show({ by: 'password', password: OWN_PASSWORD, code })).toBe('session/code-wrong')
    expect(await show({ by: 'password', password: OWN_PASSWORD, code: recoveryCodes[2] })).toBe(200)
    expect(await act()).toBe(200)
  })

  test('asks whoever has a passkey for it, and takes no password alone in its place', async () => {
    const { given, at, act, show, pass } = await office()
    const device = await withPasskey(at)
    expect(await act()).toBe(200)
    pass(LATER)
    expect(await show({ by: 'password', password: OWN_PASSWORD })).toBe('session/step-up')
    expect(await act()).toBe('session/step-up')
    const asked = await askedAnew(at)
    expect(asked.allowCredentials).toMatchObject([{ id: device.id }])
    const answer = device.answer(asked)
    expect(await show({ by: 'passkey', answer })).toBe(200)
    expect(await act()).toBe(200)
    pass(LATER)
    expect(await show({ by: 'passkey', answer })).toBe('session/passkey-wrong')
    const byPassword = given.browser()
    await byPassword.signIn('administrator', OWN_PASSWORD)
    expect(await codeOf(byPassword.post('/api/people', NEW))).toBe('session/step-up')
  })

  test('is not opened by the passkey of somebody else, nor by a challenge of another session or purpose', async () => {
    const { given, at, act, show, pass } = await office()
    const device = await withPasskey(at)
    const colleague = await asColleague(given, 'administrator', 'second.administrator')
    const { challenge } = PasskeyToMakeShape.parse(await (await at.post('/api/session/passkeys/asked')).json())
    expect(await show({ by: 'passkey', answer: device.answer({ challenge }) })).toBe('session/passkey-wrong')
    const other = await withPasskey(colleague)
    pass(LATER)
    expect(await show({ by: 'passkey', answer: other.answer(await askedAnew(at)) })).toBe('session/passkey-wrong')
    expect(await show({ by: 'passkey', answer: device.answer(await askedAnew(colleague)) })).toBe('session/passkey-wrong')
    expect(await show({ by: 'passkey', answer: device.answer(await askedAtTheDoor(at)) })).toBe('session/passkey-wrong')
    expect(await show({ by: 'passkey', answer: device.answer(await askedAnew(at), { origin: 'http://evil.example' }) })).toBe('session/passkey-wrong')
    expect(await show({ by: 'passkey', answer: softwareAuthenticator().answer(await askedAnew(at)) })).toBe('session/passkey-wrong')
    expect(await act()).toBe('session/step-up')
    expect(await show({ by: 'passkey', answer: device.answer(await askedAnew(at)) })).toBe(200)
  })

  test('a proof is good in the session it was shown in, and in no other', async () => {
    const { given, act, show, pass, now, at } = await office()
    const elsewhere = given.browser()
    await elsewhere.signIn('administrator', OWN_PASSWORD)
    pass(LATER)
    await show({ by: 'password', password: OWN_PASSWORD })
    expect(await act()).toBe(200)
    expect(await codeOf(elsewhere.post('/api/people', NEW))).toBe('session/step-up')
    expect((await waysOf(at)).freshUntil).toBe(new Date(now() + LATER).toISOString())
    expect((await waysOf(elsewhere)).freshUntil).toBeNull()
  })

  test('choosing another password shows nothing anew', async () => {
    const { at, act, show, pass } = await office()
    pass(LATER)
    expect(await codeOf(at.post('/api/session/password', { old: OWN_PASSWORD, new: 'another boat on the river' }))).toBe(200)
    expect(await act()).toBe('session/step-up')
    expect(await show({ by: 'password', password: 'another boat on the river' })).toBe(200)
  })

  test('guessing the password there is slowed as at the door', async () => {
    const { show, pass } = await office()
    pass(LATER)
    const tries = []
    for (let i = 0; i < 6; i++) tries.push(await show({ by: 'password', password: 'not it at all' }))
    expect(tries).toEqual([...Array.from({ length: 4 }, () => 'session/wrong'), 'session/slow-down', 'session/slow-down'])
  })
})

describe('what asks for a fresh proof', () => {
  test('is every determination and who works here, and never standing down or what is observed', () => {
    for (const act of ['plan/authorise', 'plan/refuse', 'site/close-lead', 'policy/sign', 'people/add']) expect([act, asksFreshProof(act)]).toEqual([act, true])
    for (const act of ['plan/stand-down', 'plan/write', 'plan/confirm', 'site/receive-report', 'site/dissent', 'site/describe']) expect([act, asksFreshProof(act)]).toEqual([act, false])
  })

  test('is asked by a route that learns from the body what is done', async () => {
    const { office, clock } = await freshOffice('sqlite')
    const person = { id: 'person-1', name: 'A', signInName: 'a', role: 'analyst', mustChangePassword: 'no' } as never
    const session = (at: number) => ({ id: 'session-1', from: 'this-machine', proof: { at: instant(at), by: 'password' as const }, device: null })
    const ask = async (act: string, at: number) => (await askFreshProof(office, { person, session: session(at) }, act))?.status ?? 'done'
    expect([await ask('plan/authorise', clock.now()), await ask('plan/authorise', clock.now() - LATER), await ask('plan/stand-down', 0)]).toEqual(['done', 403, 'done'])
    const lenient = { ...office, door: { ...office.door, stepUp: { ...USUAL_STEP_UP, passwordAlone: 'is-not-asked' as const } } }
    expect(await askFreshProof(lenient, { person, session: session(0) }, 'plan/authorise')).toBeNull()
  })
})
