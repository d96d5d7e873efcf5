import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CANARY, RED_REPORT, redReport } from '../../tests/canary-site.ts'
import { atWork, json, newId, receiving, reportSent, type AtWork } from '../../tests/case-cast.ts'
import type { Organisation, OrganisationId } from '../../core/kernel/organisation.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import type { Engine } from '../../ledger/store/store.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { organisationOf } from '../../tests/organisation-cast.ts'
import { entered, officeOnTheEve, partSent, planWritten, workshop } from '../../tests/plan-office.ts'
import { AssessmentShape, ProblemShape } from '../../wire/api.ts'
import { KnownWhenShape, PlanShown } from '../../wire/office/plan-answers.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const OPERATION = { 'x-daylight-look': 'operation' }
const SOURCE = 'source-of-the-workshop'
const OTHER_POLICE: Organisation = { kind: 'police', id: 'other-police' as OrganisationId }
/** A whole plan is written before each of these. */
const WHOLE_PLAN = { timeout: 60_000 }

/** A plan whose site has a report from a protected source and one for named eyes only, with a member of the team and a case worker of a partner named for the plan. */
async function planForATeam(engine: Engine) {
  const office = await officeOnTheEve(engine)
  const { analyst, planner, officer } = office
  const [member, worker, colleague] = [await atWork(office, 'site-member'), await atWork(office, 'case-worker', 'invented.worker', organisationOf('social-service')), await atWork(office, 'analyst', 'invented.colleague')]
  const [handler, controller] = [await atWork(office, 'source-handler'), await atWork(office, 'source-controller')]
  const site = await workshop(office)
  await entered(handler, '/api/sources', { id: SOURCE, kind: 'informant-tested', protected: 'yes', underControl: 'no', age: 'adult', handler: handler.id, controller: controller.id })
  for (const report of ['report-one', 'report-two', 'report-three']) {
    const tag = (await handler.get(`/api/sources/${SOURCE}`)).headers.get('etag')
    await entered(handler, `/api/sources/${SOURCE}/acts`, { id: newId(), act: 'judge-outcome', report, outcome: 'borne-out', because: 'They were found' }, { 'if-match': String(tag) })
  }
  await entered(analyst, `/api/sites/${site}/acts`, receiving(reportSent('of-the-source', { kind: 'informant-tested', access: 'told', source: { id: SOURCE } })))
  await redReport(analyst, site)
  const { plan, version } = await planWritten(office, site)
  for (const [at, who] of [member, worker].entries()) await entered(planner, `/api/need/plan/${plan}/acts`, { id: newId(), act: 'name', person: who.id, because: 'Goes there' }, { 'if-match': `"${at}"` })
  const { version: authorised, entry } = await entered(officer, `/api/plans/${plan}/acts`, { id: newId(), act: 'authorise' }, { 'if-match': `"${version}"` })
  return { ...office, site, plan, version: authorised, entry, member, worker, colleague }
}

const inOperation = (who: AtWork, path: string): Promise<Response> => who.ask('GET', path, undefined, OPERATION)
const figures = (certainty: unknown) => {
  const { probability, p10, p90, validUntil } = certainty as Readonly<Record<string, unknown>>
  return { probability, p10, p90, validUntil }
}

