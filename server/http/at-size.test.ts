import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { caseOffice, json, newId, openedSite, receiving, reportSent, type CaseOffice } from '../../tests/case-cast.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { verify } from '../../ledger/verify.ts'
import { ProblemShape, type Problem } from '../../wire/api.ts'
import { TimelineShape } from '../../wire/office/site-answers.ts'
import { MOST_BYTES } from '../../wire/reading/bytes.ts'
import { notUnderstood } from '../app.ts'
import { openCatalogue } from '../catalogue.ts'
import { listen } from '../listen.ts'

/** What is too large, too slow, or has no room: refused in words, with nothing half written. */

afterEach(closeOffices)

const HUNDRED_MB = 100 * 1024 * 1024

async function entriesOf({ analyst }: CaseOffice, site: string): Promise<readonly string[]> {
  return TimelineShape.parse(await json(analyst.get(`/api/sites/${site}/timeline`))).entries.map(({ entry }) => entry)
}

describe('a body of a hundred megabytes', () => {
  const send = async ({ app, analyst }: CaseOffice, path: string, type: string, body: ReadableStream, announced: Readonly<Record<string, string>>): Promise<Problem> => {
    const headers = { host: 'localhost', 'x-daylight': '1', 'x-daylight-look': 'assessment', 'content-type': type, cookie: analyst.cookie, ...announced }
    return ProblemShape.parse(await json(app.request(path, { method: 'POST', body, duplex: 'half', headers } as RequestInit)))
  }
  const doors = (site: string) => [['/api/sites', 'application/json'], [`/api/sites/${site}/acts`, 'application/json'], [`/api/sites/${site}/reports`, 'text/csv'], ['/api/plans', 'application/json'], [`/api/plans/${newId()}/acts`, 'application/json'], ['/api/sources', 'application/json']] as const

  test('is refused unread at every door of a case where it is announced, and nothing is kept', async () => {
    const office = await caseOffice()
    const site = await openedSite(office.analyst)
    for (const [path, type] of doors(site)) {
      const body = new ReadableStream({ pull: () => { throw new Error('was read') } }, { highWaterMark: 0 })
      expect([path, await send(office, path, type, body, { 'content-length': String(HUNDRED_MB) })]).toMatchObject([path, { status: 413, code: 'reading/too-large' }])
    }
    expect((await office.office.cases.ledger.head()).position).toBe(1)
  })

  test('is read no further than any body may go where it is not announced', async () => {
    const office = await caseOffice()
    const site = await openedSite(office.analyst)
    const CHUNK = 65_536
    for (const [path, type] of doors(site)) {
      let sent = 0
      const body = new ReadableStream({ pull: (to) => ((sent += CHUNK) > HUNDRED_MB ? to.close() : to.enqueue(new Uint8Array(CHUNK).fill(32))) })
      expect([path, await send(office, path, type, body, {})]).toMatchObject([path, { status: 413, code: 'reading/too-large' }])
      expect(sent).toBeLessThan(MOST_BYTES + 5 * CHUNK)
    }
    expect((await office.office.cases.ledger.head()).position).toBe(1)
  })
})

type Kept = keyof Pick<CaseOffice['office']['cases'], 'entries' | 'desk'>

