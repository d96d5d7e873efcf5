import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { axeFinds } from './axe.ts'
import { choosePassword, officeServer, signIn, type OfficeServer } from './office-server.ts'

/** The office around its pages: signing in, people, the access log, the keys, and how it looks. */

const OWN = 'four words together here'
const FIRST_SCREEN_BYTES = 300 * 1024

let server: OfficeServer
let browser: Browser
let contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[server, browser] = await Promise.all([officeServer(), openBrowser()])
})
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  contexts = []
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

interface Seen {
  readonly page: Page
  /** What the console or the policy of contents complained of; an answer that says no is none of that. */
  readonly complaints: string[]
}

async function open(path = '', options: BrowserContextOptions = {}): Promise<Seen> {
  const context = await browser.newContext(options)
  contexts.push(context)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${server.address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, complaints }
}

const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

describe('the first day', () => {
  test('the administrator signs in with what the server told, chooses a password, and adds an analyst, who does the same', async () => {
    const { page, complaints } = await open('people')
    await signIn(page, server.first.name, server.first.password)
    await heading(page, 'Your password')
    await choosePassword(page, server.first.password, OWN)
    await heading(page, 'People')

    await page.getByLabel('Name', { exact: true }).fill('A. Rivers')
    await page.getByLabel('Sign-in name').fill('not a name')
    await page.getByRole('button', { name: 'Add this person' }).click()
    await page.locator('.refused').waitFor()
    expect(await page.getByLabel('Sign-in name').evaluate((field) => field === document.activeElement && field.getAttribute('aria-invalid'))).toBe('true')
    await page.getByRole('link', { name: 'Access log' }).click()
    await heading(page, 'Access log')
    await page.getByRole('link', { name: 'People' }).click()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('A. Rivers')
    await page.getByLabel('Sign-in name').fill('a.rivers')
    await page.getByRole('button', { name: 'Add this person' }).click()
    const oneTime = (await page.locator('.one-time').textContent()) ?? ''
    expect(oneTime.length).toBeGreaterThan(11)
    await page.getByRole('button', { name: 'I have handed it over' }).click()
    expect(await page.locator('.one-time').count()).toBe(0)
    expect(await page.locator('.listing').textContent()).toContain('a.rivers')

    await page.locator('.own').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await heading(page, 'Sign in')
    await signIn(page, 'a.rivers', oneTime)
    await heading(page, 'Your password')
    await choosePassword(page, oneTime, OWN)
    expect(await page.locator('.nav').textContent()).not.toContain('People')
    expect(await page.title()).not.toContain('Rivers')
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.querySelectorAll('style').length])).toEqual([0, 0, 0])
    expect(complaints).toEqual([])
  })

  test('whoever comes after the first opens nothing until a colleague vouches for them on the page of new colleagues', async () => {
    const { page: administrator } = await signedIn('people')
    await administrator.getByLabel('Name', { exact: true }).fill('B. Hills')
    await administrator.getByLabel('Sign-in name').fill('b.hills')
    await administrator.getByRole('button', { name: 'Add this person' }).click()
    const oneTime = (await administrator.locator('.one-time').textContent()) ?? ''
    const { page: newcomer, complaints } = await open('waiting', { bypassCSP: true })
    await signIn(newcomer, 'b.hills', oneTime)
    await choosePassword(newcomer, oneTime, OWN)
    await heading(newcomer, 'One colleague still has to vouch for you')
    expect([await newcomer.locator('.nav').count(), await axeFinds(newcomer), await isCut(newcomer)]).toEqual([0, [], false])
    const { page: colleague } = await signedIn('waiting', { bypassCSP: true }, 'a.rivers')
    await heading(colleague, 'New colleagues')
    await colleague.getByRole('button', { name: 'Vouch for B. Hills' }).click()
    expect(await axeFinds(colleague)).toEqual([])
    await colleague.getByRole('button', { name: 'I know this person' }).click()
    await colleague.getByText('Nobody of your organisation is waiting.').waitFor()
    await newcomer.getByRole('button', { name: 'Look again' }).click()
    await heading(newcomer, 'New colleagues')
    expect(complaints).toEqual([])
  })

  test('a wrong password is told, and nothing of it is kept', async () => {
    const { page, complaints } = await open()
    await signIn(page, 'a.rivers', 'a guess')
    await page.locator('.refused').waitFor()
    expect(await page.locator('.refused').textContent()).toContain('wrong')
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('')
    expect(complaints).toEqual([])
  })
})

/** Somebody who is signed in already, at an address. */
async function signedIn(path: string, options: BrowserContextOptions = {}, name = server.first.name): Promise<Seen> {
  const seen = await open(path, options)
  await seen.page.locator('[data-place="name"]').fill(name)
  await seen.page.locator('[data-place="password"]').fill(OWN)
  await seen.page.locator('button[type="submit"]').click()
  await seen.page.locator('.nav').waitFor()
  return seen
}

