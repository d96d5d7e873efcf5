// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { ROLES_IN } from '../../../core/kernel/organisation.ts'
import { openQueries } from '../asking/queries.ts'
import { PeoplePage } from './people-page.tsx'
import { WaitingPage } from './waiting-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const AT = '2031-03-01T00:00:00.000Z'
const ORGANISATIONS: Answering = { body: { organisations: [{ id: 'unit', kind: 'police', name: 'Invented unit', madeAt: null }, { id: 'ngo-1', kind: 'ngo', name: 'River shelter', madeAt: AT }] } }
const person = (id: string, role: string, organisation: string, vouched: string) => ({ id, signInName: id, name: id.toUpperCase(), role, organisation, vouched, password: 'own', madeAt: AT, leftAt: null })
const PEOPLE: Answering = { body: { people: [person('ada', 'analyst', 'unit', 'yes'), person('bo', 'case-worker', 'ngo-1', 'no')] } }

async function opened(page: 'people' | 'waiting', answers: Parameters<typeof answering>[0]) {
  const asked = answering(answers)
  const { page: shown } = await drawn(<QueryClientProvider client={openQueries()}>{page === 'people' ? <PeoplePage /> : <WaitingPage />}</QueryClientProvider>)
  for (let turn = 0; turn < 10; turn += 1) await settled()
  return { asked, shown }
}

const button = (within: ParentNode, words: string): HTMLButtonElement | undefined => [...within.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent) === words)
const choose = (field: HTMLSelectElement | null, value: string): Promise<void> =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(field, value)
    field?.dispatchEvent(new Event('change', { bubbles: true }))
  })
const rolesOffered = (within: ParentNode): string[] => [...within.querySelectorAll<HTMLInputElement>('input[type="radio"]')].map(({ value }) => value)

describe('the list of people', () => {
  const answers = { 'GET /api/organisations': ORGANISATIONS, 'GET /api/people': PEOPLE }

  test('stands under their organisations, with who still waits for a colleague', async () => {
    const { shown } = await opened('people', answers)
    expect([...shown.querySelectorAll('section > h2')].slice(0, 2).map(({ textContent }) => textContent)).toEqual(['Invented unit police', 'River shelter NGO'])
    const [unit, shelter] = [...shown.querySelectorAll('.listing')].map(({ textContent }) => textContent)
    expect([unit?.includes('ADA'), unit?.includes('BO'), shelter?.includes('BO'), shelter?.includes('nobody has vouched yet')]).toEqual([true, false, true, true])
  })

  test('offers whoever is added the roles of their organisation alone', async () => {
    const { shown, asked } = await opened('people', { ...answers, 'POST /api/people': problem(422, 'people/role-not-in-organisation') })
    const form = shown.querySelector('form') as HTMLFormElement
    expect(rolesOffered(form)).toEqual(ROLES_IN.police)
    await choose(form.querySelector('select'), 'ngo-1')
    expect([rolesOffered(form), form.querySelector<HTMLInputElement>('input:checked')?.value]).toEqual([ROLES_IN.ngo, 'case-worker'])
    await type(form.querySelector('[data-place="name"]'), 'C. Worker')
    await type(form.querySelector('[data-place="signInName"]'), 'c.worker')
    await click(form.querySelector('button[type="submit"]'))
    await settled()
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ name: 'C. Worker', signInName: 'c.worker', organisation: 'ngo-1', role: 'case-worker' })
    expect(shown.querySelector('.refused-title')?.textContent).toBe('title of people/role-not-in-organisation')
  })

  test('changes what somebody does, and keeps the keyboard where that is asked', async () => {
    const { shown, asked } = await opened('people', { ...answers, 'POST /api/people/ada/place': { body: person('ada', 'planner', 'unit', 'no') } })
    await click(button(shown, 'Change role or organisation: ADA'))
    const panel = shown.querySelector('[aria-labelledby="change-place"]') as HTMLElement
    expect([document.activeElement === panel, panel.querySelector('h2')?.textContent]).toEqual([true, 'What ADA does from now on'])
    await click(panel.querySelector('input[value="planner"]'))
    await click(button(panel, 'Change role'))
    await settled()
    expect(asked.find(({ path }) => path === '/api/people/ada/place')?.body).toEqual({ role: 'planner', organisation: 'unit' })
    expect(shown.querySelector('[aria-labelledby="change-place"]')).toBeNull()
  })

  test('adds an organisation, and gives one another name', async () => {
    const kept = { body: { id: 'ngo-2', kind: 'ngo', name: 'Hill shelter', madeAt: AT } }
    const { shown, asked } = await opened('people', { ...answers, 'POST /api/organisations': kept, 'POST /api/organisations/unit/name': kept })
    await click(button(shown, 'Add an organisation'))
    const section = shown.querySelector('[aria-labelledby="add-organisation"]') as HTMLElement
    await type(section.querySelector('[data-place="name"]'), 'Hill shelter')
    await click(button(section, 'Add an organisation'))
    await settled()
    await click(button(shown, 'Change the name: Invented unit'))
    const unit = shown.querySelector('[aria-labelledby="organisation-unit"]') as HTMLElement
    await type(unit.querySelector('[data-place="name"]'), 'Other unit')
    await click(button(unit, 'Change the name'))
    await settled()
    expect(asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body])).toEqual([['/api/organisations', { name: 'Hill shelter', kind: 'ngo' }], ['/api/organisations/unit/name', { name: 'Other unit' }]])
  })
})

test('a colleague vouches for whoever they know, after being asked whether they do; who has no password of their own waits', async () => {
  const waiting = (...ids: string[]): Answering => ({ body: { waiting: ids.map((id) => ({ id, name: id.toUpperCase(), role: 'analyst', password: id === 'cy' ? 'one-time' : 'own', madeAt: AT })) } })
  let left: Answering = waiting('bo', 'cy')
  const { shown, asked } = await opened('waiting', { 'GET /api/people/waiting': () => left, 'POST /api/people/bo/vouch': () => (left = waiting('cy')) })
  expect(button(shown, 'Vouch for CY')).toBeUndefined()
  await click(button(shown, 'Vouch for BO'))
  expect(shown.querySelector('.ask-first')?.textContent).toContain('I know this person, and what they sign in with was handed over in person')
  await click(button(shown, 'I know this person'))
  for (let turn = 0; turn < 5; turn += 1) await settled()
  expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(['/api/people/bo/vouch'])
  expect([...shown.querySelectorAll('tbody strong')].map(({ textContent }) => textContent)).toEqual(['CY'])
})
