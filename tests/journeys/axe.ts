import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { ROOT } from '../house/tree.ts'

const AXE = readFileSync(`${ROOT}/node_modules/axe-core/axe.min.js`, 'utf8')

interface Axe {
  readonly run: (options: object) => Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }>
}

/** Everything axe finds, in words short enough to read in a report. */
export async function axeFinds(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => (window as unknown as { readonly axe: Axe }).axe.run({ resultTypes: ['violations'] }))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 140)} ${failureSummary ?? ''}`).join(' | ')}`)
}
