import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import { problemIn } from '../../tests/application.ts'
import { atWork, caseOffice, json, newId, openedSite, receiving, reportSent, type AtWork } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { ContestedShape, HoldingsShape } from '../../wire/office/requests-holdings.ts'
import { RequestShown, RequestsShape } from '../../wire/office/requests.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const OTHER_UNIT = { id: 'other-unit' as OrganisationId, kind: 'police' } as const
const DAY = 86_400_000

const asking = (more: Readonly<Record<string, unknown>> = {}) => ({
  id: newId(), wants: 'know', through: 'themselves', identity: 'document-seen', mandate: 'unknown', goBetweenIs: 'unknown', language: 'th', channel: 'in-person',
  channelSays: 'At the shelter on Tuesdays', standsAs: ['victim', 'suspect'], says: 'What is written about me', receivedAt: '2031-03-03T08:00:00Z', ...more,
})
const answering = (more: Readonly<Record<string, unknown>> = {}) => ({
  id: newId(), act: 'answer', outcome: 'granted', grounds: [], groundsAre: 'told', reason: '', words: 'Two reports speak of you', wordsOfTheFile: null, complainTo: 'The authority for data', hold: 'not-asked', ...more,
})

async function taken(who: AtWork, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const sent = asking(more)
  expect((await who.post('/api/requests', sent)).status).toBe(201)
  return sent.id
}
const act = (who: AtWork, id: string, body: object, version?: number) => who.post(`/api/requests/${id}/acts`, body, version === undefined ? {} : { 'if-match': `"${version}"` })
const shown = async (who: AtWork, id: string) => RequestShown.parse(await json(who.get(`/api/requests/${id}`)))
const codeOf = async (response: Promise<Response>) => (await problemIn(await response)).code

