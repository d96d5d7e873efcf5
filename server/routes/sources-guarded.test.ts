import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { atWork, caseOffice, json, newId, openedSite, receiving, reportSent, type AtWork } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import type { CaseRole } from '../../core/kernel/access.ts'
import type { Organisation, OrganisationId } from '../../core/kernel/organisation.ts'
import { DueShape } from '../../wire/office/due.ts'
import { LooksShape } from '../../wire/office/looks.ts'
import { SourceShown, SourcesShape, type SourceAnswer } from '../../wire/office/source-answers.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

type Office = Awaited<ReturnType<typeof caseOffice>>

const OTHER_POLICE: Organisation = { id: 'invented-other-police' as OrganisationId, kind: 'police' }
const ON_VERSION: ReadonlySet<string> = new Set(['give-charge', 'authorise', 'review-use', 'end'])

/** Sends an act on a source; a decision is made on a version, which somebody for whom the source is veiled is not told. */
const acting = async (who: AtWork, source: string, act: string, body: object = {}, version = 1): Promise<Response> =>
  who.post(`/api/sources/${source}/acts`, { id: newId(), act, ...body }, ON_VERSION.has(act) ? { 'if-match': `"${version}"` } : {})
const said = async (response: Promise<Response>): Promise<unknown> => {
  const { status, code } = await json(response)
  return code ?? status ?? 'kept'
}

const SENT = { kind: 'informant-tested', protected: 'yes', underControl: 'no', age: 'adult' }
const registering = async (who: AtWork, charge: object, more: object = {}) => {
  const id = newId()
  return { id, response: await who.post('/api/sources', { id, ...SENT, ...charge, ...more }) }
}

/** A source of the register, with the analyst for a handler and the planner for a controller. */
async function registered({ analyst, planner }: Office, more: object = {}): Promise<string> {
  const { id, response } = await registering(analyst, { handler: analyst.id, controller: planner.id }, more)
  expect(response.status).toBe(201)
  return id
}

const shown = async (who: AtWork, source: string): Promise<SourceAnswer> => SourceShown.parse(await json(who.get(`/api/sources/${source}`)))
const becomes = async ({ office }: Office, id: string, change: { readonly role?: CaseRole; readonly vouched_by?: null; readonly vouched_at?: null }): Promise<void> =>
  office.cases.desk.transact((db) => db.updateTable('people').set(change).where('id', '=', id).execute().then(() => undefined))
const STANDING = { protected: 'yes', underControl: 'no', because: 'Seen' }