/** No page more than there are now, as on a disk with no room left; and room again. */
async function noRoomIn({ office }: CaseOffice, store: Kept): Promise<() => Promise<void>> {
  const { db } = office.cases[store]
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 1}`).execute(db)
  return async () => void (await sql`pragma max_page_count = 1000000`.execute(db))
}

/** Reports until one is not taken: those that were, and the answer to the one that was not. */
async function reportsUntilFull({ analyst }: CaseOffice, site: string) {
  const taken: string[] = []
  for (let i = 0; i < 500; i++) {
    const act = receiving(reportSent(`report-${i}`, { says: 'The door is locked at night. '.repeat(30) }))
    const response = await analyst.post(`/api/sites/${site}/acts`, act)
    if (!response.ok) return { taken, act, response }
    taken.push(act.id)
  }
  throw new Error('there was room for everything')
}

describe('a full disk', () => {
  test('is told in words; what was acknowledged is there, nothing is half written, and reading goes on', async () => {
    const office = await caseOffice()
    const { analyst } = office
    const site = await openedSite(analyst)
    const makeRoom = await noRoomIn(office, 'entries')
    const { taken, act, response } = await reportsUntilFull(office, site)
    expect([response.status, response.headers.get('retry-after'), ProblemShape.parse(await response.json())]).toMatchObject([507, '5', { code: 'store/disk-full', title: expect.stringMatching(/full/) }])
    expect((await entriesOf(office, site)).slice(1)).toEqual(taken)
    expect([(await analyst.get('/api/sites')).status, (await analyst.get(`/api/sites/${site}`)).status]).toEqual([200, 200])
    expect(await verify(office.office.cases.entries)).toMatchObject({ holds: true, entries: taken.length + 1 })
    await makeRoom()
    expect((await analyst.post(`/api/sites/${site}/acts`, act)).status).toBe(200)
    expect((await entriesOf(office, site)).slice(1)).toEqual([...taken, act.id])
  })

  test('that keeps looks from being written keeps files closed, and lists open', async () => {
    const office = await caseOffice()
    const { analyst } = office
    const site = await openedSite(analyst)
    await office.office.reckoner.settled()
    const makeRoom = await noRoomIn(office, 'desk')
    let closed = await analyst.get(`/api/sites/${site}`)
    for (let i = 0; i < 500 && closed.ok; i++) closed = await analyst.get(`/api/sites/${site}`)
    expect([closed.status, ProblemShape.parse(await closed.json())]).toMatchObject([507, { code: 'store/disk-full' }])
    expect((await analyst.get('/api/sites')).status).toBe(200)
    await makeRoom()
    expect((await analyst.get(`/api/sites/${site}`)).status).toBe(200)
  })
})

describe('a client that sends a letter and waits', () => {
  const listening = async ({ app }: CaseOffice) => {
    const begun = await listen(app, { host: '127.0.0.1', port: 0, data: { folder: '', databases: null }, demo: 'no' }, () => notUnderstood(openCatalogue()))
    if (!begun.accepted) throw new Error(begun.problem)
    return { server: begun.server, port: (begun.server.address() as AddressInfo).port }
  }

  test('holds up nobody, has only so long, and leaves nothing behind when it goes', async () => {
    const office = await caseOffice()
    const site = await openedSite(office.analyst)
    const { server, port } = await listening(office)
    const whole = JSON.stringify(receiving(reportSent('report-slow')))
    const heading = [`POST /api/sites/${site}/acts HTTP/1.1`, `Host: localhost:${port}`, 'X-Daylight: 1', `Cookie: ${office.analyst.cookie}`, 'Content-Type: application/json', `Content-Length: ${whole.length}`]
    const slow = Array.from({ length: 20 }, () => connect(port, '127.0.0.1'))
    await Promise.all(slow.map(async (socket) => {
      await once(socket, 'connect')
      await new Promise<void>((resolve) => socket.write(`${heading.join('\r\n')}\r\n\r\n${whole.slice(0, -2)}`, () => resolve()))
    }))
    const act = receiving(reportSent('report-quick'))
    const headers = { 'x-daylight': '1', 'x-daylight-look': 'assessment', cookie: office.analyst.cookie, 'content-type': 'application/json' }
    const quick = await fetch(`http://localhost:${port}/api/sites/${site}/acts`, { method: 'POST', headers, body: JSON.stringify(act) })
    expect(quick.status).toBe(200)
    expect([server.headersTimeout, server.requestTimeout, server.timeout].every((limit) => limit > 0 && limit <= 60_000)).toBe(true)
    for (const socket of slow) socket.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    expect((await entriesOf(office, site)).slice(1)).toEqual([act.id])
  })
})