describe.each(ENGINES)('the rights desk on %s', (engine) => {
  test('takes a request, lists it with its day, answers it on what was read, and holds the answer ready for paper', async () => {
    const { officer } = await caseOffice(engine)
    const id = await taken(officer)
    expect(RequestsShape.parse(await json(officer.get('/api/requests')))).toMatchObject({ requests: [{ id, wants: 'know', due: '2031-04-03T08:00:00.000Z', standing: 'open', overdue: 'no' }], term: { sureness: 'judgement' } })
    expect(await codeOf(act(officer, id, answering()))).toBe('request/no-version')
    expect((await act(officer, id, answering(), 1)).status).toBe(200)
    const read = await shown(officer, id)
    expect(read).toMatchObject({ version: 2, clock: { regime: 'law-enforcement' }, paper: { language: 'th', words: 'Two reports speak of you', complainTo: 'The authority for data' }, received: { by: officer.id } })
    expect(read.safeguards).toEqual(expect.arrayContaining(['never-held-to-testify', 'rights-of-a-suspect']))
    expect(await codeOf(act(officer, id, answering(), 2))).toBe('rights/answered-already')
    expect(await codeOf(act(officer, id, answering(), 1))).toBe('ledger/stale')
    await act(officer, id, { id: newId(), act: 'tell', how: 'in-person', toldAt: '2031-03-03T08:00:00Z', interpreted: 'yes', complaintTold: 'yes', says: 'Read out' })
    expect((await act(officer, id, { id: newId(), act: 'close', because: 'told', says: 'Done' }, 3)).status).toBe(200)
    expect(RequestsShape.parse(await json(officer.get('/api/requests'))).requests).toEqual([])
    expect(RequestsShape.parse(await json(officer.get('/api/requests?which=all'))).requests).toMatchObject([{ standing: 'closed' }])
  })

  test('the same request and the same act sent twice are kept once', async () => {
    const { officer } = await caseOffice(engine)
    const [sent, answer] = [asking(), answering()]
    const first = await json(officer.post('/api/requests', sent))
    expect(await json(officer.post('/api/requests', sent))).toEqual(first)
    const decided = await json(act(officer, sent.id, answer, 1))
    expect(await json(act(officer, sent.id, answer, 1))).toEqual(decided)
    expect((await shown(officer, sent.id)).version).toBe(2)
  })

  test('refuses less than was asked without a ground, and an answer to nobody known', async () => {
    const { officer } = await caseOffice(engine)
    const [known, unknown] = [await taken(officer), await taken(officer, { identity: 'not-established' })]
    expect(await problemIn(await act(officer, known, answering({ outcome: 'refused' }), 1))).toMatchObject({ status: 422, code: 'rights/no-ground' })
    expect(await problemIn(await act(officer, unknown, answering(), 1))).toMatchObject({ status: 409, code: 'rights/identity-not-checked' })
    expect(await codeOf(act(officer, known, { ...answering(), complainTo: '' }, 1))).toBe('rights/nobody-to-complain-to')
    expect(await problemIn(await act(officer, known, { id: newId(), act: 'restrict', file: 'letters/elsewhere', because: 'accuracy-contested', says: 'x' }))).toMatchObject({ status: 422 })
  })

  test('neither confirming nor denying leaves the house as the same bytes, whether something is held or nothing', async () => {
    const { officer, analyst } = await caseOffice(engine)
    const site = await openedSite(analyst)
    const papers = []
    for (const held of ['yes', 'no']) {
      const id = await taken(officer)
      if (held === 'yes') {
        await act(officer, id, { id: newId(), act: 'note-holding', file: `site/${site}`, report: 'report-one', basis: 'task-of-authority', says: 'Named by the foreman' })
        await act(officer, id, { id: newId(), act: 'restrict', file: `site/${site}`, because: 'accuracy-contested', says: 'They were never there' })
      }
      const { version } = await shown(officer, id)
      expect((await act(officer, id, answering({ outcome: 'neither-confirmed-nor-denied', grounds: [held === 'yes' ? 'protects-investigation' : 'protects-others'], reason: held, words: null }), version)).status).toBe(200)
      papers.push(JSON.stringify((await shown(officer, id)).paper))
    }
    expect(papers[0]).toBe(papers[1])
  })

  test('shows where somebody stands, who answers for it and who looked, by role and organisation and never by name', async () => {
    const { officer, analyst } = await caseOffice(engine)
    const [site, id] = [await openedSite(analyst), await taken(officer)]
    await analyst.get(`/api/sites/${site}`)
    for (const file of [`site/${site}`, 'site/there-is-none', 'source/there-is-none']) expect((await act(officer, id, { id: newId(), act: 'note-holding', file, report: null, basis: 'task-of-authority', says: 'One report' })).status).toBe(200)
    const answer = await (await officer.get(`/api/requests/${id}/holdings`)).text()
    const { holdings, ofTheRequest } = HoldingsShape.parse(JSON.parse(answer))
    expect(holdings[0]).toMatchObject({ isFor: 'you', controller: { id: 'unit', kind: 'police' }, law: { sureness: 'unverified' }, looks: expect.arrayContaining([expect.objectContaining({ role: 'analyst', organisation: 'The unit', name: null })]) })
    expect(holdings.slice(1)).toMatchObject([{ isFor: 'not-for-you', controller: null, looks: [] }, { isFor: 'not-for-you', controller: null, looks: [] }])
    expect(ofTheRequest.looks.length).toBeGreaterThan(0)
    expect(answer).not.toContain('Invented')
  })

  test('a restriction marks the file for whoever reads it, without who asked, until it is lifted', async () => {
    const { officer, analyst } = await caseOffice(engine)
    const [site, id] = [await openedSite(analyst), await taken(officer, { wants: 'restrict' })]
    const contested = async () => ContestedShape.parse(await json(analyst.get(`/api/contested?file=site/${site}`)))
    expect(await contested()).toEqual({ contested: 'no', since: null })
    expect((await act(officer, id, { id: newId(), act: 'restrict', file: `site/${site}`, because: 'accuracy-contested', says: 'They were never there' })).status).toBe(200)
    expect(await contested()).toEqual({ contested: 'yes', since: '2031-03-03T08:00:00.000Z' })
    const lift = { id: newId(), act: 'lift-restriction', file: `site/${site}`, because: 'Settled' }
    expect(await codeOf(act(officer, id, { ...lift, toldBefore: 'no' }, 2))).toBe('rights/not-told-before-lifting')
    expect((await act(officer, id, { ...lift, toldBefore: 'yes' }, 2)).status).toBe(200)
    expect(await contested()).toEqual({ contested: 'no', since: null })
    expect(await codeOf(act(officer, id, { id: newId(), act: 'restrict', file: 'site/there-is-none', because: 'accuracy-contested', says: 'x' }))).toBe('access/no-such-file')
  })

  test('a wish to be forgotten destroys nothing here, and is not granted on hold', async () => {
    const { officer } = await caseOffice(engine)
    const id = await taken(officer, { wants: 'erase' })
    expect(await codeOf(act(officer, id, answering({ hold: 'stands' }), 1))).toBe('rights/on-hold')
    expect((await act(officer, id, answering({ outcome: 'restricted-instead', hold: 'stands', grounds: ['needed-as-evidence'], reason: 'The appeal is open' }), 1)).status).toBe(200)
    expect(await codeOf(act(officer, id, { id: newId(), act: 'link-forgetting', asking: 'asking-0001', file: 'site/site-1' }))).toBe('rights/not-granted')
    expect((await shown(officer, id)).answer).toMatchObject({ outcome: 'restricted-instead', grounds: [{ ground: 'needed-as-evidence', law: { sureness: 'unverified' } }] })
  })

  test('a hold that stands on what was noted is a hold, whatever the clerk found; one on another report is none', async () => {
    const { officer, analyst } = await caseOffice(engine)
    const site = await openedSite(analyst)
    for (const report of ['report-one', 'report-two']) expect((await analyst.post(`/api/sites/${site}/acts`, receiving(reportSent(report)))).status).toBe(200)
    const erasing = async (report: string | null) => {
      const id = await taken(officer, { wants: 'erase' })
      await act(officer, id, { id: newId(), act: 'note-holding', file: `site/${site}`, report, basis: 'task-of-authority', says: 'Told by the foreman' })
      return (await act(officer, id, answering({ hold: 'none' }), 2)).status
    }
    const hold = await officer.post('/api/keeping/report/report-one/acts', { id: newId(), act: 'place-hold', ground: 'proceedings', reference: 'C-12/31', reviewBy: '2032-03-03T08:00:00Z' })
    expect(hold.status).toBe(200)
    expect([await erasing('report-one'), await erasing('report-two'), await erasing(null)]).toEqual([409, 200, 409])
  })

  test('another unit sees no request of this one, and learns by trying nothing that it would not of one that never was', async () => {
    const given = await caseOffice(engine)
    const [id, stranger] = [await taken(given.officer), await atWork(given, 'authorising-officer', 'invented.stranger', OTHER_UNIT)]
    expect(RequestsShape.parse(await json(stranger.get('/api/requests?which=all'))).requests).toEqual([])
    for (const path of ['', '/holdings']) {
      const [theirs, none] = await Promise.all([stranger.get(`/api/requests/${id}${path}`), stranger.get(`/api/requests/${newId()}${path}`)])
      expect([theirs.status, await theirs.text()]).toEqual([none.status, await none.text()])
    }
    const sent = { id: newId(), act: 'note-holding', file: 'site/site-1', report: null, basis: 'unknown', says: 'x' }
    expect([await codeOf(act(stranger, id, sent)), await codeOf(act(stranger, newId(), sent))]).toEqual(['access/no-such-file', 'access/no-such-file'])
  })

  test('is for those who answer, and for oversight to read; not for an analyst, a case worker or an administrator', async () => {
    const given = await caseOffice(engine)
    const id = await taken(given.officer)
    const [oversight, caseWorker] = [await atWork(given, 'oversight'), await atWork(given, 'case-worker')]
    for (const who of [given.analyst, given.administrator, caseWorker]) for (const path of ['/api/requests', `/api/requests/${id}`, `/api/requests/${id}/holdings`]) expect((await who.get(path)).status).toBe(403)
    expect((await given.analyst.post('/api/requests', asking())).status).toBe(403)
    expect(RequestsShape.parse(await json(oversight.get('/api/requests'))).requests).toMatchObject([{ id, organisation: 'unit' }])
    expect((await shown(oversight, id)).asked.says).toBe('What is written about me')
    expect((await oversight.post('/api/requests', asking())).status).toBe(403)
    expect((await act(oversight, id, answering(), 1)).status).toBe(404)
  })

  test('late is told, and never a reason to refuse an answer', async () => {
    const given = await caseOffice(engine)
    const id = await taken(given.officer)
    given.clock.pass(40 * DAY)
    const officer = await atWork(given, 'authorising-officer', 'invented.later')
    expect(RequestsShape.parse(await json(officer.get('/api/requests'))).requests).toMatchObject([{ id, overdue: 'yes' }])
    expect(await codeOf(act(officer, id, { id: newId(), act: 'extend', until: '2031-05-03T08:00:00Z', reason: 'Three archives' }, 1))).toBe('rights/too-late-to-extend')
    expect((await act(officer, id, answering(), 1)).status).toBe(200)
    expect((await shown(officer, id)).concerns).toEqual([{ code: 'rights/overdue' }])
  })

  test('an answer and the lifting of a restriction ask who somebody is, when they signed in a while ago', async () => {
    const given = await caseOffice(engine)
    const id = await taken(given.officer)
    given.clock.pass(6 * 60_000)
    expect(await codeOf(act(given.officer, id, answering(), 1))).toBe('session/step-up')
    expect((await act(given.officer, id, { id: newId(), act: 'forward-complaint', to: 'The authority for data', at: '2031-03-03T08:05:00Z', says: 'They disagree' })).status).toBe(200)
  })

  test('no word of a request stands in the ledger in clear', async () => {
    const { officer, office } = await caseOffice(engine)
    const id = await taken(officer)
    await act(officer, id, { id: newId(), act: 'check-identity', identity: 'known-to-partner', mandate: 'seen', goBetweenIs: 'in-no-file', says: 'The shelter knows them' })
    const rows = JSON.stringify(await office.cases.entries.db.selectFrom('entries' as never).selectAll().execute())
    expect(rows).toContain(`request/${id}`)
    for (const word of ['written about me', 'The shelter', 'Tuesdays', 'suspect', 'known-to-partner']) expect(rows).not.toContain(word)
  })
})
