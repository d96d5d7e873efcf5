import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { caseOffice, json, newId, openedSite, opening, receiving, reportSent } from '../../tests/case-cast.ts'
import { CertaintyAnswerShape, ProblemShape } from '../../wire/api.ts'
import { SiteShape, SitesShape, TimelineShape } from '../../wire/office/site-answers.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('a site on %s', (engine) => {
  test('is opened, given a number, listed and read', async () => {
    const { analyst, office } = await caseOffice(engine)
    const id = await openedSite(analyst)
    await office.reckoner.settled()
    const list = SitesShape.parse(await json(analyst.get('/api/sites')))
    expect(list).toMatchObject({ count: 1, next: null, sites: [{ id, number: 'S-1', jurisdiction: 'TH', venue: 'resident-workshop', version: 1, reports: 0, reckoning: { roots: 0 } }] })
    const response = await analyst.get(`/api/sites/${id}`)
    expect(response.headers.get('etag')).toBe('"1"')
    const site = SiteShape.parse(await response.json())
    expect(site).toMatchObject({ id, number: 'S-1', name: 'River road workshop', version: 1, reports: [] })
    expect(site.names).toEqual({ [analyst.id]: 'Invented analyst' })
  })

  test('moves with each report, and still shows what was known before', async () => {
    const { analyst, planner, office, clock } = await caseOffice(engine)
    const id = await openedSite(analyst)
    clock.pass(60_000)
    const before = new Date(office.now()).toISOString()
    clock.pass(60_000)
    for (const report of ['report-one', 'report-two']) expect(await json(analyst.post(`/api/sites/${id}/acts`, receiving(reportSent(report))))).toMatchObject({ version: expect.any(Number) })
    await office.reckoner.settled()
    const certain = CertaintyAnswerShape.parse(await json(planner.get(`/api/sites/${id}/certainty`)))
    expect(certain.roots).toEqual(['report-one', 'report-two'])
    const asKnown = CertaintyAnswerShape.parse(await json(planner.get(`/api/sites/${id}/certainty?knownAt=${before}`)))
    expect(asKnown.roots).toEqual([])
    expect(certain.probability).toBeGreaterThan(asKnown.probability)
    expect(SiteShape.parse(await json(planner.get(`/api/sites/${id}?knownAt=${before}`))).reports).toEqual([])
    const list = SitesShape.parse(await json(analyst.get('/api/sites')))
    expect(list.sites[0]?.reckoning?.probability).toBeCloseTo(certain.probability, 12)
    const timeline = TimelineShape.parse(await json(analyst.get(`/api/sites/${id}/timeline`)))
    expect(timeline.entries.map(({ type }) => type)).toEqual(['site/opened', 'report/received', 'report/received'])
  })

  test('keeps an act once, however often it is sent, also in one moment', async () => {
    const { analyst, clock } = await caseOffice(engine)
    const id = await openedSite(analyst)
    const act = receiving(reportSent('report-one'))
    const first = await Promise.all([1, 2, 3].map(async () => json(analyst.post(`/api/sites/${id}/acts`, act))))
    clock.pass(20 * 60_000)
    const again = await json(analyst.post(`/api/sites/${id}/acts`, act))
    expect(new Set([...first, again].map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ entry: act.id, version: 2 })]))
    expect(SiteShape.parse(await json(analyst.get(`/api/sites/${id}`))).reports).toHaveLength(1)
  })

  test('refuses another act under an id that is held', async () => {
    const { analyst } = await caseOffice(engine)
    const id = await openedSite(analyst)
    const act = receiving(reportSent('report-one'))
    await analyst.post(`/api/sites/${id}/acts`, act)
    const other = await analyst.post(`/api/sites/${id}/acts`, { ...act, report: { ...act.report, says: 'Nobody sleeps there.' } })
    expect([other.status, ProblemShape.parse(await other.json()).code]).toEqual([409, 'ledger/entry-differs'])
  })

  test('is opened once when it is sent twice at once', async () => {
    const { analyst } = await caseOffice(engine)
    const sent = opening()
    const answers = await Promise.all([analyst.post('/api/sites', sent), analyst.post('/api/sites', sent)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(SitesShape.parse(await json(analyst.get('/api/sites'))).count).toBe(1)
    expect((await analyst.post('/api/sites', { ...sent, name: 'Another' })).status).toBe(409)
  })
})

test('a report that says what it cannot say is refused with its place in the body', async () => {
  const { analyst } = await caseOffice()
  const id = await openedSite(analyst)
  const response = await analyst.post(`/api/sites/${id}/acts`, receiving(reportSent('report-one', { derivedFrom: ['nowhere-at-all'] })))
  expect([response.status, await response.json()]).toMatchObject([422, { code: 'reading/wrong-value', path: 'report.derivedFrom[0]', line: 1 }])
})

test('the administrator is refused on every address of a site, and each attempt stands in the access log', async () => {
  const { administrator, analyst, officer } = await caseOffice()
  const id = await openedSite(analyst)
  const asked = ['/api/sites', `/api/sites/${id}`, `/api/sites/${id}/certainty`, `/api/sites/${id}/timeline`, `/api/sites/${id}/looks`]
  for (const path of asked) expect([path, await json(administrator.get(path))]).toMatchObject([path, { status: 403, code: 'access/administrator' }])
  expect((await administrator.post(`/api/sites/${id}/acts`, receiving(reportSent('report-one')))).status).toBe(403)
  const { looks } = await json<{ looks: { stream: string; allowed: string; who: { role: string } }[] }>(officer.get('/api/looks'))
  const refused = looks.filter(({ allowed, who }) => allowed === 'no' && who.role === 'administrator').map(({ stream }) => stream)
  expect(refused.filter((stream) => stream === `site/${id}`)).toHaveLength(5)
  expect(refused).toHaveLength(6)
})

test('whoever opens a site stands in its looks', async () => {
  const { analyst, planner } = await caseOffice()
  const id = await openedSite(analyst)
  await planner.get(`/api/sites/${id}`)
  expect(await json(analyst.get(`/api/sites/${id}/looks`))).toMatchObject({ looks: expect.arrayContaining([expect.objectContaining({ who: expect.objectContaining({ id: planner.id }), stream: `site/${id}`, allowed: 'yes' })]) })
})

test('a site nobody opened is not there', async () => {
  const { analyst } = await caseOffice()
  expect(await json(analyst.get(`/api/sites/${newId()}`))).toMatchObject({ status: 404, code: 'access/no-such-file' })
})

test('an authorising officer dissents and records no report', async () => {
  const { analyst, officer } = await caseOffice()
  const id = await openedSite(analyst)
  expect(await json(officer.post(`/api/sites/${id}/acts`, receiving(reportSent('report-one'))))).toMatchObject({ status: 403, code: 'access/not-permitted' })
  expect((await officer.post(`/api/sites/${id}/acts`, { id: newId(), act: 'dissent', about: 'certainty', says: 'The number is too high.' })).status).toBe(200)
})
