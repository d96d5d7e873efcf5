// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { sessionPerson } from '../../../tests/session-answer.ts'
import { answeredSite } from '../../../tests/site-answers-cast.ts'
import { reportOn } from '../../../tests/site-cast.ts'
import { openQueries } from '../asking/queries.ts'
import { openDrafts } from '../form/kept-drafts.ts'
import { KeepingDrafts } from '../form/use-draft.ts'
import { PreparePage } from './prepare-page.tsx'
import { SharesPage } from './shares-page.tsx'

afterEach(() => void vi.unstubAllGlobals())

const AT = '2031-03-03T08:00:00.000Z'
const ID = 'a1b2c3d4-0000-4000-8000-000000000001'
const REPORT = 'R1-000000000001'
const NOTED = { entry: 'entry-0002', version: 2, by: 'second', occurredAt: AT, recordedAt: AT, receivedAt: AT }
const LINE = {
  id: ID, file: 'site/site-one', to: { id: 'shelter', name: 'River shelter' }, named: [], content: 'tasking', asks: 'keep-places-ready', bases: ['task-of-authority'], controllers: [{ id: 'unit', name: 'The unit' }],
  preparedAt: AT, preparedBy: 'second', releasedAt: null, releasedBy: null, awaitsReview: 'no', told: [], acknowledgedAt: null, recalledAt: null, recallGround: null, recallOutcome: null, returnBy: null,
}
const FINDING = { fact: 'fact-0001', exposure: 'one-source', knownBy: [REPORT], perhapsIn: ['R2-000000000002'], delayUntil: null, coarser: { kind: 'access', time: 'week' } }
const SHARE = {
  ...LINE, audience: 'clients', marking: { sharing: 'TLP:AMBER', action: 'PAP:RED' }, purpose: 'Shelter', conditions: 'On duty alone', inWriting: 'no',
  draft: { says: 'Keep places', facts: [{ id: 'fact-0001', says: 'The door is locked', about: 'victim', restsOn: [REPORT], tells: { kind: 'not-told', time: 'not-told' }, controller: 'unit', basis: 'task-of-authority' }], by: 'second', answers: [] },
  findings: [FINDING], inTheWay: ['share/findings-open'], toCorrect: null, editions: [], reviewed: null, recalled: null, recallAnswered: null, version: 3, names: { second: 'Analyst Two' },
}
const CAME = { id: ID, from: 'The unit', content: 'tasking', asks: 'keep-places-ready', releasedAt: AT, edition: 1, acknowledged: 'no', recalledAt: null, recallAnswered: null, returnBy: null }
const RECEIVED = { ...CAME, marking: SHARE.marking, recallGround: null, words: { says: 'Keep twelve places', purpose: 'Shelter', conditions: 'On duty alone', facts: [{ says: 'About a dozen', about: 'victim', from: 'person-with-access', seen: null, basis: 'task-of-authority', controller: 'sender' }] } }
const RECEIVERS = { own: { id: 'unit', kind: 'police', name: 'The unit' }, organisations: [{ id: 'shelter', kind: 'ngo', name: 'River shelter', people: [{ id: 'worker-01', name: 'A. Worker' }] }] }
const KEPT: Answering = { body: { entry: 'entry-0003', version: 4 } }
const list = (shares: readonly object[]): Answering => ({ body: { shares, next: null, count: shares.length, names: { second: 'Analyst Two' } } })
const came = (shares: readonly object[]): Answering => ({ body: { shares, next: null, count: shares.length } })
const analyst: Answering = { body: { person: sessionPerson('analyst') } }
const worker: Answering = { body: { person: sessionPerson('case-worker', { may: ['see-shares'] }) } }

async function openAt(address: string, answers: Readonly<Record<string, Answering>>) {
  const asked = answering(answers)
  const root = createRootRoute()
  const routes = ([['/shares', SharesPage], ['/sites/$site/share', PreparePage]] as const).map(([path, component]) => createRoute({ getParentRoute: () => root, path, component }))
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: [address] }) })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><KeepingDrafts value={openDrafts()}><RouterProvider router={router as never} /></KeepingDrafts></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect([there(), there() ? '' : page.textContent]).toEqual([true, ''])
  }
  const button = (words: string) => [...page.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent?.startsWith(words)) ?? null
  return { page, asked, until, button, router, sent: () => asked.filter(({ method }) => method === 'POST').map(({ body }) => body) }
}

