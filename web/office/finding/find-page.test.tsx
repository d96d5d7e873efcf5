// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answering, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { openQueries } from '../asking/queries.ts'
import { FindPage } from './find-page.tsx'
import { WhoSought } from './who-sought.tsx'

afterEach(() => void vi.unstubAllGlobals())

async function open(answer: Answering) {
  const asked = answering({ 'POST /api/find': answer })
  const root = createRootRoute()
  const routes = ['/find', '/sources'].map((path) => createRoute({ getParentRoute: () => root, path, component: path === '/find' ? FindPage : () => null }))
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ['/find'] }) })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><RouterProvider router={router} /></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  await until(() => page.querySelector('form') !== null)
  const field = (place: string) => page.querySelector(`[data-place=${place}]`)
  const find = async (): Promise<void> => {
    const look = field('look') as HTMLSelectElement
    await act(async () => {
      look.value = 'assessment'
      look.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await type(field('name'), 'Nadia Verkhovna ')
    await click(page.querySelector('button[type=submit]'))
  }
  return { page, asked, router, until, field, find }
}

describe('finding somebody', () => {
  test('asks why first, says that it is logged and limited, and sends what was typed in no address', async () => {
    const { page, asked, router, until, find } = await open({ body: { found: [{ file: 'source/1', name: 'heron-12', agrees: ['whole-name', 'two-sounds'] }], ask: [], left: 1 } })
    expect(page.querySelector('form [data-place]')?.getAttribute('data-place')).toBe('look')
    expect(page.textContent).toContain('written into the access log; you have a limited number')
    await find()
    await until(() => page.querySelector('.found') !== null)
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({ path: '/api/find', body: { look: 'assessment', name: 'Nadia Verkhovna' } })
    expect(page.querySelector('.found')?.textContent).toContain('heron-12 agrees by the whole name, the sound of two parts')
    expect(page.textContent).toContain('One search is left in this hour.')
    expect(router.state.location.href).toBe('/find')
  })

  test('says in plain words that nobody was found whom one may know of, and forgets the answer when another is typed', async () => {
    const { page, until, find, field } = await open({ body: { found: [], ask: [], left: 29 } })
    await find()
    await until(() => page.querySelector('.listing-none') !== null)
    expect(page.querySelector('.listing-none')?.textContent).toContain('Somebody may still be known here')
    await type(field('name'), 'Olena Marchenko')
    expect(page.querySelector('.found')).toBeNull()
  })

  test('says whom to ask, and not of what', async () => {
    const { page, until, find } = await open({ body: { found: [], ask: [{ id: 'person-1', name: 'Invented Colleague' }], left: 29 } })
    await find()
    await until(() => page.querySelector('.found') !== null)
    expect(page.querySelector('.found')?.textContent).toContain('Somebody like this is known. Ask: Invented Colleague')
    expect(page.querySelector('.found a')).toBeNull()
  })
})

test('whoever answers for a source reads who searched and met it', async () => {
  answering({ 'GET /api/sources/source-1/sought': { body: { sought: [{ at: '2031-03-03T08:00:00.000Z', who: { id: 'person-9', name: 'Invented Analyst' }, role: 'analyst', look: 'assessment' }] } } })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><WhoSought source="source-1" /></QueryClientProvider>)
  for (let turns = 0; turns < 200 && !page.querySelector('li'); turns += 1) await settled()
  expect(page.querySelector('li')?.textContent).toContain('Invented Analyst')
})
