import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { ROOT } from '../house/tree.ts'
import { saying, start } from '../running-server.ts'

/** In a process of its own, since a build under test would take what is meant for development. */
const PREPARE = "const { preparePages } = await import('./scripts/bootstrap/pages.mjs'); await preparePages()"

export interface OfficeServer {
  readonly address: string
  /** What whoever started the server was told, to sign in for the first time. */
  readonly first: { readonly name: string; readonly password: string }
  /** Where it keeps what it keeps. */
  readonly data: string
  /** All it has said so far, on either stream. */
  readonly said: () => string
  readonly close: () => Promise<void>
}

/** The office as `npm start` serves it, over a data folder of its own with nothing in it. */
export async function officeServer(): Promise<OfficeServer> {
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', PREPARE], { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } })
  return officeAt(await mkdtemp(join(tmpdir(), 'daylight-office-')))
}

/** The same over a folder, and over databases, that may hold something already; nobody works there yet. */
export async function officeAt(data: string, databases: { readonly DATABASE_URL: string; readonly KEYS_DATABASE_URL: string } = { DATABASE_URL: '', KEYS_DATABASE_URL: '' }): Promise<OfficeServer> {
  const server = await start({ DAYLIGHT_DATA: data, ...databases })
  const told = /Sign in first as (\S+) with (\S+) at/
  await saying(server, told)
  const [, name = '', password = ''] = told.exec(server.said()) ?? []
  return {
    address: `http://localhost:${server.port}/office/`,
    first: { name, password },
    data,
    said: server.said,
    close: async () => {
      server.process.kill('SIGKILL')
      await server.ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Signs in at whichever address the page is. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Chooses a password of one's own after a one-time password; whoever still has to be vouched for sees that then. */
export async function choosePassword(page: Page, oneTime: string, own: string): Promise<void> {
  await page.getByLabel('The one-time password').fill(oneTime)
  await page.getByLabel('New password', { exact: true }).fill(own)
  await page.getByLabel('The new password once more').fill(own)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.locator('.nav, .not-vouched').first().waitFor()
}
