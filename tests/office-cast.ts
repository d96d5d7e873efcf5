import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { instant } from '../core/kernel/instant.ts'
import type { Organisation } from '../core/kernel/organisation.ts'
import { hashPassword } from '../crypto/password.ts'
import { openStore } from '../ledger/store/open.ts'
import type { Places } from '../ledger/store/places.ts'
import type { Engine, Location } from '../ledger/store/store.ts'
import { application } from '../server/app.ts'
import { openCaseStore } from '../server/case-store.ts'
import { openCaseDesk } from '../server/case/case-desk.ts'
import { openCatalogue } from '../server/catalogue.ts'
import { openOffice, type Office } from '../server/office.ts'
import type { Reach } from '../server/reach.ts'
import { beginSession } from '../server/session/sessions.ts'
import { type Look, type Role, USUAL_LOOK } from '../core/kernel/access.ts'
import { siteOf } from './application.ts'
import { freshPlace, TEST_DATABASE_URL, tidyUp } from './ledger-stores.ts'
import { placed, workplaceOf } from './organisation-cast.ts'

/** An office with people in it, as its routes see it. Everybody and everything in it is invented. */

const catalogue = openCatalogue()
const undo: (() => Promise<void>)[] = []

/** Called after each test: what was opened is closed before it is deleted. */
export async function closeOffices(): Promise<void> {
  for (const step of undo.splice(0).toReversed()) await step()
  await tidyUp()
}

/** Keys lie in a database of their own, which tests make once beside the one they were given. */
async function keysPlace(): Promise<Location> {
  const url = new URL(TEST_DATABASE_URL)
  url.pathname = `${url.pathname}_keys`
  const [beside, schema] = [freshPlace('postgres'), `test_keys_${process.pid}_${undo.length}`]
  const store = await openStore(beside, 'keys')
  await sql.raw(`create database ${url.pathname.slice(1)}`).execute(store.db).catch(() => undefined)
  await store.close()
  undo.push(async () => {
    const keys = await openStore({ url: url.href, schema }, 'keys')
    await keys.script(`drop schema ${schema} cascade`)
    await keys.close()
  })
  return { url: url.href, schema }
}

export async function freshPlaces(engine: Engine): Promise<Places> {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-office-'))
  undo.push(async () => rmSync(folder, { recursive: true }))
  if (engine === 'sqlite') return { ledger: { file: join(folder, 'ledger.sqlite') }, keys: { file: join(folder, 'keys.sqlite') }, desk: { file: join(folder, 'desk.sqlite') }, masterKey: join(folder, 'master.key') }
  return { ledger: freshPlace(engine), keys: await keysPlace(), desk: freshPlace(engine), masterKey: join(folder, 'master.key') }
}

const MONDAY = Date.UTC(2031, 2, 3, 8)

/** A clock that stands until it is told that time has passed. */
export function standingClock() {
  let at = MONDAY
  return { now: () => instant(at), pass: (milliseconds: number) => void (at += milliseconds) }
}

/** An office as it is on its first day, with what it logs. */
export async function freshOffice(engine: Engine) {
  const places = await freshPlaces(engine)
  const cases = await openCaseStore(places)
  undo.push(() => cases.close().catch(() => undefined))
  const clock = standingClock()
  const office = openCaseDesk(openOffice(cases, catalogue.speak, clock.now), catalogue)
  undo.push(() => office.rest())
  const logged: string[] = []
  const reachedBy = (reach: Reach) => application({ config: { host: '127.0.0.1', port: 8787, data: { folder: '', databases: null }, demo: 'no', ...reach }, catalogue, office, site: siteOf({}), log: (line) => logged.push(line) })
  const app = reachedBy({})
  return { app, reachedBy, office, places, clock, logged, browser: (address = '192.0.2.1', cookie = '', look?: Look) => browser(app, address, cookie, look) }
}

export type Browser = ReturnType<typeof browser>

/** A browser on a page of this server: it keeps its cookie and sends what our own pages send. */
export function browser(app: { readonly request: (path: string, init?: RequestInit, env?: object) => Response | Promise<Response> }, address: string, cookieHeld = '', look: Look = 'assessment') {
  let cookie = cookieHeld
  const ask = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const response = await app.request(path, {
      method,
      headers: { host: 'localhost', 'x-daylight': '1', 'x-daylight-look': look, ...(cookie && { cookie }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }, { incoming: { socket: { remoteAddress: address } } })
    const given = response.headers.get('set-cookie')
    if (given !== null) cookie = given.split(';')[0] ?? ''
    return response
  }
  return { ask, get: (path: string) => ask('GET', path), post: (path: string, body?: unknown) => ask('POST', path, body), cookie: () => cookie, signIn: (name: string, password: string) => ask('POST', '/api/session', { name, password }) }
}

export const OWN_PASSWORD = 'seven boats on the river'

type Given = Awaited<ReturnType<typeof freshOffice>>

/** Hashing takes as long as it must, so everybody's own password is hashed once; how people come to it is tested where they do. */
let ownHash: Promise<string> | null = null

let drawn = 0

async function seated({ office, browser: open }: Given, role: Role, signInName: string, name: string, organisation?: Organisation): Promise<Browser & { readonly id: string }> {
  const [id, at, hash] = [`person-in-${(drawn += 1)}`, office.now(), await (ownHash ??= hashPassword(OWN_PASSWORD))]
  const person = { id, sign_in_name: signInName, name, ...(await placed(office.cases.desk, role, at, organisation)), password_hash: hash, must_change: 'no', made_by: 'server', made_at: at, changed_by: 'server', changed_at: at, left_at: null } as const
  await office.cases.desk.transact((db) => db.insertInto('people').values(person).execute())
  return { ...open(undefined, `daylight=${(await beginSession(office.cases.desk, office.now, { id, passwordHash: hash })) ?? ''}`, role === 'administrator' ? undefined : USUAL_LOOK[role]), id }
}

/** The administrator, signed in with a password of their own. */
export const asAdministrator = (given: Given): Promise<Browser> => seated(given, 'administrator', 'administrator', 'Administrator')

/** Somebody in a role, signed in with a password of their own and vouched for; in the organisation that mostly gives this role unless another is named. */
export const asColleague = (given: Given, role: Role, name: string = `invented.${role}`, organisation?: Organisation): Promise<Browser & { readonly id: string }> => seated(given, role, name, `Invented ${role}`, organisation)

/** Somebody as the gate sees them. */
export const signedInAs = (role: Role, id = 'person-1') => ({ id, name: 'Invented', signInName: 'invented', role, organisation: workplaceOf(role), vouched: 'yes', mustChangePassword: 'no' }) as unknown as Parameters<Office['gate']['admit']>[0]
