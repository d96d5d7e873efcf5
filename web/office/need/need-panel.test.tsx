// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '../../../core/kernel/access.ts'
import { answering, problem, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { noted } from '../../../tests/plan-shown.ts'
import { sessionPerson } from '../../../tests/session-answer.ts'
import type { NeedAnswer } from '../../../wire/office/need.ts'
import { openQueries } from '../asking/queries.ts'
import { openDrafts } from '../form/kept-drafts.ts'
import { KeepingDrafts } from '../form/use-draft.ts'
import { NeedPanel } from './need-panel.tsx'

const NEED: NeedAnswer = {
  reach: 'unit', organisation: 'unit', openedBy: 'person-1', version: 3, mayName: 'yes',
  named: [{ person: 'person-3', because: 'Leads the interviews on the day', given: noted(3, 'person-2') }],
  glasses: [{ glass: 'glass-1', person: 'person-4', danger: 'life', says: 'Telephoned from there', at: '2031-03-06T02:00:00.000Z', until: '2031-03-06T06:00:00.000Z', told: ['person-2'], reviewed: null }],
  names: { 'person-1': 'A. Rivers', 'person-2': 'O. Fields', 'person-3': 'I. Meadows', 'person-4': 'C. Stone' },
}
const COLLEAGUES: Answering = { body: { colleagues: [{ id: 'person-1', name: 'A. Rivers', role: 'planner' }, { id: 'person-5', name: 'Q. New', role: 'interviewer' }] } }

afterEach(() => void vi.unstubAllGlobals())

async function open(need: NeedAnswer = NEED, acts: Answering | (() => Answering) = { body: { entry: 'e', version: 4 } }, role: Role = 'planner') {
  const asked = answering({ 'GET /api/session': { body: { person: sessionPerson(role) } }, 'GET /api/need/plan/one': { body: need, headers: { etag: `"${need.version}"` } }, 'GET /api/colleagues': COLLEAGUES, 'POST /api/need/plan/one/acts': acts })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><KeepingDrafts value={openDrafts()}><NeedPanel file="plan/one" /></KeepingDrafts></QueryClientProvider>)
  const button = (words: string) => [...page.querySelectorAll('button')].find(({ textContent }) => textContent === words)
  const until = async (there: () => boolean): Promise<void> => {
    for (let turns = 0; turns < 200 && !there(); turns += 1) await settled()
    expect(there()).toBe(true)
  }
  return { page, asked, button, until, sent: () => asked.filter(({ method }) => method === 'POST') }
}

async function shown(...from: Parameters<typeof open>) {
  const at = await open(...from)
  await click(at.button('Show who needs to know'))
  await at.until(() => at.page.querySelector('.need-named') !== null)
  return at
}

describe('who needs to know a file', () => {
  test('is read only when somebody wants to see it, since that too is logged', async () => {
    const { asked, button, until, page } = await open()
    expect(asked.some(({ path }) => path.startsWith('/api/need'))).toBe(false)
    await click(button('Show who needs to know'))
    await until(() => page.textContent.includes('It reaches the unit.'))
  })

  test('is said in plain words: how far it reaches, who is named, why, by whom and since when', async () => {
    const { page, until } = await shown()
    await until(() => page.textContent.includes('Invented unit: whoever works on such files'))
    const [opened, named] = [...page.querySelectorAll('.need-named li')].map(({ textContent }) => textContent)
    expect(opened).toBe('A. Rivers opened this file')
    expect(named).toMatch(/^I\. Meadows Leads the interviews on the day named by O\. Fields .*2031/)
  })

  test('says who opened it in danger, who was told, and that nobody has reviewed it', async () => {
    const { page } = await shown()
    expect([...page.querySelectorAll('.need-named')].at(-1)?.textContent).toMatch(/C\. Stone A life is in danger: Telephoned from there.*Told of it: O\. Fields.*not reviewed yet/)
  })

  test('names a colleague with a reason, on the version that was read', async () => {
    const { page, button, sent, until } = await shown()
    await click(button('Name somebody'))
    await until(() => page.querySelectorAll('option').length === 3)
    await act(async () => {
      const list = page.querySelector('select') as HTMLSelectElement
      list.value = 'person-5'
      list.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await type(page.querySelector('[data-place="because"]'), 'Speaks with the women')
    await click(page.querySelector('form button[type="submit"]'))
    await until(() => sent().length === 1)
    expect(sent()[0]).toMatchObject({ body: { act: 'name', person: 'person-5', because: 'Speaks with the women', id: expect.any(String) } })
    expect(sent()[0]?.headers.get('if-match')).toBe('"3"')
    await until(() => page.querySelector('form') === null)
  })

  test('ends it for one person, and says why the last one cannot be ended', async () => {
    const { page, button, sent, until } = await shown({ ...NEED, reach: 'named' }, problem(409, 'need/last-one'))
    await click(button('End this'))
    await type(page.querySelector('[data-place="because"]'), 'Left the team')
    await click(button('End it for I. Meadows'))
    await until(() => page.querySelector('.refused') !== null)
    expect(sent()[0]?.body).toMatchObject({ act: 'end', person: 'person-3', because: 'Left the team' })
    expect(page.querySelector('.refused-title')?.textContent).toContain('need/last-one')
    expect(page.querySelector<HTMLTextAreaElement>('[data-place="because"]')?.value).toBe('Left the team')
  })

  test('is narrowed to those named, told before what that does', async () => {
    const { page, button, sent, until } = await shown()
    await click(button('Have it reach only those named'))
    expect(page.textContent).toContain('loses it from their lists at once')
    await type(page.querySelector('[data-place="because"]'), 'A leak is feared')
    await click(page.querySelector('form button[type="submit"]'))
    await until(() => sent().length === 1)
    expect(sent()[0]?.body).toMatchObject({ act: 'set-reach', reach: 'named', because: 'A leak is feared' })
  })

  test('where somebody was first, it is read anew and sent under another id', async () => {
    const { page, button, sent, until } = await shown(NEED, () => problem(412, 'ledger/stale'))
    await click(button('Have it reach only those named'))
    await click(page.querySelector('form button[type="submit"]'))
    await until(() => page.textContent.includes('Somebody changed this meanwhile'))
    await click(page.querySelector('form button[type="submit"]'))
    await until(() => sent().length === 2)
    const [first, second] = sent().map(({ body }) => (body as { readonly id: string }).id)
    expect(first).not.toBe(second)
  })

  test('offers no act to whoever may not say so, and tells them who reads who looked', async () => {
    const { page, button } = await shown({ ...NEED, mayName: 'no' })
    expect([...page.querySelectorAll('.need button')].map(({ textContent }) => textContent)).toEqual([])
    expect(page.textContent).toContain('Authorising officers and oversight read who looked.')
    expect(button('Who looked')).toBeUndefined()
  })
})
