import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { caseOffice, json, newId, openedSite, receiving, reportSent, type CaseOffice } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { entered } from '../../tests/plan-office.ts'
import { SitesShape } from '../../wire/office/site-answers.ts'
import { openReckoner } from './reckoner.ts'
import { reckoningsOf } from './reckonings.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const rowOf = async ({ office }: CaseOffice, site: string) => (await reckoningsOf(office.cases.desk, [site])).get(site)

describe.each(ENGINES)('the number of a site on the boards, on %s', (engine) => {
  test('is reckoned once for whatever came meanwhile, on the newest of it', async () => {
    const given = await caseOffice(engine)
    const { analyst, office } = given
    const site = await openedSite(analyst)
    for (let i = 0; i < 6; i++) await entered(analyst, `/api/sites/${site}/acts`, receiving(reportSent(`report-${i}`)))
    await office.reckoner.settled()
    expect(await rowOf(given, site)).toMatchObject({ site_version: 7, roots: 6 })
    const { looks } = await json<{ looks: { who: { id: string }; stream: string }[] }>(given.officer.get('/api/looks?limit=200'))
    expect(looks.filter(({ who }) => who.id === 'server').every(({ stream }) => stream === `site/${site}`)).toBe(true)
  })

  test('is reckoned for the hour of entry of the nearest plan', async () => {
    const given = await caseOffice(engine)
    const site = await openedSite(given.analyst)
    await entered(given.planner, '/api/plans', { id: newId(), site, at: '2031-03-09T05:00:00Z' })
    await entered(given.planner, '/api/plans', { id: newId(), site, at: '2031-03-06T05:00:00Z' })
    await given.office.reckoner.settled()
    expect(await rowOf(given, site)).toMatchObject({ entry_at: Date.UTC(2031, 2, 6, 5) })
  })

  test('is caught up with after a restart, and reckoned again when somebody looks after an hour', async () => {
    const given = await caseOffice(engine)
    const { analyst, office, clock } = given
    const site = await openedSite(analyst)
    await office.reckoner.rest()
    await entered(analyst, `/api/sites/${site}/acts`, receiving(reportSent('report-one')))
    const restarted = openReckoner(office)
    await restarted.catchUp()
    await restarted.settled()
    expect(await rowOf(given, site)).toMatchObject({ site_version: 2 })
    const before = (await rowOf(given, site))?.reckoned_at ?? 0
    clock.pass(3_600_000)
    restarted.inView([site])
    await expect.poll(async () => (await rowOf(given, site))?.reckoned_at).toBe(before + 3_600_000)
    await restarted.rest()
  })
})

test('a site that cannot be reckoned keeps nobody from recording', async () => {
  const { analyst, office } = await caseOffice()
  const site = await openedSite(analyst)
  await office.reckoner.settled()
  await office.cases.desk.script('drop table reckonings')
  await entered(analyst, `/api/sites/${site}/acts`, receiving(reportSent('report-one')))
  await office.reckoner.settled()
  expect((await analyst.get('/api/sites')).status).toBe(500)
  expect((await analyst.get(`/api/sites/${site}`)).status).toBe(200)
})

test('an empty list says so', async () => {
  const { analyst } = await caseOffice()
  expect(SitesShape.parse(await json(analyst.get('/api/sites')))).toEqual({ sites: [], next: null, count: 0 })
})
