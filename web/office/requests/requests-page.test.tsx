// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { openQueries } from '../asking/queries.ts'
import { openDrafts } from '../form/kept-drafts.ts'
import { KeepingDrafts } from '../form/use-draft.ts'
import { AnswerPage } from './answer-page.tsx'
import { RequestPage } from './request-page.tsx'
import { RequestsPage } from './requests-page.tsx'

afterEach(() => void vi.unstubAllGlobals())

const AT = '2031-03-03T08:00:00.000Z'
const ID = 'a1b2c3d4-0000-4000-8000-000000000001'
const TERM = { source: 'The house', sureness: 'judgement' }
const LINE = { id: ID, wants: 'know', organisation: 'unit', receivedAt: AT, due: '2031-04-03T08:00:00.000Z', extended: 'no', standing: 'open', overdue: 'yes', version: 1, lastAt: AT }
const PAPER = { language: 'ar', wants: 'know', receivedAt: AT, answeredAt: AT, outcome: 'refused', words: 'كلمات الجواب', grounds: [{ ground: 'protects-others', law: { provision: 'Article 15', sureness: 'unverified' } }], complainTo: 'The authority for data' }
const REQUEST = {
  id: ID, version: 3, organisation: 'unit', received: { entry: 'entry-0001', version: 1, by: 'person-1', occurredAt: AT, recordedAt: AT, receivedAt: AT },
  asked: { wants: 'know', through: 'themselves', identity: 'document-seen', mandate: 'unknown', goBetweenIs: 'unknown', language: 'ar', channel: 'in-person', channelSays: 'On Tuesdays', standsAs: ['victim', 'suspect'], says: 'What is written of me', receivedAt: AT },
  whoAsks: { identity: 'document-seen', mandate: 'unknown', goBetweenIs: 'unknown' },
  clock: { regime: 'law-enforcement', due: '2031-04-03T08:00:00.000Z', longest: '2031-06-03T08:00:00.000Z', term: TERM, extension: TERM },
  extended: null, answer: null, paper: null, told: [], corrections: [], restrictions: [], forgettings: [], complaints: [], closed: null, withheld: 0,
  safeguards: ['safe-channel', 'never-held-to-testify', 'rights-of-a-suspect'], concerns: [{ code: 'rights/overdue' }], names: {},
}
const HOLDINGS = {
  holdings: [
    { file: 'site/site-1', report: null, says: 'One report', isFor: 'you', controller: { id: 'unit', kind: 'police', name: 'The unit' }, basis: 'task-of-authority', law: { provision: 'Article 8', sureness: 'unverified' }, looks: [{ at: AT, role: 'analyst', organisation: 'The unit', look: 'assessment', name: null }], moreLooks: 'no' },
    { file: 'source/source-1', report: null, says: 'Asked about', isFor: 'not-for-you', controller: null, basis: 'unknown', law: { provision: null, sureness: 'unverified' }, looks: [], moreLooks: 'no' },
  ],
  ofTheRequest: { controller: { id: 'unit', kind: 'police', name: 'The unit' }, looks: [], moreLooks: 'no' }, lookersTold: 'role-and-organisation',
}
const ANSWERS: Readonly<Record<string, Answering>> = {
  'GET /api/requests?which=open': { body: { requests: [LINE], now: AT, term: TERM } },
  'POST /api/requests': { status: 201, body: { entry: 'entry-0001', version: 1 } },
  [`GET /api/requests/${ID}`]: { body: REQUEST, headers: { etag: '"3"' } },
  [`GET /api/requests/${ID}/holdings`]: { body: HOLDINGS },
  [`POST /api/requests/${ID}/acts`]: { body: { entry: 'entry-0004', version: 4 } },
}

async function openAt(address: string, answers = ANSWERS) {
  const asked = answering(answers)
  const root = createRootRoute()
  const routes = ([['/requests', RequestsPage], ['/requests/$request', RequestPage], ['/requests/$request/answer', AnswerPage]] as const).map(([path, component]) => createRoute({ getParentRoute: () => root, path, component }))
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: [address] }) })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><KeepingDrafts value={openDrafts()}><RouterProvider router={router as never} /></KeepingDrafts></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  const button = (words: string) => [...page.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent?.startsWith(words)) ?? null
  return { page, asked, until, button, router }
}

const choose = (field: HTMLSelectElement | null, value: string): Promise<void> => act(async () => {
  if (field) field.value = value
  field?.dispatchEvent(new Event('change', { bubbles: true }))
})

