import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { application, type Parts } from '../server/app.ts'
import { openCaseStore } from '../server/case-store.ts'
import { openCaseDesk } from '../server/case/case-desk.ts'
import { openCatalogue, type Catalogue } from '../server/catalogue.ts'
import { wallClock, type Clock } from '../server/clock.ts'
import { readSite, type Site } from '../server/http/site.ts'
import { openOffice } from '../server/office.ts'
import type { Problem } from '../wire/api.ts'

const opened = openCatalogue()

interface Given extends Partial<Omit<Parts, 'catalogue' | 'office' | 'config'>> {
  readonly config?: Pick<Parts['config'], 'host' | 'port' | 'origin' | 'tls' | 'proxies'>
  readonly catalogue?: Partial<Catalogue>
  readonly now?: Clock
}

/** What is kept, in memory alone, under a master key of its own. */
const IN_MEMORY = { ledger: { file: ':memory:' }, keys: { file: ':memory:' }, desk: { file: ':memory:' } }

/** The application as it is served on this machine alone, with what it logged. No pages are built unless some are given, and nobody works there yet. */
export async function daylightApp({ config = { host: '127.0.0.1', port: 8787 }, site = siteOf({}), catalogue = {}, now = wallClock }: Given = {}) {
  const logged: string[] = []
  const masterKey = join(mkdtempSync(join(tmpdir(), 'daylight-master-')), 'master.key')
  const office = openCaseDesk(openOffice(await openCaseStore({ ...IN_MEMORY, masterKey }), opened.speak, now), opened)
  const app = application({ config: { ...config, data: { folder: '', databases: null }, demo: 'no' }, catalogue: { ...opened, ...catalogue }, office, site, log: (line) => logged.push(line) })
  const ask = async (path: string, init?: RequestInit): Promise<Response> => app.request(path, init)
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
    ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  return { app, ask, logged, office, post, send: (path: string, value: unknown) => post(path, JSON.stringify(value)) }
}

/** Pages in a folder of their own, by their names. */
export function siteOf(files: Readonly<Record<string, string>>): Site {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-site-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return readSite(folder)
}

export const problemIn = async (response: Response): Promise<Problem> => (await response.json()) as Problem
