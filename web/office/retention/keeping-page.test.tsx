// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { answering } from '../../../tests/answering.ts'
import { drawn, everyWord, settled, type } from '../../../tests/drawn.tsx'
import { HOLDERS } from '../../../core/kernel/id.ts'
import { FORGETTING_GROUNDS, HOLD_GROUNDS, KEEP_GROUNDS, LIFT_GROUNDS, RELEASE_GROUNDS, REVIEW_GROUNDS } from '../../../core/retention/grounds.ts'
import type { KeepingList } from '../../../wire/office/retention-answers.ts'
import { openQueries } from '../asking/queries.ts'
import { KeepingPage } from './keeping-page.tsx'

afterEach(() => void vi.unstubAllGlobals())

const LIST: KeepingList = {
  now: '2031-03-03T08:00:00.000Z',
  due: [{ holder: 'site/one', number: 'S-1', reviewBy: '2031-03-20T00:00:00.000Z', setBy: 'policy' }],
  mayBeForgotten: [{ holder: 'report/r', number: null }],
  asked: [{ holder: 'plan/two', number: 'P-2', by: 'person-1', at: '2031-03-03T08:00:00.000Z', ground: 'court-order', lapsesAt: '2031-04-02T08:00:00.000Z' }],
  holds: [{ holder: 'site/one', number: 'S-1', hold: 'hold-one', ground: 'appeal', reference: 'A-7', by: 'person-1', reviewBy: '2031-09-01T00:00:00.000Z', placedAt: '2031-03-03T08:00:00.000Z' }],
  names: { 'person-1': 'O. Fields' },
}

test('what waits for a second person, what is due, what may be forgotten and what is held are told apart, and each leads to its own page', async () => {
  answering({ 'GET /api/keeping': { body: LIST }, 'GET /api/search?q=P-3': { body: { sites: [], plans: [{ id: 'three', number: 'P-3', site: 'one', siteNumber: 'S-1', standing: 'draft', at: '2031-03-06T05:30:00.000Z' }], sources: [] } } })
  const root = createRootRoute()
  const routes = ['/keeping', '/keeping/$kind/$id'].map((path) => createRoute({ getParentRoute: () => root, path, component: path === '/keeping' ? KeepingPage : () => null }))
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ['/keeping'] }) })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><RouterProvider router={router} /></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  await until(() => page.querySelectorAll('table').length === 4)
  expect([...page.querySelectorAll('td a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Plan P-2', '/keeping/plan/two'], ['Site S-1', '/keeping/site/one'], ['Report r', '/keeping/report/r'], ['Site S-1', '/keeping/site/one'],
  ])
  expect(page.textContent).toContain('A court has ordered it')
  expect(page.textContent).toContain('as policy has it, since nobody has set a day')
  expect(page.textContent).toContain('An appeal is open · A-7')
  await type(page.querySelector('input[type=search]'), 'P-3')
  await until(() => page.querySelector('[role=search] a') !== null)
  expect(page.querySelector('[role=search] a')?.getAttribute('href')).toBe('/keeping/plan/three')
})

test('every ground, and whatever words can be held for, has words of its own', () => {
  const lists = { 'hold-ground': HOLD_GROUNDS, 'lift-ground': LIFT_GROUNDS, 'review-ground': REVIEW_GROUNDS, 'keep-ground': KEEP_GROUNDS, 'release-ground': RELEASE_GROUNDS, 'forgetting-ground': FORGETTING_GROUNDS }
  const ids = [...Object.entries(lists).flatMap(([list, grounds]) => Object.keys(grounds).map((code) => `${list}.${code}`)), ...HOLDERS.map((kind) => `holder.${kind}`)]
  const sureness = Object.values(lists).flatMap((grounds) => Object.values(grounds).map((ground) => `keeping.sureness-${ground.sureness}`))
  expect([...ids, ...sureness].filter((id) => !Object.hasOwn(everyWord, id))).toEqual([])
})
