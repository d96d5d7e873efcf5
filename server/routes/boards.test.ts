import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { atWork, caseOffice, json, newId, openedSite, receiving, reportSent } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { entered, officeOnTheEve, planWritten, workshop } from '../../tests/plan-office.ts'
import { ColleaguesShape } from '../../wire/office/colleagues.ts'
import { DueShape } from '../../wire/office/due.ts'
import { PolicyShape } from '../../wire/office/policy.ts'
import { FoundShape } from '../../wire/office/search.ts'
import { SitesShape } from '../../wire/office/site-answers.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('boards on %s', (engine) => {
  test('what is due is told to whoever owes it, and to all', async () => {
    const { analyst, planner, officer, office, clock } = await caseOffice(engine)
    const site = await openedSite(analyst)
    await entered(analyst, `/api/sites/${site}/acts`, receiving(reportSent('report-one', { reviewBy: '2031-03-20T00:00:00Z' })))
    await office.reckoner.settled()
    expect(DueShape.parse(await json(officer.get('/api/due')))).toMatchObject({ leadsNobodyHas: [{ site, siteNumber: 'S-1', count: 1 }], reviews: [{ report: 'report-one' }], leads: [] })
    await entered(analyst, `/api/sites/${site}/acts`, { id: newId(), act: 'assign-lead', report: 'report-one', owner: planner.id, verifyBy: '2031-03-03T08:10:00Z', reviewBy: '2031-03-10T00:00:00Z' })
    await entered(analyst, `/api/sites/${site}/acts`, { id: newId(), act: 'set-task', question: 'Is the door locked at night?', kind: 'inspector', owner: analyst.id, due: '2031-03-05T00:00:00Z' })
    clock.pass(20 * 60_000)
    await office.reckoner.settled()
    const all = DueShape.parse(await json(planner.get('/api/due')))
    expect(all).toMatchObject({ leadsNobodyHas: [], leads: [{ report: 'report-one', owner: planner.id, because: 'verify-by' }], tasks: [{ owner: analyst.id }], names: { [planner.id]: 'Invented planner' } })
    expect(DueShape.parse(await json(planner.get('/api/due?whose=mine')))).toMatchObject({ tasks: [], leads: [{ report: 'report-one' }] })
    expect(SitesShape.parse(await json(analyst.get('/api/sites'))).sites[0]).toMatchObject({ openTasks: 1, leadsDue: 1 })
    expect(JSON.stringify(all)).not.toContain('locked')
  })

  test('a plan that does not go ahead is due on its day of review', async () => {
    const office = await officeOnTheEve(engine)
    const { plan, version } = await planWritten(office, await workshop(office))
    await entered(office.officer, `/api/plans/${plan}/acts`, { id: newId(), act: 'refuse', because: 'Too few interpreters', owner: office.planner.id, reviewBy: '2031-03-09T00:00:00Z' }, { 'if-match': `"${version}"` })
    expect(DueShape.parse(await json(office.planner.get('/api/due?whose=mine')))).toMatchObject({ plans: [{ plan, number: 'P-1', siteNumber: 'S-1', standing: 'refused' }] })
  })

  test('search finds numbers, jurisdictions and kinds of venue, and no sealed word', async () => {
    const { analyst, planner } = await caseOffice(engine)
    const site = await openedSite(analyst, { number: 'BKK-7' })
    const plan = newId()
    await entered(planner, '/api/plans', { id: plan, site, at: '2031-03-06T05:30:00Z' })
    const found = async (q: string) => FoundShape.parse(await json(analyst.get(`/api/search?q=${encodeURIComponent(q)}`)))
    expect(await found('bkk')).toMatchObject({ sites: [{ id: site, number: 'BKK-7' }], plans: [{ id: plan, siteNumber: 'BKK-7' }] })
    expect((await found('resident th')).sites).toHaveLength(1)
    for (const none of ['ferry', '100%', '_', "'; drop table sites"]) expect(await found(none)).toEqual({ sites: [], plans: [], sources: [] })
  })

  test('policy is signed by an authorising officer, on the policy that was read, and governs from then on', async () => {
    const { analyst, officer } = await caseOffice(engine)
    const sign = (value: unknown) => ({ id: newId(), act: 'sign', of: 'gates.number', value, source: 'Order 7 of the unit', signedBy: 'Head of unit', asOf: '2031-03-03' })
    expect(await json(analyst.post('/api/policy/acts', sign(0.9), { 'if-match': '"0"' }))).toMatchObject({ status: 403, code: 'policy/not-an-authorising-officer' })
    expect(await json(officer.post('/api/policy/acts', sign(0.9)))).toMatchObject({ status: 428 })
    expect(await json(officer.post('/api/policy/acts', sign(7), { 'if-match': '"0"' }))).toMatchObject({ status: 422, code: 'policy/out-of-range' })
    const act = sign(0.9)
    expect(await json(officer.post('/api/policy/acts', act, { 'if-match': '"0"' }))).toMatchObject({ version: 1 })
    expect(await json(officer.post('/api/policy/acts', act, { 'if-match': '"0"' }))).toMatchObject({ version: 1 })
    expect(await json(officer.post('/api/policy/acts', sign(0.7), { 'if-match': '"0"' }))).toMatchObject({ status: 412, meanwhile: [{ stream: 'policy/unit' }] })
    const policy = PolicyShape.parse(await json(analyst.get('/api/policy')))
    expect(policy.values.find(({ id }) => id === 'gates.number')).toMatchObject({ value: 0.9, signed: [{ noted: { by: officer.id } }] })
  })

  test('sites are paged without a gap or a repetition, in either order', async () => {
    const { analyst } = await caseOffice(engine)
    for (let i = 1; i <= 12; i++) await openedSite(analyst)
    for (const sort of ['changed', 'number']) {
      const numbers: string[] = []
      for (let cursor = ''; ; ) {
        const page = SitesShape.parse(await json(analyst.get(`/api/sites?sort=${sort}&limit=5${cursor}`)))
        numbers.push(...page.sites.map(({ number }) => number))
        if (page.next === null) break
        cursor = `&cursor=${page.next}`
      }
      const counted = Array.from({ length: 12 }, (_, i) => `S-${i + 1}`)
      expect(numbers).toEqual(sort === 'number' ? counted : counted.toReversed())
    }
    expect(await json(analyst.get('/api/sites?cursor=WyJhIl0'))).toMatchObject({ status: 422, path: 'cursor' })
  })
})

test('colleagues are everybody who works on cases here, and nobody who left', async () => {
  const given = await caseOffice()
  const gone = await atWork(given, 'analyst', 'invented.gone')
  await given.administrator.post(`/api/people/${gone.id}/leave`)
  const { colleagues } = ColleaguesShape.parse(await json(given.analyst.get('/api/colleagues')))
  expect(colleagues.map(({ id }) => id).toSorted()).toEqual([given.analyst.id, given.planner.id, given.officer.id].toSorted())
})

test('the administrator is refused on every board, and each attempt is logged', async () => {
  const { administrator, officer } = await caseOffice()
  const paths = ['/api/sources', '/api/due', '/api/colleagues', '/api/search?q=a', '/api/policy', '/api/events', '/api/plans', '/api/sites', `/api/plans/${newId()}`, `/api/sources/${newId()}`]
  for (const path of paths) expect([path, (await administrator.get(path)).status]).toEqual([path, 403])
  const { looks } = await json<{ looks: { allowed: string }[] }>(officer.get('/api/looks?limit=200'))
  expect(looks.filter(({ allowed }) => allowed === 'no')).toHaveLength(paths.length)
})
