// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answering, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { sessionPerson } from '../../../tests/session-answer.ts'
import { openQueries } from '../asking/queries.ts'
import { openDrafts } from '../form/kept-drafts.ts'
import { KeepingDrafts } from '../form/use-draft.ts'
import { SourcePage } from './source-page.tsx'
import { SourcesPage } from './sources-page.tsx'

const AT = '2031-03-03T08:00:00.000Z'
const noted = { entry: 'entry-0001', version: 1, by: 'person-1', occurredAt: AT, recordedAt: AT, receivedAt: AT }
const SOURCE = { id: 'source-1', sight: 'whole', codeName: 'Heron 12', kind: 'informant-tested', protected: 'yes', underControl: 'no', mayBeTasked: 'yes', risk: 'high', handler: 'person-1', controller: 'person-2', record: { hits: 4, misses: 1 }, ended: null, version: 2, lastAt: AT }
const VEILED = { ...SOURCE, id: 'source-3', sight: 'veiled', codeName: null, kind: null, underControl: null, mayBeTasked: null, risk: null, record: null, handler: 'person-2' }
const NAMES = { 'person-1': 'Analyst One', 'person-2': 'Analyst Two' }
const USE = { use: 'adult', by: 'person-9', from: AT, until: '2032-03-02T08:00:00.000Z', reviewBy: null, conduct: 'Look at the gate', because: 'Nobody else can', standing: 'in-force' }
const HANDLING = {
  recruited: [], authorities: [], information: [{ report: null, says: 'Two vans', passedOn: 'The planner', noted }],
  contacts: [{ at: AT, with: 'person-1', how: 'in-person', where: 'A market town', says: 'All is well', nextBy: null, noted }],
  welfare: [{ says: 'Sleeps badly', done: 'A doctor was found', noted }],
  benefits: [{ at: AT, what: 'payment', money: { minor: 5050, currency: 'EUR' }, decidedBy: 'person-2', because: 'Fares', noted }],
}
const TERM = { value: 365, source: 'As remembered', sureness: 'unverified', signedBy: 'unsigned', asOf: '2031-01-01' }
const SHOWN = {
  ...SOURCE, registered: noted, age: 'adult', kin: 'no', whyNotTasked: null, identity: { name: 'Invented Name', goesBy: null, contact: null, says: null }, identityIs: 'open', charges: [{ handler: 'person-1', controller: 'person-2', because: '', from: AT, until: null }],
  uses: [USE], risks: [], outcomes: [], tasks: [], handling: HANDLING, terms: { adultDays: TERM, juvenileDays: { ...TERM, value: 120 }, juvenileReviewDays: { ...TERM, value: 28 }, urgentHours: { ...TERM, value: 72 } }, names: NAMES,
}
const CLOSED = { ...SHOWN, sight: 'authority', identity: null, identityIs: 'not-for-you', handling: null }
const ANSWERS: Readonly<Record<string, Answering>> = {
  'GET /api/session': { body: { person: sessionPerson('analyst', { name: 'Analyst One' }) } },
  'GET /api/sources?limit=50': { body: { sources: [SOURCE, { ...SOURCE, id: 'source-2', codeName: 'Finch 3', kind: 'escaped-victim', record: null, risk: 'unknown' }, VEILED], next: null, count: 3, names: NAMES } },
  'GET /api/sources/source-1': { body: SHOWN },
  'GET /api/sources/source-1/looks?limit=30': { body: { looks: [{ at: AT, who: { id: 'person-2', name: 'Analyst Two', role: 'analyst' }, stream: 'source/source-1', look: 'assessment', allowed: 'yes', whyNot: null, policy: null }], next: null } },
  'GET /api/colleagues': { body: { colleagues: [{ id: 'person-1', name: 'Analyst One', role: 'analyst' }, { id: 'person-2', name: 'Analyst Two', role: 'analyst' }, { id: 'person-9', name: 'Planner Nine', role: 'planner' }] } },
  'POST /api/sources/source-1/acts': { body: { entry: 'entry-0003', version: 3 } },
}

afterEach(() => void vi.unstubAllGlobals())

const choose = (field: HTMLSelectElement | null, value: string): Promise<void> => act(async () => {
  if (field) field.value = value
  field?.dispatchEvent(new Event('change', { bubbles: true }))
})

/** Opens the register, or the page of one source. */
async function open(answers = ANSWERS, at = '/sources') {
  const asked = answering(answers)
  const root = createRootRoute()
  const routes = [createRoute({ getParentRoute: () => root, path: '/sources', component: SourcesPage }), createRoute({ getParentRoute: () => root, path: '/sources/$source', component: SourcePage })]
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: [at] }) })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><KeepingDrafts value={openDrafts()}><RouterProvider router={router} /></KeepingDrafts></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  await until(() => page.querySelector('tbody tr, dialog') !== null)
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

  test('tells of somebody who is protected only whom to ask', async () => {
    const { page } = await open()
    const row = page.querySelectorAll('tbody tr')[2]?.textContent
    expect(row).toContain('A protected source')
    expect(row).toContain('Analyst Two')
    expect(row).not.toMatch(/Heron|informant|none is kept|\d \/ \d/)
  })

  test('opens who somebody is only after it was said that this is logged', async () => {
    const { page, asked, button, until } = await open()
    await click(page.querySelector('tbody tr'))
    await until(() => page.querySelector('dialog') !== null)
    expect(page.textContent).toContain('The opening is written into the access log')
    expect(asked.some(({ path }) => path === '/api/sources/source-1')).toBe(false)
    await click(button('Open this source'))
    await until(() => page.textContent?.includes('Invented Name') ?? false)
    await click(button('Close it'))
    await until(() => page.querySelector('tbody tr') !== null)
    expect(page.textContent).not.toContain('Invented Name')
  })

  test('is narrowed to what has every word that is typed', async () => {
    const { page } = await open()
    await type(page.querySelector('#page-search'), 'finch')
    expect([...page.querySelectorAll('tbody tr')].map(({ textContent }) => textContent?.slice(0, 7))).toEqual(['Finch 3'])
    await type(page.querySelector('#page-search'), 'nobody')
    expect(page.querySelector('.listing-none')?.textContent).toBe('No source matches that.')
  })
})