describe('what was passed to a partner', () => {
  const answers = { 'GET /api/session': worker, 'GET /api/shared-with-us?limit=200': came([CAME]), [`GET /api/shared-with-us/${ID}`]: { body: RECEIVED }, [`POST /api/shared-with-us/${ID}/acts`]: KEPT }
  const opened = async (more: Readonly<Record<string, Answering>> = {}) => {
    const at = await openAt('/shares', { ...answers, ...more })
    await at.until(() => at.page.querySelector('tbody tr') !== null)
    await click(at.page.querySelector('tbody tr'))
    expect(at.asked.filter(({ path }) => path.endsWith(ID))).toEqual([])
    await click(at.button('Open it'))
    await at.until(() => at.page.querySelector('#received + button') !== null && /On duty|Called back/.test(at.page.querySelector('.panel')?.textContent ?? ''))
    return at
  }

  test('is opened on purpose, read and acknowledged; nothing of what left is shown beside it', async () => {
    const { page, button, sent, until } = await opened()
    expect(page.textContent).toContain('Keep twelve places')
    expect(page.querySelector('.facts-left')?.textContent).toMatch(/About a dozen.*a person with access.*whoever sent it answers/)
    expect(page.querySelector('#left')).toBeNull()
    await click(button('Say that you have it'))
    await until(() => sent().length > 0)
    expect(sent()).toMatchObject([{ act: 'acknowledge', edition: 1 }])
  })

  test('has no words once it is called back, and asks what became of them', async () => {
    const { page, button, sent, until } = await opened({ [`GET /api/shared-with-us/${ID}`]: { body: { ...RECEIVED, words: null, recalledAt: AT, recallGround: 'error' } } })
    expect(page.querySelector('[role=alert]')?.textContent).toMatch(/Called back.*There was an error in it/)
    expect(page.textContent).not.toContain('Keep twelve places')
    await click(page.querySelector('input[value=kept]'))
    await type(page.querySelector('[data-place=because]'), 'The court ordered it')
    await click(button('Say what became of it'))
    await until(() => sent().length > 0)
    expect(sent()).toMatchObject([{ act: 'acknowledge-recall', outcome: 'kept', because: 'The court ordered it' }])
  })
})

describe('what left', () => {
  const answers = { 'GET /api/session': analyst, 'GET /api/shared-with-us?limit=200': came([]), 'GET /api/shares?limit=200': list([LINE]), [`GET /api/shares/${ID}`]: { body: SHARE }, [`POST /api/shares/${ID}/acts`]: KEPT }
  const opened = async (more: Readonly<Record<string, Answering>> = {}) => {
    const at = await openAt('/shares', { ...answers, ...more })
    await at.until(() => at.page.querySelector('tbody tr') !== null)
    await click(at.page.querySelector('tbody tr'))
    await at.until(() => at.page.querySelector('.checked') !== null)
    return at
  }

  test('shows each finding beside its fact, what is proposed, and what keeps somebody from letting it go', async () => {
    const { page } = await opened()
    expect(page.querySelector('.checked > li')?.textContent).toMatch(/The door is locked.*Only one source could have known this.*R2-000000000002.*Nobody else was there since.*a person with access, or one outside; the week/)
    expect(page.textContent).toContain('A fact may give somebody away')
  })

  test('takes the answer to a finding with the text as it reads after that, on the version that was read', async () => {
    const { page, button, sent, asked, until } = await opened()
    await click(button('Answer this'))
    await type(page.querySelector('[data-place=factSays]'), 'The way out is barred')
    await click(button('Record this answer'))
    await until(() => sent().length > 0)
    expect(sent()).toMatchObject([{ act: 'check', says: 'Keep places', answers: [{ fact: 'fact-0001', exposure: 'one-source', how: 'coarsened', tells: { kind: 'access', time: 'week' }, says: 'The way out is barred' }] }])
    expect(asked.find(({ method }) => method === 'POST')?.headers.get('if-match')).toBe('"3"')
  })

  test('says why it is not let go', async () => {
    const { page, button, until } = await opened({ [`POST /api/shares/${ID}/acts`]: problem(403, 'share/own-share') })
    await click(button('Let it go'))
    await click(page.querySelector('.doing button[type=submit]'))
    await until(() => page.textContent?.includes('title of share/own-share') ?? false)
    expect(page.textContent).toContain('title of share/own-share')
  })

  test('is corrected in its own words, and waits again', async () => {
    const left = { ...SHARE, ...LINE, releasedAt: AT, draft: null, findings: null, inTheWay: null, toCorrect: { says: 'Keep places', facts: SHARE.draft.facts }, editions: [{ says: 'Keep places', facts: [], noted: NOTED, atOnce: null }] }
    const at = await openAt('/shares', { ...answers, [`GET /api/shares/${ID}`]: { body: left } })
    await at.until(() => at.page.querySelector('tbody tr') !== null)
    await click(at.page.querySelector('tbody tr'))
    await at.until(() => at.button('Correct it') !== null)
    await click(at.button('Correct it'))
    await type(at.page.querySelector('[data-place="passed.says"]'), 'Keep two places')
    await type(at.page.querySelector('[data-place=because]'), 'Counted again')
    await click(at.page.querySelector('.doing button[type=submit]'))
    await at.until(() => at.sent().length > 0)
    expect(at.sent()).toMatchObject([{ act: 'correct', because: 'Counted again', passed: { says: 'Keep two places', facts: [{ id: 'fact-0001', restsOn: [REPORT] }] } }])
  })

  test('is called back with a reason once it left', async () => {
    const left = { ...SHARE, ...LINE, releasedAt: AT, releasedBy: 'second', draft: null, findings: null, inTheWay: null, editions: [{ says: 'Keep places', facts: [], noted: NOTED, atOnce: null }] }
    const at = await openAt('/shares', { ...answers, [`GET /api/shares/${ID}`]: { body: left } })
    await at.until(() => at.page.querySelector('tbody tr') !== null)
    await click(at.page.querySelector('tbody tr'))
    await at.until(() => at.button('Call it back') !== null)
    await click(at.button('Call it back'))
    await type(at.page.querySelector('[data-place=says]'), 'Wrong number')
    await click(at.page.querySelector('.doing button[type=submit]'))
    await at.until(() => at.sent().length > 0)
    expect(at.sent()).toMatchObject([{ act: 'recall', ground: 'error', says: 'Wrong number' }])
  })
})

