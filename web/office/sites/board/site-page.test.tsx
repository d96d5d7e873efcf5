// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../../tests/drawn.tsx'
import { answeredSite } from '../../../../tests/site-answers-cast.ts'
import { ANALYST, attemptOn, later, reportOn } from '../../../../tests/site-cast.ts'
import { sessionPerson } from '../../../../tests/session-answer.ts'
import type { SiteFactRead } from '../../../../core/intelligence/site.ts'
import { policyAnswer } from '../../../../wire/office/policy.ts'
import { certaintyPolicy, planningPolicy } from '../../../../wire/policy.ts'
import { openQueries } from '../../asking/queries.ts'
import { openDrafts } from '../../form/kept-drafts.ts'
import { KeepingDrafts } from '../../form/use-draft.ts'
import { SitePage } from './site-page.tsx'

const ESCAPED: SiteFactRead = { type: 'report/received', report: reportOn('R1-000000000001') }
const INSPECTED: SiteFactRead = { type: 'report/received', report: reportOn('R2-000000000002', { kind: 'inspector' }) }
const DISSENT: SiteFactRead = { type: 'dissent/recorded', id: 'dissent-one', about: 'certainty', says: 'Too sure' }
const SESSION: Answering = { body: { person: sessionPerson('analyst', { id: ANALYST, name: 'Analyst One' }) } }
const defaults = { certainty: certaintyPolicy(), planning: planningPolicy() }
const POLICY: Answering = { body: policyAnswer({ version: 0, defaults, inForce: defaults, signed: [] }, {}) }
const KEPT: Answering = { body: { entry: 'entry-0009', version: 9 } }

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: later(2) }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Opens the file of a site, with a server that answers as told. */
async function open(facts: () => readonly SiteFactRead[], acts: Answering | (() => Answering) = KEPT) {
  const asked = answering({
    'GET /api/session': SESSION,
    'GET /api/sites/site-one': () => ({ body: answeredSite(facts()) }),
    'GET /api/sites/site-one?knownAt=2031-03-01T12%3A00%3A00.000Z': () => ({ body: answeredSite([], { knownAt: later(0.17) }) }),
    'GET /api/sites/site-one/timeline': { body: { entries: [], names: {} } },
    'GET /api/policy': POLICY,
    'GET /api/colleagues': { body: { colleagues: [{ id: ANALYST, name: 'Analyst One', role: 'analyst' }, { id: 'planner-nine', name: 'Planner Nine', role: 'planner' }] } },
    'GET /api/sources?limit=200': { body: { sources: [], next: null, count: 0, names: {} } },
    'POST /api/sites/site-one/acts': acts,
  })
  const root = createRootRoute()
  const routes = ['/sites/$site', '/sites/$site/import'].map((path) => createRoute({ getParentRoute: () => root, path, component: path === '/sites/$site' ? SitePage : () => null }))
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ['/sites/site-one'] }) })
  const queries = openQueries()
  const { page } = await drawn(<QueryClientProvider client={queries}><KeepingDrafts value={openDrafts()}><RouterProvider router={router} /></KeepingDrafts></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 400 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  await until(() => page.querySelector('#there') !== null)
  const button = (words: string, within: ParentNode = page): HTMLElement | undefined => [...within.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent?.startsWith(words))
  const said = (selector: string): string => page.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
  return { page, asked, queries, until, button, said, field: (place: string) => page.querySelector(`[data-place="${place}"]`) }
}

