import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asColleague, closeOffices, freshOffice, OWN_PASSWORD } from '../../tests/office-cast.ts'
import { askedAnew, askedAtTheDoor, codeOf, waysOf, withPasskey } from '../../tests/sign-in-cast.ts'
import { softwareAuthenticator } from '../../tests/software-authenticator.ts'
import { CHALLENGE_MS, newChallenge } from '../../crypto/passkey.ts'
import { keyOf, newSecret } from '../../crypto/box.ts'
import { PasskeyToMakeShape } from '../../wire/office/passkeys.ts'
import { SessionShape } from '../../wire/office/session.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('a passkey on %s', (engine) => {
  const office = async () => {
    const given = await freshOffice(engine)
    const at = await asColleague(given, 'analyst')
    return { given, at, door: given.browser('203.0.113.5'), ...given.clock }
  }

  test('is made by somebody who is signed in, has a name, and signs in without a password', async () => {
    const { given, at, door } = await office()
    const device = await withPasskey(at, 'Laptop in the office')
    const response = await door.post('/api/session/passkey', device.answer(await askedAtTheDoor(door)))
    expect(SessionShape.parse(await response.json())).toMatchObject({ person: { id: at.id, role: 'analyst', mustChangePassword: 'no' } })
    expect(await waysOf(door)).toMatchObject({ passkeys: [{ id: device.id, name: 'Laptop in the office', held: 'one-device', usedAt: expect.any(String) }], sessions: expect.arrayContaining([expect.objectContaining({ current: 'yes', provedBy: 'passkey', from: '203.0.113.*' })]) })
    const kept = JSON.stringify(await given.office.cases.desk.db.selectFrom('passkeys').selectAll().execute())
    expect(kept).not.toMatch(/private|challenge/)
  })

  test('asks a device for one it finds by itself, unlocked by its owner, and asks nobody who built it', async () => {
    const { at, door } = await office()
    const toMake = PasskeyToMakeShape.parse(await (await at.post('/api/session/passkeys/asked')).json())
    expect(toMake).toMatchObject({ attestation: 'none', rp: { id: 'localhost' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' } })
    expect(Buffer.from(toMake.user.id, 'base64url').toString('latin1')).not.toContain(at.id)
    expect(await askedAtTheDoor(door)).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] })
  })

  test('is answered for once: the same answer again, and two in one moment, let nobody in twice', async () => {
    const { given, at, door } = await office()
    const device = await withPasskey(at)
    const answer = device.answer(await askedAtTheDoor(door))
    expect(await codeOf(door.post('/api/session/passkey', answer))).toBe(200)
    expect(await codeOf(given.browser().post('/api/session/passkey', answer))).toBe('session/passkey-wrong')
    const again = device.answer(await askedAtTheDoor(door))
    const twice = await Promise.all([1, 2].map(() => codeOf(given.browser().post('/api/session/passkey', again))))
    expect(new Set(twice)).toEqual(new Set([200, 'session/passkey-wrong']))
  })

  test('whose counter does not count is answered for once all the same', async () => {
    const { given, at, door } = await office()
    const device = await withPasskey(at)
    const answer = device.answer(await askedAtTheDoor(door), { counter: 0 })
    expect(await codeOf(door.post('/api/session/passkey', answer))).toBe(200)
    expect(await codeOf(given.browser().post('/api/session/passkey', answer))).toBe('session/passkey-wrong')
    expect(await codeOf(given.browser().post('/api/session/passkey', device.answer(await askedAtTheDoor(door), { counter: 0 })))).toBe(200)
  })

  test('whose counter goes back is a copy, and lets nobody in', async () => {
    const { given, at, door } = await office()
    const device = await withPasskey(at)
    await door.post('/api/session/passkey', device.answer(await askedAtTheDoor(door), { counter: 7 }))
    for (const counter of [7, 6, 0]) expect(await codeOf(given.browser().post('/api/session/passkey', device.answer(await askedAtTheDoor(door), { counter })))).toBe('session/passkey-wrong')
    expect(await codeOf(given.browser().post('/api/session/passkey', device.answer(await askedAtTheDoor(door), { counter: 8 })))).toBe(200)
  })

  test('opens nothing with an answer that lies in anything', async () => {
    const { given, at, door, now } = await office()
    const device = await withPasskey(at)
    const stranger = softwareAuthenticator()
    const forged = newChallenge(keyOf(newSecret()), { purpose: 'sign-in', within: '' }, now())
    const asked = await askedAtTheDoor(door)
    const outlived = Buffer.from(Buffer.from(asked.challenge, 'base64url').toString().replace(/\.\d+\./, `.${now() + 60 * CHALLENGE_MS}.`)).toString('base64url')
    const ofStepUp = (await askedAnew(at)).challenge
    const lies = [
      { origin: 'http://localhost:9999' }, { origin: 'https://localhost' }, { origin: 'http://evil.example' }, { name: 'evil.example' }, { crossOrigin: true }, { type: 'webauthn.create' },
      { challenge: forged }, { challenge: outlived }, { challenge: ofStepUp }, { challenge: 'AAAA' }, { challenge: '' }, { verified: 'no' }, { userHandle: 'c29tZWJvZHkgZWxzZQ' }, { signature: 'MEUCIQ' }, { id: stranger.id },
    ] as const
    for (const lie of lies) expect([lie, await codeOf(given.browser().post('/api/session/passkey', device.answer(asked, lie)))]).toEqual([lie, 'session/passkey-wrong'])
    const { userHandle: _left, ...nameless } = device.answer(asked).response
    expect(await codeOf(given.browser().post('/api/session/passkey', { ...device.answer(asked), response: nameless }))).toBe('session/passkey-wrong')
    expect(await codeOf(given.browser().post('/api/session/passkey', { ...stranger.answer(asked), id: device.id, rawId: device.id }))).toBe('session/passkey-wrong')
    expect(await codeOf(given.browser().post('/api/session/passkey', device.answer(asked)))).toBe(200)
  })

  test('a challenge runs out', async () => {
    const { at, door, pass } = await office()
    const device = await withPasskey(at)
    const asked = await askedAtTheDoor(door)
    pass(CHALLENGE_MS)
    expect(await codeOf(door.post('/api/session/passkey', device.answer(asked)))).toBe('session/passkey-wrong')
  })

  test('is kept from no stranger’s session, from no other challenge, and not twice', async () => {
    const { given, at } = await office()
    const planner = await asColleague(given, 'planner')
    const device = softwareAuthenticator()
    const toMake = PasskeyToMakeShape.parse(await (await at.post('/api/session/passkeys/asked')).json())
    const keep = (browser: typeof at, answer: unknown) => codeOf(browser.post('/api/session/passkeys', { name: 'Mine', answer }))
    expect(await keep(planner, device.make(toMake))).toBe('session/passkey-wrong')
    for (const lie of [{ origin: 'http://evil.example' }, { name: 'evil.example' }, { verified: 'no' }, { crossOrigin: true }, { challenge: (await askedAtTheDoor(at)).challenge }, { type: 'webauthn.get' }] as const)
      expect([lie, await keep(at, device.make(toMake, lie))]).toEqual([lie, 'session/passkey-wrong'])
    expect(await keep(at, device.make(toMake))).toBe(200)
    expect(await keep(at, softwareAuthenticator().make(toMake))).toBe('session/passkey-wrong')
    expect(await keep(planner, device.make(PasskeyToMakeShape.parse(await (await planner.post('/api/session/passkeys/asked')).json())))).toBe('session/passkey-known')
  })

  test('is removed by its owner alone, after which it opens nothing and sessions elsewhere have ended', async () => {
    const { given, at, door } = await office()
    const planner = await asColleague(given, 'planner')
    const device = await withPasskey(at)
    await door.post('/api/session/passkey', device.answer(await askedAtTheDoor(door)))
    expect(await codeOf(planner.ask('DELETE', `/api/session/passkeys/${device.id}`))).toBe('session/no-such-way')
    await door.post('/api/session/step-up', { by: 'passkey', answer: device.answer(await askedAnew(door)) })
    expect(await codeOf(door.ask('DELETE', `/api/session/passkeys/${device.id}`))).toBe(200)
    expect(await codeOf(at.get('/api/session/ways'))).toBe('session/not-signed-in')
    expect(await codeOf(given.browser().post('/api/session/passkey', device.answer(await askedAtTheDoor(door))))).toBe('session/passkey-wrong')
  })

  test('opens nothing for somebody who has left', async () => {
    const { given, at, door, now } = await office()
    const device = await withPasskey(at)
    await given.office.cases.desk.db.updateTable('people').set({ left_at: now() }).where('id', '=', at.id).execute()
    expect(await codeOf(door.post('/api/session/passkey', device.answer(await askedAtTheDoor(door))))).toBe('session/passkey-wrong')
  })

  test('still has somebody with a one-time password choose another first', async () => {
    const { given, at, door } = await office()
    const device = await withPasskey(at)
    await given.office.cases.desk.db.updateTable('people').set({ must_change: 'yes' }).where('id', '=', at.id).execute()
    await door.post('/api/session/passkey', device.answer(await askedAtTheDoor(door)))
    expect(await codeOf(door.get('/api/session/ways'))).toBe('session/must-change-password')
  })
})

