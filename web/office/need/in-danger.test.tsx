// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '../../../core/kernel/access.ts'
import { answering, problem, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { sessionPerson } from '../../../tests/session-answer.ts'
import { openQueries } from '../asking/queries.ts'
import { Refused } from '../asking/refused.tsx'
import { openDrafts } from '../form/kept-drafts.ts'
import { KeepingDrafts } from '../form/use-draft.ts'
import { lookFor } from '../purpose/purpose.ts'
import { BreakGlassPage } from './break-glass-page.tsx'
import { GlassLine } from './glass-line.tsx'
import { GlassesPage } from './glasses-page.tsx'

const AT = '2031-03-06T02:00:00.000Z'
const UNTIL = '2031-03-06T06:00:00.000Z'
const NAMES = { 'person-2': 'O. Fields', 'person-4': 'C. Stone', 'person-6': 'P. Hill' }
const ONE = { glass: 'glass-1', file: 'site/one', number: 'S-12', person: 'person-4', at: AT, until: UNTIL }
const GLASSES: Answering = { body: { glasses: [ONE], names: NAMES } }
const NEED: Answering = {
  body: { reach: 'unit', organisation: 'unit', openedBy: '', version: 1, mayName: 'no', named: [], names: NAMES, glasses: [{ glass: 'glass-1', person: 'person-4', danger: 'person-being-moved', says: 'To be moved tonight', at: AT, until: UNTIL, told: ['person-2', 'person-6'], reviewed: null }] },
}

afterEach(async () => {
  await act(async () => lookFor(null))
  vi.unstubAllGlobals()
})

async function open(shown: () => ReactNode, answers: Readonly<Record<string, Answering | (() => Answering)>>, role: Role = 'site-commander') {
  const asked = answering({ 'GET /api/session': { body: { person: sessionPerson(role) } }, ...answers })
  const root = createRootRoute()
  const routes = ['/', '/glass', '/glasses', '/sites/$site', '/plans/$plan'].map((path) => createRoute({ getParentRoute: () => root, path, component: path === '/' ? shown : () => null }))
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ['/'] }) })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><KeepingDrafts value={openDrafts()}><RouterProvider router={router} /></KeepingDrafts></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  const says = (words: string) => () => page.textContent.includes(words)
  return { page, asked, until, says, sent: () => asked.filter(({ method }) => method === 'POST') }
}

describe('opening a file because somebody is in danger', () => {
  const fill = async (page: HTMLElement): Promise<void> => {
    await type(page.querySelector('[data-place="number"]'), ' S-12 ')
    await click(page.querySelector('input[value="life"]'))
    await type(page.querySelector('[data-place="says"]'), 'A person there telephoned')
    await click(page.querySelector('form button[type="submit"]'))
  }

  test('says before what it sets going', async () => {
    const { says, until } = await open(BreakGlassPage, {})
    await until(says('It opens to you for four hours.'))
    await Promise.all(['Two colleagues are told at once', 'Somebody else reviews', 'Everything is logged'].map((words) => until(says(words))))
    expect(says('Everything is logged')()).toBe(true)
  })

  test('leads to the file, and says until when it is open and who was told', async () => {
    const { page, until, says, sent } = await open(BreakGlassPage, { 'POST /api/glasses': { body: { file: 'site/one', until: UNTIL, told: ['person-2', 'person-6'], names: NAMES } } })
    await until(() => page.querySelector('form') !== null)
    await fill(page)
    await until(says('S-12 is open to you'))
    expect(sent()[0]?.body).toMatchObject({ danger: 'life', says: 'A person there telephoned' })
    expect(page.querySelector('.glass-open a')?.getAttribute('href')).toBe('/sites/one')
    expect(page.textContent).toContain('Told of it: O. Fields, P. Hill')
  })

  test('where nobody could be told, that is said', async () => {
    const { page, until, says } = await open(BreakGlassPage, { 'POST /api/glasses': { body: { file: 'plan/one', until: UNTIL, told: [], names: {} } } })
    await until(() => page.querySelector('form') !== null)
    await fill(page)
    await until(says('Tell somebody yourself.'))
    expect(page.querySelector('.glass-open a')?.getAttribute('href')).toBe('/plans/one')
  })

  test('a number that is nothing here leaves what was typed where it is', async () => {
    const { page, until } = await open(BreakGlassPage, { 'POST /api/glasses': problem(404, 'access/no-such-file') })
    await until(() => page.querySelector('form') !== null)
    await fill(page)
    await until(() => page.querySelector('.refused') !== null)
    expect(page.querySelector<HTMLTextAreaElement>('[data-place="says"]')?.value).toBe('A person there telephoned')
  })
})

