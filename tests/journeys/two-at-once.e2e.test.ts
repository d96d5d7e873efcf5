import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { asks, colleagueAt, fillIn, said, vouches, type Colleague } from './colleague.ts'
import { choosePassword, officeServer, signIn, type OfficeServer } from './office-server.ts'

/**
 * Two planners at one part of one plan, each in a browser of their own. Nobody and nothing in it exists.
 *
 * That of two determinations at once one is refused as stale, on either engine, is tested at the API (`server/routes/plans.test.ts`);
 * here it is what the second of two people sees, and what becomes of what they typed.
 */

const OWN = 'four words together here'
const SITE = 'site-at-once'
const PLAN = 'plan-at-once'

let server: OfficeServer
let browser: Browser
let one: Colleague
let two: Colleague

beforeAll(async () => {
  ;[server, browser] = await Promise.all([officeServer(), openBrowser()])
  const administrator = await arrives(server.first.name, server.first.password)
  const planner = async (signInName: string): Promise<Colleague> => {
    const { body } = await asks(administrator.page, 'POST', '/api/people', { signInName, name: `Invented ${signInName}`, role: 'planner' })
    return arrives(signInName, String(body['oneTimePassword']))
  }
  ;[one, two] = [await planner('planner.one'), await planner('planner.two')]
  await vouches(one.page, two.page)
  const opened = await asks(one.page, 'POST', '/api/sites', { id: SITE, jurisdiction: 'US', venue: 'short-let', name: 'Flat above the bakery', whereabouts: 'Second floor' })
  const planned = await asks(one.page, 'POST', '/api/plans', { id: PLAN, site: SITE, at: new Date(Date.now() + 86_400_000).toISOString() })
  if (opened.status !== 201 || planned.status !== 201) throw new Error(JSON.stringify([opened, planned]))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function arrives(name: string, password: string): Promise<Colleague> {
  const colleague = await colleagueAt(browser, server.address)
  await signIn(colleague.page, name, password)
  await choosePassword(colleague.page, password, OWN)
  return colleague
}

const goalOf = ({ page }: Colleague) => page.locator('#part-goal')

async function writesGoal(colleague: Colleague, says: string): Promise<void> {
  await colleague.page.goto(`${server.address}plans/${PLAN}`)
  await goalOf(colleague).getByRole('button', { name: /^Write this part/ }).click()
  await fillIn(goalOf(colleague), { 'content.declared': 'free-victims', 'content.says': says })
}

const records = (colleague: Colleague): Promise<void> => goalOf(colleague).getByRole('button', { name: 'Record this part' }).click()

test('the second of two who write a part sees what the first wrote beside their own, and nothing typed is lost', async () => {
  await writesGoal(one, 'Free whoever is held in the flat.')
  await writesGoal(two, 'Find out who lives in the flat.')
  await records(one)
  await goalOf(one).locator('form').waitFor({ state: 'detached' })

  const told = goalOf(two).getByRole('alert')
  await told.waitFor()
  expect(await said(told)).toMatch(/Somebody else recorded this part while you were writing it.*Invented planner\.one.*Free whoever is held in the flat\..*Find out who lives in the flat\./)
  const { body: before } = await asks(two.page, 'GET', `/api/plans/${PLAN}`)

  await told.getByRole('button', { name: 'Keep mine' }).click()
  expect(await goalOf(two).locator('[data-place="content.says"]').inputValue()).toBe('Find out who lives in the flat.')
  await records(two)
  await goalOf(two).locator('form').waitFor({ state: 'detached' })
  const { body: after } = await asks(two.page, 'GET', `/api/plans/${PLAN}`)
  expect(Number(after['latest'])).toBe(Number(before['latest']) + 1)
  await goalOf(one).getByText('Find out who lives in the flat.').waitFor()
})

test('who sends in the same moment is refused as stale, is told by whom, and keeps what was typed', async () => {
  await writesGoal(one, 'Free whoever is held, by day.')
  await writesGoal(two, 'Free whoever is held, by night.')
  // What the first records reaches the page of the second only after they have sent theirs.
  await two.page.route(`**/api/plans/${PLAN}`, () => undefined)
  await records(one)
  await goalOf(one).locator('form').waitFor({ state: 'detached' })
  const answered = two.page.waitForResponse((response) => response.url().endsWith('/acts'))
  await records(two)
  const response = await answered
  expect([response.status(), await response.json()]).toMatchObject([412, { code: 'ledger/stale', meanwhile: [{ type: 'plan/part-written' }] }])
  expect(await goalOf(two).locator('[data-place="content.says"]').inputValue()).toBe('Free whoever is held, by night.')

  await two.page.unroute(`**/api/plans/${PLAN}`)
  const told = goalOf(two).locator('.changed-meanwhile')
  await told.waitFor()
  expect(await said(told)).toMatch(/Invented planner\.one.*by day.*by night/)
  expect([one.complaints, two.complaints]).toEqual([[], []])
})
