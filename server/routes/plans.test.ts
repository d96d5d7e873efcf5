import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { atWork, json, newId, receiving, reportSent } from '../../tests/case-cast.ts'
import { entered, officeOnTheEve, partSent, planWritten, workshop } from '../../tests/plan-office.ts'
import { AssessmentShape, ProblemShape } from '../../wire/api.ts'
import { ComparisonShape, KnownWhenShape, PlanShown, PlansShape } from '../../wire/office/plan-answers.ts'
import { SitesShape, TimelineShape } from '../../wire/office/site-answers.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const match = (version: number) => ({ 'if-match': `"${version}"` })
const authorise = () => ({ id: newId(), act: 'authorise' })

describe.each(ENGINES)('a plan on %s', (engine) => {
  test('grows to smart, is refused to its planner, and is authorised by somebody else', async () => {
    const office = await officeOnTheEve(engine)
    const { planner, officer, analyst } = office
    const site = await workshop(office)
    const { plan, version } = await planWritten(office, site)
    expect(AssessmentShape.parse(await json(planner.get(`/api/plans/${plan}/reading`)))).toMatchObject({ verdict: 'smart' })
    expect(AssessmentShape.parse(await json(planner.get(`/api/plans/${plan}/reading?version=1`)))).toMatchObject({ verdict: 'blind' })
    const shown = PlanShown.parse(await json(planner.get(`/api/plans/${plan}`)))
    expect(shown).toMatchObject({ number: 'P-1', site, siteNumber: 'S-1', standing: 'draft', version, latest: version, mayNotAuthorise: [{ code: 'plan/not-an-authorising-officer' }, { code: 'plan/own-plan' }] })
    expect(await json(planner.post(`/api/plans/${plan}/acts`, authorise(), match(version)))).toMatchObject({ status: 403, code: 'plan/not-an-authorising-officer' })

    const act = authorise()
    const kept = await entered(officer, `/api/plans/${plan}/acts`, act, match(version))
    expect(kept).toEqual({ entry: act.id, version: version + 1 })
    expect(await entered(officer, `/api/plans/${plan}/acts`, act, match(version))).toEqual(kept)
    expect(PlanShown.parse(await json(officer.get(`/api/plans/${plan}`)))).toMatchObject({ standing: 'authorised', authority: { plan: version, lapsed: null } })
    expect(PlansShape.parse(await json(analyst.get('/api/plans')))).toMatchObject({ count: 1, plans: [{ id: plan, number: 'P-1', siteNumber: 'S-1', standing: 'authorised' }] })
    await office.office.reckoner.settled()
    const [listed] = SitesShape.parse(await json(analyst.get('/api/sites'))).sites
    expect(listed).toMatchObject({ plans: [{ id: plan }], reckoning: { at: '2031-03-06T05:30:00.000Z' } })
  })

  test('still shows what was known when it was authorised, after a report arrived late', async () => {
    const office = await officeOnTheEve(engine)
    const { officer, analyst, clock } = office
    const site = await workshop(office)
    const { plan, version } = await planWritten(office, site)
    const act = authorise()
    const { entry, version: kept } = await entered(officer, `/api/plans/${plan}/acts`, act, match(version))
    await entered(analyst, `/api/sites/${site}/acts`, { id: newId(), act: 'dissent', about: 'certainty', says: 'The inspector was seen' })
    clock.pass(60_000)
    await entered(analyst, `/api/sites/${site}/acts`, receiving(reportSent('late-report')))
    expect(await entered(officer, `/api/plans/${plan}/acts`, act, match(version))).toEqual({ entry, version: kept })
    const then = KnownWhenShape.parse(await json(officer.get(`/api/plans/${plan}/authorised/${entry}`)))
    const ids = (then.operation['reports'] as { id: string }[]).map(({ id }) => id)
    expect(ids.toSorted()).toEqual(['escaped-worker', 'labour-inspector'])
    expect(then.since).toMatchObject([{ type: 'dissent/recorded' }, { type: 'report/received', stream: `site/${site}` }])
    const now = PlanShown.parse(await json(officer.get(`/api/plans/${plan}`)))
    expect((now.operation['reports'] as { id: string }[]).map(({ id }) => id)).toContain('late-report')
  })

  test('is decided by one of two who decide at once, and the other is told what changed', async () => {
    const office = await officeOnTheEve(engine)
    const { officer } = office
    const second = await atWork(office, 'authorising-officer', 'invented.second')
    const { plan, version } = await planWritten(office, await workshop(office))
    const refuse = { id: newId(), act: 'refuse', because: 'Their children are at school until four', owner: second.id, reviewBy: '2031-03-09T00:00:00Z' }
    const answers = await Promise.all([officer.post(`/api/plans/${plan}/acts`, authorise(), match(version)), second.post(`/api/plans/${plan}/acts`, refuse, match(version))])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
    const problem = ProblemShape.parse(await answers.find(({ status }) => status === 412)?.json())
    expect(problem).toMatchObject({ code: 'ledger/stale', meanwhile: [{ stream: `plan/${plan}`, version: version + 1 }] })
    expect(problem.names?.[problem.meanwhile?.[0]?.by ?? '']).toBe('Invented authorising-officer')
    expect(JSON.stringify(problem)).not.toContain('school')
  })
})