test('keys go, show themselves, and leave those who type alone', async () => {
  const { page } = await signedIn('people')
  await heading(page, 'People')
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await heading(page, 'Access log')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await page.keyboard.press('?')
  expect(await page.locator('.keys').textContent()).toContain('g e')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await heading(page, 'People')
  await page.getByLabel('Name', { exact: true }).pressSequentially('g a?')
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('g a?')
})

test('a page nobody touches is hidden after ten minutes; Escape shows it again', async () => {
  const context = await browser.newContext()
  contexts.push(context)
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${server.address}people`)
  await signIn(page, server.first.name, OWN)
  await heading(page, 'People')
  await page.clock.fastForward('10:01')
  await page.getByRole('heading', { name: 'Hidden' }).waitFor()
  expect(await page.locator('.shell').evaluate((shell) => getComputedStyle(shell).filter)).toContain('blur')
  await page.keyboard.press('Escape')
  await page.locator('.idle-cover').waitFor({ state: 'detached' })
  expect(await page.locator('.shell').evaluate((shell) => getComputedStyle(shell).filter)).toBe('none')
})

test('leaving at once empties the page and ends the session', async () => {
  const { page } = await signedIn('people')
  await page.getByLabel('Name', { exact: true }).fill('typed and not sent')
  await page.getByRole('button', { name: 'Leave at once' }).click()
  await page.waitForURL('about:blank')
  await page.goto(`${server.address}people`)
  await heading(page, 'Sign in')
  expect(await page.getByText('typed and not sent').count()).toBe(0)
})

test.each([['', 'nobody'], ['people', 'administrator'], ['sites', 'a.rivers']])('what comes before first use weighs no more than 300 KB: /%s for %s', async (path, name) => {
  const { page } = name === 'nobody' ? await open() : await signedIn(path, {}, name)
  await page.locator('main h1').waitFor()
  const loaded = await page.evaluate(() => [...new Set([location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)])].filter((name) => !name.includes('/api/')))
  const sizes = await Promise.all(loaded.map(async (address) => ({ address, bytes: Buffer.from(await (await fetch(address, { headers: { accept: 'text/html' } })).arrayBuffer()) })))
  const weight = sizes.reduce((sum, { address, bytes }) => sum + (address.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length), 0)
  expect(loaded.length).toBeGreaterThan(3)
  expect(weight).toBeLessThan(FIRST_SCREEN_BYTES)
})

const LOOKS: readonly { readonly look: string; readonly query: string; readonly options: BrowserContextOptions }[] = [
  { look: 'light, 1280', query: '', options: { viewport: { width: 1280, height: 800 } } },
  { look: 'dark, 1600', query: '', options: { viewport: { width: 1600, height: 1000 }, colorScheme: 'dark' } },
  { look: 'dark by choice, a telephone of 360', query: '?light=dark', options: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
  { look: 'right to left, 360', query: '?lang=ar-XB', options: { viewport: { width: 360, height: 740 } } },
  { look: 'right to left, 1280', query: '?lang=ar-XB', options: { viewport: { width: 1280, height: 800 } } },
  { look: 'Thai script, 1280', query: '?lang=th-XA', options: { viewport: { width: 1280, height: 800 } } },
]

const isCut = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe.each(LOOKS)('$look', ({ query, options }) => {
  test('axe finds nothing on any screen, and nothing is cut', async () => {
    const { page } = await open(query, { ...options, bypassCSP: true })
    expect([await axeFinds(page), await isCut(page)]).toEqual([[], false])
    await page.close()
    const { page: inside } = await signedIn(`people${query}`, { ...options, bypassCSP: true })
    await inside.locator('.listing').waitFor()
    expect([await axeFinds(inside), await isCut(inside)]).toEqual([[], false])
    await inside.locator('form button[type="submit"]').click()
    await inside.locator('.refused').waitFor()
    expect([await axeFinds(inside), await isCut(inside)]).toEqual([[], false])
    await inside.locator('.row-acts button').last().click()
    await inside.locator('.ask-first').waitFor()
    expect([await axeFinds(inside), await isCut(inside)]).toEqual([[], false])
    await inside.keyboard.press('Escape')
    await inside.locator('.row-acts button').first().click()
    await inside.locator('[aria-labelledby="change-place"]').waitFor()
    await inside.locator('.page-acts button').click()
    await inside.locator('[aria-labelledby="add-organisation"]').waitFor()
    expect([await axeFinds(inside), await isCut(inside)]).toEqual([[], false])
    await inside.locator('.own').click()
    expect([await axeFinds(inside), await isCut(inside)]).toEqual([[], false])
    for (const place of ['looks', 'me', 'me/password', 'nothing-here']) {
      await inside.goto(`${server.address}${place}${query}`)
      await inside.locator('main h1').waitFor()
      expect([place, await axeFinds(inside), await isCut(inside)]).toEqual([place, [], false])
    }
  })
})