describe('whoever was told', () => {
  const line = (role: Role) => () => <GlassLine person={sessionPerson(role)} />

  test('finds it on top of every page', async () => {
    const { page, until } = await open(line('planner'), { 'GET /api/glasses': GLASSES })
    await until(() => page.querySelector('.glass-line') !== null)
    expect(page.querySelector('.glass-line strong')?.textContent).toBe('C. Stone opened S-12 because somebody is in danger.')
    expect(page.querySelector('.glass-line a')?.getAttribute('href')).toBe('/glasses')
  })

  test('sees nothing there once it is reviewed; and an NGO does not ask', async () => {
    const { page, asked, until } = await open(line('planner'), { 'GET /api/glasses': { body: { glasses: [], names: {} } } })
    await until(() => asked.some(({ path }) => path === '/api/glasses'))
    expect(page.querySelector('.glass-line')).toBeNull()
    const ngo = await open(line('case-worker'), {})
    expect(ngo.asked.map(({ path }) => path)).not.toContain('/api/glasses')
  })

  test('reads why, and reviews it where the policies let them', async () => {
    const { page, until, says, sent } = await open(GlassesPage, { 'GET /api/glasses': GLASSES, 'GET /api/need/site/one': NEED, 'POST /api/glasses/glass-1/review': { body: { entry: 'e', version: 2 } } }, 'authorising-officer')
    await until(says('Read why, and review it'))
    await click(page.querySelector('.glass-one button'))
    await until(says('Somebody is being moved away: To be moved tonight'))
    await click(page.querySelector('input[value="rightly-broken"]'))
    await type(page.querySelector('[data-place="says"]'), 'She was reached in time')
    await click(page.querySelector('form button[type="submit"]'))
    await until(() => sent().length === 1)
    expect(sent()[0]).toMatchObject({ path: '/api/glasses/glass-1/review', body: { judgement: 'rightly-broken', says: 'She was reached in time' } })
  })

  test('is told that others review it where it is not theirs', async () => {
    const { page, until, says } = await open(GlassesPage, { 'GET /api/glasses': GLASSES, 'GET /api/need/site/one': NEED }, 'planner')
    await until(says('An authorising officer or oversight reviews it.'))
    await click(page.querySelector('.glass-one button'))
    await until(says('To be moved tonight'))
    expect(page.querySelector('form')).toBeNull()
  })
})

describe('a file that is not somebody’s to know', () => {
  const refused = (code: string) => () => <Refused refusal={{ code, title: 't', detail: 'd', status: 404, expected: 'x-daylight-look: planning', problems: [] }} />

  test('says that there is none, or none for this purpose, whom to ask, and the way in where somebody is in danger', async () => {
    lookFor('operation')
    const { page, until } = await open(refused('access/no-such-file'), {})
    await until(() => page.querySelector('.refused a') !== null)
    expect(page.textContent).toContain('You asked for operation.')
    expect(page.textContent).toContain('ask an authorising officer of the unit')
    expect(page.querySelector('.refused a')?.getAttribute('href')).toBe('/glass')
  })

  test('offers that way to nobody who may not take it', async () => {
    const { page, asked, until, says } = await open(refused('access/no-such-file'), {}, 'prosecutor')
    await until(says('ask an authorising officer'))
    await until(() => asked.length > 0)
    expect(page.querySelector('.refused a')).toBeNull()
  })

  test('without a purpose, asks for one in words', async () => {
    const { until, says, page } = await open(refused('access/no-purpose'), {})
    await until(says('Choose above what you look for.'))
    expect(page.textContent).not.toContain('x-daylight-look')
  })
})
