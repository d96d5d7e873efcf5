// @vitest-environment happy-dom
import { act } from 'react'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { noted, shownPlan } from '../../../tests/plan-shown.ts'
import { sessionPerson } from '../../../tests/session-answer.ts'
import type { Role } from '../../../core/kernel/access.ts'
import { policyAnswer } from '../../../wire/office/policy.ts'
import type { PlanAnswer } from '../../../wire/office/plan-answers.ts'
import { certaintyPolicy, planningPolicy } from '../../../wire/policy.ts'
import { openQueries } from '../asking/queries.ts'
import { openDrafts } from '../form/kept-drafts.ts'
import { KeepingDrafts } from '../form/use-draft.ts'
import { PlanPage } from './plan-page.tsx'

const session = (role: Role): Answering => ({ body: { person: sessionPerson(role, { id: role === 'planner' ? 'person-2' : 'person-3', name: 'Invented' }) } })
const defaults = { certainty: certaintyPolicy(), planning: planningPolicy() }
const POLICY: Answering = { body: policyAnswer({ version: 0, defaults, inForce: defaults, signed: [] }, {}) }
const KEPT: Answering = { body: { entry: 'entry-25', version: 25 } }

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 2, 5, 18, 10) }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Opens a plan as somebody in a role sees it, with a server that answers as told. */
async function open(plan: () => PlanAnswer, role: Role, acts: Answering | (() => Answering) = KEPT) {
  const asked = answering({ 'GET /api/session': session(role), 'GET /api/plans/plan-0001': () => ({ body: plan() }), 'GET /api/policy': POLICY, 'POST /api/plans/plan-0001/acts': acts })
  const root = createRootRoute()
  const routes = ['/plans/$plan', '/plans/$plan/versions', '/plans/$plan/briefing', '/sites/$site'].map((path) => createRoute({ getParentRoute: () => root, path, component: path === '/plans/$plan' ? PlanPage : () => null }))
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ['/plans/plan-0001'] }) })
  const [drafts, queries] = [openDrafts(), openQueries()]
  const { page } = await drawn(<QueryClientProvider client={queries}><KeepingDrafts value={drafts}><RouterProvider router={router} /></KeepingDrafts></QueryClientProvider>)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 300 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  await until(() => page.querySelector('.plan-bar') !== null)
  const button = (words: string, within: ParentNode = page): HTMLElement | undefined => [...within.querySelectorAll<HTMLElement>('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').startsWith(words))
  return { page, asked, until, drafts, queries, button, said: (selector: string) => page.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '', part: (id: string) => page.querySelector(`#part-${id}`) as HTMLElement }
}

const acted = (asked: Awaited<ReturnType<typeof open>>['asked']) => asked.filter(({ method }) => method === 'POST')

describe('a plan on the screen', () => {
  test('says what it comes to, how sure and until when, and the hour of entry', async () => {
    const { said, page } = await open(() => shownPlan(), 'planner')
    expect(said('.plan-bar')).toBe('SmartPlan 7Entry Thu, 6 Mar 2031, 05:30 UTC 11 h 20 min until entry0.92 [0.82–0.94] holds until Mon, 10 Mar 2031, 05:29 UTC in 4 d 11 h')
    expect(said('.next-steps')).toContain('Nothing is missing.')
    expect(document.title).not.toMatch(/7|14/)
    expect(page.querySelectorAll('.strip button')).toHaveLength(19)
  })

  test('says of each thing lacking what it is, and leads to the part that mends it', async () => {
    const { page, button } = await open(() => shownPlan({}, ['care']), 'planner')
    const steps = [...page.querySelectorAll('.next-steps ol > li')].map(({ textContent }) => textContent)
    expect(steps[0]).toContain('Care Go to: Care15 more confirmed places are needed')
    await click(button('Go to: Care'))
    expect(document.activeElement?.id).toBe('part-care')
  })

  test('folds to a line what lacks nothing, and opens a part by its head, from the strip, and all at once', async () => {
    const { page, part, button } = await open(() => shownPlan({}, ['media']), 'planner')
    const folded = () => [...page.querySelectorAll('.plan-part:has(.folded)')].map(({ id }) => id)
    expect(folded()).not.toContain('part-media')
    expect(part('evidence').querySelector('.in-a-line')?.textContent).toContain('Exhibits officer: 1')
    expect(part('evidence').querySelector('.folded .said-names')).not.toBeNull()
    await click(part('evidence').querySelector('.fold'))
    await click([...page.querySelectorAll<HTMLElement>('.strip button')].find(({ textContent }) => textContent?.includes('Care')))
    expect(folded()).not.toContain('part-evidence')
    expect([folded().includes('part-care'), document.activeElement?.id]).toEqual([false, 'part-care'])
    await click(button('Open all parts'))
    expect(folded()).toEqual([])
  })

  test('shows what nobody has said as unknown and never as nothing', async () => {
    const { part } = await open(() => shownPlan({}, ['harm', 'safety']), 'analyst')
    expect(part('harm').textContent).toContain('Nobody has said how benefit and cost are weighed.')
    expect(part('safety').querySelectorAll('.everyone-nobody-has-said')).toHaveLength(11)
    expect(part('harm').querySelector('button:not(.fold)')).toBeNull()
  })
})