describe.each(ENGINES)('who a source is given to, on %s', (engine) => {
  test('is not decided by a colleague who does not answer for them', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner } = office
    const [source, stranger] = [await registered(office), await atWork(office, 'analyst', 'invented.stranger')]
    await acting(analyst, source, 'identify', { identity: { name: 'Invented Person' } })
    expect(await said(acting(stranger, source, 'give-charge', { handler: stranger.id, controller: planner.id, because: 'Mine' }, 2))).toBe('access/not-permitted')
    expect(await (await stranger.get(`/api/sources/${source}`)).text()).not.toContain('Invented Person')
  })

  test('is decided by their handler, their controller or an authorising officer, for somebody whose work it is', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner, officer } = office
    const [source, handler, controller] = [await registered(office), await atWork(office, 'source-handler'), await atWork(office, 'source-controller')]
    expect(await said(acting(analyst, source, 'give-charge', { handler: handler.id, controller: planner.id, because: 'Leave' }, 1))).toBe('kept')
    expect(await said(acting(planner, source, 'give-charge', { handler: handler.id, controller: controller.id, because: 'Leave' }, 2))).toBe('kept')
    expect(await said(acting(officer, source, 'give-charge', { handler: analyst.id, controller: controller.id, because: 'Both gone' }, 3))).toBe('kept')
    expect(await shown(analyst, source)).toMatchObject({ sight: 'whole', handler: analyst.id, controller: controller.id })
  })

  test('asks who somebody is once more', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner } = office
    const [source, handler] = [await registered(office), await atWork(office, 'source-handler')]
    office.clock.pass(6 * 60_000)
    expect(await said(acting(analyst, source, 'give-charge', { handler: handler.id, controller: planner.id, because: 'Leave' }))).toBe('session/step-up')
  })

  test('is nobody who is unknown, not vouched for, of another organisation or of other work, when they are registered and afterwards', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner, officer } = office
    const [source, stranger, unvouched] = [await registered(office), await atWork(office, 'source-handler', 'invented.elsewhere', OTHER_POLICE), await atWork(office, 'source-handler', 'invented.unvouched')]
    await becomes(office, unvouched.id, { vouched_by: null, vouched_at: null })
    const [overseer, only] = [await atWork(office, 'source-controller', 'invented.controller'), await atWork(office, 'source-handler', 'invented.handler')]
    const wrong = [
      [{ handler: 'nobody-here', controller: planner.id }, 'source/not-a-colleague'],
      [{ handler: unvouched.id, controller: planner.id }, 'source/not-vouched'],
      [{ handler: stranger.id, controller: planner.id }, 'source/of-another-organisation'],
      [{ handler: officer.id, controller: planner.id }, 'source/may-not-handle'],
      [{ handler: overseer.id, controller: planner.id }, 'source/may-not-handle'],
      [{ handler: analyst.id, controller: officer.id }, 'source/may-not-oversee'],
      [{ handler: analyst.id, controller: only.id }, 'source/may-not-oversee'],
    ] as const
    for (const [charge, code] of wrong) {
      expect(await said(acting(analyst, source, 'give-charge', { ...charge, because: 'Leave' }))).toBe(code)
      expect(await said(registering(analyst, charge).then(({ response }) => response))).toBe(code)
    }
  })

  test('is kept once, also where they have left since', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner } = office
    const [source, handler] = [await registered(office), await atWork(office, 'source-handler')]
    const given = { id: newId(), act: 'give-charge', handler: handler.id, controller: planner.id, because: 'Leave' }
    const first = await json(planner.post(`/api/sources/${source}/acts`, given, { 'if-match': '"1"' }))
    const sent = { id: newId(), ...SENT, handler: handler.id, controller: planner.id }
    const enrolled = await json(analyst.post('/api/sources', sent))
    await becomes(office, handler.id, { role: 'release-officer' })
    expect(await json(planner.post(`/api/sources/${source}/acts`, given, { 'if-match': '"1"' }))).toEqual(first)
    expect(await json(analyst.post('/api/sources', sent))).toEqual(enrolled)
  })
})

