import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { ROOT } from '../house/tree.ts'
import { codeAt } from '../sign-in-cast.ts'
import { choosePassword, officeServer, signIn, type OfficeServer } from './office-server.ts'

/** Signing in as people do it: a code of a telephone, a passkey of the device, and an act that asks once more who acts. */

const AXE = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, 'utf8')
const OWN = 'four words together here'

let server: OfficeServer
let browser: Browser
let context: BrowserContext
let page: Page
let oneTime = ''
const complaints: string[] = []

beforeAll(async () => {
  ;[server, browser] = await Promise.all([officeServer(), openBrowser()])
  context = await browser.newContext({ bypassCSP: true })
  page = await context.newPage()
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const button = (name: string | RegExp) => page.getByRole('button', { name })

async function signOut(): Promise<void> {
  await page.locator('.own').click()
  await button('Sign out').click()
  await heading('Sign in')
}

async function axeFinds(): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => (window as unknown as { readonly axe: { readonly run: (options: object) => Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }> } }).axe.run({ resultTypes: ['violations'] }))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 140)).join(' | ')}`)
}

/** A code of the next step: the one of this step may have been taken already. */
const nextCode = (secret: string): string => codeAt(secret, Date.now() + 30_000)

describe('the administrator', () => {
  let secret = ''
  let recoveryCodes: readonly string[] = []

  test('adds a passkey and signs in by it without a password', async () => {
    await page.goto(`${server.address}me`)
    await signIn(page, server.first.name, server.first.password)
    await choosePassword(page, server.first.password, OWN)
    await heading('How I sign in')
    expect(await axeFinds()).toEqual([])
    await page.getByLabel('Name', { exact: true }).fill('Laptop in the office')
    await button('Add a passkey').click()
    await page.locator('.listing', { hasText: 'Laptop in the office' }).waitFor()
    expect(await axeFinds()).toEqual([])
    await signOut()
    await button('Use a passkey').click()
    await heading('How I sign in')
    expect(await page.locator('.own-changes').textContent()).toContain('Passkey added')
    expect(await page.locator('.listing', { hasText: 'this one' }).textContent()).toContain('passkey')
  })

  test('is asked for it once more before adding somebody where a password was all they showed, and the act is then done as it was typed', async () => {
    await signOut()
    await signIn(page, server.first.name, OWN)
    await heading('How I sign in')
    await page.getByRole('link', { name: 'People' }).click()
    await page.getByLabel('Name', { exact: true }).fill('A. Rivers')
    await page.getByLabel('Sign-in name').fill('a.rivers')
    await button('Add this person').click()
    await page.getByRole('heading', { name: 'Show once more who you are' }).waitFor()
    expect(await axeFinds()).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.refused').waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('A. Rivers')
    await button('Add this person').click()
    await page.locator('.step-up').getByRole('button', { name: 'Use a passkey' }).click()
    await page.locator('.one-time').waitFor()
    oneTime = (await page.locator('.one-time').textContent()) ?? ''
    await page.locator('.listing', { hasText: 'a.rivers' }).waitFor()
  })

  test('adds a code of a telephone and is told recovery codes once', async () => {
    await page.goto(`${server.address}me`)
    await button('Add a code').click()
    secret = ((await page.locator('.hand-over .one-time').textContent()) ?? '').replaceAll(' ', '')
    expect(await page.getByRole('link', { name: /open it in an application/ }).getAttribute('href')).toContain(`secret=${secret}`)
    await page.getByLabel('Code', { exact: true }).fill(codeAt(secret, Date.now()))
    await button('Confirm the code').click()
    await button('I have written them down').waitFor()
    recoveryCodes = await page.locator('.recovery-codes code').allTextContents()
    expect(recoveryCodes).toHaveLength(10)
    expect(await axeFinds()).toEqual([])
    await button('I have written them down').click()
    expect(await page.locator('.recovery-codes').count()).toBe(0)
  })

  test('is asked for the code from then on', async () => {
    await signOut()
    await signIn(page, server.first.name, OWN)
    await page.getByLabel('Code', { exact: true }).waitFor()
    expect(await axeFinds()).toEqual([])
    await page.getByLabel('Code', { exact: true }).fill(nextCode(secret))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await heading('How I sign in')
  })

  test('ends a session elsewhere, which is then signed out, and signs in there by a recovery code', async () => {
    const elsewhere = await (await browser.newContext()).newPage()
    const enter = async (code: string): Promise<void> => {
      await elsewhere.goto(`${server.address}people`)
      await signIn(elsewhere, server.first.name, OWN)
      await elsewhere.getByLabel('Code', { exact: true }).fill(code)
      await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
      await elsewhere.getByRole('heading', { level: 1, name: 'People' }).waitFor()
    }
    await enter(recoveryCodes[0] ?? '')
    await page.goto(`${server.address}me`)
    await button('End all others').click()
    await button('End all others').waitFor({ state: 'detached' })
    await elsewhere.reload()
    await elsewhere.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await enter(recoveryCodes[1] ?? '')
    expect(await elsewhere.locator('.listing').textContent()).toContain('a.rivers')
    await elsewhere.close()
  })

  test('removes the passkey, after which it signs nobody in', async () => {
    await page.goto(`${server.address}me`)
    await button('Remove: Laptop in the office').click()
    await page.locator('.ask-first').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('You have none yet.').waitFor()
    await signOut()
    await button('Use a passkey').click()
    await page.locator('.refused').waitFor()
    expect(await page.locator('.refused').textContent()).toContain('This passkey does not sign you in here')
  })

  test('has left no complaint in the console, and no secret in what the browser keeps', async () => {
    expect(complaints).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  })
})

test('a page that was covered is shown again only while the server still knows who looks at it', async () => {
  const elsewhere = await browser.newContext()
  const away = await elsewhere.newPage()
  await away.clock.install()
  await away.goto(`${server.address}looks`)
  await signIn(away, 'a.rivers', oneTime)
  await choosePassword(away, oneTime, OWN)
  await away.clock.fastForward('10:01')
  await away.getByRole('heading', { name: 'Hidden' }).waitFor()
  await elsewhere.clearCookies()
  await away.getByRole('button', { name: 'Show it again' }).click()
  await away.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  expect(await away.locator('.shell').count()).toBe(0)
  await elsewhere.close()
})
