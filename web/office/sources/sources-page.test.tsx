// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answering, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { openQueries } from '../asking/queries.ts'
import { openDrafts } from '../form/kept-drafts.ts'
import { KeepingDrafts } from '../form/use-draft.ts'
import { SourcesPage } from './sources-page.tsx'

const AT = '2031-03-03T08:00:00.000Z'
const noted = { entry: 'entry-0001', version: 1, by: 'person-1', occurredAt: AT, recordedAt: AT, receivedAt: AT }
const SOURCE = { id: 'source-1', codeName: 'Heron 12', kind: 'informant-tested', protected: 'yes', underControl: 'no', risk: 'high', handler: 'person-1', controller: 'person-2', record: { hits: 4, misses: 1 }, version: 2, lastAt: AT }
const NAMES = { 'person-1': 'Analyst One', 'person-2': 'Analyst Two' }
const SHOWN = { ...SOURCE, registered: noted, identity: { name: 'Invented Name', contact: null, says: null }, identityIs: 'open', contacts: [], outcomes: [], tasks: [], names: NAMES }
const ANSWERS: Readonly<Record<string, Answering>> = {
  'GET /api/session': { body: { person: { id: 'person-1', name: 'Analyst One', role: 'analyst', mustChangePassword: 'no' } } },
  'GET /api/sources?limit=50': { body: { sources: [SOURCE, { ...SOURCE, id: 'source-2', codeName: 'Finch 3', kind: 'escaped-victim', record: null, risk: 'unknown' }], next: null, count: 2, names: NAMES } },
  'GET /api/sources/source-1': { body: SHOWN },
  'GET /api/colleagues': { body: { colleagues: [{ id: 'person-1', name: 'Analyst One', role: 'analyst' }, { id: 'person-2', name: 'Analyst Two', role: 'analyst' }, { id: 'person-9', name: 'Planner Nine', role: 'planner' }] } },
  'POST /api/sources/source-1/acts': { body: { entry: 'entry-0003', version: 3 } },
}

afterEach(() => void vi.unstubAllGlobals())

const choose = (field: HTMLSelectElement | null, value: string): Promise<void> => act(async () => {
  if (field) field.value = value
  field?.dispatchEvent(new Event('change', { bubbles: true }))
})

async function open(answers = ANSWERS) {
  const asked = answering(answers)
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><KeepingDrafts value={openDrafts()}><SourcesPage /></KeepingDrafts></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  await until(() => page.querySelector('tbody tr') !== null)
  const button = (words: string) => [...page.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent?.startsWith(words))
  return { page, asked, until, button }
}

describe('the register of sources', () => {
  test('lists code names and records, and of people who were held that none is kept', async () => {
    const { page } = await open()
    const rows = [...page.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)
    expect(rows[0]).toMatch(/Heron 12.*4 \/ 1/)
    expect(rows[1]).toContain('none is kept')
    expect(page.textContent).not.toContain('Invented Name')
  })

  test('opens who somebody is only after it was said that this is logged', async () => {
    const { page, asked, button, until } = await open()
    await click(page.querySelector('tbody tr'))
    expect(page.textContent).toContain('The opening is written into the access log')
    expect(asked.some(({ path }) => path === '/api/sources/source-1')).toBe(false)
    await click(button('Open this source'))
    await until(() => page.textContent?.includes('Invented Name') ?? false)
    await click(button('Close it'))
    expect(page.textContent).not.toContain('Invented Name')
  })

  test('says that it is not for whoever neither handles nor controls them', async () => {
    const { page, button, until } = await open({ ...ANSWERS, 'GET /api/sources/source-1': { body: { ...SHOWN, identity: null, identityIs: 'not-for-you' } } })
    await click(page.querySelector('tbody tr'))
    await click(button('Open this source'))
    await until(() => page.querySelector('.none-yet') !== null)
    expect(page.querySelector('.none-yet')?.textContent).toBe('Who they are is for their handler and their controller alone.')
  })

  test('gives somebody to another handler, any colleague who works on cases, on the version that was read', async () => {
    const { page, asked, button, until } = await open()
    await click(page.querySelector('tbody tr'))
    await click(button('Open this source'))
    await until(() => button('Give them to another') !== undefined)
    await click(button('Give them to another'))
    await until(() => [...page.querySelectorAll('[data-place=handler] option')].some(({ textContent }) => textContent === 'Planner Nine, planner'))
    await choose(page.querySelector('[data-place=handler]'), 'person-9')
    await type(page.querySelector('.doing textarea'), 'On leave')
    await click(page.querySelector('.doing button[type=submit]'))
    await until(() => asked.some(({ method }) => method === 'POST'))
    const sent = asked.find(({ method }) => method === 'POST')
    expect(sent?.headers.get('if-match')).toBe('"2"')
    expect(sent?.body).toMatchObject({ act: 'give-charge', handler: 'person-9', controller: 'person-2', because: 'On leave' })
  })

  test('is narrowed to what has every word that is typed', async () => {
    const { page } = await open()
    await type(page.querySelector('#page-search'), 'finch')
    expect([...page.querySelectorAll('tbody tr')].map(({ textContent }) => textContent?.slice(0, 7))).toEqual(['Finch 3'])
    await type(page.querySelector('#page-search'), 'nobody')
    expect(page.querySelector('.listing-none')?.textContent).toBe('No source matches that.')
  })
})