describe('the file of a site', () => {
  test('shows the number with its interval, in words, and the five gates with why', async () => {
    const { said, page } = await open(() => [ESCAPED, INSPECTED])
    expect(said('#there .big-number')).toMatch(/^0\.\d\d \[0\.\d\d–0\.\d\d\] \p{L}/u)
    expect(page.querySelectorAll('#there .gates li')).toHaveLength(5)
    expect(said('#rests')).toContain('2 reports count; 2 of them weigh.')
    expect(document.title).not.toMatch(/S-1|River/)
  })

  test('prints no number where nothing is known', async () => {
    const { said, page } = await open(() => [])
    expect(said('#there')).toContain('Nothing is known about this site.')
    expect(page.querySelector('.big-number, .interval')).toBeNull()
  })

  test('keeps a dissent beside the number', async () => {
    const { said } = await open(() => [ESCAPED, DISSENT])
    expect(said('#there .dissent')).toContain('Analyst One disagrees: Too sure')
  })

  test('can send only those who have authority and protection', async () => {
    const { page } = await open(() => [ESCAPED])
    const rows = [...page.querySelectorAll('.would-change tbody th')].map(({ textContent }) => textContent)
    expect(rows).toContain('Officer under cover, observing')
    expect(rows.some((kind) => /escaped|inside|freed/.test(kind ?? ''))).toBe(false)
  })

  test('does not close a lead before somebody went to look', async () => {
    const { page, button, said } = await open(() => [ESCAPED])
    await click(button('Close it', page.querySelector('#leads')!))
    expect(said('#leads')).toContain('A lead is not closed without a recorded attempt to verify.')
  })

  test('closes a lead on the version that was read, and says what to do where it is stale', async () => {
    const stale = problem(412, 'ledger/stale')
    const { page, asked, button, field, until } = await open(() => [ESCAPED, { type: 'attempt/made', attempt: attemptOn('attempt-one') }], stale)
    await click(button('Close it', page.querySelector('#leads')!))
    await type(field('because'), 'Watched for a week')
    await click(button('Close this lead'))
    await until(() => button('Read the site again') !== undefined)
    const sent = asked.find(({ method }) => method === 'POST')
    expect(sent?.headers.get('if-match')).toBe('"3"')
    expect(sent?.body).toMatchObject({ act: 'close-lead', attempt: 'attempt-one' })
    expect((field('because') as HTMLTextAreaElement).value).toBe('Watched for a week')
  })
})

describe('a site as it was once known', () => {
  test('says so, and lets nothing be recorded', async () => {
    const { page, until, button, field } = await open(() => [ESCAPED])
    await click(button('As known now'))
    await type(field('known-at') ?? page.querySelector('.head-choice input'), '2031-03-01 12:00 Z')
    await click(button('Show what was known then'))
    await until(() => page.querySelector('.not-now') !== null)
    expect(page.querySelector('#there')?.textContent).toContain('Nothing is known about this site.')
    expect(button('Enter a report')).toBeUndefined()
    expect(button('I disagree')).toBeUndefined()
    await click(button('Back to now'))
    await until(() => button('Enter a report') !== undefined)
  })
})

describe('entering a report', () => {
  async function entering(acts: Answering | (() => Answering), facts: () => readonly SiteFactRead[] = () => [ESCAPED]) {
    const opened = await open(facts, acts)
    await click(opened.button('Enter a report'))
    await opened.until(() => opened.field('report.says') !== null)
    await type(opened.field('report.says'), 'I saw nine')
    await type(opened.field('report.observedAt'), '2031-03-03 06:00 Z')
    return opened
  }

  test('shows what it would do before it is saved', async () => {
    const { said, until } = await entering(KEPT)
    await until(() => /→/.test(said('.effect-number')))
    expect(said('.effect-number')).toMatch(/^0\.\d\d \[.+\] →to 0\.\d\d \[.+\]$/)
  })

  test('loses nothing of what was typed where it is refused, and says what is expected at its place', async () => {
    const { button, until, field, page } = await entering(problem(422, 'reading/wrong-value', [{ path: 'report.speaksOf', problem: '0 entries are too few' }]))
    await click(button('Take in this report'))
    await until(() => page.querySelector('.refused') !== null)
    expect((field('report.says') as HTMLTextAreaElement).value).toBe('I saw nine')
    expect(document.activeElement).toBe(field('report.speaksOf'))
  })

  test('is sent with its grading and its own id, once; then the board says what moved it', async () => {
    let came: readonly SiteFactRead[] = [ESCAPED]
    const { asked, button, until, said, page } = await entering(() => {
      came = [ESCAPED, INSPECTED]
      return KEPT
    }, () => came)
    await click(button('Take in this report'))
    await until(() => page.querySelector('.movement') !== null)
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ act: 'receive-report', report: { id: expect.stringMatching(/^report-[0-9a-f-]{36}$/), says: 'I saw nine', grading: { scheme: 'admiralty', source: 'F', information: '6' } } })
    expect(said('.movement')).toMatch(/The number moved: 0\.\d\d .*→to 0\.\d\d/)
    expect(said('.movement')).toContain('Analyst One took in a report: Inspector')
  })
})
