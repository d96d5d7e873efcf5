import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { asColleague, closeOffices, freshOffice, type Browser } from '../../tests/office-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { GlassesShape, NeedShown } from '../../wire/office/need.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const HOURS = 3_600_000
const SITE = { id: 'site-in-need', jurisdiction: 'TH', venue: 'resident-workshop', name: 'Invented mill', whereabouts: 'By the river' }
const codeOf = async (asked: Promise<Response>) => {
  const response = await asked
  const body = (await response.json()) as { readonly code?: string }
  return response.ok ? response.status : (body.code ?? response.status)
}
const needOf = async (who: Browser, file = `site/${SITE.id}`) => NeedShown.parse(await (await who.get(`/api/need/${file}`)).json())
const decide = (who: Browser, act: object, version: number, file = `site/${SITE.id}`) => who.ask('POST', `/api/need/${file}/acts`, { id: `act-${Math.random()}`, because: 'For the day', ...act }, { 'if-match': `"${version}"` })

describe.each(ENGINES)('who needs to know, on %s', (engine) => {
  const office = async () => {
    const given = await freshOffice(engine)
    const [opener, colleague, prosecutor, worker] = [await asColleague(given, 'analyst', 'opener'), await asColleague(given, 'analyst', 'colleague'), await asColleague(given, 'prosecutor'), await asColleague(given, 'case-worker')]
    expect((await opener.post('/api/sites', SITE)).status).toBe(201)
    return { given, opener, colleague, prosecutor, worker }
  }
  const sitesOf = async (who: Browser) => ((await (await who.get('/api/sites')).json()) as { readonly count?: number }).count

  test('a new file reaches the unit that opened it, and nobody else is told that it is there', async () => {
    const { colleague, prosecutor, worker } = await office()
    expect(await needOf(colleague)).toMatchObject({ reach: 'unit', organisation: 'unit', named: [], version: 0, mayName: 'yes' })
    expect([await sitesOf(colleague), await sitesOf(prosecutor), await codeOf(worker.get('/api/sites'))]).toEqual([1, 0, 'access/not-permitted'])
    for (const who of [prosecutor, worker])
      for (const path of [`/api/sites/${SITE.id}`, '/api/sites/never-was', `/api/need/site/${SITE.id}`, `/api/sites/${SITE.id}/timeline`]) expect([path, await codeOf(who.get(path))]).toEqual([path, 'access/no-such-file'])
  })

  test('somebody who is named reads it from then on, and no longer once that has ended', async () => {
    const { opener, prosecutor } = await office()
    expect((await decide(opener, { act: 'name', person: prosecutor.id }, 0)).status).toBe(200)
    expect([await codeOf(prosecutor.get(`/api/sites/${SITE.id}`)), await sitesOf(prosecutor)]).toEqual([200, 1])
    expect((await needOf(prosecutor)).named).toMatchObject([{ person: prosecutor.id, because: 'For the day', given: { by: opener.id } }])
    expect((await decide(opener, { act: 'end', person: prosecutor.id }, 1)).status).toBe(200)
    expect([await codeOf(prosecutor.get(`/api/sites/${SITE.id}`)), await sitesOf(prosecutor)]).toEqual(['access/no-such-file', 0])
  })

  test('a file that reaches only those named for it is closed to the rest of the unit, and is never left without anybody', async () => {
    const { opener, colleague } = await office()
    expect(await codeOf(decide(opener, { act: 'set-reach', reach: 'named' }, 0))).toBe('need/nobody-named')
    await decide(opener, { act: 'name', person: opener.id }, 0)
    expect((await decide(opener, { act: 'set-reach', reach: 'named' }, 1)).status).toBe(200)
    expect([await codeOf(colleague.get(`/api/sites/${SITE.id}`)), await sitesOf(colleague), await sitesOf(opener)]).toEqual(['access/no-such-file', 0, 1])
    expect(await codeOf(decide(opener, { act: 'end', person: opener.id }, 2))).toBe('need/last-one')
    expect(await codeOf(decide(colleague, { act: 'name', person: colleague.id }, 2))).toBe('access/no-such-file')
  })

  test('is decided on the version that was read, once however often it is sent', async () => {
    const { opener, prosecutor, colleague } = await office()
    const act = { act: 'name', person: prosecutor.id, id: 'named-once' }
    expect([(await decide(opener, act, 0)).status, (await decide(opener, act, 0)).status]).toEqual([200, 200])
    expect((await needOf(opener)).named).toHaveLength(1)
    expect(await codeOf(decide(opener, { act: 'name', person: colleague.id }, 0))).toBe('ledger/stale')
    expect(await codeOf(opener.post(`/api/need/site/${SITE.id}/acts`, { ...act, id: 'another-id', because: 'x' }))).toBe('request/no-version')
    expect(await codeOf(decide(opener, { act: 'name', person: prosecutor.id }, 1))).toBe('need/named-already')
  })

  test('nobody is named who does not work here, or whom the policies would never let read it', async () => {
    const { opener, worker } = await office()
    expect(await codeOf(decide(opener, { act: 'name', person: 'nobody-here' }, 0))).toBe('need/not-a-colleague')
    expect(await codeOf(decide(opener, { act: 'name', person: worker.id }, 0))).toBe('need/never-reads')
  })

  test('a site member with no word of a site still reads the plan they are named for, with its number and no reports', async () => {
    const { given, opener } = await office()
    const planner = await asColleague(given, 'planner')
    const member = await asColleague(given, 'site-member')
    const plan = { id: 'plan-in-need', site: SITE.id, at: new Date(given.clock.now() + 72 * HOURS).toISOString() }
    expect((await planner.post('/api/plans', plan)).status).toBe(201)
    expect(await codeOf(member.get('/api/plans/plan-in-need'))).toBe('access/no-such-file')
    expect((await decide(planner, { act: 'name', person: member.id }, 0, 'plan/plan-in-need')).status).toBe(200)
    expect([await codeOf(member.get('/api/plans/plan-in-need')), await codeOf(member.get(`/api/sites/${SITE.id}`)), await sitesOf(member)]).toEqual([200, 'access/no-such-file', 0])
    expect((await needOf(opener)).named).toEqual([])
  })

  test('a broken glass opens a file for four hours, tells two people at once, and is reviewed by somebody else', async () => {
    const { given, opener } = await office()
    const [commander, officer, second] = [await asColleague(given, 'site-commander'), await asColleague(given, 'authorising-officer', 'officer.one'), await asColleague(given, 'authorising-officer', 'officer.two')]
    const { number } = (await (await opener.get(`/api/sites/${SITE.id}`)).json()) as { readonly number: string }
    const operation = { 'x-daylight-look': 'operation' }
    expect(await codeOf(commander.get(`/api/sites/${SITE.id}`))).toBe('access/no-such-file')
    const broken = await commander.post('/api/glasses', { id: 'glass-number-one', number, danger: 'life', says: 'Calls from inside: they are being moved' })
    expect([broken.status, await broken.json()]).toMatchObject([200, { file: `site/${SITE.id}`, told: [officer.id, second.id] }])
    expect(await codeOf(commander.ask('GET', `/api/sites/${SITE.id}`, undefined, operation))).toBe(200)
    const waiting = async (who: Browser) => GlassesShape.parse(await (await who.get('/api/glasses')).json()).glasses.map(({ glass, person }) => [glass, person])
    expect([await waiting(officer), await waiting(commander), await waiting(opener)]).toEqual([[['glass-number-one', commander.id]], [], []])
    expect(await codeOf(commander.post('/api/glasses/glass-number-one/review', { id: 'review-of-own', judgement: 'rightly-broken', says: 'I say so' }))).toBe('access/not-permitted')
    expect(await codeOf(officer.post('/api/glasses/glass-number-one/review', { id: 'review-of-other', judgement: 'rightly-broken', says: 'She was reached' }))).toBe(200)
    expect(await waiting(officer)).toEqual([])
    given.clock.pass(4 * HOURS)
    expect(await codeOf(commander.ask('GET', `/api/sites/${SITE.id}`, undefined, operation))).not.toBe(200)
  })

  test('a glass that is broken on a file that reaches only those named opens it to whoever was told, until they have reviewed it', async () => {
    const { given, opener } = await office()
    await decide(opener, { act: 'name', person: opener.id }, 0)
    await decide(opener, { act: 'set-reach', reach: 'named' }, 1)
    const [commander, officer, third] = [await asColleague(given, 'site-commander'), await asColleague(given, 'authorising-officer', 'officer.one'), await asColleague(given, 'authorising-officer', 'officer.three')]
    const last = await asColleague(given, 'authorising-officer', 'zz.officer.last')
    const { number } = (await (await opener.get(`/api/sites/${SITE.id}`)).json()) as { readonly number: string }
    expect(await codeOf(officer.get(`/api/sites/${SITE.id}`))).toBe('access/no-such-file')
    expect((await commander.post('/api/glasses', { id: 'glass-number-ten', number, danger: 'life', says: 'They are being moved' })).status).toBe(200)
    expect((await needOf(officer)).glasses).toMatchObject([{ glass: 'glass-number-ten', says: 'They are being moved', told: [officer.id, third.id] }])
    expect(await codeOf(last.get(`/api/need/site/${SITE.id}`))).toBe('access/no-such-file')
    expect(await codeOf(officer.post('/api/glasses/glass-number-ten/review', { id: 'review-of-ten', judgement: 'wrongly-broken', says: 'Nobody had called' }))).toBe(200)
    expect([await codeOf(officer.get(`/api/sites/${SITE.id}`)), await codeOf(third.get(`/api/sites/${SITE.id}`))]).toEqual(['access/no-such-file', 'access/no-such-file'])
  })

  test('a glass that was judged wrong closes at once, and is not broken again by the same person on that file', async () => {
    const { given, opener } = await office()
    const [commander, officer] = [await asColleague(given, 'site-commander'), await asColleague(given, 'authorising-officer')]
    const { number } = (await (await opener.get(`/api/sites/${SITE.id}`)).json()) as { readonly number: string }
    const breaks = (id: string, who: Browser = commander) => codeOf(who.post('/api/glasses', { id, number, danger: 'life', says: 'They are being moved' }))
    expect([await breaks('glass-judged-1'), await codeOf(commander.get(`/api/sites/${SITE.id}`))]).toEqual([200, 200])
    await officer.post('/api/glasses/glass-judged-1/review', { id: 'review-judged-1', judgement: 'wrongly-broken', says: 'Nobody had called' })
    expect([await codeOf(commander.get(`/api/sites/${SITE.id}`)), await breaks('glass-judged-2')]).toEqual(['access/no-such-file', 'need/judged-wrong'])
    expect(await breaks('glass-judged-3', await asColleague(given, 'site-commander', 'another.commander'))).toBe(200)
  })

  test('a glass that is broken for a number that there is not opens nothing, and stands in the log', async () => {
    const { opener, worker } = await office()
    expect(await codeOf(opener.post('/api/glasses', { id: 'glass-number-two', number: 'S-999', danger: 'life', says: 'Somebody' }))).toBe('access/no-such-file')
    expect(await codeOf(worker.post('/api/glasses', { id: 'glass-number-six', number: 'S-1', danger: 'life', says: 'Somebody' }))).toBe('access/not-permitted')
  })
})
