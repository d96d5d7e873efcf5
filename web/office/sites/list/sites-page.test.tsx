// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../../tests/drawn.tsx'
import { sessionPerson } from '../../../../tests/session-answer.ts'
import type { Role } from '../../../../core/kernel/access.ts'
import { openQueries } from '../../asking/queries.ts'
import { openDrafts } from '../../form/kept-drafts.ts'
import { KeepingDrafts } from '../../form/use-draft.ts'
import { ImportInto } from '../import/import-page.tsx'
import type { SiteRow } from '../sites-asked.ts'
import { SitesPage } from './sites-page.tsx'

const NOW = Date.UTC(2031, 2, 3, 8)
const day = (days: number): string => new Date(NOW + days * 86_400_000).toISOString()
const gates = (...states: readonly ('open' | 'closed' | 'unknown')[]) => (['number', 'independence', 'freshness', 'disconfirmation', 'alternative'] as const).map((id, at) => ({ id, state: states[at] ?? 'closed' }))
const RECKONED = { reckonedAt: day(0), at: day(0), roots: 2, probability: 0.91, p10: 0.84, p90: 0.95, validUntil: day(10), gates: gates('open', 'open', 'open', 'open', 'open') }
const row = (id: string, changes: Partial<SiteRow> = {}): SiteRow => ({ id, number: `S-${id}`, jurisdiction: 'TH', venue: 'resident-workshop', openedAt: day(-9), lastAt: day(-1), version: 3, reports: 2, openTasks: 0, leadsDue: 0, plans: [], reckoning: RECKONED, ...changes })
const listed = (sites: readonly SiteRow[], next: string | null = null): Answering => ({ body: { sites, next, count: 3 } })

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function open(answers: Readonly<Record<string, Answering>>, shown: 'sites' | 'import' = 'sites', role: Role = 'analyst') {
  const asked = answering({ 'GET /api/session': { body: { person: sessionPerson(role) } }, ...answers })
  const root = createRootRoute()
  const page = shown === 'sites' ? SitesPage : () => <ImportInto site="one" />
  const routes = ['/sites', '/sites/$site'].map((path) => createRoute({ getParentRoute: () => root, path, component: path === '/sites' ? page : () => <p id="opened" /> }))
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ['/sites'] }) })
  const at = await drawn(<QueryClientProvider client={openQueries()}><KeepingDrafts value={openDrafts()}><RouterProvider router={router} /></KeepingDrafts></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  const rows = (): readonly string[] => [...at.page.querySelectorAll('tbody tr')].map(({ textContent }) => textContent?.replaceAll(/\s+/g, ' ') ?? '')
  const button = (words: string) => [...at.page.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent?.startsWith(words))
  return { page: at.page, asked, until, rows, button }
}

const FIRST = 'GET /api/sites?sort=changed&limit=100'

describe('the list of sites', () => {
  test('gives no number alone: its interval, and when it was reckoned', async () => {
    const { rows, until } = await open({ [FIRST]: listed([row('1')]) })
    await until(() => rows().length > 0)
    expect(rows()[0]).toMatch(/0\.91 \[0\.84–0\.95\] as known \w+, 3 Mar 2031/)
    expect(rows()[0]).toContain('holds 10 d')
    expect(rows()[0]).toContain('all five open')
  })

  test('prints no number where nothing weighs', async () => {
    const { rows, until } = await open({ [FIRST]: listed([row('1', { reckoning: { ...RECKONED, roots: 0, probability: 0.17, validUntil: null } }), row('2', { reckoning: null })]) })
    await until(() => rows().length > 1)
    for (const text of rows()) expect(text).toContain('Nothing is known about this site.')
    expect(rows().join()).not.toMatch(/0\.17|0\.91/)
  })

  test('says in words which gates are not open, what runs out today, and what is owed', async () => {
    const { rows, page, until } = await open({ [FIRST]: listed([row('1', { leadsDue: 2, reckoning: { ...RECKONED, validUntil: day(0.5), gates: gates('open', 'open', 'closed', 'unknown', 'open') } })]) })
    await until(() => rows().length > 0)
    expect([...page.querySelectorAll('.gate-mark span:not(.heard)')].map(({ textContent }) => textContent)).toEqual(['freshness', 'disconfirmation'])
    expect([...page.querySelectorAll('.runs-out')].map(({ textContent }) => textContent)).toEqual(['runs out in 12 h', '2 due'])
  })

  test('shows more when asked, and searches', async () => {
    const { rows, button, page, until } = await open({ [FIRST]: listed([row('1')], 'next-page'), [`${FIRST}&cursor=next-page`]: listed([row('2')]), 'GET /api/sites?search=th&sort=changed&limit=100': listed([]) })
    await until(() => button('Show more') !== undefined)
    await click(button('Show more'))
    await until(() => rows().length === 2)
    await type(page.querySelector('input[type=search]'), 'th')
    await until(() => page.querySelector('.listing-none') !== null)
    expect(page.textContent).toContain('No site matches')
  })

  test('opens a site under the id it was sent with', async () => {
    const { asked, button, page, until } = await open({ [FIRST]: listed([]), 'POST /api/sites': { body: { entry: 'entry-0001', version: 1 } } })
    await until(() => button('Open a site') !== undefined)
    await click(button('Open a site'))
    await type(page.querySelector('[data-place=jurisdiction]'), 'th')
    await click(button('Open a site'))
    await until(() => page.querySelector('#opened') !== null)
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ jurisdiction: 'TH', venue: 'resident-workshop', id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  })
})

test('whoever opens no site is offered none', async () => {
  const { button, rows, until } = await open({ [FIRST]: listed([row('1')]) }, 'sites', 'authorising-officer')
  await until(() => rows().length > 0)
  expect(button('Open a site')).toBeUndefined()
})

describe('a table of reports', () => {
  const READ = { rows: [{ row: 1, report: 'row-000001', problems: [] }, { row: 2, report: null, problems: [{ column: 'kind', problem: 'is not known here', expected: 'one of: client' }] }], kept: 0 }

  test('is read and shown row by row before anything is kept; then the good rows are', async () => {
    vi.stubGlobal('crypto', globalThis.crypto)
    const { page, button, until, rows } = await open({ 'POST /api/sites/one/reports?preview=yes': { body: { ...READ, preview: 'yes' } }, 'POST /api/sites/one/reports?keep=good': { body: { ...READ, kept: 1, preview: 'no' } } }, 'import')
    await type(page.querySelector('textarea'), '"id"')
    await click(button('Read the table'))
    await until(() => rows().length === 2)
    expect(rows()[0]).toContain('kind is not known here Expected: one of: client')
    expect(page.textContent).toContain('1 row can be taken in, 1 is wrong')
    await click(button('Take in this report'))
    await until(() => page.textContent?.includes('1 report is taken in, of 2 rows') ?? false)
  })

  test('stays where it is refused', async () => {
    const { page, button, until } = await open({ 'POST /api/sites/one/reports?preview=yes': problem(422, 'import/not-a-table') }, 'import')
    await type(page.querySelector('textarea'), '"id"')
    await click(button('Read the table'))
    await until(() => page.querySelector('.refused') !== null)
    expect(page.querySelector('textarea')?.value).toBe('"id"')
  })
})
