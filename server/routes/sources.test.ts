import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { atWork, caseOffice, json, newId, openedSite, receiving, reportSent, type AtWork } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { DueShape } from '../../wire/office/due.ts'
import { LooksShape } from '../../wire/office/looks.ts'
import { FoundShape } from '../../wire/office/search.ts'
import { SiteShape, TimelineShape } from '../../wire/office/site-answers.ts'
import { SourceShown, SourcesShape, type SourceAnswer } from '../../wire/office/source-answers.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

type Office = Awaited<ReturnType<typeof caseOffice>>

/** Sends an act on a source; a decision is made on the version that was read. */
const acting = async (who: AtWork, source: string, act: string, body: object = {}, decides: 'on-a-version' | 'at-once' = 'at-once'): Promise<Response> => {
  const version = decides === 'at-once' ? null : (await who.get(`/api/sources/${source}`)).headers.get('etag')
  return who.post(`/api/sources/${source}/acts`, { id: newId(), act, ...body }, version === null ? {} : { 'if-match': version })
}

/** A source of the register, with the analyst for a handler and the planner for a controller. */
async function registered({ analyst, planner }: Office, more: object = {}): Promise<string> {
  const id = newId()
  const response = await analyst.post('/api/sources', { id, kind: 'informant-tested', protected: 'yes', underControl: 'no', age: 'adult', handler: analyst.id, controller: planner.id, ...more })
  expect([response.status, await response.text()]).toEqual([201, expect.stringContaining('version')])
  return id
}

const USE = { use: 'adult', conduct: 'Look at the gate and tell', because: 'Nobody else comes near it', risksExplained: 'yes' }
const authorised = async ({ officer }: Office, source: string, more: object = {}): Promise<Response> => acting(officer, source, 'authorise', { ...USE, ...more }, 'on-a-version')
const shown = async (who: AtWork, source: string): Promise<SourceAnswer> => SourceShown.parse(await json(who.get(`/api/sources/${source}`)))
const task = (source: string, owner: string, more: object = {}) => ({ id: newId(), act: 'set-task', question: 'Who opens the gate at night?', kind: 'informant-tested', source, owner, due: '2031-03-05T00:00:00Z', ...more })

/** Everything that passes between a source and those who answer for them, with a mark in every word. */
const HANDLED: readonly (readonly [string, object])[] = [
  ['note-recruitment', { at: '2031-02-01T10:00:00Z', by: 'person-one', says: 'MARK came to us' }],
  ['note-authority', { authority: 'MARK border police', knownThereAs: 'MARK Willow' }],
  ['note-welfare', { says: 'MARK sleeps badly', done: 'MARK a doctor was found' }],
  ['record-contact', { at: '2031-03-02T10:00:00Z', how: 'in-person', where: 'MARK a market town', says: 'MARK all is well' }],
  ['note-information', { says: 'MARK two vans at night', passedOn: 'MARK the planner, without a time' }],
  ['record-benefit', { at: '2031-03-02T10:00:00Z', what: 'payment', money: { minor: 5000, currency: 'EUR' }, decidedBy: 'person-one', because: 'MARK fares' }],
]

