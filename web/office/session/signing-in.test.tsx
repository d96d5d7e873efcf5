// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../../tests/answering.ts'
import { click, drawn, everyWord, settled, type } from '../../../tests/drawn.tsx'
import { sessionPerson } from '../../../tests/session-answer.ts'
import { OwnWaysShape } from '../../../wire/office/own-ways.ts'
import { openQueries } from '../asking/queries.ts'
import { knowWords } from '../known-words.ts'
import { Office } from '../office.tsx'
import { openRouter } from '../routes.tsx'
import { OwnSessions } from './ways/own-sessions.tsx'
import { Passkeys } from './ways/passkeys.tsx'
import { SecondFactor } from './ways/second-factor.tsx'

// Every word is known here already; what makes modules of words runs where pages are built.
vi.mock('../../../words/en/people.po?import', () => ({ messages: {} }))

class SilentEvents {
  static CLOSED = 2
  readyState = 0
  close(): void {
    this.readyState = SilentEvents.CLOSED
  }
}

const PERSON = sessionPerson('administrator')
const session = (person: object | null): Answering => ({ body: { person } })
const ORGANISATIONS: Answering = { body: { organisations: [{ id: 'unit', kind: 'police', name: 'Invented unit', madeAt: null }] } }
const WAYS = { secondFactor: 'on', recoveryCodesLeft: 9, passkeys: [], passkeysHere: 'yes', freshUntil: null, history: [], account: { offered: 'no', at: null, linkedAt: null, usedAt: null }, device: null, sessions: [{ id: 's-1', device: null, begunAt: '2031-03-03T08:00:00.000Z', seenAt: '2031-03-03T08:01:00.000Z', from: '192.0.2.*', provedAt: '2031-03-03T08:00:00.000Z', provedBy: 'code', current: 'yes' }] }
const ADDED = { person: { id: 'person-2', signInName: 'q.new', name: 'Q. New', role: 'analyst', organisation: 'unit', vouched: 'no', password: 'one-time', madeAt: '2031-03-01T00:00:00.000Z', leftAt: null }, oneTimePassword: 'abcde-fghjk-mnpqr' }

let root: Root | null = null
beforeEach(() => {
  vi.stubGlobal('EventSource', SilentEvents)
  document.body.innerHTML = '<div id="page"></div>'
})
afterEach(async () => {
  await act(async () => root?.unmount())
  root = null
  vi.unstubAllGlobals()
})

async function open(address: string): Promise<void> {
  window.history.replaceState(null, '', address)
  root = createRoot(document.getElementById('page') as HTMLElement)
  const words = knowWords(everyWord)
  await act(async () => root?.render(<Office words={words} queries={openQueries()} router={openRouter(words)} />))
  await until(() => document.querySelector('h1') !== null)
}

async function until(there: () => boolean): Promise<void> {
  for (let turns = 0; turns < 400 && !there(); turns += 1) await settled()
  expect(there()).toBe(true)
}

const at = (place: string): HTMLInputElement | null => document.querySelector(`[data-place="${place}"]`)
const submit = (): Promise<void> => click(document.querySelector('button[type="submit"]'))

describe('signing in with a second factor', () => {
  test('asks for a code once the password was right, keeps the password meanwhile, and sends both', async () => {
    const asked = answering({
      'GET /api/session': session(null),
      'POST /api/session': () => {
        const { code } = asked.at(-1)!.body as { readonly code?: string }
        return code === '123456' ? session(PERSON) : problem(401, code === undefined ? 'session/code-needed' : 'session/code-wrong')
      },
      'GET /api/organisations': ORGANISATIONS,
      'GET /api/people': { body: { people: [] } },
    })
    await open('/office/people')
    expect(at('code')).toBeNull()
    await type(at('name'), 'a.rivers')
    await type(at('password'), 'four words together')
    await submit()
    await until(() => at('code') !== null)
    expect(document.querySelector('.refused')).toBeNull()
    expect(document.activeElement).toBe(at('code'))
    await type(at('code'), '000000')
    await submit()
    await until(() => document.querySelector('.refused') !== null)
    expect([at('code')?.value, at('password')?.value]).toEqual(['', 'four words together'])
    await type(at('code'), '123456')
    await submit()
    await until(() => document.querySelector('h1')?.textContent === 'People')
    expect(asked.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({ name: 'a.rivers', password: 'four words together', code: '123456' })
  })

  test('offers no passkey where the browser has none', async () => {
    answering({ 'GET /api/session': session(null) })
    await open('/office/')
    expect(document.body.textContent).not.toContain('Use a passkey')
  })
})

describe('an act that the server wants a fresh proof for', () => {
  const office = () => {
    let fresh = false
    return answering({
      'GET /api/session': session(PERSON),
      'GET /api/organisations': ORGANISATIONS,
      'GET /api/people': { body: { people: [] } },
      'GET /api/session/ways': { body: WAYS },
      'POST /api/people': () => (fresh ? { body: ADDED } : problem(403, 'session/step-up')),
      'POST /api/session/step-up': () => {
        fresh = true
        return session(PERSON)
      },
    })
  }
  const begin = async () => {
    const asked = office()
    await open('/office/people')
    await until(() => at('signInName') !== null)
    await type(at('name'), 'Q. New')
    await type(at('signInName'), 'q.new')
    await submit()
    await until(() => document.querySelector('.step-up form') !== null)
    return asked
  }

  test('waits for it and is then sent again as it was', async () => {
    const asked = await begin()
    const dialog = document.querySelector('.step-up')
    await type(dialog?.querySelector('[data-place="password"]') ?? null, 'four words together')
    await type(dialog?.querySelector('[data-place="code"]') ?? null, '123456')
    await click(dialog?.querySelector('button[type="submit"]'))
    await until(() => document.querySelector('.one-time') !== null)
    expect(document.querySelector('.step-up')).toBeNull()
    const sent = asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body])
    const person = { name: 'Q. New', signInName: 'q.new', role: 'analyst', organisation: 'unit' }
    expect(sent).toEqual([['/api/people', person], ['/api/session/step-up', { by: 'password', password: 'four words together', code: '123456' }], ['/api/people', person]])
  })

  test('is left undone by whoever calls it off, with what was typed where it was', async () => {
    const asked = await begin()
    await click([...document.querySelectorAll('.step-up button')].at(-1))
    await until(() => document.querySelector('.refused') !== null)
    expect([document.querySelector('.step-up'), at('name')?.value]).toEqual([null, 'Q. New'])
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})

test('one’s own ways of signing in say what is left, where one is signed in, and which one this is', async () => {
  answering({})
  const ways = OwnWaysShape.parse(WAYS)
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><SecondFactor ways={ways} /><Passkeys ways={ways} /><OwnSessions ways={ways} /></QueryClientProvider>)
  for (const said of ['9 recovery codes are left.', '192.0.2.*', 'this one', 'You have none yet.', 'A passkey is held to a name.']) expect(page.textContent).toContain(said)
  expect(page.textContent).not.toContain('End all others')
})
