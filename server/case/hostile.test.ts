import { sql } from 'kysely'
import { createConnection } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { caseOffice, json, newId, openedSite, receiving, reportSent } from '../../tests/case-cast.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { entered } from '../../tests/plan-office.ts'
import { verify } from '../../ledger/verify.ts'
import { SiteShape } from '../../wire/office/site-answers.ts'
import { listen } from '../listen.ts'
import { portOf } from '../where-to-go.ts'

/** What comes in that should not, at the doors of a case: told clearly, nothing half written, nothing lost. */

afterEach(closeOffices)

const versionOf = async (who: Awaited<ReturnType<typeof caseOffice>>['analyst'], site: string): Promise<number> => SiteShape.parse(await json(who.get(`/api/sites/${site}`))).version

describe('what is sent to a case', () => {
  test('a body of a hundred megabytes is refused by what it announces, and by what arrives', async () => {
    const { app, analyst } = await caseOffice()
    const site = await openedSite(analyst)
    const headers = { host: 'localhost', 'x-daylight': '1', 'x-daylight-look': 'assessment', 'content-type': 'application/json', cookie: analyst.cookie }
    const announced = await app.request(`/api/sites/${site}/acts`, { method: 'POST', headers: { ...headers, 'content-length': String(100 * 1024 * 1024) }, body: '{}' })
    expect(await json(announced)).toMatchObject({ status: 413, code: 'reading/too-large' })
    let sent = 0
    const endless = new ReadableStream({ pull: (controller) => (sent++ < 100 ? controller.enqueue(new Uint8Array(1024 * 1024).fill(32)) : controller.close()) })
    const arriving = await app.request(`/api/sites/${site}/reports`, { method: 'POST', headers: { ...headers, 'content-type': 'text/csv' }, body: endless, duplex: 'half' } as RequestInit)
    expect(arriving.status).toBe(413)
    expect(sent).toBeLessThan(20)
    expect(await versionOf(analyst, site)).toBe(1)
  })

  test('wrong units are refused with their place and what was expected', async () => {
    const { analyst } = await caseOffice()
    const site = await openedSite(analyst)
    const attempt = { id: 'night-watch', method: 'surveillance', by: 'Team two', at: '2031-03-03T02:00:00Z', thisSite: 'yes', ifNobodyThere: 'No light', result: 'Light', sensitivity: 60 }
    const told = await json(analyst.post(`/api/sites/${site}/acts`, { id: newId(), act: 'record-attempt', attempt }))
    expect(told).toMatchObject({ status: 422, path: 'attempt.sensitivity', expected: expect.stringContaining('1') })
    const absent = reportSent('nobody-there', { kind: 'inspector', finding: 'absent', sensitivity: 80, specificity: 90 })
    expect(await json(analyst.post(`/api/sites/${site}/acts`, receiving(absent)))).toMatchObject({ status: 422, path: 'report.sensitivity' })
    expect(await json(analyst.post(`/api/sites/${site}/acts`, receiving(reportSent('in-seconds', { observedAt: 1930000000 }))))).toMatchObject({ status: 422, path: 'report.observedAt' })
    expect(await versionOf(analyst, site)).toBe(1)
  })

  test('an observation from the future is kept, with a concern', async () => {
    const { analyst } = await caseOffice()
    const site = await openedSite(analyst)
    await entered(analyst, `/api/sites/${site}/acts`, receiving(reportSent('from-tomorrow', { observedAt: '2031-03-20T20:00:00Z' })))
    const read = SiteShape.parse(await json(analyst.get(`/api/sites/${site}`)))
    expect(read.reports.map(({ id }) => id)).toEqual(['from-tomorrow'])
    expect(read.concerns.flatMap(({ restsOn }) => restsOn)).toContain('from-tomorrow')
  })

  test('twenty who send the same report at once have it kept once, and all are answered alike', async () => {
    const { analyst, clock, office } = await caseOffice()
    const site = await openedSite(analyst)
    const act = receiving(reportSent('report-one'))
    // The clock goes on whenever somebody looks at it, so that each would be recorded at a time of its own.
    Object.assign(office, { now: () => (clock.pass(1), clock.now()) })
    const answers = await Promise.all(Array.from({ length: 20 }, async () => json(analyst.post(`/api/sites/${site}/acts`, act))))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await versionOf(analyst, site)).toBe(2)
  })

  test('ids that are none, and ids of others’ files, open nothing', async () => {
    const { analyst, app } = await caseOffice()
    for (const id of ['..%2f..%2fetc', '%00', 'a'.repeat(5000), "1'%20or%201=1", '%F0%9F%92%A9', 'unit'])
      expect([id, (await app.request(`/api/sites/${id}`, { headers: { host: 'localhost', 'x-daylight-look': 'assessment', cookie: analyst.cookie } })).status]).toEqual([id, 404])
  })
})

test('a full disk is told as such; nothing is half written, and what follows is kept once there is room', async () => {
  const { analyst, office, logged } = await caseOffice()
  const site = await openedSite(analyst)
  await office.reckoner.settled()
  const { entries } = office.cases
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(entries.db)
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 2}`).execute(entries.db)
  const long = 'Nothing of this may be lost. '.repeat(600)
  const acts = Array.from({ length: 8 }, (_, i) => receiving(reportSent(`report-${i}`, { says: long })))
  const answers = []
  for (const act of acts) answers.push(await analyst.post(`/api/sites/${site}/acts`, act))
  const full = answers.filter(({ status }) => status === 507)
  expect(full.length).toBeGreaterThan(0)
  expect(await json(full[0]!)).toMatchObject({ code: 'store/disk-full', title: expect.stringContaining('disk is full') })
  expect(full[0]!.headers.get('retry-after')).toBe('5')
  expect(await verify(entries)).toMatchObject({ holds: true })
  const kept = answers.filter(({ ok }) => ok).length
  expect(await versionOf(analyst, site)).toBe(1 + kept)
  expect(logged.join('\n')).toContain('error store disk-full')
  expect(logged.join('\n')).not.toContain('lost')
  await sql`pragma max_page_count = 1000000`.execute(entries.db)
  for (const act of acts) await entered(analyst, `/api/sites/${site}/acts`, act)
  expect(await versionOf(analyst, site)).toBe(9)
})

test('a slow client does not hold up those who are not', async () => {
  const { app, analyst } = await caseOffice()
  const listening = await listen(app, { host: '127.0.0.1', port: 0 } as Parameters<typeof listen>[1], () => new Response(null, { status: 400 }))
  if (!listening.accepted) throw new Error(listening.problem)
  const { server } = listening
  const [port, site] = [portOf(server), await openedSite(analyst)]
  const slow = Array.from({ length: 30 }, () => createConnection(port, '127.0.0.1'))
  for (const socket of slow) {
    socket.on('error', () => undefined)
    socket.write(`POST /api/sites/${site}/acts HTTP/1.1\r\nHost: localhost\r\nX-Daylight: 1\r\nCookie: ${analyst.cookie}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"id"`)
  }
  const answer = await fetch(`http://127.0.0.1:${port}/api/sites/${site}`, { headers: { 'x-daylight-look': 'assessment', cookie: analyst.cookie } })
  expect(answer.status).toBe(200)
  for (const socket of slow) socket.destroy()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  expect(await versionOf(analyst, site)).toBe(1)
})
