import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { atWork, caseOffice, json, newId, openedSite, receiving, reportSent, type AtWork } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { organisationOf } from '../../tests/organisation-cast.ts'
import type { Engine } from '../../ledger/store/store.ts'
import { SharesShape, ShareShown } from '../../wire/office/shares.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const NGO = organisationOf('ngo')
const care = { 'x-daylight-look': 'care' }
const RESTS_ON = ['report-worker', 'report-inspector']

async function sharingOffice(engine: Engine) {
  const given = await caseOffice(engine)
  const [second, worker] = [await atWork(given, 'analyst', 'invented.second'), await atWork(given, 'case-worker')]
  const site = await openedSite(given.analyst)
  for (const [at, kind] of ['escaped-victim', 'inspector'].entries()) expect((await given.analyst.post(`/api/sites/${site}/acts`, receiving(reportSent(RESTS_ON[at] ?? '', { kind })))).status).toBe(200)
  return { ...given, second, worker, site }
}

const fact = (restsOn: readonly string[], more: object = {}) => ({
  id: newId(), says: 'About a dozen may need a bed', about: 'victim', restsOn, tells: { kind: 'not-told', time: 'week' }, controller: 'unit', basis: 'task-of-authority', ...more,
})

async function prepared(who: AtWork, site: string, more: object = {}): Promise<string> {
  const sent = {
    id: newId(), site, to: { organisation: NGO.id, audience: 'clients', named: [] }, content: 'tasking', asks: 'keep-places-ready', marking: { sharing: 'TLP:AMBER', action: 'PAP:RED' },
    passed: { says: 'Please keep twelve places ready', facts: [fact(RESTS_ON)] }, purpose: 'Shelter', conditions: 'On duty alone', inWriting: 'no', ...more,
  }
  expect((await who.post('/api/shares', sent)).status).toBe(201)
  return sent.id
}

const act = (who: AtWork, id: string, version: number, sent: object) => who.post(`/api/shares/${id}/acts`, { id: newId(), ...sent }, { 'if-match': `"${version}"` })
const codeOf = async (response: Response | Promise<Response>) => ((await response).ok ? (await response).status : (await json<{ code: string }>(response)).code)
const count = async (who: AtWork) => SharesShape.parse(await json(who.get('/api/shares'))).count

