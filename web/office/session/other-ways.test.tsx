// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { sessionPerson } from '../../../tests/session-answer.ts'
import { OwnWaysShape } from '../../../wire/office/own-ways.ts'
import { Devices } from '../people/devices.tsx'
import { openQueries } from '../asking/queries.ts'
import { SignIn } from './sign-in.tsx'
import { OwnAccount } from './ways/own-account.tsx'
import { OwnDevice } from './ways/own-device.tsx'

const AT = '2031-03-03T08:00:00.000Z'
const SESSION: Answering = { body: { person: sessionPerson('analyst') } }
const OFFERED: Answering = { body: { offered: 'yes', at: 'login.example' } }
const NOT_LINKED = { offered: 'yes', at: 'login.example', linkedAt: null, usedAt: null } as const
const ways = (over: object) => OwnWaysShape.parse({ secondFactor: 'off', recoveryCodesLeft: 0, passkeys: [], passkeysHere: 'no', account: NOT_LINKED, device: null, sessions: [], freshUntil: null, history: [], ...over })

beforeEach(() => window.history.replaceState(null, '', '/office/'))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

async function open(page: ReactNode, answers: Parameters<typeof answering>[0]) {
  const asked = answering(answers)
  const { page: shown } = await drawn(<QueryClientProvider client={openQueries()}>{page}</QueryClientProvider>)
  const rest = async () => {
    for (let turn = 0; turn < 10; turn += 1) await settled()
  }
  await rest()
  const button = (words: string): HTMLButtonElement | undefined => [...shown.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent) === words)
  return { asked, shown, rest, button, sent: () => asked.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => [method, path, body]) }
}

const led = () => vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)

describe('signing in by another’s service', () => {
  test('is offered only where there is one, by the name of its host', async () => {
    expect((await open(<SignIn />, { 'GET /api/session/account': { body: { offered: 'no', at: null } } })).shown.textContent).not.toContain('Sign in at')
    const there = await open(<SignIn />, { 'GET /api/session/account': OFFERED, 'POST /api/session/account/asked': { body: { address: 'https://login.example/authorize?state=x' } } })
    const assign = led()
    await click(there.button('Sign in at login.example'))
    await there.rest()
    expect(assign.mock.calls).toEqual([['https://login.example/authorize?state=x']])
  })

  test('goes on where the browser comes back, asks for a code where one is needed, and forgets that it came back', async () => {
    window.history.replaceState(null, '', '/office/sites?account=back')
    let code = ''
    const { shown, rest, sent } = await open(<SignIn />, {
      'GET /api/session/account': OFFERED,
      'POST /api/session/account': () => (code === '' ? problem(401, 'session/code-needed') : SESSION),
    })
    expect(window.location.search).toBe('')
    const field = shown.querySelector<HTMLInputElement>('[data-place="code"]')
    await type(field, '123456')
    code = '123456'
    await click(field?.closest('form')?.querySelector('button[type="submit"]') ?? null)
    await rest()
    expect(sent()).toEqual([['POST', '/api/session/account', {}], ['POST', '/api/session/account', { code: '123456' }]])
  })

  test('tells why not as a wrong password is told', async () => {
    window.history.replaceState(null, '', '/office/?account=back')
    const { shown } = await open(<SignIn />, { 'GET /api/session/account': OFFERED, 'POST /api/session/account': problem(401, 'session/wrong') })
    expect(shown.querySelector('.refused-title')?.textContent).toBe('title of session/wrong')
  })
})

