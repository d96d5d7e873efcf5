// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { answering, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled } from '../../../tests/drawn.tsx'
import { sessionPerson } from '../../../tests/session-answer.ts'
import { keepingPolicy } from '../../../wire/office/retention-policy.ts'
import type { KeepingAnswer } from '../../../wire/office/retention-answers.ts'
import { openQueries } from '../asking/queries.ts'
import { KeepingFilePage } from './keeping-file-page.tsx'

afterEach(() => void vi.unstubAllGlobals())

const { reviewWithinYears, askingDays } = keepingPolicy()
const KEEPING: KeepingAnswer = {
  holder: 'site/one', files: ['site/one'], version: 3, reviewBy: '2036-03-01T08:00:00.000Z', reviewSetBy: 'policy', lastReview: null,
  policy: { reviewWithinYears: reviewWithinYears.value, source: reviewWithinYears.source, sureness: reviewWithinYears.sureness, askingDays: askingDays.value },
  holds: [], holdsElsewhere: [],
  asked: { asking: 'asking-one', ground: 'request-granted', reach: 'whole-file', by: 'person-1', at: '2031-03-03T08:00:00.000Z', lapsesAt: '2031-04-02T08:00:00.000Z' },
  reach: [{ reach: 'own-words', holders: [{ holder: 'site/one', entries: 2 }] }, { reach: 'whole-file', holders: [{ holder: 'report/r', entries: 1 }, { holder: 'site/one', entries: 2 }] }],
  forgotten: [], history: [], names: { 'person-1': 'O. Fields' },
}

async function open(me: string, keeping: KeepingAnswer = KEEPING, acts: Answering = { body: { entry: 'e', version: 4 } }) {
  const asked = answering({ 'GET /api/session': { body: { person: sessionPerson('authorising-officer', { id: me, name: 'Somebody' }) } }, 'GET /api/keeping/site/one': { body: keeping }, 'POST /api/keeping/site/one/acts': acts })
  const root = createRootRoute()
  const routes = [createRoute({ getParentRoute: () => root, path: '/keeping/$kind/$id', component: KeepingFilePage }), createRoute({ getParentRoute: () => root, path: '/keeping', component: () => null })]
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ['/keeping/site/one'] }) })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><RouterProvider router={router} /></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  await until(() => page.querySelector('.keeping') !== null)
  await settled()
  const button = (words: string) => [...page.querySelectorAll('button')].find(({ textContent }) => textContent === words)
  return { page, until, button, sent: () => asked.filter(({ method }) => method === 'POST') }
}

test('a second person reads who asked, how much would be gone and that nobody can undo it, and agrees to just that', async () => {
  const { page, until, button, sent } = await open('person-2')
  expect(page.textContent).toContain('O. Fields has asked that this be forgotten.')
  expect(page.textContent).toContain('It does not reach what was printed')
  await click(button('Agree, and forget for ever'))
  expect(sent()).toEqual([])
  expect(page.textContent).toContain('The words of 2 people, reports and files become unreadable for everybody. This cannot be undone, by anybody.')
  await click(page.querySelector('.act-panel button[type=submit]'))
  await until(() => sent().length > 0)
  expect(sent()[0]?.body).toMatchObject({ act: 'second-forgetting', asking: 'asking-one', seen: 2 })
  expect(sent()[0]?.headers.get('if-match')).toBe('"3"')
})

test('whoever asked is told that somebody else has to agree, and has no button for it', async () => {
  const { page, button } = await open('person-1')
  expect(page.textContent).toContain('You asked for this, so somebody else has to agree.')
  expect(button('Agree, and forget for ever')).toBeUndefined()
})

test('a hold that reaches here from elsewhere is told with where it stands, and where policy comes from is said as unsure as it is', async () => {
  const { page } = await open('person-2', { ...KEEPING, asked: null, holdsElsewhere: [{ holder: 'report/r', hold: 'hold-one', ground: 'appeal', reference: 'A-7', reviewBy: '2031-09-01T00:00:00.000Z' }] })
  expect(page.textContent).toContain('A hold stands, so nothing of this can be forgotten now.')
  expect(page.textContent).toMatch(/An appeal is open · A-7 .* on Report r/)
  expect(page.textContent).toContain('read second-hand')
})