describe.each(ENGINES)('a plan read by somebody who does not read its site, on %s', WHOLE_PLAN, (engine) => {
  test('comes with everything that was reckoned, and with nothing of what it was reckoned from', async () => {
    const { plan, analyst, member, worker } = await planForATeam(engine)
    const whole = AssessmentShape.parse(await json(analyst.get(`/api/plans/${plan}/reading`)))
    for (const who of [member, worker]) {
      const text = await (await inOperation(who, `/api/plans/${plan}`)).text()
      const shown = PlanShown.parse(JSON.parse(text))
      expect(shown).toMatchObject({ siteWords: 'not-for-you', operation: { reports: [], attempts: [], shocks: [], site: { name: 'S-1' } }, reckoned: { verdict: whole.verdict } })
      expect(figures(shown.reckoned?.certainty)).toEqual(figures(whole.certainty))
      expect(shown.reckoned?.criteria.map(({ id, finding }) => [id, finding])).toEqual(whole.criteria.map(({ id, finding }) => [id, finding]))
      for (const word of [CANARY, SOURCE, 'of-the-source', 'escaped-worker', 'labour-inspector', 'night-watch', 'protected-1', 'escaped-victim', 'Behind the mill']) expect([word, text.includes(word)]).toEqual([word, false])
    }
    expect(PlanShown.parse(await json(analyst.get(`/api/plans/${plan}`)))).toMatchObject({ siteWords: 'open', reckoned: null })
  })

  test('has the number that everybody has, and no way back to a protected source', async () => {
    const { plan, analyst, colleague, planner, member, worker } = await planForATeam(engine)
    const readings = await Promise.all([analyst.get(`/api/plans/${plan}/reading`), colleague.get(`/api/plans/${plan}/reading`), planner.get(`/api/plans/${plan}/reading`), inOperation(member, `/api/plans/${plan}/reading`), inOperation(worker, `/api/plans/${plan}/reading`)].map((one) => json(one)))
    const [first, ...others] = readings.map((one) => figures(AssessmentShape.parse(one).certainty))
    expect(others).toEqual(others.map(() => first))
    expect(JSON.stringify(readings)).not.toContain(SOURCE)
    expect(AssessmentShape.parse(readings[4]).certainty).toMatchObject({ steps: [], circles: [], sharedOrigins: [] })
    expect(JSON.stringify(readings[4])).not.toMatch(/escaped-worker|night-watch|of-the-source/)
  })

  test('says of what was known when it was authorised no report, and names nobody who worked at the site alone', async () => {
    const { plan, site, entry, analyst, colleague, member, worker } = await planForATeam(engine)
    await entered(colleague, `/api/sites/${site}/acts`, { id: newId(), act: 'dissent', about: 'certainty', says: 'Too sure' })
    for (const who of [member, worker]) {
      const then = KnownWhenShape.parse(await json(inOperation(who, `/api/plans/${plan}/authorised/${entry}`)))
      expect(then).toMatchObject({ siteWords: 'not-for-you', operation: { reports: [], attempts: [] } })
      expect([Object.keys(then.names).includes(analyst.id), Object.keys(then.names).includes(colleague.id), then.since.some(({ stream }) => stream.startsWith('site/'))]).toEqual([false, false, false])
      expect(then.reckoned?.certainty?.roots).toBeGreaterThan(0)
    }
    const read = KnownWhenShape.parse(await json(analyst.get(`/api/plans/${plan}/authorised/${entry}`)))
    expect([read.siteWords, Object.keys(read.names).includes(colleague.id)]).toEqual(['open', true])
  })

  test('tells what has moved at the site to nobody who may not decide, and how far alone to whoever does not read it', async () => {
    const { plan, site, version, analyst, member, worker, planner } = await planForATeam(engine)
    const act = (from: number) => ({ id: newId(), act: 'authorise', site: from })
    for (const who of [member, worker]) {
      const answer = await (await who.ask('POST', `/api/plans/${plan}/acts`, act(1), { ...OPERATION, 'if-match': `"${version}"` })).text()
      expect(answer).not.toMatch(/meanwhile":\[\{|site\//)
    }
    const refused = ProblemShape.parse(await json(planner.post(`/api/plans/${plan}/acts`, act(1), { 'if-match': `"${version}"` })))
    expect([refused.code, JSON.stringify(refused).includes(analyst.id), JSON.stringify(refused).includes(site)]).toEqual(['plan/not-an-authorising-officer', false, false])
  })

  test('is told by an officer named for the plan alone how far its site has come, and not by whom', async () => {
    const office = await officeOnTheEve(engine)
    const { analyst, planner } = office
    const site = await workshop(office)
    const { plan, version } = await planWritten(office, site)
    const other = await atWork(office, 'authorising-officer', 'invented.other-officer', OTHER_POLICE)
    await entered(planner, `/api/need/plan/${plan}/acts`, { id: newId(), act: 'name', person: other.id, because: 'Decides it' }, { 'if-match': '"0"' })
    const stale = ProblemShape.parse(await json(other.post(`/api/plans/${plan}/acts`, { id: newId(), act: 'authorise', site: 1 }, { 'if-match': `"${version}"` })))
    expect([stale.code, stale.meanwhile, JSON.stringify(stale).includes(analyst.id)]).toEqual(['ledger/stale', [], false])
  })

  test('is written by a planner named for it alone, and rests on the same reports as before', async () => {
    const office = await officeOnTheEve(engine)
    const { analyst, planner } = office
    const site = await workshop(office)
    const { plan, version: opened } = await planWritten(office, site)
    const offences = JSON.parse(JSON.stringify(partSent('offences').content).replaceAll('contract-file', 'escaped-worker').replaceAll('ledger-copy', 'night-watch')) as unknown
    const { version } = await entered(planner, `/api/plans/${plan}/acts`, { ...partSent('offences'), content: offences }, { 'if-match': `"${opened}"` })
    const other = await atWork(office, 'planner', 'invented.other-planner', OTHER_POLICE)
    await entered(planner, `/api/need/plan/${plan}/acts`, { id: newId(), act: 'name', person: other.id, because: 'Writes it' }, { 'if-match': '"0"' })
    const shown = PlanShown.parse(await json(other.get(`/api/plans/${plan}`)))
    const content = shown.parts.find(({ part }) => part === 'offences')?.content
    expect(JSON.stringify(content)).toContain('at-the-site-')
    await entered(other, `/api/plans/${plan}/acts`, { ...partSent('offences'), content }, { 'if-match': `"${version}"` })
    const after = PlanShown.parse(await json(analyst.get(`/api/plans/${plan}`)))
    expect(after.parts.find(({ part }) => part === 'offences')?.content).toEqual(offences)
  })
})

describe.each(ENGINES)('a report for named eyes only, on %s', WHOLE_PLAN, (engine) => {
  test('leaves no word anywhere with a colleague who is not named, and every word with whoever recorded it', async () => {
    const { site, plan, entry, analyst, colleague } = await planForATeam(engine)
    const paths = [`/api/sites/${site}`, `/api/sites/${site}/timeline`, `/api/sites/${site}/certainty`, `/api/plans/${plan}`, `/api/plans/${plan}/reading`, `/api/plans/${plan}/authorised/${entry}`]
    const wordsIn = async (who: AtWork, path: string): Promise<string> => (await (await who.get(path)).text()).replaceAll(RED_REPORT, '')
    for (const path of paths) expect([path, (await wordsIn(colleague, path)).includes(CANARY)]).toEqual([path, false])
    const own = await wordsIn(analyst, `/api/sites/${site}`)
    for (const where of ['says', 'assessment', 'suspicion', 'graded', 'never-met', 'dissent', 'closed']) expect([where, own.includes(`${CANARY}-${where}`)]).toEqual([where, true])
  })
})