describe.each(ENGINES)('what is recorded of a source on %s', (engine) => {
  test('is nothing of somebody who is protected by those who do not answer for them', async () => {
    const office = await caseOffice(engine)
    const [source, stranger] = [await registered(office), await atWork(office, 'analyst', 'invented.stranger')]
    const acts: readonly (readonly [string, object])[] = [
      ['note-standing', { ...STANDING, protected: 'no' }], ['note-standing', { ...STANDING, underControl: 'yes' }], ['cancel-use', { because: 'Seen' }], ['judge-outcome', { report: 'made-up-report', outcome: 'borne-out', because: 'Seen' }],
      ['note-risk', { risk: 'low', says: 'Seen' }], ['note-welfare', { says: 'Well', done: 'Nothing' }], ['record-contact', { at: '2031-03-02T10:00:00Z', says: 'Well' }], ['end', { ground: 'work-done', says: 'Done' }],
      ['authorise', { use: 'adult', conduct: 'Look', because: 'Needed', risksExplained: 'yes' }],
    ]
    for (const [act, body] of acts) expect([act, await said(acting(stranger, source, act, body))]).toEqual([act, 'source/answered-for-by-others'])
    for (const [act, body] of acts.filter(([name]) => !['authorise', 'cancel-use', 'end'].includes(name))) expect([act, await said(acting(office.officer, source, act, body))]).toEqual([act, 'source/answered-for-by-others'])
    expect(await shown(stranger, source)).toMatchObject({ sight: 'veiled', protected: 'yes' })
    expect(await said(acting(office.officer, source, 'cancel-use', { because: 'Seen' }))).toBe('kept')
    expect(await said(acting(office.planner, source, 'note-standing', { ...STANDING, protected: 'no' }))).toBe('kept')
  })

  test('is that somebody is safe and free by those alone who answer for them', async () => {
    const office = await caseOffice(engine)
    const [source, stranger] = [await registered(office, { protected: 'no', underControl: 'unknown' }), await atWork(office, 'analyst', 'invented.stranger')]
    for (const more of [{ protected: 'no', underControl: 'yes' }, { protected: 'yes', underControl: 'no' }, { protected: 'yes', underControl: 'yes', age: 'adult' }, { protected: 'yes', underControl: 'yes', kin: 'no' }])
      expect(await said(acting(stranger, source, 'note-standing', { ...STANDING, ...more }))).toBe('source/answered-for-by-others')
    expect(await said(acting(stranger, source, 'cancel-use', { because: 'Seen' }))).toBe('source/answered-for-by-others')
    expect(await said(acting(stranger, source, 'end', { ground: 'work-done', says: 'Done' }))).toBe('source/answered-for-by-others')
    expect(await said(acting(stranger, source, 'note-risk', { risk: 'high', says: 'Seen talking' }))).toBe('kept')
    expect(await said(acting(stranger, source, 'note-standing', { ...STANDING, underControl: 'yes' }))).toBe('kept')
    expect(await shown(office.analyst, source)).toMatchObject({ protected: 'yes', underControl: 'yes' })
  })

  test('is what came of a report by those who read that it is theirs', async () => {
    const office = await caseOffice(engine)
    const { analyst } = office
    const stranger = await atWork(office, 'analyst', 'invented.stranger')
    const [source, other, site] = [await registered(office, { protected: 'no' }), await registered(office, { protected: 'no' }), await openedSite(analyst)]
    const report = reportSent('report-nine', { kind: 'informant-tested', source: { id: source } })
    expect(await json(analyst.post(`/api/sites/${site}/acts`, receiving(report)))).toMatchObject({ version: 2 })
    const judged = (id: string, named: string) => said(acting(stranger, id, 'judge-outcome', { report: named, outcome: 'borne-out', because: 'Found there' }))
    expect([await judged(source, 'made-up-report'), await judged(other, 'report-nine'), await judged(source, 'report-nine')]).toEqual(['source/not-their-report', 'source/not-their-report', 'kept'])
    const narrowed = await analyst.post(`/api/need/site/${site}/acts`, { id: newId(), act: 'name', person: analyst.id, because: 'Mine' }, { 'if-match': '"0"' })
    expect(narrowed.status).toBe(200)
    expect((await analyst.post(`/api/need/site/${site}/acts`, { id: newId(), act: 'set-reach', reach: 'named', because: 'Danger' }, { 'if-match': '"1"' })).status).toBe(200)
    expect(await judged(source, 'report-nine')).toBe('source/not-their-report')
  })
})

