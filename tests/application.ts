import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { application, type Parts } from '../server/app.ts'
import { openDesk, type Desk } from '../server/desk.ts'
import { readSite, type Site } from '../server/http/site.ts'
import type { Problem } from '../wire/api.ts'

const opened = openDesk()

interface Given extends Partial<Omit<Parts, 'desk'>> {
  readonly desk?: Partial<Desk>
}

/** The application as it is served on this machine alone, with what it logged. No pages are built unless some are given. */
export function daylightApp({ config = { host: '127.0.0.1', port: 8787 }, site = siteOf({}), desk = {} }: Given = {}) {
  const logged: string[] = []
  const app = application({ config, desk: { ...opened, ...desk }, site, log: (line) => logged.push(line) })
  const ask = async (path: string, init?: RequestInit): Promise<Response> => app.request(path, init)
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
    ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  return { app, ask, logged, post, send: (path: string, value: unknown) => post(path, JSON.stringify(value)) }
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
