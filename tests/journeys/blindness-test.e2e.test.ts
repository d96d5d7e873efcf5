import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { builtPages, type BuiltPages } from './built-pages.ts'

/** The blindness test in a real browser, under the policy of contents that the server sends. */

/** A busy machine takes its time. */
const SOON = { timeout: 15_000 }

let pages: BuiltPages
let browser: Browser
let opened: Page[] = []

beforeAll(async () => {
  ;[pages, browser] = await Promise.all([builtPages(), openBrowser()])
})
afterEach(async () => {
  await Promise.all(opened.map((page) => page.context().close()))
  opened = []
})
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

interface Seen {
  readonly page: Page
  /** Everything asked for since the page had loaded. */
  readonly asked: string[]
  /** What the console or the policy of contents complained of. */
  readonly complaints: string[]
}

async function open(address = `${pages.address}blindness-test/`, options: BrowserContextOptions = {}): Promise<Seen> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  opened.push(page)
  const [asked, complaints]: [string[], string[]] = [[], []]
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
  return { page, asked, complaints }
}

const verdictOf = (page: Page) => page.locator('.reading-pane h2').first()
const example = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) }).first().click()
const drop = async (page: Page, name: string, text: string) => {
  const data = await page.evaluateHandle(([file, content]) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], file))
    return transfer
  }, [name, text] as const)
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

/** Goes on with the Tab key until the field of this name has the keyboard. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const at = document.activeElement
      if (!(at instanceof HTMLElement)) return ''
      const labelled = at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])].map((label) => label.textContent) : []
      return [at.closest('[role=radiogroup]')?.firstElementChild?.textContent, ...labelled, at.textContent].join('|')
    })
    if (here.includes(name)) return
  }
  throw new Error(`the keyboard does not reach "${name}"`)
}

describe('a visitor with nothing but a keyboard', () => {
  test('enters a blind operation and reads why it was blind; nothing is asked of anybody', async () => {
    const { page, asked, complaints } = await open()
    await expect(verdictOf(page).innerText()).resolves.toBe('No verdict yet')
    await tabTo(page, 'What it is called')
    await page.keyboard.type('Night market, 2016')
    await tabTo(page, 'Hour of entry')
    await page.keyboard.type('2016-07-01')
    await tabTo(page, 'What the tasking shows')
    await page.keyboard.type('Clear a district')
    await tabTo(page, 'Did anybody try to verify?')
    await page.keyboard.press('ArrowLeft')
    await tabTo(page, 'Were the people found screened')
    await page.keyboard.press('ArrowLeft')

    await expect.poll(() => verdictOf(page).innerText(), SOON).toBe('Blind')
    const reasons = async () => (await page.locator('.marker-found').allInnerTexts()).join('\n')
    await expect.poll(reasons, SOON).toContain('No victim identification process')
    expect(await reasons()).toContain('The goal is to clear out')
    expect(await page.locator('.computed').innerText()).toMatch(/^Computed from what you entered; \d+ of \d+ unknown\.$/)
    await page.keyboard.press('Escape')
    expect([asked, complaints]).toEqual([[], []])
  })

  test('finds an example with /, goes to its parts with g, sees the keys with ?, and leaves with Shift three times', async () => {
    const { page } = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('phuket')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => verdictOf(page).innerText(), SOON).toBe('Blind')
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('certainty')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    await page.waitForURL('about:blank')
  })

  test('brings back what was cleared', async () => {
    const { page } = await open()
    await example(page, 'El Monte 1995')
    await page.getByRole('button', { name: 'Clear everything' }).click()
    await expect.poll(() => verdictOf(page).innerText(), SOON).toBe('No verdict yet')
    await page.getByRole('button', { name: /Undo/ }).click()
    await expect.poll(() => page.getByLabel('What it is called').inputValue(), SOON).toBe('El Monte 1995')
  })
})

const PLAN = readFileSync(new URL('../../examples/operations/invented-workshop-plan.yaml', import.meta.url), 'utf8')

describe('a file', () => {
  test('is dropped on the page and read: a plan as it is, with its certainty to the hour', async () => {
    const { page, complaints } = await open()
    await drop(page, 'plan.yaml', PLAN)
    await expect.poll(() => verdictOf(page).innerText(), SOON).toBe('Smart')
    expect(await page.locator('.big-number').innerText()).toMatch(/^0\.\d\d \[0\.\d\d–0\.\d\d\] very likely$/)
    expect(await page.locator('.plan-read').innerText()).toContain('plan.yaml')
    expect(complaints).toEqual([])
  })

  test('that is rubbish is refused with its line and its path, and what was entered stays', async () => {
    const { page } = await open()
    await example(page, 'Phuket')
    await drop(page, 'plan.yaml', PLAN.replace('venue: resident-workshop', 'venue: workshop'))
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.innerText(), SOON).toContain('line 9, column 10')
    expect(await alert.innerText()).toContain('site.venue')
    await drop(page, 'rubbish.json', '{"format": ')
    await expect.poll(() => alert.innerText(), SOON).toContain('line 1')
    expect(await verdictOf(page).innerText()).toBe('Blind')
  })

  test.each(['.yaml', '.json'])('saved as %s is what was entered', async (format) => {
    const { page } = await open()
    await example(page, 'El Monte 1995')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Save as ${format}` }).click()])
    expect(download.suggestedFilename()).toBe(`el-monte-1995${format}`)
    const saved = readFileSync(await download.path(), 'utf8')
    await page.getByRole('button', { name: 'Clear everything' }).click()
    await drop(page, `again${format}`, saved)
    await expect.poll(() => page.getByLabel('What it is called').inputValue(), SOON).toBe('El Monte 1995')
  })
})

test('opening, comparing, saving and printing examples asks for nothing', async () => {
  const { page, asked, complaints } = await open()
  for (const button of await page.locator('button.example').all()) await button.click()
  await page.getByLabel('Example', { exact: true }).selectOption({ index: 1 })
  await page.locator('.compare').waitFor()
  await page.getByLabel('Ask of another hour of entry').first().press('ArrowLeft')
  expect([asked, complaints]).toEqual([[], []])
})

describe('the page as one file', () => {
  test('works from the disk, reads YAML, and asks for nothing at all', async () => {
    const { page, asked, complaints } = await open(`file://${pages.file}`)
    await drop(page, 'plan.yaml', PLAN)
    await expect.poll(() => verdictOf(page).innerText(), SOON).toBe('Smart')
    await example(page, 'Phuket')
    await expect.poll(() => verdictOf(page).innerText(), SOON).toBe('Blind')
    expect([asked, complaints]).toEqual([[], []])
  })
})

test('the page weighs at most 250 KB, compressed, before the first verdict', async () => {
  const page = await browser.newPage()
  opened.push(page)
  const files: string[] = []
  page.on('request', (request) => !request.url().startsWith('data:') && files.push(new URL(request.url()).pathname))
  await page.goto(`${pages.address}blindness-test/`)
  await example(page, 'Phuket')
  await expect.poll(() => verdictOf(page).innerText(), SOON).toBe('Blind')
  const bytes = files.map((file) => gzipSync(readFileSync(`${pages.folder}${file.endsWith('/') ? `${file}index.html` : file}`), { level: 9 }).length)
  expect(files.length).toBeGreaterThan(3)
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(250_000)
})
