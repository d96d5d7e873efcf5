import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { atWork, caseOffice, newId, openedSite, receiving, reportSent, type AtWork, type CaseOffice } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import type { KnownPaper } from './rights.ts'
import { withinReach } from './within-reach.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const kept = async (response: Promise<Response>): Promise<void> => expect([(await response).ok, await (await response).clone().text()]).toEqual([true, expect.anything()])

const papersFor = ({ office }: CaseOffice, { id }: AtWork, organisation: string, papers: readonly KnownPaper['kind'][], streams: readonly string[]) =>
  withinReach(office.cases.entries, streams, { reach: () => sql`1 = 1`, person: id, organisation, papers })

/** Something passed to one of two case workers by name. */
async function passedByName({ analyst, officer }: CaseOffice, worker: AtWork): Promise<string> {
  const [site, id] = [await openedSite(analyst), newId()]
  for (const [report, kind] of [['report-one', 'escaped-victim'], ['report-two', 'inspector']] as const) await kept(analyst.post(`/api/sites/${site}/acts`, receiving(reportSent(report, { kind }))))
  const fact = { id: newId(), says: 'About a dozen', about: 'victim', restsOn: ['report-one', 'report-two'], tells: { kind: 'not-told', time: 'week' }, controller: 'unit', basis: 'task-of-authority' }
  await kept(analyst.post('/api/shares', {
    id, site, to: { organisation: 'invented-ngo', audience: 'named-recipients', named: [worker.id] }, content: 'tasking', asks: 'keep-places-ready', marking: { sharing: 'TLP:AMBER', action: 'PAP:RED' },
    passed: { says: 'Keep places', facts: [fact] }, purpose: 'Shelter', conditions: 'For those on duty', inWriting: 'no',
  }))
  await kept(officer.post(`/api/shares/${id}/acts`, { id: newId(), act: 'release' }, { 'if-match': '"1"' }))
  return `share/${id}`
}

describe.each(ENGINES)('a notice that something was recorded, on %s', (engine) => {
  test('about what was passed to somebody by name reaches them and those who passed it on, and no colleague of theirs', async () => {
    const here = await caseOffice(engine)
    const [worker, colleague] = [await atWork(here, 'case-worker'), await atWork(here, 'case-worker', 'invented.colleague')]
    const share = await passedByName(here, worker)
    expect(await papersFor(here, worker, 'invented-ngo', ['share'], [share])).toEqual(new Set([share]))
    expect(await papersFor(here, colleague, 'invented-ngo', ['share'], [share])).toEqual(new Set())
    expect(await papersFor(here, here.analyst, 'unit', ['share'], [share])).toEqual(new Set([share]))
  })

  test('about what was passed on reaches nobody of those who passed it on who may not read the file it came from', async () => {
    const here = await caseOffice(engine)
    const share = await passedByName(here, await atWork(here, 'case-worker'))
    expect(await withinReach(here.office.cases.entries, [share], { reach: () => sql`1 = 0`, person: here.officer.id, organisation: 'unit', papers: ['share'] })).toEqual(new Set())
  })

  test('about a request reaches those who answer requests, and not those who only pass things on', async () => {
    const here = await caseOffice(engine)
    const id = newId()
    await kept(here.officer.post('/api/requests', {
      id, wants: 'know', through: 'themselves', identity: 'document-seen', mandate: 'unknown', goBetweenIs: 'unknown', language: 'th', channel: 'in-person',
      channelSays: 'On Tuesdays', standsAs: ['victim'], says: 'What is written about me', receivedAt: '2031-03-03T08:00:00Z',
    }))
    expect(await papersFor(here, here.officer, 'unit', ['share', 'request'], [`request/${id}`])).toEqual(new Set([`request/${id}`]))
    expect(await papersFor(here, here.analyst, 'unit', ['share'], [`request/${id}`])).toEqual(new Set())
  })
})
