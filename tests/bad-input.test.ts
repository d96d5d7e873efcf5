import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { tokenDigest } from '../crypto/token.ts'
import type { ApiOperation } from '../server/api/operation.ts'
import { API } from '../server/api/operations.ts'
import { caseOffice, json, newId, openedSite, opening, receiving, reportSent } from './case-cast.ts'
import { ROOT } from './house/tree.ts'
import { ENGINES, sayWhatIsSkipped } from './ledger-stores.ts'
import { asColleague, closeOffices, freshOffice, OWN_PASSWORD } from './office-cast.ts'
import { codeOf, waysOf } from './sign-in-cast.ts'

/**
 * What somebody sends who means harm, at the doors everybody uses. Beside these stand the tests of each door:
 * replay in `server/session/passkeys.test.ts`, `server/session/second-factor.test.ts` and `server/routes/sites.test.ts`; an administrator at the
 * database in `ledger/verify-anchors.test.ts` and `server/people/people.test.ts`; an old backup over a newer ledger in `cli/commands/backup.test.ts`.
 */

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const MINUTE = 60_000
/** What a page of the office says somebody looks for. */
const LOOKING = { 'x-daylight-look': 'assessment' }

describe.each(ENGINES)('a session that was stolen, on %s', (engine) => {
  const stolen = async () => {
    const given = await freshOffice(engine)
    const owner = given.browser('192.0.2.1')
    const { id } = await asColleague(given, 'authorising-officer', 'invented.officer')
    await owner.signIn('invented.officer', OWN_PASSWORD)
    given.clock.pass(6 * MINUTE)
    return { given, id, owner, thief: given.browser('203.0.113.66', owner.cookie()) }
  }

  test('does no act of authority, takes no way of signing in and hears no password', async () => {
    const { thief } = await stolen()
    expect(await codeOf(thief.get('/api/session/ways'))).toBe(200)
    for (const path of ['/api/session/passkeys/asked', '/api/session/second-factor', '/api/session/recovery-codes']) expect([path, await codeOf(thief.post(path))]).toEqual([path, 'session/step-up'])
    expect(await codeOf(thief.post('/api/session/password', { old: 'a guess of the thief', new: 'another long password' }))).toBe('session/wrong')
    expect(await (await thief.get('/api/session')).text()).not.toMatch(/argon2|password_hash|oneTimePassword/)
  })

  test('leaves every look of the thief under its owner’s name, and ends when its owner ends it', async () => {
    const { given, id, owner, thief } = await stolen()
    await thief.ask('GET', '/api/sites/00000000-0000-4000-8000-00000000beef', undefined, LOOKING)
    const looks = await given.office.cases.desk.db.selectFrom('looks').selectAll().where('who', '=', id).execute()
    expect(looks.length).toBeGreaterThan(0)
    expect(await codeOf(owner.ask('DELETE', '/api/session'))).toBe(200)
    expect(await codeOf(thief.get('/api/session/ways'))).toBe('session/not-signed-in')
  })

  test('shows its owner from which other network it is used, and no more of it than that', async () => {
    const { owner, thief } = await stolen()
    for (let times = 0; times < 2; times++) await thief.get('/api/session/ways')
    const { sessions } = await waysOf(owner)
    expect(sessions.filter(({ current }) => current === 'yes').map(({ from }) => from)).toEqual(['192.0.2.*, 203.0.113.*'])
  })

  test('ends by itself when nobody uses it, and after twelve hours in any case', async () => {
    const { given, thief } = await stolen()
    for (let hours = 0; hours < 12; hours += 0.25) {
      await thief.get('/api/session/ways')
      given.clock.pass(15 * MINUTE)
    }
    expect(await codeOf(thief.get('/api/session/ways'))).toBe('session/not-signed-in')
  })
})