describe('preparing what is to be passed on', () => {
  const choose = (field: Element | null, value: string): Promise<void> => act(async () => {
    if (field instanceof HTMLSelectElement) field.value = value
    field?.dispatchEvent(new Event('change', { bubbles: true }))
  })
  const answers = {
    'GET /api/session': analyst, 'GET /api/shares/receivers': { body: RECEIVERS }, 'GET /api/sites/site-one': { body: answeredSite([{ type: 'report/received', report: reportOn(REPORT) }]) },
    'POST /api/sites/site-one/exposure': { body: { findings: [{ ...FINDING, fact: 'whichever' }], sharing: 'TLP:GREEN', knownAt: AT } }, 'POST /api/shares': { status: 201, body: { entry: ID, version: 1 } },
    'GET /api/shared-with-us?limit=200': came([]), 'GET /api/shares?limit=200': list([]),
  } as const

  test('takes fact by fact, checks who could have known, and tells the least until somebody tells more', async () => {
    const { page, button, sent, until, router } = await openAt('/sites/site-one/share', answers)
    await until(() => button('One more fact') !== null)
    await choose(page.querySelector('[data-place="to.organisation"]'), 'shelter')
    expect([...page.querySelectorAll('[data-place=content] option')].map((option) => option.getAttribute('value'))).toEqual(['assessment', 'tasking', 'referral'])
    expect([...page.querySelectorAll('[data-place=asks] option')].map((option) => option.getAttribute('value'))).not.toContain('search')
    await click(button('One more fact'))
    await type(page.querySelector('[data-place="passed.facts[0].says"]'), 'About a dozen')
    await click(page.querySelector('[data-place="passed.facts[0].restsOn"]'))
    expect(page.querySelector('.checked [role=status]')?.textContent).toBe('Not checked yet.')
    await click(button('Check who could have known'))
    await until(() => sent().length === 1)
    expect(sent()[0]).toMatchObject({ facts: [{ restsOn: [REPORT] }] })
    await until(() => page.querySelector('.checked [role=status]')?.textContent !== 'Not checked yet.')
    await type(page.querySelector('[data-place="passed.says"]'), 'Keep places')
    await type(page.querySelector('[data-place=purpose]'), 'Shelter')
    await type(page.querySelector('[data-place=conditions]'), 'On duty alone')
    await click(page.querySelector('button[type=submit]'))
    await until(() => router.state.location.pathname === '/shares')
    expect(sent()[1]).toMatchObject({ site: 'site-one', to: { organisation: 'shelter', audience: 'clients', named: [] }, marking: { sharing: 'TLP:GREEN', action: 'PAP:RED' }, passed: { says: 'Keep places', facts: [{ says: 'About a dozen', restsOn: [REPORT], tells: { kind: 'not-told', time: 'not-told' }, controller: 'unit', basis: 'task-of-authority' }] } })
  })
})
