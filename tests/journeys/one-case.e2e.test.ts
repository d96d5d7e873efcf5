import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { openBrowser } from '../browser.ts'
import { sayWhatIsSkipped } from '../ledger-stores.ts'
import { asks, colleagueAt, fillIn, said, typed, vouches, type Colleague } from './colleague.ts'
import { enterReport, knownThen, looksRight, numberOn, reads, verdictOn } from './case-pages.ts'
import { choosePassword, officeServer, signIn, type OfficeServer } from './office-server.ts'
import { restoreElsewhere } from './restored.ts'
import { writeWholePlan } from './written-plan.ts'

/**
 * One case from an empty database to a restored archive, by three people and an administrator, each in a browser of their own.
 *
 * Nobody and nothing in it exists. The tests are steps of one journey, and each begins where the one before it ended.
 */

const OWN = 'four words together here'
const PEOPLE = { analyst: 'a.analyst', planner: 'b.planner', 'authorising-officer': 'c.officer' } as const
type CaseRole = keyof typeof PEOPLE

const HOUR_MS = 3_600_000
const BEGAN = Math.floor(Date.now() / 60_000) * 60_000
const HOUR = instant(BEGAN + 30 * HOUR_MS)
const ago = (hours: number): number => BEGAN - hours * HOUR_MS

let server: OfficeServer
let browser: Browser
let analyst: Colleague
let planner: Colleague
let officer: Colleague
const everybody: Colleague[] = []
const at: { site: string; plan: string; entry: string; knownThen: string } = { site: '', plan: '', entry: '', knownThen: '' }

