import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrganisationKind } from '../../core/kernel/organisation.ts'
import { instant } from '../../core/kernel/instant.ts'
import { hashPassword } from '../../crypto/password.ts'
import { openStore } from '../../ledger/store/open.ts'
import type { Role } from '../../core/kernel/access.ts'
import type { DeskTables } from '../../server/desk-tables.ts'
import { openBrowser } from '../browser.ts'
import { placed } from '../organisation-cast.ts'
import { axeFinds } from './axe.ts'
import { officeServer, signIn, type OfficeServer } from './office-server.ts'

/** Partners' notes as two case workers of an NGO keep them, each at a browser of their own; and everything that leaves those browsers, searched. */

const OWN = 'four words together here'
const NGO = { id: 'ngo-of-the-valley', kind: 'ngo' as OrganisationKind } as NonNullable<Parameters<typeof placed>[3]>
const ABOUT = 'CANARY-about somebody'
const SAYS = 'CANARY-says she asked for a doctor'

let server: OfficeServer
let browser: Browser
let ada: Page
let bo: Page
const complaints: string[] = []
/** Whatever any browser sent: addresses, headers and bodies. */
const sent: string[] = []
/** Whatever the server answered. */
const answered: string[] = []
/** What only ever stood on a screen or on paper. */
const secrets: string[] = []
let shares: readonly string[] = []
let passphrase = ''

async function seat(name: string, role: Role, organisation?: typeof NGO): Promise<void> {
  const store = await openStore<DeskTables>({ file: join(server.data, 'desk.sqlite') }, 'desk')
  const at = instant(Date.now())
  const person = { id: `person-${name}`, sign_in_name: name, name: `Invented ${name}`, ...(await placed(store, role, at, organisation)), password_hash: await hashPassword(OWN), must_change: 'no', made_by: 'server', made_at: at, changed_by: 'server', changed_at: at, left_at: null } as const
  await store.transact((db) => db.insertInto('people').values(person).execute())
  await store.close()
}

async function at(name: string): Promise<Page> {
  const context = await browser.newContext()
  context.setDefaultTimeout(15_000)
  context.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`))
  context.on('response', (response) => void response.text().then((text) => response.url().includes('/api/') && answered.push(text), () => undefined))
  const page = await context.newPage()
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${server.address}notes`)
  await signIn(page, name, OWN)
  await page.getByRole('heading', { level: 1, name: 'Notes' }).waitFor()
  return page
}

beforeAll(async () => {
  ;[server, browser] = await Promise.all([officeServer(), openBrowser()])
  await seat('ada', 'case-worker', NGO)
  await seat('bo', 'case-worker', NGO)
  await seat('analyst', 'analyst')
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name, exact: true }).waitFor()
const words = async (page: Page): Promise<string> => ((await page.locator('.key-words').textContent()) ?? '').trim()

/** Makes a key of one's own under the words that the page drew. */
async function makeOwnKey(page: Page): Promise<string> {
  await heading(page, 'Choose a passphrase for notes')
  const drawn = ((await page.locator('.one-time').textContent()) ?? '').trim()
  secrets.push(drawn)
  await page.getByLabel('Passphrase for notes', { exact: true }).fill(drawn)
  await page.getByLabel('The passphrase once more', { exact: true }).fill(drawn)
  await button(page, 'Make my key').click()
  return drawn
}

/** Takes a key of the organisation into use, by the sheet that is asked for. */
async function takeKeyIntoUse(page: Page): Promise<readonly string[]> {
  await button(page, 'Make the key and show the papers').click()
  await page.locator('.notes-shares code').first().waitFor()
  const lines = await page.locator('.notes-shares code').allTextContents()
  secrets.push(...lines, ...lines.map((line) => line.split(': ')[1]?.split(',')[0] ?? line))
  await button(page, 'They are on paper').click()
  const field = page.getByLabel(/^Sheet \d$/)
  const asked = Number(/\d/.exec((await page.locator('label', { hasText: /^Sheet \d$/ }).textContent()) ?? '')?.[0])
  await field.fill(lines[asked % lines.length] ?? '')
  await button(page, 'Take the key into use').click()
  await page.getByText('This is not what stands on that sheet.').waitFor()
  await field.fill((lines[asked - 1] ?? '').toLowerCase())
  await button(page, 'Take the key into use').click()
  await button(page, 'Write a note').waitFor()
  return lines
}