describe.each(ENGINES)('what is passed on, on %s', (engine) => {
  test('from a file that was narrowed is read, listed and called back by those alone who may read that file; those who received it read on', async () => {
    const { site, worker, ...office } = await sharingOffice(engine)
    const { analyst, officer, second } = office
    const [releaser, interviewer] = [await atWork(office, 'release-officer'), await atWork(office, 'interviewer')]
    const [id, waiting] = [await prepared(analyst, site), await prepared(analyst, site)]
    expect(await codeOf(act(second, id, 1, { act: 'release' }))).toBe(200)
    expect([await count(releaser), await count(officer), await count(interviewer)]).toEqual([2, 2, 0])
    const need = (version: number, sent: object) => analyst.post(`/api/need/site/${site}/acts`, { id: newId(), because: 'Few people', ...sent }, { 'if-match': `"${version}"` })
    expect([await codeOf(need(0, { act: 'name', person: office.planner.id })), await codeOf(need(1, { act: 'set-reach', reach: 'named' }))]).toEqual([200, 200])
    for (const who of [releaser, officer, second]) {
      const told = [await codeOf(who.get(`/api/shares/${id}`)), await codeOf(who.get(`/api/shares/${waiting}`)), await codeOf(act(who, id, 2, { act: 'recall', ground: 'error', says: 'Wrong' }))]
      expect([await count(who), ...told]).toEqual([0, ...told.map(() => 'access/no-such-file')])
    }
    for (const who of [analyst, office.planner]) expect([await count(who), await codeOf(who.get(`/api/shares/${waiting}`))]).toEqual([2, 200])
    expect(await codeOf(worker.ask('GET', `/api/shared-with-us/${id}`, undefined, care))).toBe(200)
  })

  test('is let go by nobody who wrote it anew while they checked it', async () => {
    const { analyst, second, officer, site } = await sharingOffice(engine)
    const alone = fact(['report-worker'])
    const id = await prepared(analyst, site, { passed: { says: 'Keep places', facts: [alone, fact(RESTS_ON)] } })
    expect(await codeOf(act(second, id, 1, { act: 'check', says: 'Something quite different', answers: [{ fact: alone.id, exposure: 'one-source', how: 'left-out' }] }))).toBe(200)
    expect([await codeOf(act(second, id, 2, { act: 'release' })), await codeOf(act(analyst, id, 2, { act: 'release' })), await codeOf(act(officer, id, 2, { act: 'release' }))]).toEqual(['share/own-share', 'share/own-share', 200])
  })

  test('and was answered for in one text is open again in another', async () => {
    const { analyst, second, officer, site } = await sharingOffice(engine)
    const [one, other] = [fact(['report-worker']), fact(['report-inspector'], { says: 'There is a back door' })]
    const id = await prepared(analyst, site, { passed: { says: 'Keep places', facts: [one, other] } })
    const coarser = (of: string, says: string) => ({ fact: of, exposure: 'one-source', how: 'coarsened', tells: { kind: 'not-told', time: 'not-told' }, says })
    expect(await codeOf(act(second, id, 1, { act: 'check', says: 'Keep places', answers: [coarser(one.id, 'Several may need a bed')] }))).toBe(200)
    expect(await codeOf(act(second, id, 2, { act: 'check', says: 'Twelve by the river, from one who fled', answers: [coarser(other.id, 'There is a way in')] }))).toBe(200)
    expect(ShareShown.parse(await json(officer.get(`/api/shares/${id}`))).findings?.map((found) => found.fact)).toEqual([one.id])
    expect(await codeOf(act(officer, id, 3, { act: 'release' }))).toBe('share/findings-open')
  })

  test('at once tells colleagues who are here, vouched for, and could look at it, and nobody else', async () => {
    const { site, worker, ...office } = await sharingOffice(engine)
    const { analyst, second, officer } = office
    const [interviewer, unvouched, stranger] = [await atWork(office, 'interviewer'), await atWork(office, 'analyst', 'invented.unvouched'), await atWork(office, 'analyst', 'invented.elsewhere', { id: 'invented-other-police', kind: 'police' } as never)]
    await office.office.cases.desk.transact((db) => db.updateTable('people').set({ vouched_by: null, vouched_at: null }).where('id', '=', unvouched.id).execute())
    const id = await prepared(analyst, site, { content: 'assessment', asks: 'be-reachable', passed: { says: 'Fire', facts: [fact(RESTS_ON, { basis: 'authority-danger-to-life' })] } })
    const told = (...people: readonly string[]) => codeOf(act(analyst, id, 1, { act: 'release-at-once', because: 'Fire', told: [officer.id, ...people] }))
    for (const nobody of ['nobody-at-all-1', interviewer.id, unvouched.id, stranger.id, worker.id]) expect([nobody, await told(nobody)]).toEqual([nobody, 'share/told-may-not-review'])
    expect(await told(second.id)).toBe(200)
  })

  test('answers alike whether a name in it is borne by a source or by nobody, and says whose it is to those who answer for them', async () => {
    const { site, ...office } = await sharingOffice(engine)
    const { analyst, officer } = office
    const controller = await atWork(office, 'source-controller')
    const source = newId()
    expect((await analyst.post('/api/sources', { id: source, kind: 'informant-tested', protected: 'yes', underControl: 'no', age: 'adult', handler: analyst.id, controller: controller.id })).status).toBe(201)
    const { codeName } = await json<{ codeName: string }>(analyst.get(`/api/sources/${source}`))
    const nobodys = codeName === 'yew-998' ? 'yew-999' : 'yew-998'
    const details = async (conditions: string) => {
      const ids = [await prepared(office.second, site, { conditions })]
      return Promise.all([officer, analyst].map(async (who) => json(act(who, ids[0] ?? '', 1, { act: 'release' }))))
    }
    const [borne, free, byId] = [await details(`Ask ${codeName}`), await details(`Ask ${nobodys}`), await details(`Ask ${source}`)]
    expect(borne[0]).toMatchObject({ code: 'share/names-a-source', detail: 'share/names-a-source' })
    expect([free[0], byId[0]]).toEqual([borne[0], borne[0]])
    expect([borne[1]?.['detail'], free[1]?.['detail'], byId[1]?.['detail']]).toEqual([`names: ${codeName}`, 'share/names-a-source', `names: ${source}`])
  })
})
