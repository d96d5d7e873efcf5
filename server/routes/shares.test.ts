import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { atWork, json, newId, openedSite, receiving, reportSent, type AtWork } from '../../tests/case-cast.ts'
import { organisationOf } from '../../tests/organisation-cast.ts'
import { ExposureShape, ReceivedShown, ReceiversShape, SharedWithUsShape, SharesShape, ShareShown } from '../../wire/office/shares.ts'
import type { Engine } from '../../ledger/store/store.ts'
import type { OrganisationId } from '../../core/kernel/organisation.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const NGO = organisationOf('ngo')
const OTHER: typeof NGO = { id: 'other-shelter' as OrganisationId, kind: 'ngo' }
const care = { 'x-daylight-look': 'care' }
const [WORKER, INSPECTOR] = ['report-worker', 'report-inspector']

/** A police unit with two who assess, an officer, and an NGO with two workers; a site with two reports. */
async function sharingOffice(engine: Engine) {
  const given = await freshOffice(engine)
  const [analyst, second, officer] = [await atWork(given, 'analyst'), await atWork(given, 'analyst', 'invented.second'), await atWork(given, 'authorising-officer')]
  const [worker, colleague] = [await atWork(given, 'case-worker'), await atWork(given, 'case-worker', 'invented.colleague')]
  const stranger = await atWork(given, 'case-worker', 'invented.stranger', OTHER)
  const site = await openedSite(analyst)
  for (const [id, kind] of [[WORKER, 'escaped-victim'], [INSPECTOR, 'inspector']] as const) expect((await analyst.post(`/api/sites/${site}/acts`, receiving(reportSent(id, { kind })))).status).toBe(200)
  return { ...given, analyst, second, officer, worker, colleague, stranger, site }
}

const fact = (restsOn: readonly string[], more: object = {}) => ({
  id: newId(), says: 'About a dozen may need a bed', about: 'victim', restsOn, tells: { kind: 'not-told', time: 'week' }, controller: 'unit', basis: 'task-of-authority', ...more,
})
const sharing = (site: string, more: object = {}) => ({
  id: newId(), site, to: { organisation: NGO.id, audience: 'clients', named: [] }, content: 'tasking', asks: 'keep-places-ready', marking: { sharing: 'TLP:AMBER', action: 'PAP:RED' },
  passed: { says: 'Please keep twelve places ready from Monday', facts: [fact([WORKER, INSPECTOR])] }, purpose: 'Shelter', conditions: 'For those on duty alone', inWriting: 'no', ...more,
})

async function prepared(who: AtWork, site: string, more: object = {}): Promise<string> {
  const sent = sharing(site, more)
  const response = await who.post('/api/shares', sent)
  expect([response.status, response.status === 201 ? '' : await response.text()]).toEqual([201, ''])
  return sent.id
}

const shown = async (who: AtWork, id: string) => ShareShown.parse(await json(who.get(`/api/shares/${id}`)))
const act = async (who: AtWork, id: string, sent: object) => who.post(`/api/shares/${id}/acts`, { id: newId(), ...sent }, { 'if-match': `"${(await shown(who, id)).version}"` })
const codeOf = async (response: Response | Promise<Response>) => ((await response).ok ? (await response).status : (await json<{ code: string }>(response)).code)
const received = (who: AtWork, id: string) => who.ask('GET', `/api/shared-with-us/${id}`, undefined, care)
const answering = (who: AtWork, id: string, sent: object) => who.post(`/api/shared-with-us/${id}/acts`, { id: newId(), ...sent }, care)

async function passedOn(engine: Engine, more: object = {}) {
  const given = await sharingOffice(engine)
  const id = await prepared(given.analyst, given.site, more)
  expect(await codeOf(act(given.second, id, { act: 'release' }))).toBe(200)
  return { ...given, id }
}