describe.each(ENGINES)('the register of sources on %s', (engine) => {
  test('registers somebody once, under a drawn name, and says who they are to those who answer for them', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner, officer } = office
    const [stranger, sent] = [await atWork(office, 'analyst', 'invented.stranger'), { id: newId(), kind: 'informant-tested', protected: 'yes', underControl: 'no', handler: analyst.id, controller: planner.id }]
    expect(await json(analyst.post('/api/sources', sent))).toEqual(await json(analyst.post('/api/sources', sent)))
    await acting(analyst, sent.id, 'identify', { identity: { name: 'Invented Person', goesBy: 'Invented Other', contact: 'by the mill on Tuesdays' } })
    await acting(analyst, sent.id, 'judge-outcome', { report: 'report-one', outcome: 'borne-out', because: 'They were found' })
    for (const who of [analyst, planner]) expect(await shown(who, sent.id)).toMatchObject({ sight: 'whole', identity: { name: 'Invented Person', goesBy: 'Invented Other' }, identityIs: 'open', record: { hits: 1, misses: 0 } })
    for (const who of [stranger, officer]) expect(await (await who.get(`/api/sources/${sent.id}`)).text()).not.toContain('Invented Person')
    expect(await json(stranger.post(`/api/sources/${sent.id}/acts`, { id: newId(), act: 'identify', identity: { name: 'Invented Liar' } }))).toMatchObject({ status: 403, code: 'access/not-permitted' })
  })

  test('keeps everything that the regulations ask for, and tells it to those who answer for them and to oversight', async () => {
    const office = await caseOffice(engine)
    const { analyst, officer } = office
    const [source, stranger, overseer] = [await registered(office, { protected: 'no' }), await atWork(office, 'analyst', 'invented.stranger'), await atWork(office, 'oversight', 'invented.overseer')]
    for (const [act, body] of HANDLED) expect([act, (await acting(analyst, source, act, body)).status]).toEqual([act, 200])
    const whole = await shown(analyst, source)
    expect(whole.handling).toMatchObject({ contacts: [{ with: analyst.id, how: 'in-person' }], benefits: [{ money: { minor: 5000, currency: 'EUR' } }], welfare: [{ done: 'MARK a doctor was found' }], recruited: [{ by: 'person-one' }] })
    expect(JSON.stringify(whole).match(/MARK/g)).toHaveLength(10)
    for (const who of [stranger, officer]) {
      const text = await (await who.get(`/api/sources/${source}`)).text()
      expect(text).not.toMatch(/MARK|5000/)
      expect(SourceShown.parse(JSON.parse(text)).handling).toBeNull()
    }
    const reviewed = await overseer.ask('GET', `/api/sources/${source}`, undefined, { 'x-daylight-look': 'oversight' })
    expect(SourceShown.parse(await reviewed.json())).toMatchObject({ sight: 'handling', handling: { contacts: [{ says: 'MARK all is well' }] }, identity: null })
  })

  test('keeps a contact that two recorded, late, and in any order', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner } = office
    const source = await registered(office)
    await acting(analyst, source, 'record-contact', { at: '2031-03-02T10:00:00Z', says: 'Well' })
    await acting(planner, source, 'record-contact', { at: '2031-02-02T10:00:00Z', says: 'First met' })
    await acting(planner, source, 'record-contact', { at: '2031-03-02T10:00:00Z', with: analyst.id, says: 'Well' })
    expect((await shown(analyst, source)).handling?.contacts.map(({ at, noted }) => [at.slice(0, 10), noted.by])).toEqual([['2031-03-02', planner.id], ['2031-03-02', analyst.id], ['2031-02-02', planner.id]])
  })

  test('is used on the word of an authorising officer who does not answer for them, on what they read, and no longer than the term', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner, officer } = office
    const source = await registered(office)
    expect(await json(officer.post(`/api/sources/${source}/acts`, { id: newId(), act: 'authorise', ...USE }))).toMatchObject({ status: 428 })
    expect(await json(acting(planner, source, 'authorise', USE, 'on-a-version'))).toMatchObject({ status: 403, code: 'source/not-an-authorising-officer' })
    expect(await json(authorised(office, source, { risksExplained: 'unknown' }))).toMatchObject({ status: 422, code: 'source/risks-not-explained' })
    expect(await json(authorised(office, source, { until: '2032-12-31T00:00:00Z' }))).toMatchObject({ status: 422, code: 'source/beyond-the-term', detail: expect.stringContaining('2032-03-02T08:00:00.000Z') })
    expect((await authorised(office, source)).status).toBe(200)
    expect(await shown(analyst, source)).toMatchObject({ mayBeTasked: 'yes', uses: [{ by: officer.id, standing: 'in-force', conduct: USE.conduct }], terms: { adultDays: { sureness: 'unverified' } } })
    expect(await shown(officer, source)).toMatchObject({ sight: 'authority', uses: [{ because: USE.because }] })
    await acting(analyst, source, 'cancel-use', { because: 'Seen with a camera' })
    expect(await shown(planner, source)).toMatchObject({ mayBeTasked: 'no', whyNotTasked: 'source/not-authorised', uses: [{ standing: 'cancelled' }] })
    const risen = await atWork(office, 'analyst', 'invented.risen')
    const own = await registered(office, { handler: risen.id })
    await office.office.cases.desk.transact((db) => db.updateTable('people').set({ role: 'authorising-officer' }).where('id', '=', risen.id).execute())
    expect(await json(authorised({ ...office, officer: risen }, own))).toMatchObject({ status: 403, code: 'source/authoriser-answers-for-them' })
  })

  test('has a task that names them stand in both files, or in neither', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner } = office
    const [site, source] = [await openedSite(analyst), await registered(office)]
    const [sent, setTask] = [task(source, analyst.id), (body: object) => planner.post(`/api/sites/${site}/acts`, body)]
    expect(await json(setTask(sent))).toMatchObject({ status: 409, code: 'source/not-authorised' })
    expect([(await shown(analyst, source)).tasks, SiteShape.parse(await json(planner.get(`/api/sites/${site}`))).tasks]).toEqual([[], []])
    await authorised(office, source)
    const kept = await json(setTask(sent))
    expect(kept).toMatchObject({ entry: sent.id })
    expect(await json(setTask(sent))).toEqual(kept)
    expect(await shown(analyst, source)).toMatchObject({ tasks: [{ task: sent.id, site, says: sent.question, noted: { by: planner.id } }] })
    expect(SiteShape.parse(await json(planner.get(`/api/sites/${site}`))).tasks).toMatchObject([{ id: sent.id, source }])
    await acting(analyst, source, 'note-standing', { protected: 'yes', underControl: 'unknown', because: 'Gone quiet' })
    expect(await json(setTask(task(source, analyst.id)))).toMatchObject({ status: 422, code: 'task/under-control' })
    expect((await shown(analyst, source)).tasks).toHaveLength(1)
  })

  test('is not tasked where it is said in the same moment that they are held', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner } = office
    const [site, source] = [await openedSite(analyst), await registered(office)]
    await authorised(office, source)
    const sealed = office.office.cases.sealed
    const { append } = sealed
    const meanwhile = { append: async (...given: Parameters<typeof append>) => {
      Object.assign(sealed, { append })
      await acting(analyst, source, 'note-standing', { protected: 'yes', underControl: 'yes', because: 'Seen locked in' })
      return append(...given)
    } }
    Object.assign(sealed, meanwhile)
    expect(await json(planner.post(`/api/sites/${site}/acts`, task(source, analyst.id)))).toMatchObject({ status: 422, code: 'task/under-control' })
    expect([(await shown(analyst, source)).tasks, SiteShape.parse(await json(planner.get(`/api/sites/${site}`))).tasks]).toEqual([[], []])
  })

  test('is asked no more, once their authority has run out or their use has ended', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner, clock } = office
    const [site, source] = [await openedSite(analyst), await registered(office)]
    await authorised(office, source, { use: 'urgent-oral', givenAt: '2031-02-28T08:05:00Z' })
    clock.pass(6 * 60_000)
    expect(await json(planner.post(`/api/sites/${site}/acts`, task(source, analyst.id, { due: '2031-03-20T00:00:00Z' })))).toMatchObject({ status: 409, code: 'source/not-authorised' })
    expect((await acting(analyst, source, 'end', { ground: 'work-done', says: 'Thanked' }, 'on-a-version')).status).toBe(200)
    expect(await json(acting(analyst, source, 'end', { ground: 'work-done', says: 'Thanked' }, 'on-a-version'))).toMatchObject({ status: 409, code: 'source/ended-already' })
  })

  test('tells of a protected source to others only whom to ask: in the list, in the search, at a site and in its timeline', async () => {
    const office = await caseOffice(engine)
    const { analyst, officer } = office
    const stranger = await atWork(office, 'analyst', 'invented.stranger')
    const [site, source] = [await openedSite(analyst), await registered(office)]
    const { codeName } = await shown(analyst, source)
    await authorised(office, source)
    await analyst.post(`/api/sites/${site}/acts`, task(source, analyst.id))
    expect(await json(analyst.post(`/api/sites/${site}/acts`, receiving(reportSent('report-nine', { kind: 'informant-tested', source: { id: source } }))))).toMatchObject({ version: 3 })
    const found = async (who: AtWork) => FoundShape.parse(await json(who.get(`/api/search?q=${String(codeName)}`))).sources
    expect([await found(analyst), await found(stranger)]).toEqual([[{ id: source, codeName }], []])
    for (const who of [stranger, officer])
      expect(SourcesShape.parse(await json(who.get('/api/sources'))).sources).toMatchObject([{ sight: 'veiled', codeName: null, kind: null, risk: null, record: null, mayBeTasked: null, handler: analyst.id }])
    expect(await shown(stranger, source)).toMatchObject({ sight: 'veiled', codeName: null, uses: [], tasks: [], charges: [] })
    expect(SiteShape.parse(await json(stranger.get(`/api/sites/${site}`))).tasks).toMatchObject([{ question: null, kind: null, source: null, yes: null, owner: analyst.id }])
    for (const path of [`/api/sites/${site}`, `/api/sites/${site}/timeline`, `/api/sites/${site}/certainty`]) expect([path, await (await stranger.get(path)).text()]).toEqual([path, expect.not.stringMatching(new RegExp(`${source}|Who opens the gate|${String(codeName)}`))])
    expect(TimelineShape.parse(await json(analyst.get(`/api/sites/${site}/timeline`))).entries.map(({ says }) => says)).toContain('Who opens the gate at night?')
  })

  test('tells those who answer for them, and nobody else, that something is owed soon, and not what', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner, officer } = office
    const source = await registered(office)
    const dueTo = async (who: AtWork) => DueShape.parse(await json(who.get('/api/due?whose=all'))).sources
    expect(await dueTo(analyst)).toEqual([])
    await acting(analyst, source, 'note-risk', { risk: 'raised', says: 'Seen talking', reviewBy: '2031-03-10T00:00:00Z' })
    await acting(analyst, source, 'record-contact', { at: '2031-03-02T10:00:00Z', says: 'Well', nextBy: '2031-03-05T00:00:00Z' })
    expect([await dueTo(analyst), await dueTo(planner), await dueTo(officer)]).toEqual([[{ source, owner: analyst.id, by: '2031-03-05T00:00:00.000Z' }], [{ source, owner: planner.id, by: '2031-03-05T00:00:00.000Z' }], []])
    await acting(analyst, source, 'record-contact', { at: '2031-03-03T07:00:00Z', says: 'Well', nextBy: '2031-09-05T00:00:00Z' })
    expect(await dueTo(analyst)).toMatchObject([{ by: '2031-03-10T00:00:00.000Z' }])
    await acting(analyst, source, 'note-risk', { risk: 'low', says: 'Moved away' })
    expect(await dueTo(analyst)).toEqual([])
    await authorised(office, source, { until: '2031-03-07T00:00:00Z' })
    expect(await dueTo(analyst)).toMatchObject([{ by: '2031-03-07T00:00:00.000Z' }])
    await acting(planner, source, 'end', { ground: 'unknown', says: 'Lost sight of' }, 'on-a-version')
    expect(await dueTo(analyst)).toEqual([])
  })

  test('shows who looked into the file of one source', async () => {
    const office = await caseOffice(engine)
    const { analyst, officer, administrator } = office
    const source = await registered(office)
    await shown(officer, source)
    const { looks } = LooksShape.parse(await json(analyst.get(`/api/sources/${source}/looks`)))
    expect(looks.map(({ who }) => who.id)).toContain(officer.id)
    expect(new Set(looks.map(({ stream }) => stream))).toEqual(new Set([`source/${source}`]))
    expect((await administrator.get(`/api/sources/${source}/looks`)).status).toBe(403)
  })
})
