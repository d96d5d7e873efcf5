// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { answering, problem, type Answering } from '../../../tests/answering.ts'
import { click, drawn, settled, type } from '../../../tests/drawn.tsx'
import { noted } from '../../../tests/plan-shown.ts'
import { sessionPerson } from '../../../tests/session-answer.ts'
import type { Role } from '../../../core/kernel/access.ts'
import { policyInForce, type PolicySigned } from '../../../core/planning/policy-facts.ts'
import { policyAnswer } from '../../../wire/office/policy.ts'
import { certaintyPolicy, planningPolicy } from '../../../wire/policy.ts'
import { openQueries } from '../asking/queries.ts'
import { PolicyPage } from './policy-page.tsx'

const defaults = { certainty: certaintyPolicy(), planning: planningPolicy() }
const signing: PolicySigned = { type: 'policy/signed', id: 'womenOfficers', value: 3, source: 'Order 12', sureness: 'unverified', signedBy: 'Head of unit', asOf: '2031-02-01' }
const POLICY = policyAnswer({ version: 1, defaults, inForce: policyInForce(defaults, [signing]), signed: [{ ...signing, noted: noted(1, 'person-3') }] }, { 'person-3': 'O. Fields' })

afterEach(() => void vi.unstubAllGlobals())

async function open(role: Role, acts: Answering = { body: { entry: 'e', version: 2 } }) {
  const asked = answering({ 'GET /api/session': { body: { person: sessionPerson(role, { id: 'person-3', name: 'O. Fields' }) } }, 'GET /api/policy': { body: POLICY }, 'POST /api/policy/acts': acts })
  const { page } = await drawn(<QueryClientProvider client={openQueries()}><PolicyPage /></QueryClientProvider>)
  for (let turns = 0; turns < 200 && page.querySelectorAll('.policy > li').length === 0; turns += 1) await settled()
  return { page, asked, first: page.querySelector('.policy > li') as HTMLElement, sent: () => asked.filter(({ method }) => method === 'POST') }
}

test('each value stands with its source, how surely it is known, and who stands behind it', async () => {
  const { page, first } = await open('planner')
  expect(first.textContent).toContain('Order 12  unverified')
  expect(first.textContent).toContain('Signed by Head of unit, as of 1 Feb 2031')
  expect(first.textContent).toContain('Daylight’s default: 2')
  expect(page.querySelectorAll('.policy > li')).toHaveLength(POLICY.values.length)
  expect(page.textContent).toContain('Nobody in this unit has signed it.')
  expect(first.querySelector('button')).toBeNull()
})

test('an authorising officer signs a value on the version that is in sight', async () => {
  const { first, sent } = await open('authorising-officer')
  await click(first.querySelector('button'))
  for (const [place, words] of [['value', '4'], ['signedBy', 'Head of unit'], ['asOf', '2031-03-01'], ['source', 'Order 13']] as const) await type(first.querySelector(`[data-place=${place}]`), words)
  await click(first.querySelector('button[type=submit]'))
  for (let turns = 0; turns < 50 && sent().length === 0; turns += 1) await settled()
  expect(sent()[0]?.headers.get('if-match')).toBe('"1"')
  expect(sent()[0]?.body).toMatchObject({ act: 'sign', of: 'womenOfficers', value: 4, source: 'Order 13', signedBy: 'Head of unit', asOf: '2031-03-01', sureness: 'seen' })
})

test('what was signed meanwhile is said before anybody signs again', async () => {
  const { first, sent } = await open('authorising-officer', problem(412, 'ledger/stale'))
  await click(first.querySelector('button'))
  await click(first.querySelector('button[type=submit]'))
  for (let turns = 0; turns < 50 && sent().length === 0; turns += 1) await settled()
  await settled()
  expect(first.textContent).toContain('Look again before you sign.')
})
