// @vitest-environment happy-dom
import { act } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { CASE_ROLES, type Role } from '../../../core/kernel/access.ts'
import { answering } from '../../../tests/answering.ts'
import { drawn, settled } from '../../../tests/drawn.tsx'
import { sessionPerson } from '../../../tests/session-answer.ts'
import { openQueries } from '../asking/queries.ts'
import { useAsked } from '../asking/use-asked.ts'
import { beginsWith } from './begins-with.ts'
import { PurposeChoice } from './purpose-choice.tsx'
import { lookFor, purposeNow } from './purpose.ts'

const Shape = z.strictObject({ word: z.string() })
const PATH = 'GET /api/plans/one'

function Shown() {
  const { answer, refusal } = useAsked({ path: '/api/plans/one' }, Shape)
  return <p id="shown">{refusal?.code ?? answer?.word ?? 'nothing yet'}</p>
}

afterEach(async () => {
  await act(async () => lookFor(null))
  vi.unstubAllGlobals()
})

async function open(role: Role) {
  const asked = answering({ [PATH]: () => (purposeNow() === 'planning' ? { body: { word: 'read' } } : { status: 404, body: { code: 'access/no-such-file', title: 't', detail: 'd', status: 404 } }) })
  const { page, again } = await drawn(<QueryClientProvider client={openQueries()}><PurposeChoice person={sessionPerson(role)} /><Shown /></QueryClientProvider>)
  const until = async (says: string): Promise<void> => {
    for (let turns = 0; turns < 200 && page.querySelector('#shown')?.textContent !== says; turns += 1) await settled()
    expect(page.querySelector('#shown')?.textContent).toBe(says)
  }
  const choose = (look: string): Promise<void> =>
    act(async () => {
      const list = page.querySelector('select') as HTMLSelectElement
      list.value = look
      list.dispatchEvent(new Event('change', { bubbles: true }))
    })
  return { page, again, until, choose, told: () => asked.map(({ headers }) => headers.get('x-daylight-look')) }
}

describe('what somebody looks for', () => {
  test('begins with what is usual for their role, and is told with the first thing that is asked', async () => {
    const { page, until, told } = await open('planner')
    await until('read')
    expect(page.querySelector('select')?.value).toBe('planning')
    expect(page.querySelector('label')?.textContent).toContain('You look for')
    expect(told()).toEqual(['planning'])
  })

  test('another purpose takes what was read for the one before from the page, and asks anew', async () => {
    const { until, choose, told } = await open('planner')
    await until('read')
    await choose('operation')
    await until('access/no-such-file')
    await choose('planning')
    await until('read')
    expect(told()).toEqual(['planning', 'operation', 'planning'])
  })

  test('offers the purposes that the policies let somebody read for, and no others', async () => {
    const { page } = await open('oversight')
    expect([...page.querySelectorAll('option')].map(({ value, textContent }) => [value, textContent])).toEqual([['oversight', 'oversight'], ['rights-request', 'the request of a person']])
  })

  test('is asked of nobody who opens no case', async () => {
    const { page } = await open('administrator')
    expect([page.querySelector('select'), purposeNow()]).toEqual([null, null])
  })

  test('begins anew with somebody else', async () => {
    const { again, choose } = await open('planner')
    await choose('operation')
    await again(<QueryClientProvider client={openQueries()}><PurposeChoice person={sessionPerson('prosecutor', { id: 'person-2' })} /></QueryClientProvider>)
    expect(purposeNow()).toBe('court-disclosure')
  })

  test('is for everybody in every role one that the policies let them read for', () => {
    for (const role of CASE_ROLES) expect(sessionPerson(role).looks).toContain(beginsWith(sessionPerson(role)))
    expect(beginsWith({ role: 'planner', looks: ['assessment'] })).toBe('assessment')
    expect(beginsWith({ role: 'planner', looks: [] })).toBeNull()
  })
})
