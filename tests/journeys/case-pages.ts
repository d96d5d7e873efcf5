import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFinds } from './axe.ts'
import { fillIn, said } from './colleague.ts'

/** What somebody does and reads on the pages of a case. */

/** Leaves what is shown in full view of axe, and answers with what it finds. */
export async function looksRight(page: Page): Promise<void> {
  expect([page.url(), await axeFinds(page)]).toEqual([page.url(), []])
}

/** What one report says, by the places of the form, and whom it speaks of. */
export async function enterReport(page: Page, fields: Readonly<Record<string, string>>, ticked: readonly (string | RegExp)[]): Promise<string> {
  await page.getByRole('button', { name: 'Enter a report' }).click()
  const form = page.locator('.entering')
  await form.locator('form').waitFor()
  await fillIn(form, fields)
  for (const words of ticked) await form.getByRole('checkbox', { name: words, exact: typeof words === 'string' }).check()
  const effect = form.locator('.effect')
  await effect.locator('.effect-number').waitFor()
  const would = await said(effect)
  await looksRight(page)
  await form.getByRole('button', { name: 'Take in this report' }).click()
  await form.waitFor({ state: 'detached' })
  return would
}

/** The number of a site, with its interval and its word. */
export const numberOn = (page: Page): Promise<string> => said(page.locator('.big-number'))

/** What a plan comes to, as the line on top of it says. */
export const verdictOn = (page: Page): Promise<string> => said(page.locator('.bar-verdict'))
export const reads = (page: Page, verdict: string): Promise<void> => page.locator('.bar-verdict', { hasText: verdict }).waitFor()

/** How long ago something was, or is still to come. It is told anew each minute. */
const FROM_NOW = /(?:\bin )?\b(?:\d+ (?:d|h|min) ?)+(?:ago\b)?/g

/** What a page says was known when the plan was authorised. */
export const knownThen = async (page: Page): Promise<string> => (await said(page.locator('.then-and-now section').first())).replaceAll(FROM_NOW, '')