describe.each(ENGINES)('a protected source beside their sites on %s', (engine) => {
  test('is not known by when something moved in their file', async () => {
    const office = await caseOffice(engine)
    const { analyst } = office
    const [source, later] = [await registered(office), await registered(office)]
    const stranger = await atWork(office, 'analyst', 'invented.stranger')
    const listed = async (who: AtWork) => SourcesShape.parse(await json(who.get('/api/sources'))).sources
    const before = await (await stranger.get('/api/sources')).text()
    await acting(analyst, source, 'note-risk', { risk: 'high', says: 'Seen talking' })
    expect(await (await stranger.get('/api/sources')).text()).toBe(before)
    expect(await listed(stranger)).toMatchObject([{ id: later, version: null, lastAt: null }, { id: source, version: null, lastAt: null }])
    const first = SourcesShape.parse(await json(stranger.get('/api/sources?limit=1')))
    expect(SourcesShape.parse(await json(stranger.get(`/api/sources?limit=1&cursor=${String(first.next)}`)))).toMatchObject({ sources: [{ id: source }], next: null, count: 2 })
    expect((await listed(analyst)).find(({ id }) => id === source)).toMatchObject({ version: 2, lastAt: expect.any(String) })
    const opened = await stranger.get(`/api/sources/${source}`)
    expect([SourceShown.parse(await opened.clone().json()), opened.headers.get('etag')]).toMatchObject([{ version: null, lastAt: null }, null])
  })

  test('is not known by who looked when', async () => {
    const office = await caseOffice(engine)
    const { analyst, officer } = office
    const [source, site, stranger] = [await registered(office), await openedSite(analyst), await atWork(office, 'analyst', 'invented.stranger')]
    const overseer = await atWork(office, 'oversight', 'invented.overseer')
    const kept = await analyst.post(`/api/sites/${site}/acts`, receiving(reportSent('report-nine', { kind: 'informant-tested', source: { id: source } })))
    expect(await kept.json()).toMatchObject({ version: 2 })
    await stranger.get(`/api/sites/${site}`)
    const looksOf = async (who: AtWork, headers = {}) => LooksShape.parse(await (await who.ask('GET', `/api/sources/${source}/looks`, undefined, headers)).json()).looks.filter((look) => look.who.id === stranger.id)
    const weighed = async () => [await looksOf(analyst), await looksOf(overseer, { 'x-daylight-look': 'oversight' })].map((looks) => looks.filter(({ allowed }) => allowed === 'yes').length)
    expect((await weighed()).every((count) => count >= 1)).toBe(true)
    expect((await looksOf(officer)).filter(({ allowed }) => allowed === 'yes')).toEqual([])
    for (const who of [officer, office.administrator]) expect(LooksShape.parse(await json(who.get(`/api/looks?stream=source/${source}`))).looks.filter((look) => look.who.id === stranger.id && look.allowed === 'yes')).toEqual([])
    expect(await said(stranger.get(`/api/sources/${source}/looks`))).toBe('access/not-permitted')
    expect((await looksOf(officer)).map(({ allowed }) => allowed)).toEqual(['no', 'yes'])
  })

  test('is not known by an id that their task takes up', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner, officer } = office
    const [source, site, stranger] = [await registered(office), await openedSite(analyst), await atWork(office, 'analyst', 'invented.stranger')]
    expect(await said(acting(officer, source, 'authorise', { use: 'adult', conduct: 'Look', because: 'Needed', risksExplained: 'yes' }))).toBe('kept')
    const task = { id: newId(), act: 'set-task', question: 'Who opens the gate?', kind: 'informant-tested', source, owner: analyst.id, due: '2031-03-05T00:00:00Z' }
    const twice = await Promise.all([planner.post(`/api/sites/${site}/acts`, task), planner.post(`/api/sites/${site}/acts`, task)])
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect(await json(planner.post(`/api/sites/${site}/acts`, task))).toEqual(await json(twice[0] as Response))
    expect((await shown(analyst, source)).tasks).toHaveLength(1)
    expect((await stranger.post(`/api/sites/${site}/acts`, { ...receiving(reportSent('report-one')), id: `${task.id}.tasked` })).status).toBe(200)
  })
})

describe.each(ENGINES)('whoever went on to other work, on %s', (engine) => {
  test('leaves who a source is behind, and what is owed to them', async () => {
    const office = await caseOffice(engine)
    const { analyst, planner, officer } = office
    const source = await registered(office)
    await acting(analyst, source, 'identify', { identity: { name: 'Invented Person' } })
    await acting(analyst, source, 'note-risk', { risk: 'raised', says: 'Seen talking', reviewBy: '2031-03-10T00:00:00Z' })
    await becomes(office, analyst.id, { role: 'authorising-officer' })
    expect(await shown(analyst, source)).toMatchObject({ sight: 'authority', identity: null })
    await becomes(office, planner.id, { role: 'release-officer' })
    const text = await (await planner.get(`/api/sources/${source}`)).text()
    expect(text).not.toContain('Invented Person')
    expect(text).not.toContain('Seen talking')
    expect(DueShape.parse(await json(officer.get('/api/due?whose=all'))).sources).toEqual([])
  })

  test('leaves them behind with the organisation that registered them', async () => {
    const office = await caseOffice(engine)
    const { analyst } = office
    const source = await registered(office)
    await acting(analyst, source, 'identify', { identity: { name: 'Invented Person' } })
    await acting(analyst, source, 'note-risk', { risk: 'raised', says: 'Seen talking', reviewBy: '2031-03-10T00:00:00Z' })
    await atWork(office, 'source-handler', 'invented.elsewhere', OTHER_POLICE)
    await office.office.cases.desk.transact((db) => db.updateTable('people').set({ organisation: OTHER_POLICE.id }).where('id', '=', analyst.id).execute())
    expect(await (await analyst.get(`/api/sources/${source}`)).text()).not.toContain('Invented Person')
    expect(SourcesShape.parse(await json(analyst.get('/api/sources'))).sources.filter(({ sight }) => sight === 'whole')).toEqual([])
  })
})