describe('the list of requests', () => {
  test('says by when somebody is answered, that this has passed, and where the day comes from', async () => {
    const { page, until } = await openAt('/requests')
    await until(() => page.querySelector('tbody tr') !== null)
    expect(page.querySelector('tbody tr')?.textContent).toMatch(/overdue.*to know what is held of them.*To be answered.*a1b2c3d4/)
    expect(page.textContent).toContain('The house')
  })

  test('takes a request in and goes to it; nothing is taken for granted of whoever asks', async () => {
    const { page, asked, button, until, router } = await openAt('/requests')
    await until(() => button('Take a request') !== null)
    await click(button('Take a request'))
    await type(page.querySelector('[data-place=says]'), 'What is written of me')
    await type(page.querySelector('[data-place=language]'), 'ar')
    await type(page.querySelector('[data-place=receivedAt]'), '2031-03-03 08:00 +00:00')
    await type(page.querySelector('[data-place=channelSays]'), 'On Tuesdays')
    await click(page.querySelector('button[type=submit]'))
    await until(() => router.state.location.pathname.startsWith('/requests/'))
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ wants: 'know', identity: 'not-established', goBetweenIs: 'unknown', language: 'ar', channel: 'in-person', receivedAt: '2031-03-03T08:00:00+00:00' })
  })
})

describe('one request', () => {
  test('shows its clock, what protects the person and what is to be looked at, and holds their words apart', async () => {
    const { page, until } = await openAt(`/requests/${ID}`)
    await until(() => page.textContent?.includes('What is written of me') ?? false)
    expect(page.textContent).toContain('is not held to secure their testimony')
    expect(page.textContent).toContain('Being a suspect too takes none of these away.')
    expect(page.textContent).toContain('The day on which an answer was due has passed')
    expect(page.querySelector('bdi[lang=ar]')?.textContent).toBe('What is written of me')
  })

  test('asks for where they stand only on purpose, and tells of a file that is not for the clerk no more than that', async () => {
    const { page, asked, button, until } = await openAt(`/requests/${ID}`)
    await until(() => button('Show where they stand') !== null)
    expect(asked.some(({ path }) => path.endsWith('/holdings'))).toBe(false)
    await click(button('Show where they stand'))
    await until(() => page.textContent?.includes('site/site-1') ?? false)
    expect(page.textContent).toMatch(/analyst, The unit/)
    expect(page.textContent).toContain('This file is not for you.')
  })

  test('is answered on what was read; neither confirming nor denying takes no words along', async () => {
    const { page, asked, button, until } = await openAt(`/requests/${ID}`)
    await until(() => button('Answer') !== null)
    await click(button('Answer'))
    await type(page.querySelector('[data-place=words]'), 'There are three reports')
    await choose(page.querySelector('[data-place=outcome]'), 'neither-confirmed-nor-denied')
    expect(page.querySelector('[data-place=words]')).toBeNull()
    await type(page.querySelector('[data-place=reason]'), 'To say whether would tell')
    await type(page.querySelector('[data-place=complainTo]'), 'The authority')
    await click(page.querySelector('.doing button[type=submit]'))
    await until(() => asked.some(({ method }) => method === 'POST'))
    const sent = asked.find(({ method }) => method === 'POST')
    expect(sent?.headers.get('if-match')).toBe('"3"')
    expect(sent?.body).toMatchObject({ act: 'answer', outcome: 'neither-confirmed-nor-denied', words: null, wordsOfTheFile: null, complainTo: 'The authority' })
  })

  test('says why an answer is refused, where it was written', async () => {
    const { page, button, until } = await openAt(`/requests/${ID}`, { ...ANSWERS, [`POST /api/requests/${ID}/acts`]: problem(422, 'rights/no-ground') })
    await until(() => button('Answer') !== null)
    await click(button('Answer'))
    await click(page.querySelector('.doing button[type=submit]'))
    await until(() => page.querySelector('.doing [role=alert]') !== null)
    expect(page.querySelector('.doing [role=alert]')?.textContent).toContain('title of rights/no-ground')
  })
})

describe('the answer on paper', () => {
  const withPaper = (paper: object) => ({ ...ANSWERS, [`GET /api/requests/${ID}`]: { body: { ...REQUEST, paper } } })

  test('carries the words in their own direction and language, the law with how sure it is, and where to complain', async () => {
    const { page, until } = await openAt(`/requests/${ID}/answer`, withPaper(PAPER))
    await until(() => page.querySelector('.answer-sheet') !== null)
    const words = page.querySelector('.answer-words')
    expect([words?.getAttribute('lang'), words?.getAttribute('dir'), words?.textContent]).toEqual(['ar', 'auto', 'كلمات الجواب'])
    expect(page.querySelector('.answer-sheet')?.textContent).toMatch(/Article 15.*not checked in its text.*The authority for data/)
  })

  test('carries nothing of the request but the answer: not what they said, not how they are reached, no file', async () => {
    const { page, until } = await openAt(`/requests/${ID}/answer`, withPaper({ ...PAPER, outcome: 'neither-confirmed-nor-denied', words: null, grounds: [] }))
    await until(() => page.querySelector('.answer-sheet') !== null)
    const sheet = page.querySelector('.answer-sheet')?.textContent ?? ''
    expect(sheet).toContain('whether something is held or not')
    for (const other of ['What is written of me', 'Tuesdays', 'suspect', ID.slice(0, 8), 'site/']) expect(sheet).not.toContain(other)
  })
})
