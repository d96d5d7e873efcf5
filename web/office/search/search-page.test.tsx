// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { openQueries } from '../asking/queries.ts'
import { SearchPage } from './search-page.tsx'

afterEach(() => void vi.unstubAllGlobals())

test('what is sought is found by kind, and stands in no address', async () => {
  answering({ 'GET /api/search?q=14': { body: { sites: [{ id: 'site-0014', number: '14', jurisdiction: 'US', venue: 'resident-workshop' }], plans: [], sources: [{ id: 'source-1', codeName: 'flint-14' }] } }, 'GET /api/search?q=none': { body: { sites: [], plans: [], sources: [] } } })
  const root = createRootRoute()
  const routes = ['/search', '/sites/$site', '/sources', '/plans/$plan'].map((path) => createRoute({ getParentRoute: () => root, path, component: path === '/search' ? SearchPage : () => null }))
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ['/search'] }) })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><RouterProvider router={router} /></QueryClientProvider>)
  const search = async (words: string, there: () => boolean): Promise<void> => {
    await type(page.querySelector('#page-search'), words)
    await click(page.querySelector('button[type=submit]'))
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  for (let turns = 0; turns < 200 && !page.querySelector('#page-search'); turns += 1) await settled()
  await search('14', () => page.querySelectorAll('.found').length === 2)
  expect([...page.querySelectorAll('.found a')].map((link) => link.getAttribute('href'))).toEqual(['/sites/site-0014', '/sources'])
  expect(router.state.location.href).toBe('/search')
  await search('none', () => page.querySelector('.listing-none') !== null)
})