describe('the page of one source', () => {
  /** The page, with its file open. */
  async function file(shown: object = SHOWN) {
    const opened = await open({ ...ANSWERS, 'GET /api/sources/source-1': { body: shown } }, '/sources/source-1')
    await click(opened.button('Open this source'))
    await opened.until(() => opened.page.querySelector('.source-identity h2')?.textContent !== '')
    return opened
  }
  const sent = (asked: Awaited<ReturnType<typeof open>>['asked']) => asked.find(({ method }) => method === 'POST')

  test('says nothing of them in the title of its window', async () => {
    await file()
    expect(document.title).toContain('A source')
    expect(document.title).not.toMatch(/Heron|Invented|source-1/)
  })

  test('shows their handler how they are, what they were given, on whose authority they are used, and what their record counts', async () => {
    const { page } = await file()
    for (const said of ['in person, A market town', 'Done about it: A doctor was found', 'EUR', '50.50', 'decided by Analyst Two', 'in force', 'May be asked to look', 'Each report counts once']) expect(page.textContent?.replaceAll('\u00a0', ' ')).toContain(said)
  })

  test('says that it is not for whoever neither handles nor controls them', async () => {
    const { page, button } = await file(CLOSED)
    expect(page.textContent).toContain('Who they are is for their handler and their controller alone.')
    expect(page.textContent).toContain('is for those who answer for them and for oversight')
    expect(button('Record a contact')).toBeUndefined()
    expect(page.textContent).not.toMatch(/A market town|A doctor|50\.50/)
  })

  test('of somebody who is protected says whom to ask, and nothing else', async () => {
    const { page } = await file({ ...CLOSED, ...VEILED, id: 'source-1', uses: [], charges: [], age: null, kin: null })
    expect(page.textContent).toContain('ask Analyst Two')
    expect(page.querySelector('dl, .acts')).toBeNull()
  })

  test('gives somebody to another handler, any colleague who works on cases, on the version that was read', async () => {
    const { page, asked, button, until } = await file()
    await click(button('Give them to another'))
    await until(() => [...page.querySelectorAll('[data-place=handler] option')].some(({ textContent }) => textContent === 'Planner Nine, planner'))
    await choose(page.querySelector('[data-place=handler]'), 'person-9')
    await type(page.querySelector('.doing textarea'), 'On leave')
    await click(page.querySelector('.doing button[type=submit]'))
    await until(() => sent(asked) !== undefined)
    expect(sent(asked)?.headers.get('if-match')).toBe('"2"')
    expect(sent(asked)?.body).toMatchObject({ act: 'give-charge', handler: 'person-9', controller: 'person-2', because: 'On leave' })
  })

  test('keeps a payment to the last coin', async () => {
    const { page, asked, button, until } = await file()
    await click(button('Record what they were given'))
    await type(page.querySelector('[data-place=at]'), '2031-03-02 10:00 +00:00')
    await type(page.querySelector('[data-place="money.minor"]'), '20.05')
    await type(page.querySelector('.doing textarea'), 'Fares')
    await click(page.querySelector('.doing button[type=submit]'))
    await until(() => sent(asked) !== undefined)
    expect(sent(asked)?.body).toMatchObject({ act: 'record-benefit', what: 'payment', money: { minor: 2005, currency: 'EUR' }, decidedBy: 'person-2', because: 'Fares' })
  })

  test('lets an authorising officer decide on what was read, with the term and that nobody has verified it', async () => {
    const { page, asked, button, until } = await file({ ...CLOSED, uses: [], whyNotTasked: 'source/not-authorised' })
    expect(page.textContent).toContain('Not to be asked: no authorisation is in force.')
    await click(button('Authorise their use'))
    expect(page.querySelector('.doing')?.textContent).toMatch(/At most 365 days\..*Nobody has verified this term/)
    await type(page.querySelector('[data-place=conduct]'), 'Look at the gate')
    await type(page.querySelector('[data-place=because]'), 'Nobody else can')
    await click(page.querySelector('.doing button[type=submit]'))
    await until(() => sent(asked) !== undefined)
    expect(sent(asked)?.headers.get('if-match')).toBe('"2"')
    expect(sent(asked)?.body).toMatchObject({ act: 'authorise', use: 'adult', conduct: 'Look at the gate', risksExplained: 'unknown' })
  })

  test('shows who looked when somebody asks', async () => {
    const { page, button, until } = await file()
    await click(button('Show who opened it') ?? page.querySelector('#source-looks + button'))
    await until(() => [...page.querySelectorAll('tbody td')].some(({ textContent }) => textContent === 'Analyst Two'))
    expect(page.textContent).toContain('Analyst Two')
  })
})