describe('writing a part', () => {
  test('moves the verdict before anything is recorded', async () => {
    const { said, part, button, until } = await open(() => shownPlan(), 'planner')
    await click(button('Write this part', part('media')))
    await click(button('Remove: Who alone speaks to the press', part('media')))
    await until(() => said('.bar-verdict') === 'Not ready')
    expect(said('.verdict-means')).toContain('Read with 1 part that is not recorded yet.')
  })

  test('sends the part with the version it was read at, and every entry keeps its id', async () => {
    const { asked, part, button, until } = await open(() => shownPlan(), 'planner')
    await click(button('Write this part', part('evidence')))
    await type(part('evidence').querySelector('[data-place="content.recorders[0].name"]'), 'Scene photographer two')
    await click(button('Record this part', part('evidence')))
    await until(() => acted(asked).length === 1)
    const [{ body, headers }] = acted(asked) as [(typeof asked)[number]]
    expect(headers.get('if-match')).toBe('"24"')
    expect(body).toMatchObject({ act: 'write', part: 'evidence', content: { recorders: [{ id: 'scene-recorder', name: 'Scene photographer two' }], prosecutors: [{ id: 'prosecutor-on-call' }] } })
  })

  test('sends nothing while a field is blank, and goes there', async () => {
    const { asked, part, button } = await open(() => shownPlan(), 'planner')
    await click(button('Write this part', part('media')))
    await click(button('Add an entry: Who alone', part('media')))
    await click(button('Record this part', part('media')))
    expect([acted(asked), part('media').querySelector('[role=alert]')?.textContent]).toEqual([[], 'One field is still wanting. Nothing was sent.'])
    expect(document.activeElement?.getAttribute('data-place')).toBe('content.releaseOfficers[1].name')
  })

  test('shows what the server finds wrong at its field', async () => {
    const refused = problem(422, 'reading/wrong-value', [{ path: 'content.team[0].name', problem: 'says nothing' }])
    const { part, button, until } = await open(() => shownPlan(), 'planner', refused)
    await click(button('Write this part', part('authority')))
    await click(button('Record this part', part('authority')))
    await until(() => part('authority').querySelector('.refused') !== null)
    expect(part('authority').querySelector('[data-place="content.team[0].name"]')?.getAttribute('aria-invalid')).toBe('true')
  })

  test('puts entries in order by keyboard', async () => {
    const { part, button, asked, until } = await open(() => shownPlan(), 'planner')
    await click(button('Write this part', part('contingency')))
    const second = part('contingency').querySelectorAll('.entry')[1]?.querySelector('select')
    await act(async () => void second?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true })))
    await click(button('Record this part', part('contingency')))
    await until(() => acted(asked).length === 1)
    const [{ body }] = acted(asked) as [(typeof asked)[number]]
    expect((body as { content: { responses: { id: string }[] } }).content.responses.map(({ id }) => id).slice(0, 2)).toEqual(['if-injury', 'if-children'])
  })

  test('offers everyone nobody has thought of yet, and every lesser way', async () => {
    const { part, button } = await open(() => shownPlan({}, ['alternatives', 'safety']), 'planner')
    await click(button('Write this part', part('alternatives')))
    await click(button('Write this part', part('safety')))
    expect([part('alternatives'), part('safety')].map((one) => one.querySelectorAll('.still-owed button').length)).toEqual([5, 11])
    await click(part('safety').querySelector('.still-owed button'))
    expect(part('safety').querySelector('select')?.value).toBe('victims')
  })
})

