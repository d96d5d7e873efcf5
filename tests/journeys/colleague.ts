import type { Browser, Locator, Page } from 'playwright-core'
import { typedFor } from '../../web/office/form/local-time.ts'

/** Somebody at the office in a browser of their own, and what their pages complained of. */
export interface Colleague {
  readonly page: Page
  readonly complaints: readonly string[]
  readonly away: () => Promise<void>
}

/**
 * Opens the office in a browser of its own.
 *
 * An answer that says no is no complaint; what the console, the page or the policy of contents says is one.
 */
export async function colleagueAt(browser: Browser, address: string): Promise<Colleague> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'UTC' })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text()) && complaints.push(message.text())))
  page.on('pageerror', (error) => void complaints.push(error.message))
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, complaints, away: () => context.close() }
}

/** Longer than anything here takes on a busy machine, and short enough that what is missing is named before the test gives up. */
const PATIENCE_MS = 10_000

export interface Told {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Asks the API under the session of whoever sits at a page, as the page itself would. */
export async function asks(page: Page, method: 'GET' | 'POST', path: string, body?: unknown, version?: number): Promise<Told> {
  const headers = { 'x-daylight': '1', 'x-daylight-look': 'assessment', ...(body !== undefined && { 'content-type': 'application/json' }), ...(version !== undefined && { 'if-match': `"${version}"` }) }
  const response = await page.request.fetch(new URL(path, page.url()).href, { method, headers, ...(body !== undefined && { data: JSON.stringify(body) }) })
  return { status: response.status(), body: (await response.json()) as Record<string, unknown> }
}

/** An instant as somebody types it. */
export const typed = (at: number): string => typedFor(at, 0)

/** Fills in fields by their places in what is sent: a text is typed, a choice is chosen. */
export async function fillIn(within: Locator | Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [place, value] of Object.entries(values)) {
    const field = within.locator(`[data-place="${place}"]`)
    const kind = await field.evaluate((element) => (element instanceof HTMLSelectElement ? 'list' : element instanceof HTMLInputElement && element.type === 'radio' ? 'answers' : 'text'))
    if (kind === 'list') await field.selectOption(value)
    else if (kind === 'answers') await within.locator(`fieldset.choice:has([data-place="${place}"]) input[value="${value}"]`).check()
    else await field.fill(value)
  }
}

/** What an element says, in one line. */
export const said = async (element: Locator): Promise<string> => ((await element.textContent()) ?? '').replaceAll(/\s+/g, ' ').trim()

/** A colleague says whose account somebody's is, as their page of new colleagues does; whoever waited looks again. */
export async function vouches(colleague: Page, newcomer: Page): Promise<void> {
  const { body: session } = await asks(newcomer, 'GET', '/api/session')
  const { id } = session['person'] as { readonly id: string }
  const { status } = await asks(colleague, 'POST', `/api/people/${id}/vouch`)
  if (status !== 200) throw new Error(`nobody vouched: ${status}`)
  await newcomer.locator('.not-vouched .form-acts button').first().click()
  await newcomer.locator('.nav').waitFor()
}
