import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { opening, reporting } from './people.ts'
import { startServer, type Server } from './server.ts'
import { environmentOf, freshPlace } from './world.ts'
import type { Figure } from '../table.ts'

const MOST_MB = 200
const IDLE_MS = 3000
const OWN = 'seven boats on the river'
const PAGES = ['/office/', '/office/sites', '/api/session', '/api/sites', '/api/plans', '/api/due', '/api/policy', '/api/sources', '/api/colleagues'] as const

/** A server on its first day: the administrator signs in and adds an analyst, who opens a site and a few pages; then nobody asks. Beside it, as it started. */
export async function idleFigures(): Promise<readonly Figure[]> {
  const place = await freshPlace(null)
  try {
    const server = await startServer(environmentOf(place))
    const started = residentOf(server)
    await firstDay(server)
    await pause(IDLE_MS)
    const figure: Figure = { figure: 'idle server after signing in and a few pages, resident (as it started)', value: residentOf(server), unit: 'MB', bar: { atMost: MOST_MB }, baseline: started }
    await server.stop()
    return [figure]
  } finally {
    place.remove()
  }
}

export const residentOf = ({ pid }: Server): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024

async function firstDay(server: Server): Promise<void> {
  const [, name = '', oneTime = ''] = await firstSignIn(server)
  const administrator = asking(server)
  await administrator('POST', '/api/session', { name, password: oneTime })
  await administrator('POST', '/api/session/password', { old: oneTime, new: OWN })
  const { oneTimePassword } = (await administrator('POST', '/api/people', { signInName: 'a.rivers', name: 'A. Rivers', role: 'analyst' })) as { readonly oneTimePassword: string }
  const analyst = asking(server)
  await analyst('POST', '/api/session', { name: 'a.rivers', password: oneTimePassword })
  await analyst('POST', '/api/session/password', { old: oneTimePassword, new: OWN })
  await analyst('POST', '/api/sites', opening('first-site'))
  for (const report of ['report-1', 'report-2', 'report-3']) await analyst('POST', '/api/sites/first-site/acts', reporting(`act-${report}`, report))
  for (const path of [...PAGES, '/api/sites/first-site', '/api/sites/first-site/certainty', '/api/sites/first-site/timeline']) await analyst('GET', path)
}

/** It is told a moment after the server listens. */
async function firstSignIn({ said }: Server): Promise<RegExpExecArray> {
  for (let waited = 0; waited < 20_000; waited += 20) {
    const told = /Sign in first as (\S+) with (\S+) at/.exec(said())
    if (told) return told
    await pause(20)
  }
  throw new Error(`nobody was told how to sign in: ${said().slice(0, 1000)}`)
}

/** A browser that keeps its cookie. */
function asking({ address }: Server): (method: string, path: string, body?: unknown) => Promise<unknown> {
  let cookie = ''
  return async (method, path, body) => {
    const headers = { 'x-daylight': '1', 'x-daylight-look': 'assessment', cookie, accept: path.startsWith('/api') ? 'application/json' : 'text/html', ...(body !== undefined && { 'content-type': 'application/json' }) }
    const response = await fetch(`${address}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${(await response.text()).slice(0, 300)}`)
    return path.startsWith('/api') ? response.json() : response.arrayBuffer()
  }
}