describe.each(ENGINES)('a token that was forged, on %s', (engine) => {
  test('opens nothing: neither one that was guessed, nor what the database keeps, nor one letter off, nor one under another name', async () => {
    const given = await freshOffice(engine)
    const owner = await asColleague(given, 'analyst')
    const token = owner.cookie().split('=')[1] ?? ''
    const turned = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BA' : 'AA'}`
    const kept = (await given.office.cases.desk.db.selectFrom('sessions').select('token_digest').executeTakeFirstOrThrow()).token_digest
    expect(kept).toBe(tokenDigest(token))
    const forged = ['', 'null', '0', "' or '1'='1", kept, turned, token.toUpperCase(), `${token}x`, 'x'.repeat(8000), '../../etc/passwd', '%00', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbmlzdHJhdG9yIn0.']
    for (const cookie of [...forged.map((value) => `daylight=${value}`), `__Host-daylight=${token}`, `Daylight=${token}`, `session=${token}`])
      expect([cookie.slice(0, 40), await codeOf(given.browser('203.0.113.66', cookie).get('/api/session/ways'))]).toEqual([cookie.slice(0, 40), 'session/not-signed-in'])
    expect(await codeOf(owner.get('/api/session/ways'))).toBe(200)
  })

  test('stands in no address: what is after the question mark signs nobody in', async () => {
    const given = await freshOffice(engine)
    const token = (await asColleague(given, 'analyst')).cookie().split('=')[1] ?? ''
    for (const path of [`/api/session/ways?daylight=${token}`, `/api/session/ways?token=${token}`]) expect(await codeOf(given.browser().get(path))).toBe('session/not-signed-in')
    expect(await codeOf(given.browser().ask('GET', '/api/session/ways', undefined, { authorization: `Bearer ${token}` }))).toBe('session/not-signed-in')
  })
})

/** The address of an operation, with its pieces as its own document gives them. */
const addressed = ({ path, within = [] }: ApiOperation): string => within.reduce((address, { name, example }) => address.replace(`{${name}}`, example), path as string)
const changing = API.filter(({ method, needs }) => method !== 'GET' && needs !== undefined)

describe('a page of a stranger', () => {
  const foreign = [
    ['its own origin', { origin: 'https://evil.example' }],
    ['no origin, as from a sandbox', { origin: 'null' }],
    ['this name under another port', { origin: 'http://localhost:9999' }],
    ['a name that begins like this one', { origin: 'http://localhost.evil.example' }],
    ['a browser that says it came across', { 'sec-fetch-site': 'cross-site' }],
    ['a browser that says it is a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['no header of our own pages', { 'x-daylight': '' }],
  ] as const

  test.each(foreign)('changes nothing at any address of the office, with a session in its browser: %s', async (_what, headers) => {
    const given = await freshOffice('sqlite')
    const at = await asColleague(given, 'analyst')
    const { position } = await given.office.cases.ledger.head()
    expect(changing.length).toBeGreaterThan(15)
    for (const operation of changing) expect([operation.id, await codeOf(at.ask(operation.method, addressed(operation), {}, headers))]).toEqual([operation.id, 'session/other-origin'])
    expect((await given.office.cases.ledger.head()).position).toBe(position)
    expect(await codeOf(at.get('/api/session/ways'))).toBe(200)
  })

  test('is given no leave to read an answer, and none to ask beforehand', async () => {
    const given = await freshOffice('sqlite')
    const at = await asColleague(given, 'analyst')
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await at.ask(method, '/api/session', undefined, { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-daylight' })
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  test('finds no address that changes something when it is only read', async () => {
    const given = await freshOffice('sqlite')
    const at = await asColleague(given, 'analyst')
    const before = await given.office.cases.ledger.head()
    for (const operation of changing) for (const method of ['GET', 'HEAD']) await at.ask(method, addressed(operation))
    expect(await given.office.cases.ledger.head()).toEqual(before)
    expect(await codeOf(at.get('/api/session/ways'))).toBe(200)
  })
})

describe.each(ENGINES)('one password tried on many names, on %s', (engine) => {
  const sprayed = async (from: (name: number) => string, names: number) => {
    const given = await freshOffice(engine)
    await asColleague(given, 'analyst', 'invented.rivers')
    const told: (string | number)[] = []
    for (let name = 0; name < names; name++) told.push(await codeOf(given.browser(from(name)).signIn(name === 3 ? 'invented.rivers' : `invented.name-${name}`, 'the password of everybody')))
    return { given, told }
  }

  test('from one address is slowed over all names, answers alike whether they exist, and locks nobody out who is elsewhere', { timeout: 60_000 }, async () => {
    const { given, told } = await sprayed(() => '203.0.113.66', 34)
    expect(new Set(told.slice(0, 30))).toEqual(new Set(['session/wrong']))
    expect(told.slice(31)).toEqual(['session/slow-down', 'session/slow-down', 'session/slow-down'])
    expect(await codeOf(given.browser('192.0.2.1').signIn('invented.rivers', OWN_PASSWORD))).toBe(200)
  })

  test('from many addresses locks nobody out either, since a name is slowed at the address that tried it alone', { timeout: 60_000 }, async () => {
    const { given, told } = await sprayed((name) => `203.0.113.${name}`, 12)
    expect(new Set(told)).toEqual(new Set(['session/wrong']))
    for (let tries = 0; tries < 6; tries++) await given.browser(`198.51.100.${tries}`).signIn('invented.rivers', 'the password of everybody')
    expect(await codeOf(given.browser('192.0.2.1').signIn('invented.rivers', OWN_PASSWORD))).toBe(200)
  })

  test('under addresses that were made up is one address, where no proxy was named', async () => {
    const given = await freshOffice(engine)
    const told: (string | number)[] = []
    for (let tries = 0; tries < 6; tries++) told.push(await codeOf(given.browser('203.0.113.66').ask('POST', '/api/session', { name: 'invented.rivers', password: 'a guess' }, { 'x-forwarded-for': `192.0.2.${tries}`, 'x-real-ip': `192.0.2.${tries}`, forwarded: `for=192.0.2.${tries}` })))
    expect(told.slice(4)).toEqual(['session/slow-down', 'session/slow-down'])
  })
})

describe('what is sent a second time', () => {
  test('is one report, whoever sends it again and from wherever', async () => {
    const { analyst, planner } = await caseOffice()
    const site = await openedSite(analyst)
    const act = receiving(reportSent('report-once'))
    expect((await analyst.post(`/api/sites/${site}/acts`, act, LOOKING)).status).toBe(200)
    expect((await analyst.post(`/api/sites/${site}/acts`, act, LOOKING)).status).toBe(200)
    expect(await codeOf(planner.post(`/api/sites/${site}/acts`, act, LOOKING))).not.toBe(500)
    const { entries } = await json<{ entries: readonly { entry: string }[] }>(analyst.ask('GET', `/api/sites/${site}/timeline`, undefined, LOOKING))
    expect(entries.filter(({ entry }) => entry === act.id)).toHaveLength(1)
  })
})

const HOSTILE = join(ROOT, '..', 'shared', 'data', 'hostile')
const absent = !existsSync(HOSTILE)
if (absent) console.warn(`skipped: the hostile files are not there (${HOSTILE})`)
const files = absent ? [] : readdirSync(join(HOSTILE, 'json')).filter((name) => name.endsWith('.json'))
const strings = absent ? [] : (JSON.parse(readFileSync(join(HOSTILE, 'naughty_strings.json'), 'utf8')) as readonly string[])

describe.skipIf(absent)('the hostile files of others, sent to the office by somebody who is signed in', () => {
  test('are refused at every door that takes something, and nothing of them is kept', { timeout: 120_000 }, async () => {
    const given = await caseOffice()
    const doors = changing.filter(({ takes }) => takes !== undefined).map((operation) => [operation.method, addressed(operation)] as const)
    const before = await given.office.cases.ledger.head()
    for (const [index, name] of files.entries())
      for (const [method, path] of [doors[index % doors.length], doors[(index + 7) % doors.length]].filter((door) => door !== undefined)) {
        const answer = await given.app.request(path, { method, body: readFileSync(join(HOSTILE, 'json', name)), headers: { ...LOOKING, host: 'localhost', 'x-daylight': '1', 'content-type': 'application/json', cookie: given.analyst.cookie } })
        expect([name, method, path, answer.status >= 400 && answer.status < 500]).toEqual([name, method, path, true])
      }
    expect(await given.office.cases.ledger.head()).toEqual(before)
    expect(given.logged.filter((line) => / 500 |^error/.test(line))).toEqual([])
  })

  test('naughty strings are kept as they are where words stand, and given back as data in no page', { timeout: 120_000 }, async () => {
    const { analyst, logged } = await caseOffice()
    const fit = strings.filter((text, index) => index % 8 === 0 && text.trim() !== '' && text.length < 400)
    for (const text of fit) {
      const sent = opening({ name: text })
      const answer = await analyst.post('/api/sites', sent)
      expect([text, [201, 422].includes(answer.status)]).toEqual([text, true])
      if (answer.status !== 201) continue
      const shown = await analyst.ask('GET', `/api/sites/${sent.id}`, undefined, LOOKING)
      expect([text, shown.status, shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual([text, 200, 'application/json', 'nosniff'])
      expect(JSON.stringify(await shown.json())).toContain(JSON.stringify(text.normalize('NFC')).slice(1, -1).trim().slice(0, 8))
    }
    expect(logged.filter((line) => / 500 |^error/.test(line))).toEqual([])
  })

  test('naughty strings as names, passwords, searches, ids and headers let nobody in and break nothing', { timeout: 120_000 }, async () => {
    const { analyst, browser, logged } = await caseOffice()
    for (const [index, text] of strings.filter((each) => each.isWellFormed()).entries()) {
      const within = encodeURIComponent(text)
      for (const path of [`/api/sites/${within}`, `/api/plans/${within}`, `/api/search?q=${within}`, `/api/sites?cursor=${within}&limit=${within}`]) expect([path, (await analyst.ask('GET', path, undefined, LOOKING)).status < 500]).toEqual([path, true])
      if (/^[\x20-\x7e]*$/.test(text)) expect([text, (await analyst.ask('GET', '/api/sites', undefined, { 'x-daylight-look': text, 'last-event-id': text })).status < 500]).toEqual([text, true])
      if (index % 60 === 0) expect([text, (await browser(`203.0.113.${index / 60}`).signIn(text.slice(0, 200), text)).status]).toEqual([text, expect.toBeOneOf([401, 422])])
    }
    expect(logged.filter((line) => / 500 |^error/.test(line))).toEqual([])
  })
})

test('an administrator who guesses ids is answered alike for a file that is there and one that never was', async () => {
  const given = await caseOffice()
  const there = await openedSite(given.analyst)
  const stranger = await asColleague(given, 'administrator', 'invented.stranger')
  const told = async (id: string): Promise<unknown> => {
    const answer = await stranger.ask('GET', `/api/sites/${id}`, undefined, LOOKING)
    return { status: answer.status, ...(await json(answer)) }
  }
  expect(await told(there)).toEqual(await told(newId()))
})