test('at an address that is no name of this server there are no passkeys, whatever the Host header says', async () => {
  const given = await freshOffice('sqlite')
  const at = await asColleague(given, 'analyst')
  for (const host of ['127.0.0.1:8787', '[::1]:8787', 'other.localhost']) {
    expect(await codeOf(at.ask('POST', '/api/session/passkeys/asked', undefined, { host }))).toBe('session/passkey-place')
    expect(await codeOf(at.ask('POST', '/api/session/passkey/asked', undefined, { host }))).toBe('session/passkey-place')
    expect(await (await at.ask('GET', '/api/session/ways', undefined, { host })).json()).toMatchObject({ passkeysHere: 'no' })
  }
})

test('a wrong answer is told without a word of what was sent, and asks for no more than pages of this server may', async () => {
  const given = await freshOffice('sqlite')
  const at = await asColleague(given, 'analyst')
  const device = await withPasskey(at)
  const refused = await given.browser().post('/api/session/passkey', device.answer(await askedAtTheDoor(at), { origin: 'http://canary.example' }))
  expect(await refused.text()).not.toMatch(/canary/)
  expect(given.logged.join()).not.toMatch(/canary/)
  for (const path of ['/api/session/passkey/asked', '/api/session/passkey', '/api/session/passkeys', '/api/session/step-up', '/api/session/second-factor']) expect(await codeOf(at.ask('POST', path, {}, { origin: 'https://evil.example' }))).toBe('session/other-origin')
  expect(await codeOf(given.browser().signIn('invented.analyst', OWN_PASSWORD))).toBe(200)
})
