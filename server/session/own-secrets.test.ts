import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { askedAtTheDoor, codeAt, withPasskey, withSecondFactor } from '../../tests/sign-in-cast.ts'
import type { HandOverSent } from '../../wire/office/people.ts'
import { firstSignIn } from '../people/first-start.ts'
import { whereToGo } from '../where-to-go.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

/** Words that stand nowhere but where they are typed. */
const CANARIES = ['canary-at-the-first-door', 'canary-at-the-second', 'canary-typed-in-vain', 'canary-where-a-name-belongs', 'canary-in-a-wrong-field', 'canary-that-is-no-json', 'canary-as-a-field', 'canary-as-a-code'] as const
const [FIRST, SECOND, IN_VAIN, AS_NAME, WRONG_FIELD, NO_JSON, AS_FIELD, AS_CODE] = CANARIES

describe.each(ENGINES)('passwords and tokens on %s', (engine) => {
  test('are in no file, no row, no log and no answer but the one that hands them over', async () => {
    const given = await freshOffice(engine)
    const { office, logged, places } = given
    const answers: string[] = []
    const tokens: string[] = []
    const at = given.browser()
    const send = async (path: string, body: unknown): Promise<Response> => {
      const response = await at.post(path, body)
      tokens.push(at.cookie().split('=')[1] ?? '')
      answers.push(await response.clone().text())
      return response
    }
    const raw = async (body: string): Promise<void> => void answers.push(await (await at.ask('POST', '/api/session', undefined, { 'content-type': 'application/json', body })).text())

    const first = await firstSignIn(office.cases.desk, office.now)
    await send('/api/session', { name: 'administrator', password: first?.oneTimePassword })
    await send('/api/session/password', { old: first?.oneTimePassword, new: FIRST })
    const handed = (await (await at.post('/api/people', { signInName: 'invented.analyst', name: 'Invented', role: 'analyst' })).json()) as HandOverSent
    await send('/api/session', { name: 'invented.analyst', password: handed.oneTimePassword })
    await send('/api/session/password', { old: handed.oneTimePassword, new: SECOND })
    for (const body of [
      { name: 'administrator', password: IN_VAIN }, { name: AS_NAME, password: IN_VAIN }, { name: 'a', password: [WRONG_FIELD] }, { name: 'a', password: 'b', [AS_FIELD]: WRONG_FIELD },
      { name: { password: WRONG_FIELD }, password: 12_345_678_901 }, WRONG_FIELD, { name: 'a'.repeat(300), password: `${WRONG_FIELD}${'a'.repeat(2000)}` },
    ]) await send('/api/session', body)
    await send('/api/session/password', { old: SECOND, new: 'short' })
    await raw(`${NO_JSON}`)

    await send('/api/session', { name: 'invented.analyst', password: SECOND })
    const { secret, recoveryCodes } = await withSecondFactor(at, given.clock.now)
    const device = await withPasskey(at)
    given.clock.pass(30_000)
    const code = codeAt(secret, given.clock.now())
    await send('/api/session', { name: 'invented.analyst', password: SECOND, code: AS_CODE })
    await send('/api/session', { name: 'invented.analyst', password: SECOND, code: recoveryCodes[0] })
    await send('/api/session', { name: 'invented.analyst', password: SECOND, code })
    await send('/api/session/step-up', { by: 'password', password: IN_VAIN, code: AS_CODE })
    await send('/api/session/step-up', { by: AS_CODE, password: SECOND })
    await send('/api/session/second-factor/confirm', { code: [AS_CODE] })
    const assertion = device.answer(await askedAtTheDoor(at))
    await send('/api/session/passkey', { ...assertion, response: { ...assertion.response, signature: AS_CODE } })
    await send('/api/session/passkey', assertion)
    answers.push(await (await at.get('/api/session/ways')).text())

    const oneTime = [first?.oneTimePassword ?? '', handed.oneTimePassword].flatMap((one) => [one, one.replaceAll('-', '')])
    const secrets = [...CANARIES, ...oneTime, ...tokens.filter((token) => token !== ''), '12345678901', secret, Buffer.from(secret).toString('base64'), ...recoveryCodes.flatMap((one) => [one, one.replaceAll('-', '')]), assertion.response.signature]
    expect(new Set(tokens.filter((token) => token !== '')).size).toBeGreaterThan(3)
    const kept = await Promise.all((['people', 'people_history', 'sessions', 'attempts', 'looks', 'second_factors', 'recovery_codes', 'passkeys', 'spent_challenges', 'sign_in_history'] as const).map((table) => office.cases.desk.db.selectFrom(table).selectAll().execute()))
    const folder = dirname(places.masterKey)
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    const everything = { rows: JSON.stringify(kept), files: files.join(), logs: logged.join('\n'), answers: answers.join('\n'), inspected: inspect([office.door, first === null], { depth: 6 }) }
    for (const [place, text] of Object.entries(everything)) expect([place, secrets.filter((secret) => text.includes(secret))]).toEqual([place, []])
    expect([kept.flat().length > 5, answers.length > 10, logged.length > 10, engine === 'postgres' || files.length > 3]).toEqual([true, true, true, true])
  })
})

test('a name that nobody has is answered like one that somebody has, with the same work', async () => {
  const given = await freshOffice('sqlite')
  await firstSignIn(given.office.cases.desk, given.office.now)
  const answers = []
  for (const name of ['administrator', 'nobody']) {
    const tries = []
    for (let i = 0; i < 5; i++) {
      const response = await given.browser().signIn(name, 'not the password of anybody')
      tries.push([response.status, response.headers.get('retry-after'), await response.text()])
    }
    answers.push(tries)
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.map(([status]) => status)).toEqual([401, 401, 401, 401, 429])
})

test('the first password is told in one line, and only while there is one to tell', () => {
  const lines = whereToGo(8787, { host: '127.0.0.1' }, { name: 'administrator', oneTimePassword: 'abcde-fghjk-mnpqr' })
  expect(lines.at(-1)).toBe('Sign in first as administrator with abcde-fghjk-mnpqr at http://localhost:8787/office/. It is told this once, and must be changed there.')
  expect(whereToGo(8787, { host: '127.0.0.1' }, null).join()).not.toMatch(/Sign in/)
})
