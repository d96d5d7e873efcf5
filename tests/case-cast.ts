import type { Instant } from '../core/kernel/instant.ts'
import type { Engine } from '../ledger/store/store.ts'
import { beginSession } from '../server/session/sessions.ts'
import type { Role } from '../core/kernel/access.ts'
import type { Organisation } from '../core/kernel/organisation.ts'
import { freshOffice } from './office-cast.ts'
import { placed } from './organisation-cast.ts'

/** People at work on a case in a running application, and what they send. Nobody and nothing in it exists. */

let drawn = 0
/** An id as a browser draws one. */
export const newId = (): string => `00000000-0000-4000-8000-${String(++drawn).padStart(12, '0')}`

type Given = Awaited<ReturnType<typeof freshOffice>>

/** Somebody in a role with a session of their own. How people come to sign in is tested elsewhere, and takes as long as hashing a password. */
export async function atWork({ app, office, browser }: Given, role: Role, name: string = `invented.${role}`, organisation?: Organisation) {
  const id = newId()
  const at = office.now()
  const person = { id, sign_in_name: name, name: `Invented ${role}`, ...(await placed(office.cases.desk, role, at, organisation)), password_hash: 'none', must_change: 'no' as const, made_by: 'server', made_at: at, changed_by: 'server', changed_at: at, left_at: null }
  await office.cases.desk.transact((db) => db.insertInto('people').values(person).execute())
  const token = await beginSession(office.cases.desk, office.now, { id, passwordHash: 'none' })
  const cookie = `daylight=${token ?? ''}`
  const { ask } = browser()
  const as = (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> => ask(method, path, body, { cookie, ...headers })
  const sendText = async (path: string, body: BodyInit, type: string): Promise<Response> =>
    app.request(path, { method: 'POST', body, headers: { host: 'localhost', 'x-daylight': '1', 'x-daylight-look': 'assessment', 'content-type': type, cookie } })
  return { id, sendText, ask: as, get: (path: string) => as('GET', path), post: (path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => as('POST', path, body, headers), cookie }
}

export type AtWork = Awaited<ReturnType<typeof atWork>>

/** An office on its first day, or from some hour on, with somebody of each role at work, each in a browser of their own. */
export async function caseOffice(engine: Engine = 'sqlite', from?: Instant) {
  const given = await freshOffice(engine)
  if (from !== undefined) given.clock.pass(from - given.clock.now())
  const [administrator, analyst, planner, officer] = [await atWork(given, 'administrator'), await atWork(given, 'analyst'), await atWork(given, 'planner'), await atWork(given, 'authorising-officer')]
  return { ...given, administrator, analyst, planner, officer }
}

export type CaseOffice = Awaited<ReturnType<typeof caseOffice>>

export const json = async <Value = Readonly<Record<string, unknown>>>(response: Response | Promise<Response>): Promise<Value> => (await (await response).json()) as Value

/** What opens a site. */
export const opening = (more: Readonly<Record<string, unknown>> = {}) => ({
  id: newId(), jurisdiction: 'TH', venue: 'resident-workshop', name: 'River road workshop', whereabouts: 'Behind the ferry', ...more,
})

/** Opens a site and answers with its id. */
export async function openedSite(who: AtWork, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const sent = opening(more)
  const response = await who.post('/api/sites', sent)
  if (response.status !== 201) throw new Error(await response.text())
  return sent.id
}

/** A report of somebody who got away, as an analyst enters it; its grading is the one that follows from the answers. */
export const reportSent = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id, kind: 'escaped-victim', finding: 'present', observedAt: '2031-03-02T20:00:00Z', receivedAt: '2031-03-03T06:00:00Z', access: 'saw',
  says: 'Twelve people sew and sleep on the upper floor; the door is locked at night.', speaksOf: ['victim'],
  answers: { access: 'saw', record: 'unknown', motives: [], content: 'logical' },
  grading: { scheme: 'admiralty', source: 'F', information: '3' }, gradedBecause: 'As the form has it',
  handling: { sharing: 'TLP:AMBER', action: 'PAP:GREEN' }, reviewBy: '2032-03-01T00:00:00Z', ...more,
})

export const receiving = (report: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) => ({ id: newId(), act: 'receive-report', report, ...more })