describe('two people at one part', () => {
  const theirs = () => {
    const plan = shownPlan({ latest: 25, version: 25 })
    return { ...plan, parts: plan.parts.map((one) => (one.part === 'media' ? { ...one, written: noted(25, 'person-3'), content: { ...(one.content as object), releaseOfficers: [{ id: 'release-officer', name: 'Somebody else' }] } } : one)) }
  }

  async function overtaken() {
    let moved: 'no' | 'yes' = 'no'
    const answer = (): Answering => {
      if (moved === 'yes') return KEPT
      moved = 'yes'
      return problem(412, 'ledger/stale')
    }
    const opened = await open(() => (moved === 'yes' ? theirs() : shownPlan()), 'planner', answer)
    const { part, button, until } = opened
    await click(button('Write this part', part('media')))
    await type(part('media').querySelector('[data-place="content.releaseOfficers[0].name"]'), 'My release officer')
    await click(button('Record this part', part('media')))
    await until(() => part('media').querySelector('.changed-meanwhile') !== null)
    return opened
  }

  test('are shown both, side by side, and who was first', async () => {
    const { part } = await overtaken()
    expect(part('media').textContent).toContain('Recorded by O. Fields')
    expect([...part('media').querySelectorAll('.changes td')].map(({ textContent }) => textContent)).toEqual(['Somebody else', 'My release officer'])
  })

  test('the second may keep theirs, on top of what was recorded meanwhile', async () => {
    const { part, button, asked, until } = await overtaken()
    await click(button('Keep mine', part('media')))
    await click(button('Record this part', part('media')))
    await until(() => acted(asked).length === 2)
    expect(acted(asked)[1]?.headers.get('if-match')).toBe('"25"')
    expect(acted(asked)[1]?.body).toMatchObject({ content: { releaseOfficers: [{ name: 'My release officer' }] } })
  })

  test('or take what was recorded', async () => {
    const { part, button, drafts } = await overtaken()
    await click(button('Take theirs', part('media')))
    expect(part('media').textContent).toContain('Somebody else')
    expect(drafts.isAnyKept()).toBe(false)
  })
})

describe('deciding about a plan', () => {
  test('whoever wrote in it is told that somebody else must authorise it', async () => {
    const { button, said, asked } = await open(() => shownPlan({ mayNotAuthorise: [{ code: 'plan/own-plan', says: 'Somebody else must.' }] }), 'authorising-officer')
    expect(button('Authorise this plan')?.getAttribute('aria-disabled')).toBe('true')
    await click(button('Authorise this plan'))
    expect([said('#may-not-authorise'), said('.act-panel'), acted(asked)]).toEqual(['What stands in the way of authorisingSomebody else must.', '', []])
  })

  test('an authorising officer decides on the version that is in sight', async () => {
    const { button, page, asked, until } = await open(() => shownPlan(), 'authorising-officer')
    await click(button('Authorise this plan'))
    expect(page.querySelector('.act-panel')?.textContent).toContain('You decide on version 24 of plan 7, as it stands: Smart.')
    await click(page.querySelector('.act-panel button[type=submit]'))
    await until(() => acted(asked).length === 1)
    expect([acted(asked)[0]?.headers.get('if-match'), acted(asked)[0]?.body]).toMatchObject(['"24"', { act: 'authorise' }])
  })

  test('standing down is open to everybody and waits for no version', async () => {
    const notTheirs = { mayNotAuthorise: [{ code: 'plan/not-an-authorising-officer', says: 'Only an authorising officer decides whether a plan goes ahead.' }] }
    const { button, page, asked, until } = await open(() => shownPlan(notTheirs), 'analyst')
    expect(button('Authorise this plan')?.getAttribute('aria-disabled')).toBe('true')
    expect(page.querySelector('#may-not-authorise')?.textContent).toContain('Only an authorising officer decides')
    await click(button('Stand down'))
    await type(page.querySelector('[data-place=because]'), 'The place was warned')
    await type(page.querySelector('[data-place=reviewBy]'), '2031-03-20 09:00 +00:00')
    await click(page.querySelector('.act-panel button[type=submit]'))
    await until(() => acted(asked).length === 1)
    expect(acted(asked)[0]?.headers.get('if-match')).toBeNull()
    expect(acted(asked)[0]?.body).toMatchObject({ act: 'stand-down', because: 'The place was warned', owner: 'person-3', reviewBy: '2031-03-20T09:00:00+00:00' })
  })

  test('a plan that lacks nothing but a fresh report can be authorised on a condition, said in words', async () => {
    const stale = (): PlanAnswer => {
      const plan = shownPlan()
      const at = '2031-04-20T05:30:00Z'
      const fresh = { ...plan.operation, at, knownAt: '2031-04-19T18:00:00Z', attempts: [{ ...(plan.operation['attempts'] as object[])[0], at: '2031-04-18T20:00:00Z' }] }
      const text = JSON.stringify(fresh).replaceAll('2031-03-04T12:00:00Z', '2031-04-19T12:00:00Z').replaceAll('2031-03-06T07:00:00Z', '2031-04-20T07:00:00Z')
      return { ...plan, operation: JSON.parse(text) as PlanAnswer['operation'] }
    }
    const { button, page } = await open(stale, 'authorising-officer')
    await click(button('Authorise this plan on a condition'))
    expect(page.querySelector('.condition')?.textContent).toMatch(/Under one condition: seen after .*If this reports people there: Officer under cover, in contact\. The low end would then be 0\.\d\d/)
  })
})