async function signOut(page: Page): Promise<void> {
  await page.locator('.own').click()
  await button(page, 'Sign out').click()
  await heading(page, 'Sign in')
}

describe('a case worker of an NGO', () => {
  test('makes a key of her own and that of her organisation, which is taken into use once a paper was typed back', async () => {
    ada = await at('ada')
    expect(await axeFinds(ada)).toEqual([])
    await ada.getByLabel('Passphrase for notes', { exact: true }).fill('too short')
    await button(ada, 'Make my key').click()
    await ada.getByText('or take the words above').waitFor()
    passphrase = await makeOwnKey(ada)
    await heading(ada, 'Make the key of your organisation')
    expect(await axeFinds(ada)).toEqual([])
    shares = await takeKeyIntoUse(ada)
    expect(shares).toHaveLength(3)
  })

  test('writes a note, reads it, and writes it anew', async () => {
    await button(ada, 'Write a note').click()
    await ada.getByLabel('About', { exact: true }).fill(ABOUT)
    await ada.getByLabel('Note', { exact: true }).fill(SAYS)
    expect(await axeFinds(ada)).toEqual([])
    await button(ada, 'Seal and keep').click()
    await ada.locator('tbody tr', { hasText: ABOUT }).click()
    expect(await ada.locator('.note-words').textContent()).toBe(SAYS)
    await button(ada, 'Write it anew').click()
    await ada.getByLabel('Note', { exact: true }).fill(`${SAYS}, and got one`)
    await button(ada, 'Seal and keep').click()
    await ada.locator('tbody tr', { hasText: ABOUT }).click()
    await ada.locator('.note-words', { hasText: 'and got one' }).waitFor()
    await button(ada, 'Earlier versions').click()
    await ada.locator('article .note-words').waitFor()
    expect(await ada.locator('article .note-words').textContent()).toBe(SAYS)
    expect(await axeFinds(ada)).toEqual([])
    await button(ada, 'Close').click()
  })

  test('stays unlocked from page to page, and is locked once she signs out', async () => {
    await ada.getByRole('link', { name: 'How I sign in' }).click()
    await heading(ada, 'How I sign in')
    await ada.getByRole('link', { name: 'Notes', exact: true }).click()
    await ada.locator('tbody tr', { hasText: ABOUT }).waitFor()
    await signOut(ada)
    expect(await ada.locator('body').textContent()).not.toContain('CANARY')
    await signIn(ada, 'ada', OWN)
    await heading(ada, 'Unlock your notes')
    expect(await axeFinds(ada)).toEqual([])
    await ada.getByLabel('Passphrase for notes', { exact: true }).fill('not my passphrase at all')
    await button(ada, 'Unlock').click()
    await ada.getByText('That is not your passphrase.').waitFor()
    await ada.getByLabel('Passphrase for notes', { exact: true }).fill(passphrase)
    await button(ada, 'Unlock').click()
    await ada.locator('tbody tr', { hasText: ABOUT }).waitFor()
  })

  test('lets a colleague in by the words that he reads out, and he takes the key by the words that she reads out', async () => {
    bo = await at('bo')
    await makeOwnKey(bo)
    await heading(bo, 'A colleague lets you in')
    expect(await bo.locator('body').textContent()).not.toContain('CANARY')
    expect(await axeFinds(bo)).toEqual([])
    await bo.locator('.key-words').waitFor()
    const [his, hers] = [await words(bo), await words(ada)]
    await button(ada, 'Look again').click()
    await button(ada, 'Let in').click()
    await ada.getByLabel('The words you hear').fill(hers)
    await ada.locator('.doing').getByRole('button', { name: 'Let in' }).click()
    await ada.getByText('These are not the words.').waitFor()
    expect(await axeFinds(ada)).toEqual([])
    await ada.getByLabel('The words you hear').fill(his.split(' ').join(', '))
    await ada.locator('.doing').getByRole('button', { name: 'Let in' }).click()
    await ada.locator('tr', { hasText: 'Invented bo' }).getByText('Reads the notes').waitFor()
    await button(bo, 'Look again').click()
    await heading(bo, 'Is it the key of your organisation?')
    await bo.getByLabel('Words of the key').fill(his)
    await button(bo, 'Compare').click()
    await bo.getByText('These are not the words.').waitFor()
    await bo.getByLabel('Words of the key').fill(hers)
    await button(bo, 'Compare').click()
    await bo.locator('tbody tr', { hasText: ABOUT }).waitFor()
  })

  test('who has lost his passphrase brings the key back from two papers', async () => {
    await button(bo, 'Lock the notes').click()
    await button(bo, 'I have lost my passphrase').click()
    await bo.getByRole('dialog').getByRole('button', { name: 'Make another key' }).click()
    await makeOwnKey(bo)
    await button(bo, 'No colleague can let me in. I have papers.').click()
    await bo.getByLabel('What stands on the papers').fill(shares[0] ?? '')
    await button(bo, 'Bring the key back').click()
    await bo.getByText('These are too few papers.').waitFor()
    await bo.getByLabel('What stands on the papers').fill(`${shares[2]}\n${shares[0]}`)
    await button(bo, 'Bring the key back').click()
    await bo.locator('tbody tr', { hasText: ABOUT }).click()
    expect(await bo.locator('.note-words').textContent()).toBe(`${SAYS}, and got one`)
  })

  test('takes a colleague out and renews the key, and the notes go under the new one', async () => {
    await ada.locator('tr', { hasText: 'Invented bo' }).getByRole('button', { name: 'Take out Invented bo' }).click()
    await ada.getByRole('dialog').getByRole('button', { name: 'Take out' }).click()
    await ada.locator('section', { has: ada.getByRole('heading', { name: 'Who reads your notes' }) }).locator('tr', { hasText: 'Invented bo' }).waitFor({ state: 'detached' })
    await button(ada, 'Renew the key').click()
    await takeKeyIntoUse(ada)
    await heading(ada, 'Some notes lie under an older key')
    expect(await axeFinds(ada)).toEqual([])
    await button(ada, 'Seal them anew').click()
    await ada.getByRole('heading', { name: 'Some notes lie under an older key' }).waitFor({ state: 'detached' })
    await ada.locator('tbody tr', { hasText: ABOUT }).click()
    await ada.locator('.note-words', { hasText: 'and got one' }).waitFor()
  })

  test('deletes a note, and a line says so', async () => {
    await button(ada, 'Delete').click()
    await ada.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await ada.locator('tbody tr', { hasText: 'Deleted by Invented ada' }).waitFor()
    expect(await ada.locator('main').textContent()).not.toContain('CANARY')
  })
})