test('whoever authorises on a site of which more is known by now is told what came', async () => {
  const office = await officeOnTheEve()
  const { officer, analyst } = office
  const site = await workshop(office)
  const { plan, version } = await planWritten(office, site)
  const { siteVersion } = PlanShown.parse(await json(officer.get(`/api/plans/${plan}`)))
  await entered(analyst, `/api/sites/${site}/acts`, { id: newId(), act: 'dissent', about: 'certainty', says: 'Seen by day alone' })
  const stale = ProblemShape.parse(await json(officer.post(`/api/plans/${plan}/acts`, { ...authorise(), site: siteVersion }, match(version))))
  expect(stale).toMatchObject({ status: 412, code: 'ledger/stale', meanwhile: [{ stream: `site/${site}`, type: 'dissent/recorded', by: analyst.id }] })
  await entered(officer, `/api/plans/${plan}/acts`, { ...authorise(), site: siteVersion + 1 }, match(version))
})

test('an act of authority asks who somebody is once more, and standing down never does', async () => {
  const office = await officeOnTheEve()
  const { officer, clock } = office
  const { plan, version } = await planWritten(office, await workshop(office))
  clock.pass(5 * 60_000)
  expect(await json(officer.post(`/api/plans/${plan}/acts`, authorise(), match(version)))).toMatchObject({ status: 403, code: 'session/step-up' })
  await entered(officer, `/api/plans/${plan}/acts`, { id: newId(), act: 'stand-down', because: 'A van was seen at the gate', owner: officer.id, reviewBy: '2031-03-09T00:00:00Z' })
})

test('a part is written on the version that was read, and no other', async () => {
  const office = await officeOnTheEve()
  const { planner } = office
  const { plan, version } = await planWritten(office, await workshop(office))
  const act = partSent('goal')
  expect(await json(planner.post(`/api/plans/${plan}/acts`, act))).toMatchObject({ status: 428, code: 'request/no-version' })
  expect(await json(planner.post(`/api/plans/${plan}/acts`, act, { 'if-match': 'three' }))).toMatchObject({ status: 400, code: 'request/no-such-version' })
  expect(ProblemShape.parse(await json(planner.post(`/api/plans/${plan}/acts`, act, match(version - 1))))).toMatchObject({ status: 412, code: 'ledger/stale', meanwhile: [{ type: 'plan/part-written', by: planner.id }] })
  expect((await planner.post(`/api/plans/${plan}/acts`, act, match(version))).status).toBe(200)
})

test('what is wrong with a part is told with its place in the body', async () => {
  const office = await officeOnTheEve()
  const { plan, version } = await planWritten(office, await workshop(office))
  const act = { ...partSent('goal'), content: { ...(partSent('goal').content as object), declared: 'to-win' } }
  expect(await json(office.planner.post(`/api/plans/${plan}/acts`, act, match(version)))).toMatchObject({ status: 422, code: 'reading/wrong-value', path: expect.stringContaining('declared'), line: 1, column: expect.any(Number) })
})

test('standing down never waits: it needs no version and no role', async () => {
  const office = await officeOnTheEve()
  const { analyst, planner } = office
  const { plan } = await planWritten(office, await workshop(office))
  await entered(analyst, `/api/plans/${plan}/acts`, { id: newId(), act: 'stand-down', because: 'A child was seen at the window', owner: planner.id, reviewBy: '2031-03-08T00:00:00Z' })
  expect(PlansShape.parse(await json(planner.get('/api/plans'))).plans[0]?.standing).toBe('stood-down')
  expect(PlanShown.parse(await json(planner.get(`/api/plans/${plan}`)))).toMatchObject({ standing: 'stood-down', notActing: { owner: planner.id } })
})

test('two versions are compared entry by entry, and everything done stands in the timeline', async () => {
  const office = await officeOnTheEve()
  const { planner } = office
  const { plan, version } = await planWritten(office, await workshop(office))
  const compared = ComparisonShape.parse(await json(planner.get(`/api/plans/${plan}/compare?from=1&to=2`)))
  expect(compared.parts.map(({ part }) => part)).toEqual(['goal'])
  expect(TimelineShape.parse(await json(planner.get(`/api/plans/${plan}/timeline`))).entries).toHaveLength(version)
  expect(await json(planner.get(`/api/plans/${plan}?version=99`))).toMatchObject({ status: 404, code: 'case/no-such-version' })
})

test('a plan for a site that is not there is refused', async () => {
  const { planner } = await officeOnTheEve()
  expect(await json(planner.post('/api/plans', { id: newId(), site: newId(), at: '2031-03-06T05:30:00Z' }))).toMatchObject({ status: 422, code: 'case/no-such-site' })
})
