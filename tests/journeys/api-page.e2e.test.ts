import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { ROOT } from '../house/tree.ts'
import { endAll, start, type Running } from '../running-server.ts'

describe('the page of the API', () => {
  let browser: Browser
  let server: Running
  beforeAll(async () => {
    server = await start()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    endAll()
  })

  const AXE = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, 'utf8')
  const open = async (options: { colorScheme: 'light' | 'dark'; width: number }) => {
    const page = await browser.newPage({ colorScheme: options.colorScheme, viewport: { width: options.width, height: 800 } })
    const faults: string[] = []
    page.on('console', (message) => faults.push(message.text()))
    page.on('request', (request) => request.url().startsWith(`http://localhost:${server.port}/api`) || faults.push(request.url()))
    await page.goto(`http://localhost:${server.port}/api`)
    return { page, faults }
  }

  test.each([{ colorScheme: 'light', width: 360 }, { colorScheme: 'dark', width: 360 }, { colorScheme: 'light', width: 1400 }, { colorScheme: 'dark', width: 1400 }] as const)(
    'can be read by everybody, with everything opened: %o',
    async (options) => {
      const { page, faults } = await open(options)
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
      await page.evaluate(AXE)
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }> } }
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      })
      expect(found).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
      expect(faults).toEqual([])
      await page.close()
    },
  )

  test('leads past the list by the first key, and to a refusal by its link', async () => {
    const { page } = await open({ colorScheme: 'light', width: 1000 })
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the content')
    await page.goto(`http://localhost:${server.port}/api#reading-not-json`)
    expect(await page.evaluate(() => document.querySelector(':target')?.textContent)).toContain('The text is not JSON.')
    await page.close()
  })
})