describe('a browser that is not enrolled', () => {
  test('is told so plainly, and signs in with the code that was handed over', async () => {
    const { shown, rest, sent } = await open(<SignIn />, { 'GET /api/session/account': { body: { offered: 'no', at: null } }, 'POST /api/session': problem(403, 'session/device-unknown'), 'POST /api/session/device': SESSION })
    await type(shown.querySelector('[data-place="name"]'), 'a.rivers')
    await type(shown.querySelector('[data-place="password"]'), 'four words together')
    await click(shown.querySelector('button[type="submit"]'))
    await rest()
    expect([shown.querySelector('h1')?.textContent, shown.textContent?.includes('Have the administrator hand you a code in person')]).toEqual(['Enrol this browser', true])
    await type(shown.querySelector('[data-place="code"]'), 'abcde-fghjk-mnpqr')
    await click(shown.querySelector('button[type="submit"]'))
    await rest()
    expect(sent().at(-1)).toEqual(['POST', '/api/session/device', { code: 'abcde-fghjk-mnpqr' }])
  })

  test('is enrolled at one’s own page too', async () => {
    const { shown, rest, sent, button } = await open(<OwnDevice ways={ways({})} />, { 'POST /api/session/ways/device': { body: ways({ device: 'Station' }) } })
    await click(button('Enrol this browser'))
    await type(shown.querySelector('[data-place="code"]'), 'abcde')
    await click(shown.querySelector('button[type="submit"]'))
    await rest()
    expect(sent()).toEqual([['POST', '/api/session/ways/device', { code: 'abcde' }]])
    expect((await open(<OwnDevice ways={ways({ device: 'Station' })} />, {})).shown.textContent).toContain('enrolled as Station')
  })
})

describe('one’s own account at another’s service', () => {
  test('is not spoken of where there is none', async () => {
    expect((await open(<OwnAccount ways={ways({ account: { offered: 'no', at: null, linkedAt: null, usedAt: null } })} />, {})).shown.textContent).toBe('')
  })

  test('is linked there and back', async () => {
    const assign = led()
    const first = await open(<OwnAccount ways={ways({})} />, { 'POST /api/session/account/link/asked': { body: { address: 'https://login.example/authorize' } } })
    await click(first.button('Link my account at login.example'))
    await first.rest()
    expect(assign).toHaveBeenCalledWith('https://login.example/authorize')
    window.history.replaceState(null, '', '/office/me?account=back')
    const back = await open(<OwnAccount ways={ways({})} />, { 'POST /api/session/account/link': problem(409, 'session/account-known') })
    expect([back.sent(), back.shown.querySelector('.refused-title')?.textContent]).toEqual([[['POST', '/api/session/account/link', null]], 'title of session/account-known'])
  })

  test('is unlinked once its owner says so, also where the office knows the service no longer', async () => {
    const { shown, button, sent, rest } = await open(<OwnAccount ways={ways({ account: { offered: 'no', at: null, linkedAt: AT, usedAt: null } })} />, { 'DELETE /api/session/account/link': { body: ways({}) } })
    await click(button('Unlink'))
    expect(sent()).toEqual([])
    await click([...shown.ownerDocument.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Unlink').at(-1) ?? null)
    await rest()
    expect(sent()).toEqual([['DELETE', '/api/session/account/link', null]])
  })
})

describe('the administrator’s list of devices', () => {
  const DEVICE = { id: 'd-1', name: 'Station', organisation: 'unit', allowedBy: 'Administrator', enrolledBy: 'Ada', enrolledAt: AT, seenAt: AT, revokedAt: null }
  const PEOPLE = [{ id: 'ada', signInName: 'ada', name: 'Ada', role: 'analyst', organisation: 'unit', vouched: 'yes', password: 'own', madeAt: AT, leftAt: null }] as const

  test('is asked for when it is opened, hands over a code that is shown once, and revokes after asking', async () => {
    const { shown, asked, button, rest, sent } = await open(<Devices people={PEOPLE} />, {
      'GET /api/devices': { body: { asked: 'asked', devices: [DEVICE] } },
      'POST /api/people/ada/device': { body: { code: 'abcde-fghjk-mnpqr', name: 'Second room', until: AT } },
      'POST /api/devices/d-1/revoke': { body: { asked: 'asked', devices: [{ ...DEVICE, revokedAt: AT }] } },
    })
    expect(asked).toEqual([])
    await click(button('Enrolled devices'))
    await rest()
    await type(shown.querySelector('[data-place="name"]'), 'Second room')
    await click(shown.querySelector('button[type="submit"]'))
    await rest()
    expect(shown.querySelector('output')?.textContent).toBe('abcde-fghjk-mnpqr')
    await click(button('I have handed it over'))
    expect(shown.querySelector('output')).toBeNull()
    await click(button('Revoke: Station'))
    expect(sent()).toEqual([['POST', '/api/people/ada/device', { name: 'Second room' }]])
    await act(async () => [...shown.ownerDocument.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Revoke').at(-1)?.click())
    await rest()
    expect(sent().at(-1)).toEqual(['POST', '/api/devices/d-1/revoke', null])
  })
})
