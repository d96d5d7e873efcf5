// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../tests/answering.ts'
import { click, everyWord, settled, type } from '../../tests/drawn.tsx'
import { sessionPerson } from '../../tests/session-answer.ts'
import type { Role } from '../../core/kernel/access.ts'
import { openQueries } from './asking/queries.ts'
import { knowWords } from './known-words.ts'
import { Office } from './office.tsx'
import { openRouter } from './routes.tsx'

// Every word is known here already; what makes modules of words runs where pages are built.
vi.mock('../../words/en/people.po?import', () => ({ messages: {} }))

class SilentEvents {
  static CLOSED = 2
  static opened = 0
  constructor() {
    SilentEvents.opened += 1
  }
  readyState = 0
  close(): void {
    this.readyState = SilentEvents.CLOSED
  }
}

const session = (role: Role | null, over: Parameters<typeof sessionPerson>[1] = {}): Answering => ({ body: { person: role && sessionPerson(role, over) } })
const ORGANISATIONS: Answering = { body: { organisations: [{ id: 'unit', kind: 'police', name: 'Invented unit', madeAt: null }] } }
const PEOPLE: Answering = { body: { people: [{ id: 'person-1', signInName: 'a.rivers', name: 'A. Rivers', role: 'administrator', organisation: 'unit', vouched: 'yes', password: 'own', madeAt: '2031-03-01T00:00:00.000Z', leftAt: null }] } }