beforeAll(async () => {
  sayWhatIsSkipped()
  ;[server, browser] = await Promise.all([officeServer(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor()

async function arrives(name: string, password: string, own: string, address = server.address): Promise<Colleague> {
  const colleague = await colleagueAt(browser, address)
  everybody.push(colleague)
  await signIn(colleague.page, name, password)
  await choosePassword(colleague.page, password, own)
  return colleague
}

const goTo = (page: Page, path: string): Promise<unknown> => page.goto(`${server.address}${path}`)

describe('from an empty database', () => {
  test('the administrator takes up the one-time password and adds an analyst, a planner and an authorising officer', async () => {
    const { page } = await arrives(server.first.name, server.first.password, OWN)
    await page.getByRole('link', { name: 'People' }).click()
    const handed: Partial<Record<CaseRole, string>> = {}
    for (const [role, name] of Object.entries(PEOPLE) as [CaseRole, string][]) {
      await fillIn(page, { name: `Invented ${role}`, signInName: name, role })
      await page.getByRole('button', { name: 'Add this person' }).click()
      handed[role] = (await page.locator('.one-time').textContent()) ?? ''
      await page.getByRole('button', { name: 'I have handed it over' }).click()
    }
    await looksRight(page)
    ;[analyst, planner, officer] = [await arrives(PEOPLE.analyst, handed.analyst ?? '', OWN), await arrives(PEOPLE.planner, handed.planner ?? '', OWN), await arrives(PEOPLE['authorising-officer'], handed['authorising-officer'] ?? '', OWN)]
    for (const newcomer of [planner, officer]) await vouches(analyst.page, newcomer.page)
    expect((await asks(page, 'GET', '/api/sites')).body).toMatchObject({ code: 'access/administrator' })
  })

  test('the analyst opens a site, of which nothing is known yet', async () => {
    const { page } = analyst
    await page.getByRole('link', { name: 'Sites' }).click()
    await page.getByRole('button', { name: 'Open a site' }).click()
    await fillIn(page, { name: 'Two-storey workshop', venue: 'resident-workshop', jurisdiction: 'us', whereabouts: 'River road, behind the timber yard' })
    await looksRight(page)
    await page.locator('form').getByRole('button', { name: 'Open a site' }).click()
    await heading(page, /Site S-1 · Two-storey workshop/)
    at.site = /sites\/([^/?]+)/.exec(page.url())?.[1] ?? ''
    expect(await said(page.locator('.nothing-known').first())).toContain('Nothing is known about this site')
    await looksRight(page)
  })
})

describe('three reports', () => {
  let before: string

  test('move the number: the first is told by somebody who was there', async () => {
    await goTo(planner.page, `sites/${at.site}`)
    await heading(planner.page, /Site S-1/)
    expect(await planner.page.locator('.big-number').count()).toBe(0)
    await planner.page.evaluate(() => void Object.assign(window, { stillTheSamePage: 'yes' }))

    const would = await enterReport(
      analyst.page,
      { 'report.says': 'About a dozen people sew and sleep on the upper floor; the gate is locked at night.', 'report.kind': 'escaped-victim', 'report.observedAt': typed(ago(60)), 'answers.access': 'saw', motivesKnown: 'none', 'answers.content': 'logical' },
      ['people who are, or may be, victims'],
    )
    await analyst.page.locator('.movement').waitFor()
    before = await numberOn(analyst.page)
    expect(would).toContain(/\d\.\d\d \[[^\]]+\]/.exec(before)?.[0] ?? 'a number')
  })

  test('move it in the browser of a colleague who watches, without loading anything anew', async () => {
    const { page } = planner
    await page.locator('.big-number').waitFor()
    expect(await numberOn(page)).toBe(before)
    expect(await said(page.locator('.movement'))).toMatch(/The number moved: nothing is known.*Invented analyst/)
  })

  test('do not move it where one repeats another', async () => {
    await enterReport(
      analyst.page,
      { 'report.says': 'The worker told us the same on Monday.', 'report.kind': 'ngo-disclosure', 'report.observedAt': typed(ago(50)), 'answers.access': 'told', motivesKnown: 'none', 'answers.content': 'logical-and-agrees' },
      ['people who are, or may be, victims', /About a dozen people/],
    )
    await planner.page.getByText(/2 reports count; 1 of them/).waitFor()
    const [probability] = /\d\.\d\d/.exec(await numberOn(planner.page)) ?? []
    expect(before).toContain(probability)
  })

  test('move it further where an inspector saw for herself, and the gates follow as the rest is written down', async () => {
    await enterReport(
      analyst.page,
      { 'report.says': 'Mattresses between the machines, and a foreman who answers for everybody.', 'report.kind': 'inspector', 'report.observedAt': typed(ago(10)), 'answers.access': 'saw', recordKnown: 'yes', 'answers.record.hits': '4', 'answers.record.misses': '0', motivesKnown: 'none', 'answers.content': 'logical-and-agrees' },
      ['people who are, or may be, victims'],
    )
    const { page } = planner
    await page.locator('.movement', { hasText: 'Inspector' }).waitFor()
    expect(Number(/\d\.\d\d/.exec(await numberOn(page)))).toBeGreaterThan(Number(/\d\.\d\d/.exec(before)))
    expect(await page.evaluate(() => (window as unknown as { readonly stillTheSamePage?: string }).stillTheSamePage)).toBe('yes')

    const attempt = { id: 'attempt-watch', method: 'surveillance', by: 'observation-team-b', at: isoOf(instant(ago(1))), thisSite: 'yes', ifNobodyThere: 'No light and no food after the day shift.', result: 'Food for about twelve was carried in.', sensitivity: 0.5 }
    for (const act of [{ act: 'record-attempt', attempt }, { act: 'write-alternative', says: 'A family business whose relatives live in; own keys and own phones would tell it apart.' }])
      expect(await asks(analyst.page, 'POST', `/api/sites/${at.site}/acts`, { id: crypto.randomUUID(), ...act })).toMatchObject({ status: 200 })
    await expect.poll(async () => (await page.locator('#there').textContent())?.match(/open/g)?.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(5)
    await looksRight(page)
  })
})

describe('a plan', () => {
  test('is opened by the planner, and is blind as long as nothing is in it', async () => {
    const { page } = planner
    await page.getByRole('link', { name: 'Plans' }).click()
    await page.getByRole('button', { name: 'Open a plan' }).click()
    await fillIn(page, { site: at.site, at: typed(HOUR - HOUR_MS) })
    await looksRight(page)
    await page.locator('form').getByRole('button', { name: 'Open a plan' }).click()
    await heading(page, /Plan P-1/)
    at.plan = /plans\/([^/?]+)/.exec(page.url())?.[1] ?? ''
    await reads(page, 'Blind')
    expect(await verdictOn(page)).toBe('Blind')
    await looksRight(page)
  })

  test('cannot be authorised by anybody as it is: the officer finds the act barred, with what stands in the way', async () => {
    const { page } = officer
    await goTo(page, `plans/${at.plan}`)
    await heading(page, /Plan P-1/)
    expect(await page.getByRole('button', { name: 'Authorise this plan' }).getAttribute('aria-disabled')).toBe('true')
    expect(await said(page.locator('#may-not-authorise'))).toMatch(/What stands in the way of authorising.*blind/i)
    await looksRight(page)
  })

  test('is written part by part, in the forms, and grows to smart in sight of everybody', async () => {
    const { page } = planner
    await writeWholePlan(page, at.plan, HOUR)
    expect(await verdictOn(page)).toBe('Smart')
    await reads(officer.page, 'Smart')
  })

  test('is refused to whoever wrote it', async () => {
    const { page } = planner
    expect(await page.getByRole('button', { name: 'Authorise this plan' }).getAttribute('aria-disabled')).toBe('true')
    expect(await said(page.locator('#may-not-authorise'))).toMatch(/You wrote part of this plan|wrote/i)
    const { body } = await asks(page, 'GET', `/api/plans/${at.plan}`)
    expect(body['mayNotAuthorise']).toMatchObject([{ code: 'plan/not-an-authorising-officer' }, { code: 'plan/own-plan' }])
    expect(await asks(page, 'POST', `/api/plans/${at.plan}/acts`, { id: crypto.randomUUID(), act: 'authorise' }, Number(body['latest']))).toMatchObject({ status: 403, body: { code: 'plan/not-an-authorising-officer', title: expect.stringContaining('authorising officer') } })
  })

  test('is authorised by the officer, who wrote nothing of it', async () => {
    const { page } = officer
    const act = page.getByRole('button', { name: 'Authorise this plan' }).first()
    await expect.poll(() => act.getAttribute('aria-disabled'), { timeout: 10_000 }).not.toBe('true')
    await act.click()
    await looksRight(page)
    await page.locator('.act-panel').getByRole('button', { name: 'Authorise this plan' }).click()
    await page.locator('.stands-now', { hasText: 'Authorised by Invented authorising-officer' }).waitFor()
    await planner.page.locator('.stands-now', { hasText: 'Authorised by Invented authorising-officer' }).waitFor()
    const { body } = await asks(page, 'GET', `/api/plans/${at.plan}`)
    at.entry = (body['authority'] as { readonly noted: { readonly entry: string } }).noted.entry
    expect(body['standing']).toBe('authorised')
  })
})

describe('after it was authorised', () => {
  test('a report that arrives late counts from now on, and what was known then stays as it was', async () => {
    const { page } = officer
    await page.getByRole('link', { name: 'Versions' }).first().click()
    await heading(page, /versions/)
    await page.locator('.then-and-now').waitFor()
    at.knownThen = await knownThen(page)
    expect(await said(page.locator('#known-then').locator('..'))).toContain('Nothing has come since.')

    await goTo(analyst.page, `sites/${at.site}`)
    await heading(analyst.page, /Site S-1/)
    await enterReport(
      analyst.page,
      { 'report.says': 'The upper windows were dark when I picked up my order.', 'report.finding': 'absent', 'report.sensitivity': '0.3', 'report.specificity': '0.8', 'report.kind': 'client', 'report.observedAt': typed(ago(20)), 'report.receivedAt': typed(ago(2)), 'answers.access': 'saw', 'answers.content': 'doubtful' },
      ['not known'],
    )
    await page.locator('.since li', { hasText: 'Report' }).waitFor()
    const [then, now] = [await knownThen(page), await said(page.locator('.then-and-now section').last())]
    expect(then).toBe(at.knownThen)
    expect(then).toContain('Smart')
    expect(then).not.toContain('dark')
    expect(now).toContain('The upper windows were dark')
    await looksRight(page)
  })

  test('an archive restored on the other engine shows the same plan as authorised', async () => {
    const restored = await restoreElsewhere(server.data, await mkdtemp(join(tmpdir(), 'daylight-restored-')))
    try {
      const first = await arrives(restored.first.name, restored.first.password, OWN, restored.address)
      // The desk is not in the archive: whoever restores it makes the people anew, and a case names those before them by their ids.
      const made = await asks(first.page, 'POST', '/api/people', { name: 'Invented successor', signInName: 'd.successor', role: 'authorising-officer' })
      const { page } = await arrives('d.successor', String(made.body['oneTimePassword']), OWN, `${restored.address}plans/${at.plan}/versions`)
      await page.locator('.then-and-now').waitFor()
      expect(await knownThen(page)).toBe(at.knownThen)
      const [here, there] = await Promise.all([officer.page, page].map(async (each) => (await asks(each, 'GET', `/api/plans/${at.plan}/authorised/${at.entry}`)).body))
      expect({ ...there, names: {} }).toEqual({ ...here, names: {} })
      await looksRight(page)
    } finally {
      await restored.close()
    }
  }, 120_000)

  test('no page complained, and none left anything on the machine', async () => {
    for (const { page, complaints } of everybody) {
      expect(complaints).toEqual([])
      if (page.url().startsWith(server.address)) expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
    }
    expect(server.said()).not.toMatch(/error [a-z0-9]+-\d/)
  })
})