describe('nobody else', () => {
  test('of the police sees the place, or anything under its addresses', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${server.address}notes`)
    await signIn(page, 'analyst', OWN)
    await page.locator('.refused').waitFor()
    expect(await page.getByRole('link', { name: 'Notes', exact: true }).count()).toBe(0)
    await context.close()
  })

  test('is sent a word of it: no request, no answer and no store of the browser holds a note, a passphrase or a paper', async () => {
    const bodies = [...sent, ...answered]
    expect(sent.filter((text) => text.startsWith('POST') || text.startsWith('PUT')).length).toBeGreaterThan(8)
    expect(answered.some((text) => text.includes('recoveryBox'))).toBe(true)
    const encoded = (text: string): readonly string[] => [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), ...[0, 1, 2].map((by) => Buffer.from(text).subarray(by).toString('base64').slice(0, -4).slice(2))]
    const marks = [ABOUT, SAYS, 'CANARY', ...secrets].flatMap(encoded).filter((mark) => mark.length >= 6)
    expect(secrets.length).toBeGreaterThan(8)
    expect(bodies.filter((text) => marks.some((mark) => text.includes(mark)))).toEqual([])
    for (const page of [ada, bo]) {
      const stored = await page.evaluate(async () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, await indexedDB.databases(), await caches.keys(), history.state, location.href]))
      expect(marks.filter((mark) => stored.includes(mark))).toEqual([])
    }
    expect(complaints).toEqual([])
  })
})