let root: Root
beforeEach(() => {
  vi.stubGlobal('EventSource', SilentEvents)
  document.body.innerHTML = '<div id="page"></div>'
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

async function open(address: string): Promise<void> {
  window.history.replaceState(null, '', address)
  root = createRoot(document.getElementById('page') as HTMLElement)
  const words = knowWords(everyWord)
  await act(async () => root.render(<Office words={words} queries={openQueries()} router={openRouter(words)} />))
  await until(() => document.querySelector('h1') !== null)
}

/** A page comes when it is asked for, and its answers after it. */
async function until(there: () => boolean): Promise<void> {
  for (let turns = 0; turns < 400 && !there(); turns += 1) await settled()
  expect(there()).toBe(true)
}

const title = (): string | null | undefined => document.querySelector('h1')?.textContent
const places = (): readonly (string | undefined)[] => [...document.querySelectorAll('.nav a span')].map(({ textContent }) => textContent ?? undefined)
const keys = (...pressed: readonly string[]): Promise<void> => act(async () => pressed.forEach((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))))

describe('the office', () => {
  test('asks whoever is not signed in to sign in, and then shows the page of the address', async () => {
    let role: Role | null = null
    answering({ 'GET /api/session': () => session(role), 'POST /api/session': () => session((role = 'administrator')), 'GET /api/organisations': ORGANISATIONS, 'GET /api/people': PEOPLE })
    await open('/office/people')
    expect(title()).toBe('Sign in')
    await type(document.querySelector('[data-place="name"]'), 'a.rivers')
    await type(document.querySelector('[data-place="password"]'), 'four words together')
    await click(document.querySelector('button[type="submit"]'))
    await until(() => document.querySelector('.listing') !== null)
    expect([title(), window.location.pathname, document.title]).toEqual(['People', '/office/people', 'People · Daylight'])
  })

  test.each([['administrator', 0], ['case-worker', 0], ['analyst', 1]] as const)('asks for %s whether cases move only where they see cases', async (role, asked) => {
    SilentEvents.opened = 0
    answering({ 'GET /api/session': session(role), 'GET /api/organisations': ORGANISATIONS, 'GET /api/people': PEOPLE })
    await open('/office/people')
    expect([SilentEvents.opened, document.querySelectorAll('.liveness').length, document.querySelectorAll('.search-box').length]).toEqual([asked, asked, asked])
  })

  test('says that a name or a password is wrong, and keeps the name alone', async () => {
    answering({ 'GET /api/session': session(null), 'POST /api/session': problem(401, 'session/wrong') })
    await open('/office/')
    await type(document.querySelector('[data-place="name"]'), 'a.rivers')
    await type(document.querySelector('[data-place="password"]'), 'guess')
    await click(document.querySelector('button[type="submit"]'))
    await until(() => document.querySelector('.refused') !== null)
    expect(document.querySelector('.refused-title')?.textContent).toBe('The name or the password is wrong.')
    expect(['name', 'password'].map((place) => document.querySelector<HTMLInputElement>(`[data-place="${place}"]`)?.value)).toEqual(['a.rivers', ''])
  })

  test('opens nothing before a one-time password is replaced', async () => {
    answering({ 'GET /api/session': session('analyst', { mustChangePassword: 'yes' }) })
    await open('/office/people')
    expect(title()).toBe('Your password')
    expect(document.querySelector('.nav')).toBeNull()
  })

  test('opens nothing before a colleague has vouched: it says whom to ask, and looks again when asked', async () => {
    let vouched: 'yes' | 'no' = 'no'
    const asked = answering({ 'GET /api/session': () => session('analyst', { vouched }), 'GET /api/people/waiting': { body: { waiting: [] } } })
    await open('/office/waiting')
    expect(title()).toBe('One colleague still has to vouch for you')
    expect([document.querySelector('.nav'), document.querySelector('.not-vouched')?.textContent?.includes('Invented unit')]).toEqual([null, true])
    expect(asked.map(({ path }) => path)).toEqual(['/api/session'])
    await click([...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Change the password'))
    expect(title()).toBe('Your password')
    await click([...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Back to who vouches for me'))
    vouched = 'yes'
    await click([...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Look again'))
    await until(() => document.querySelector('.listing-none') !== null)
    expect([title(), document.querySelector('.listing-none')?.textContent]).toEqual(['New colleagues', 'Nobody of your organisation is waiting.'])
  })

  test('whoever is signed out meanwhile signs in where they are', async () => {
    let role: Role | null = 'administrator'
    answering({
      'GET /api/session': () => session(role),
      'GET /api/organisations': ORGANISATIONS,
      'GET /api/people': () => {
        role = null
        return problem(401, 'session/not-signed-in')
      },
    })
    await open('/office/people')
    await until(() => title() === 'Sign in')
    expect(window.location.pathname).toBe('/office/people')
  })

  test.each([['person-1', 'Q. New'], ['person-2', '']])('what was typed before signing in again is there for whoever typed it alone: %s', async (id, typed) => {
    let person: unknown = null
    const as = (who: string): Answering => ({ body: { person: (person = sessionPerson('administrator', { id: who })) } })
    let next = 'person-1'
    answering({
      'GET /api/session': () => ({ body: { person } }),
      'POST /api/session': () => as(next),
      'GET /api/organisations': ORGANISATIONS, 'GET /api/people': PEOPLE,
      'POST /api/people': () => {
        person = null
        next = id
        return problem(401, 'session/not-signed-in')
      },
    })
    await open('/office/people')
    const enter = async (): Promise<void> => {
      await until(() => title() === 'Sign in')
      await click(document.querySelector('button[type="submit"]'))
      await until(() => document.querySelector('[data-place="signInName"]') !== null)
    }
    await enter()
    await type(document.querySelector('[data-place="name"]'), 'Q. New')
    await click(document.querySelector('form button[type="submit"]'))
    await enter()
    expect(document.querySelector<HTMLInputElement>('[data-place="name"]')?.value).toBe(typed)
  })

  test.each([['administrator', ['People', 'Access log', 'How I sign in']], ['analyst', ['New colleagues', 'How I sign in']], ['case-worker', ['Passed on', 'Notes', 'How I sign in']]] as const)('shows %s the places of that role', async (role, own) => {
    answering({ 'GET /api/session': session(role), 'GET /api/organisations': ORGANISATIONS, 'GET /api/people': PEOPLE })
    await open('/office/me/password')
    expect(places()).toEqual(expect.arrayContaining([...own]))
    expect(places().includes('People')).toBe(role === 'administrator')
  })

  test('goes to a place by g and its letter', async () => {
    answering({ 'GET /api/session': session('administrator'), 'GET /api/organisations': ORGANISATIONS, 'GET /api/people': PEOPLE })
    await open('/office/me/password')
    await keys('g', 'e')
    await until(() => title() === 'People')
    expect(window.location.pathname).toBe('/office/people')
  })

  test('keeps language and light from page to page', async () => {
    answering({ 'GET /api/session': session('administrator'), 'GET /api/organisations': ORGANISATIONS, 'GET /api/people': PEOPLE })
    await open('/office/me/password?lang=ar-XB&light=dark')
    expect([document.documentElement.dir, document.documentElement.dataset['light']]).toEqual(['rtl', 'dark'])
    await keys('g', 'e')
    await until(() => window.location.pathname === '/office/people')
    expect(window.location.search).toBe('?lang=ar-XB&light=dark')
  })

  test('says so where the server cannot be reached', async () => {
    answering({ 'GET /api/session': problem(503, 'request/our-fault') })
    window.history.replaceState(null, '', '/office/')
    root = createRoot(document.getElementById('page') as HTMLElement)
    const words = knowWords(everyWord)
    await act(async () => root.render(<Office words={words} queries={openQueries()} router={openRouter(words)} />))
    await until(() => document.querySelector('.refused') !== null)
    expect(document.querySelector('.refused button')?.textContent).toBe('Ask again')
  })
})