describe.each(ENGINES)('what is passed on, on %s', (engine) => {
  test('is written by one, let go by another, and read by those it was passed to', async () => {
    const { analyst, second, worker, site, office } = await sharingOffice(engine)
    const id = await prepared(analyst, site)
    expect(await shown(second, id)).toMatchObject({ version: 1, findings: [], inTheWay: [], draft: { by: analyst.id } })
    expect(SharedWithUsShape.parse(await json(worker.get('/api/shared-with-us')))).toEqual({ shares: [], next: null, count: 0 })
    expect(await codeOf(received(worker, id))).toBe('access/no-such-file')
    expect(await codeOf(act(analyst, id, { act: 'release' }))).toBe('share/own-share')
    expect(await codeOf(act(second, id, { act: 'release' }))).toBe(200)
    const got = ReceivedShown.parse(await json(received(worker, id)))
    expect(got).toMatchObject({ from: expect.any(String), edition: 1, acknowledged: 'no', words: { says: 'Please keep twelve places ready from Monday', facts: [{ basis: 'task-of-authority', controller: 'sender', from: null }] } })
    expect(await codeOf(answering(worker, id, { act: 'acknowledge', edition: 1 }))).toBe(200)
    expect(ReceivedShown.parse(await json(received(worker, id))).acknowledged).toBe('yes')
    const log = SharesShape.parse(await json(second.get('/api/shares')))
    expect(log).toMatchObject({ count: 1, shares: [{ id, to: { id: NGO.id }, bases: ['task-of-authority'], controllers: [{ id: 'unit' }], preparedBy: analyst.id, releasedBy: second.id, acknowledgedAt: new Date(office.now()).toISOString(), recalledAt: null }] })
  })

  test('carries nothing by which a report, a source or another organisation is found', async () => {
    const { worker, id, site, analyst, second } = await passedOn(engine)
    const hidden = [WORKER, INSPECTOR, site, analyst.id, second.id, 'escaped', 'restsOn', 'other-shelter', 'Twelve people sew']
    for (const text of [await (await received(worker, id)).text(), await (await worker.get('/api/shared-with-us')).text()]) expect(hidden.filter((one) => text.includes(one))).toEqual([])
  })

  test('is nothing at all to anybody else, in the words and the status of what never was', async () => {
    const { stranger, worker, id } = await passedOn(engine)
    const answered = async (response: Response) => [response.status, await response.text()]
    const never = await answered(await received(stranger, newId()))
    expect(never[0]).toBe(404)
    expect(await answered(await received(stranger, id))).toEqual(never)
    expect(await answered(await answering(stranger, id, { act: 'acknowledge', edition: 1 }))).toEqual(never)
    expect(await answered(await stranger.ask('GET', `/api/shares/${id}`, undefined, care))).toEqual(never)
    expect(await answered(await worker.ask('GET', `/api/shares/${id}`, undefined, care))).toEqual(never)
    expect(SharedWithUsShape.parse(await json(stranger.get('/api/shared-with-us'))).count).toBe(0)
    expect(SharesShape.parse(await json(worker.get('/api/shares')))).toMatchObject({ count: 0, shares: [] })
  })

  test('that is red is for the person who is named, and for no colleague of theirs', async () => {
    const { analyst, second, worker, colleague, site } = await sharingOffice(engine)
    expect((await analyst.post(`/api/sites/${site}/acts`, receiving(reportSent('report-red', { handling: { sharing: 'TLP:RED', action: 'PAP:RED' } })))).status).toBe(200)
    const red = { marking: { sharing: 'TLP:RED', action: 'PAP:RED' }, passed: { says: 'Keep places', facts: [fact(['report-red', INSPECTOR])] } }
    const openly = await prepared(analyst, site, red)
    expect(await codeOf(act(second, openly, { act: 'release' }))).toBe('share/handling-forbids')
    const id = await prepared(analyst, site, { ...red, to: { organisation: NGO.id, audience: 'named-recipients', named: [worker.id] } })
    expect(await codeOf(act(second, id, { act: 'release' }))).toBe(200)
    expect([await codeOf(received(worker, id)), await codeOf(received(colleague, id))]).toEqual([200, 'access/no-such-file'])
    const listed = async (who: AtWork) => SharedWithUsShape.parse(await json(who.get('/api/shared-with-us'))).count
    expect([await listed(worker), await listed(colleague)]).toEqual([1, 0])
    expect(await codeOf(analyst.post('/api/shares', sharing(site, { to: { organisation: OTHER.id, audience: 'named-recipients', named: [worker.id] } })))).toBe('share/no-such-organisation')
  })

  test('waits while a fact gives somebody away, until somebody answers for it', async () => {
    const { analyst, second, officer, site } = await sharingOffice(engine)
    const alone = fact([WORKER])
    expect(ExposureShape.parse(await json(analyst.post(`/api/sites/${site}/exposure`, { facts: [{ id: alone.id, restsOn: [WORKER] }] })))).toMatchObject({ sharing: 'TLP:AMBER', findings: [{ fact: alone.id, exposure: 'one-source', perhapsIn: [INSPECTOR] }] })
    const id = await prepared(analyst, site, { passed: { says: 'Keep places', facts: [alone] } })
    expect(await codeOf(act(second, id, { act: 'release' }))).toBe('share/findings-open')
    const answer = { fact: alone.id, exposure: 'one-source' }
    expect(await codeOf(act(second, id, { act: 'check', says: 'Keep places', answers: [{ ...answer, how: 'risk-accepted', ground: 'source-is-safe', because: 'Abroad' }] }))).toBe('share/not-the-controller')
    expect(await codeOf(act(second, id, { act: 'check', says: 'Keep some places', answers: [{ ...answer, how: 'coarsened', tells: { kind: 'not-told', time: 'not-told' }, says: 'Several may need a bed' }] }))).toBe(200)
    expect(await shown(officer, id)).toMatchObject({ findings: [], inTheWay: [], draft: { says: 'Keep some places', answers: [{ how: 'coarsened', by: second.id }] } })
    expect(await codeOf(act(officer, id, { act: 'release' }))).toBe(200)
  })

  test('is called back: its words are gone from those who had it, who say what became of it', async () => {
    const { second, worker, id } = await passedOn(engine)
    expect(await codeOf(answering(worker, id, { act: 'acknowledge-recall', outcome: 'deleted', because: '' }))).toBe('share/not-recalled')
    expect(await codeOf(act(second, id, { act: 'recall', ground: 'error', says: 'The number was wrong' }))).toBe(200)
    const got = ReceivedShown.parse(await json(received(worker, id)))
    expect([got.words, got.recallGround, got.recallAnswered]).toEqual([null, 'error', null])
    expect(await codeOf(answering(worker, id, { act: 'acknowledge-recall', outcome: 'kept', because: ' ' }))).toBe('share/kept-without-reason')
    expect(await codeOf(answering(worker, id, { act: 'acknowledge-recall', outcome: 'deleted', because: '' }))).toBe(200)
    expect(SharesShape.parse(await json(second.get('/api/shares'))).shares[0]).toMatchObject({ recallGround: 'error', recallOutcome: 'deleted' })
  })

  test('is corrected by another version, which is let go like the first and acknowledged anew', async () => {
    const { analyst, second, worker, id } = await passedOn(engine)
    expect((await shown(second, id)).toCorrect).toMatchObject({ says: 'Please keep twelve places ready from Monday', facts: [{ restsOn: [WORKER, INSPECTOR] }] })
    expect(await codeOf(act(second, id, { act: 'correct', because: 'Counted again', passed: { says: 'Please keep two places ready', facts: [fact([WORKER, INSPECTOR])] } }))).toBe(200)
    expect(ReceivedShown.parse(await json(received(worker, id)))).toMatchObject({ edition: 1, words: { says: 'Please keep twelve places ready from Monday' } })
    expect(await codeOf(act(second, id, { act: 'release' }))).toBe('share/own-share')
    expect(await codeOf(act(analyst, id, { act: 'release' }))).toBe(200)
    expect(ReceivedShown.parse(await json(received(worker, id)))).toMatchObject({ edition: 2, acknowledged: 'no', words: { says: 'Please keep two places ready' } })
  })

  test('leaves at once, by one person, where a life is in danger; two are told, and another looks at it afterwards', async () => {
    const { analyst, second, officer, worker, site } = await sharingOffice(engine)
    const id = await prepared(analyst, site, { content: 'assessment', asks: 'be-reachable', passed: { says: 'Fire at the place', facts: [fact([WORKER], { basis: 'authority-danger-to-life' })] } })
    expect(await codeOf(act(analyst, id, { act: 'release-at-once', because: 'Fire', told: [second.id, analyst.id] }))).toBe('share/two-not-told')
    expect(await codeOf(act(analyst, id, { act: 'release-at-once', because: 'Fire', told: [second.id, officer.id] }))).toBe(200)
    expect(await codeOf(received(worker, id))).toBe(200)
    expect(SharesShape.parse(await json(officer.get('/api/shares'))).shares[0]).toMatchObject({ awaitsReview: 'yes', told: [second.id, officer.id].toSorted() })
    expect((await shown(officer, id)).editions[0]?.atOnce?.passedOver).toEqual(['share/findings-open'])
    expect(await codeOf(act(analyst, id, { act: 'review', says: 'Fine' }))).toBe('share/own-release')
    expect(await codeOf(act(officer, id, { act: 'review', says: 'It burned' }))).toBe(200)
    expect((await shown(officer, id)).awaitsReview).toBe('no')
  })

  test('is decided on what was read, and with a fresh proof', async () => {
    const { analyst, second, site, clock } = await sharingOffice(engine)
    const id = await prepared(analyst, site)
    expect(await codeOf(second.post(`/api/shares/${id}/acts`, { id: newId(), act: 'release' }))).toBe('request/no-version')
    expect(await codeOf(second.post(`/api/shares/${id}/acts`, { id: newId(), act: 'release' }, { 'if-match': '"9"' }))).toBe('ledger/stale')
    clock.pass(6 * 60_000)
    expect(await codeOf(act(second, id, { act: 'release' }))).toBe('session/step-up')
  })

  test('is decided once, however often that is sent, also when the file has moved so far meanwhile that it would be refused', async () => {
    const { analyst, second, officer, site } = await sharingOffice(engine)
    expect((await analyst.post(`/api/sites/${site}/acts`, receiving(reportSent('report-heard', { kind: 'inspector', access: 'told' })))).status).toBe(200)
    const heard = fact([WORKER, 'report-heard'])
    const id = await prepared(analyst, site, { passed: { says: 'Keep places', facts: [heard] } })
    const answers = [{ fact: heard.id, exposure: 'one-origin', how: 'coarsened', tells: { kind: 'not-told', time: 'not-told' }, says: 'Some may need a bed' }]
    const [checking, letting] = [{ id: newId(), act: 'check', says: 'Keep some places', answers }, { id: newId(), act: 'release' }]
    const send = (sent: object, version: number, who = second) => json(who.post(`/api/shares/${id}/acts`, sent, { 'if-match': `"${version}"` }))
    const [checked, left] = [await send(checking, 1), await send(letting, 2, officer)]
    expect([checked, left]).toMatchObject([{ version: 2 }, { version: 3 }])
    expect((await analyst.post(`/api/sites/${site}/acts`, { id: newId(), act: 'record-independence', report: 'report-heard', because: 'Heard it from the driver' })).status).toBe(200)
    expect([await send(checking, 1), await send(letting, 2, officer)]).toEqual([checked, left])
    expect((await shown(second, id)).editions).toHaveLength(1)
    const recall = { id: newId(), act: 'recall', ground: 'error', says: 'The number was wrong' }
    const recalled = await send(recall, 3)
    expect(await send(recall, 3)).toEqual(recalled)
    expect(await send({ ...recall, says: 'Another reason' }, 3)).toMatchObject({ code: 'ledger/entry-differs' })
  })

  test('is passed on from a file by those who may, and to an organisation that may hold it', async () => {
    const { analyst, worker, second, site } = await sharingOffice(engine)
    expect(await codeOf(worker.post('/api/shares', sharing(site), care))).toBe('access/no-such-file')
    expect(await codeOf(worker.post(`/api/sites/${site}/exposure`, { facts: [] }, care))).toBe('access/no-such-file')
    const id = await prepared(analyst, site, { content: 'intelligence', asks: 'nothing' })
    expect(await codeOf(act(second, id, { act: 'release' }))).toBe('share/receiver-may-not-hold')
    expect(ReceiversShape.parse(await json(analyst.get('/api/shares/receivers'))).organisations.map(({ id: each, people }) => [each, people.length])).toEqual(expect.arrayContaining([[NGO.id, 2], [OTHER.id, 1]]))
    expect(ReceiversShape.parse(await json(worker.get('/api/shares/receivers'))).organisations).toEqual([])
  })

  test('stands in a log that is read page by page, by one file or by all', async () => {
    const { analyst, second, worker, site } = await sharingOffice(engine)
    const ids = []
    for (let i = 0; i < 3; i++) ids.push(await prepared(analyst, site))
    for (const id of ids) expect(await codeOf(act(second, id, { act: 'release' }))).toBe(200)
    const first = SharesShape.parse(await json(second.get(`/api/shares?limit=2&site=${site}`)))
    const rest = SharesShape.parse(await json(second.get(`/api/shares?limit=2&cursor=${first.next}`)))
    expect([first.count, [...first.shares, ...rest.shares].map(({ id }) => id).toSorted(), rest.next]).toEqual([3, ids.toSorted(), null])
    expect(SharesShape.parse(await json(second.get('/api/shares?site=no-such-site'))).count).toBe(0)
    const one = SharedWithUsShape.parse(await json(worker.get('/api/shared-with-us?limit=2')))
    const more = SharedWithUsShape.parse(await json(worker.get(`/api/shared-with-us?limit=2&cursor=${one.next}`)))
    expect([...one.shares, ...more.shares].map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect(await codeOf(second.get('/api/shares?cursor=bm9uZQ'))).toBe('reading/wrong-value')
  })

  test('is read by oversight, and every look at it stands in the access log', async () => {
    const { id, office, ...given } = await passedOn(engine)
    const oversight = await atWork({ ...given, office }, 'oversight')
    const look = { 'x-daylight-look': 'oversight' }
    expect(await codeOf(oversight.ask('GET', `/api/shares/${id}`, undefined, look))).toBe(200)
    expect(SharesShape.parse(await json(oversight.ask('GET', '/api/shares', undefined, look))).count).toBe(1)
    expect(SharesShape.parse(await json(oversight.get('/api/shares'))).count).toBe(0)
    expect(await codeOf(given.stranger.ask('GET', `/api/shared-with-us/${id}`, undefined, care))).toBe('access/no-such-file')
    const looks = await office.cases.desk.db.selectFrom('looks').select(['who', 'stream', 'allowed']).where('stream', '=', `share/${id}`).execute()
    expect(looks).toEqual(expect.arrayContaining([{ who: oversight.id, stream: `share/${id}`, allowed: 'yes' }, { who: given.stranger.id, stream: `share/${id}`, allowed: 'no' }]))
  })
})
