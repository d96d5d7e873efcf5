import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { USUAL_LOOK, type CaseRole, type Look, type Role } from '../../core/kernel/access.ts'
import type { OrganisationKind } from '../../core/kernel/organisation.ts'
import { colleagueAt, vouches, type Colleague } from './colleague.ts'
import { choosePassword, signIn, type OfficeServer } from './office-server.ts'

/** People of several organisations signed in at once, each in a browser of their own, with everything their browsers were told. Nobody in it exists. */

const OWN = 'four words together here'

/** Something a browser was told, and where. */
export interface Heard {
  readonly where: string
  readonly text: string
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly tag: string | null
}

export interface Asking {
  readonly look?: Look
  readonly body?: unknown
  readonly version?: number
}

export interface Seated extends Colleague {
  readonly name: string
  readonly id: string
  readonly role: Role
  /** Whatever the server sent to this browser, pages and scripts among it, and whatever stood on a page. */
  readonly heard: Heard[]
  readonly asks: (method: string, path: string, asking?: Asking) => Promise<Answer>
  /** An act that has to be kept; answers with what came back. */
  readonly does: (path: string, body: object, version?: number) => Promise<Readonly<Record<string, unknown>>>
  readonly gets: (path: string) => Promise<Readonly<Record<string, unknown>>>
  /** What the stream of changes tells from the first entry on, within a second. */
  readonly changes: () => Promise<string>
}

const usualOf = (role: Role): Look => (role === 'administrator' ? 'assessment' : USUAL_LOOK[role])

async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** Somebody at a browser, with the API under the same session, as a script of theirs would ask it. */
async function seated(colleague: Colleague, heard: Heard[], { name, role }: Pick<Seated, 'name' | 'role'>): Promise<Seated> {
  const { page } = colleague
  const cookie = await cookieOf(page.context())
  const asks = async (method: string, path: string, { look = usualOf(role), body, version }: Asking = {}): Promise<Answer> => {
    const headers = { cookie, 'x-daylight': '1', 'x-daylight-look': look, ...(body !== undefined && { 'content-type': 'application/json' }), ...(version !== undefined && { 'if-match': `"${version}"` }) }
    const response = await fetch(new URL(path, page.url()), { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    return { status: response.status, text: await response.text(), tag: response.headers.get('etag') }
  }
  const does = async (path: string, body: object, version?: number): Promise<Readonly<Record<string, unknown>>> => {
    const { status, text } = await asks('POST', path, { body: path.startsWith('/api/people') || path === '/api/organisations' ? body : { id: randomUUID(), ...body }, ...(version !== undefined && { version }) })
    if (status >= 300) throw new Error(`${name}: ${path} ${JSON.stringify(body)}: ${status} ${text}`)
    return JSON.parse(text) as Record<string, unknown>
  }
  const gets = async (path: string): Promise<Readonly<Record<string, unknown>>> => JSON.parse((await asks('GET', path)).text) as Record<string, unknown>
  const changes = async (): Promise<string> => {
    const response = await fetch(new URL('/api/events', page.url()), { headers: { cookie, 'x-daylight': '1', accept: 'text/event-stream', 'last-event-id': '0' }, signal: AbortSignal.timeout(1_000) })
    let told = ''
    const decoder = new TextDecoder()
    try {
      for await (const chunk of response.body ?? []) told += decoder.decode(chunk as Uint8Array, { stream: true })
    } catch {
      // Nothing ends a stream of changes but whoever listens.
    }
    return told
  }
  const { person } = (await gets('/api/session')) as { readonly person: { readonly id: string } }
  return { ...colleague, name, role, id: person.id, heard, asks, does, gets, changes }
}

/** Writes down everything the server sends to a browser: pages, scripts, answers. */
function listening(page: Page): Heard[] {
  const heard: Heard[] = []
  page.on('response', (response) => {
    if (!response.url().endsWith('/api/events')) void response.text().then((text) => heard.push({ where: new URL(response.url()).pathname, text }), () => undefined)
  })
  return heard
}

/** Somebody arrives with a one-time password, and chooses their own. */
export async function arrives(browser: Browser, server: OfficeServer, whoever: { readonly name: string; readonly password: string; readonly role: Role }, vouching?: Seated): Promise<Seated> {
  const colleague = await colleagueAt(browser, server.address)
  const heard = listening(colleague.page)
  await signIn(colleague.page, whoever.name, whoever.password)
  await choosePassword(colleague.page, whoever.password, OWN)
  if (vouching) await vouches(vouching.page, colleague.page)
  return seated(colleague, heard, whoever)
}

/** The administrator makes an account, which is told the one-time password that goes with it. */
export async function accountFor(administrator: Seated, role: CaseRole, organisation: string, name = `invented.${role}`): Promise<{ readonly name: string; readonly password: string; readonly role: Role }> {
  const { oneTimePassword } = await administrator.does('/api/people', { name: `Invented ${role}`, signInName: name, role, organisation })
  return { name, role, password: String(oneTimePassword) }
}

/** The administrator makes an organisation on their page; answers with its id. */
export async function organisationFor(administrator: Seated, kind: OrganisationKind): Promise<string> {
  const { id } = await administrator.does('/api/organisations', { kind, name: `Invented ${kind}` })
  return String(id)
}
