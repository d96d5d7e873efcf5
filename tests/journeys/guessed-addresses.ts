import { LOOKS, type Look } from '../../core/kernel/access.ts'
import { API } from '../../server/api/operations.ts'
import type { ApiOperation } from '../../server/api/operation.ts'
import type { Answer, Seated } from './five-people.ts'
import { ID, type Thing } from './planted-case.ts'

/** Every address of the API as somebody would guess it who knows the ids of everything. */

const KIND: Readonly<Record<Thing, string>> = { siteA: 'site', siteB: 'site', planA: 'plan', planB: 'plan', source: 'source', draft: 'share', released: 'share', byName: 'share', request: 'request' }
const THINGS = Object.keys(ID) as readonly Thing[]

/** Ends a session, or streams without end. */
const NOT_ASKED: ReadonlySet<string> = new Set(['events'])

/** As long as the id it stands for, of something that never was. */
const neverWas = (id: string): string => `${id.slice(0, -6)}nobody`.padEnd(id.length, 'x').slice(0, id.length)

/** Where an address takes the id of a file after the question mark. */
const QUERIES: Readonly<Record<string, (kind: string, id: string) => string>> = {
  contested: (kind, id) => `?file=${kind}/${id}`,
  shares: (_kind, id) => `?site=${id}`,
  search: (_kind, id) => `?q=${id}`,
  sites: (_kind, id) => `?search=${id}`,
  looks: (kind, id) => `?stream=${kind}/${id}`,
}

const gets = API.filter(({ method, id }) => method === 'GET' && !NOT_ASKED.has(id))
const posts = API.filter(({ method, path }) => method === 'POST' && path.includes('{id}') && !/^\/api\/(?:people|organisations|session|notes)\//.test(path))

const pathOf = ({ path }: ApiOperation, kind: string, id: string): string => path.replace('{kind}', kind).replace('{id}', id).replace(/\{\w+\}/g, id)

/** An address that names no file, or a file by its id. */
export interface Guess {
  readonly thing: Thing | null
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The same for something that never was. */
  readonly never: string
  readonly body?: unknown
}

/** Every address that is read from, without an id. */
export const LISTS: readonly Guess[] = gets.filter(({ path }) => !path.includes('{')).map(({ path, asks }) => ({ thing: null, method: 'GET', path: withExample(path, asks), never: withExample(path, asks) }))

function withExample(path: string, asks: ApiOperation['asks']): string {
  if (path === '/api/search') return `${path}?q=S-`
  if (path === '/api/contested') return `${path}?file=site/nobody-there`
  if (path === '/api/due') return `${path}?whose=all`
  return path === '/api/requests' && asks ? `${path}?which=all` : path
}

/** Every address that takes the id of a thing, with that of each. */
export const ABOUT_THINGS: readonly Guess[] = THINGS.flatMap((thing) => {
  const [id, kind] = [ID[thing], KIND[thing]]
  const within = gets.filter(({ path }) => path.includes('{id}')).map((operation) => ({ path: pathOf(operation, kind, id), never: pathOf(operation, kind, neverWas(id)) }))
  const asked = gets.flatMap(({ id: name, path }) => (QUERIES[name] ? [{ path: `${path}${QUERIES[name](kind, id)}`, never: `${path}${QUERIES[name](kind, neverWas(id))}` }] : []))
  const sent = posts.map((operation) => ({ method: 'POST' as const, path: pathOf(operation, kind, id), never: pathOf(operation, kind, neverWas(id)), body: operation.takes?.example }))
  return [...[...within, ...asked].map((each) => ({ thing, method: 'GET' as const, ...each })), ...sent.map((each) => ({ thing, ...each }))]
})

const ask = (who: Seated, { method, body }: Guess, path: string, look?: Look): Promise<Answer> => who.asks(method, path, { ...(look && { look }), ...(body !== undefined && { body, version: 1 }) })

/** What the same question is answered about something that never was, but for the id. */
const alike = (one: Answer, other: Answer, id: string): boolean => one.status === other.status && one.tag === other.tag && one.text.replaceAll(id, '…') === other.text.replaceAll(neverWas(id), '…')

/** Of things that somebody must not know of: those addresses that answer otherwise than of things that never were. The access log holds ids, for those who answer for it. */
export async function givenAway(who: Seated, hidden: ReadonlySet<Thing>): Promise<readonly string[]> {
  const told: string[] = []
  for (const guess of ABOUT_THINGS) {
    if (!guess.thing || !hidden.has(guess.thing) || guess.path.startsWith('/api/looks')) continue
    const own = !guess.path.includes('?') && guess.path.includes(`/${KIND[guess.thing]}`)
    for (const look of own && guess.method === 'GET' ? LOOKS : [undefined]) {
      const [real, never] = [await ask(who, guess, guess.path, look), await ask(who, guess, guess.never, look)]
      who.heard.push({ where: `${guess.method} ${guess.path}`, text: real.text })
      if (!alike(real, never, ID[guess.thing])) told.push(`${who.name} ${look ?? ''} ${guess.method} ${guess.path}: ${real.status} ${real.text.slice(0, 300)} / ${never.status} ${never.text.slice(0, 300)}`)
    }
  }
  return told
}

/** Asks everything that is read from, for every purpose, and keeps what was answered. */
export async function guessesAll(who: Seated): Promise<readonly number[]> {
  const statuses: number[] = []
  for (const guess of [...LISTS, ...ABOUT_THINGS].filter(({ method }) => method === 'GET')) {
    const looks = guess.thing === null || guess.path.includes('?') || guess.path.includes(`/${KIND[guess.thing]}`) ? LOOKS : [undefined]
    for (const look of looks) {
      const { status, text } = await ask(who, guess, guess.path, look)
      statuses.push(status)
      who.heard.push({ where: `GET ${guess.path}`, text })
    }
  }
  return statuses
}
