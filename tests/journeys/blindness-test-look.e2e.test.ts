import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { builtPages, type BuiltPages } from './built-pages.ts'

/** How the pages look to people, to machines that read them aloud, and on paper. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let pages: BuiltPages
let browser: Browser

beforeAll(async () => {
  ;[pages, browser] = await Promise.all([builtPages(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

interface Axe {
  readonly run: (options: object) => Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }>
}

/** Everything axe finds, in words short enough to read in a report. */
async function axeFinds(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => (window as unknown as { readonly axe: Axe }).axe.run({ resultTypes: ['violations'] }))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 140)} ${failureSummary ?? ''}`).join(' | ')}`)
}

/** What is wider than the window, and so would be scrolled sideways or cut. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const wide = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1 || element.getBoundingClientRect().left < -1
    return scrollWidth <= clientWidth ? [] : [...document.querySelectorAll('main *')].filter(wide).map((element) => `${element.tagName}.${element.className.toString()}`).slice(0, 5)
  })

const LOOKS: readonly { readonly look: string; readonly query: string; readonly options: BrowserContextOptions }[] = [
  { look: 'light, 1280', query: '', options: { viewport: { width: 1280, height: 800 } } },
  { look: 'dark, 1600', query: '', options: { viewport: { width: 1600, height: 1000 }, colorScheme: 'dark' } },
  { look: 'dark by choice, 360', query: '?light=dark', options: { viewport: { width: 360, height: 740 } } },
  { look: 'right to left, 360', query: '?lang=ar-XB', options: { viewport: { width: 360, height: 740 } } },
  { look: 'right to left, 1280', query: '?lang=ar-XB', options: { viewport: { width: 1280, height: 800 } } },
  { look: 'Thai script, 360, dark', query: '?lang=th-XA', options: { viewport: { width: 360, height: 740 }, colorScheme: 'dark' } },
  { look: 'Thai script, 1600', query: '?lang=th-XA', options: { viewport: { width: 1600, height: 1000 } } },
]

describe.each(LOOKS)('$look', ({ query, options }) => {
  test('axe finds nothing on the front page, and nothing is cut', async () => {
    const context = await browser.newContext({ ...options, bypassCSP: true })
    const page = await context.newPage()
    await page.goto(`${pages.address}${query}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await axeFinds(page)).toEqual([])
    expect(await overflowing(page)).toEqual([])
    await context.close()
  })

  test('axe finds nothing on the blindness test, empty and with an example beside another, and nothing is cut', async () => {
    const context = await browser.newContext({ ...options, bypassCSP: true })
    const page = await context.newPage()
    await page.goto(`${pages.address}blindness-test/${query}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await axeFinds(page)).toEqual([])
    for (const name of ['invented', 'El Monte 1992', 'Phuket']) await page.getByRole('button', { name: new RegExp(name) }).first().click()
    await page.locator('#compare select').selectOption({ index: 2 })
    await page.locator('.compare').waitFor()
    expect(await axeFinds(page)).toEqual([])
    expect(await overflowing(page)).toEqual([])
    await page.getByRole('button', { name: /El Monte 1995/ }).first().click()
    expect(await axeFinds(page)).toEqual([])
    expect(await overflowing(page)).toEqual([])
    await context.close()
  })
})

test.each(['A4', 'Letter'])('on %s paper every part of the reading is printed, with its marking and its page on every page', async (format) => {
  const page = await browser.newPage()
  await page.goto(`${pages.address}blindness-test/`)
  await page.getByRole('button', { name: /El Monte 1995/ }).first().click()
  await page.getByLabel('Marking on every page').selectOption('TLP:AMBER')
  await page.getByLabel('Copy number').fill('3')
  await page.emulateMedia({ media: 'print' })
  for (const heading of ['Were victims there?', 'What it rests on', 'What moved the number', 'How long it holds', 'What would change it', 'The law, element by element', 'Criteria of a smart raid', 'Sources'])
    expect(await page.getByRole('heading', { name: heading }).first().isVisible()).toBe(true)
  expect(await page.locator('.entry-pane').isVisible()).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper-line'))).toContain('TLP:AMBER · copy 3 · El Monte 1995')
  expect((await page.pdf({ format })).length).toBeGreaterThan(20_000)
  await page.close()
})
