import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ActorId } from '../../core/kernel/id.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { asAdministrator, asColleague, closeOffices, freshOffice } from '../../tests/office-cast.ts'
import { fileSourceFact, sourceStream } from '../../wire/filing/source-filing.ts'
import { FoundPeopleShape, SoughtShape } from '../../wire/office/finding.ts'
import { entryOf } from '../case/record.ts'
import { findingRoutes } from '../routes/finding.ts'
import { USUAL_FINDING, type FindingPolicy } from './finding-policy.ts'
import { takeSearchTurn } from './search-turn.ts'

type Given = Awaited<ReturnType<typeof freshOffice>>
type Colleague = Awaited<ReturnType<typeof asColleague>>

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const HERON = '2a9d1f6c-8e4b-4c1a-b7d3-5e0f9c8a7b61'
const SOUGHT = { look: 'assessment', name: 'Verkhovna Nadia' }
const NOBODY = { look: 'assessment', name: 'Marchenko Olena' }

describe.each(ENGINES)('finding somebody whose words are sealed, on %s', (engine) => {
  let given: Given
  let [handler, controller, analyst, other]: readonly Colleague[] = []

  beforeEach(async () => {
    given = await freshOffice(engine)
    handler = await asColleague(given, 'source-handler')
    controller = await asColleague(given, 'source-controller')
    analyst = await asColleague(given, 'analyst')
    other = await asColleague(given, 'analyst', 'invented.other')
    const who = { id: handler.id as ActorId } as never
    const charge = { handler: handler.id as ActorId, controller: controller.id as ActorId }
    const file = (id: string, fact: Parameters<typeof fileSourceFact>[1]) => entryOf({ who, id, stream: sourceStream(HERON) }, given.office.now(), given.office.now(), fileSourceFact(HERON, fact))
    await given.office.cases.sealed.append([
      file(HERON, { type: 'source/registered', kind: 'informant-tested', codeName: 'heron-12', protected: 'no', underControl: 'no', ...charge }),
      file('identified-1', { type: 'source/identified', person: 'identified-1', identity: { name: 'Nadia Verkhovna', contact: 'rings from +44 7700 900123' } }),
    ])
  })

  const routes = (policy: Partial<FindingPolicy> = {}) => findingRoutes(given.office, { ...USUAL_FINDING, answersAfterMs: 0, ...policy })
  const find = async (who: Colleague | undefined, asked: unknown, policy: Partial<FindingPolicy> = {}): Promise<Response> =>
    routes(policy).request('/api/find', { method: 'POST', headers: { host: 'localhost', 'x-daylight': '1', 'content-type': 'application/json', cookie: who?.cookie() ?? '' }, body: JSON.stringify(asked) })
  const answer = async (who: Colleague | undefined, asked: unknown, policy: Partial<FindingPolicy> = {}) => FoundPeopleShape.parse(await (await find(who, asked, policy)).json())
  const codeOf = async (response: Response) => [response.status, ((await response.json()) as { readonly code: string }).code]
  const count = async (table: 'looks' | 'sought') => Number((await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(given.office.cases.desk.db)).rows[0]?.count)
  const trace = async (ask: () => Response | Promise<Response>) => {
    const before = [await count('looks'), await count('sought')] as const
    const response = await ask()
    return { text: await response.text(), headers: Object.fromEntries(response.headers), status: response.status, looks: (await count('looks')) - before[0], sought: (await count('sought')) - before[1] }
  }

  test('those who answer for a source are led to its file, and told by what they agree', async () => {
    for (const who of [handler, controller])
      expect(await answer(who, SOUGHT)).toMatchObject({ found: [{ file: `source/${HERON}`, name: 'heron-12', agrees: ['whole-name', 'two-parts', 'two-sounds'] }], ask: [], left: 29 })
    expect((await answer(handler, { look: 'assessment', telephone: '07700 900123' })).found).toHaveLength(1)
    expect((await answer(handler, { ...SOUGHT, look: 'care' })).found).toEqual([])
  })

  test('to anybody else a source is answered, written down and left in every trace as nobody is', async () => {
    const known = await trace(() => find(analyst, SOUGHT))
    const unknown = await trace(() => find(other, NOBODY))
    expect(known).toEqual(unknown)
    expect([known.status, known.text, known.looks, known.sought]).toEqual([200, JSON.stringify({ found: [], ask: [], left: 29 }), 1, 1])
  })

  test('where policy has it said whom to ask, a name is told and nothing beside it', async () => {
    const tells = { tells: { source: 'whom-to-ask' } } as const
    expect(await answer(analyst, SOUGHT, tells)).toEqual({ found: [], ask: [{ id: handler?.id, name: 'Invented source-handler' }], left: 29 })
    expect(await answer(handler, SOUGHT, tells)).toMatchObject({ ask: [] })
  })

  test('a search stands in the access log with its purpose before it is answered, and what was typed stands nowhere', async () => {
    await answer(analyst, { ...SOUGHT, born: '1999-08-02', telephone: '+44 7700 900123' })
    const { desk } = given.office.cases
    const line = await desk.db.selectFrom('looks').selectAll().where('who', '=', analyst?.id ?? '').where('stream', 'like', 'find/%').executeTakeFirstOrThrow()
    expect(line).toMatchObject({ stream: 'find/name.telephone.born', look: 'assessment', allowed: 'yes' })
    const everything = JSON.stringify([await desk.db.selectFrom('looks').selectAll().execute(), await desk.db.selectFrom('sought').selectAll().execute(), await desk.db.selectFrom('search_turns').selectAll().execute(), given.logged])
    expect(everything).not.toMatch(/nadia|verkhovna|900123|1999/i)
  })

  test('where the access log cannot be written, nobody is looked for', async () => {
    const broken = findingRoutes({ ...given.office, log: async () => Promise.reject(new Error('the disk is full')), cases: { ...given.office.cases, marks: { catchUp: async () => 0, find: async () => Promise.reject(new Error('looked')) } } })
    broken.onError((error, c) => c.text(error.message, 500))
    const response = await broken.request('/api/find', { method: 'POST', headers: { host: 'localhost', 'x-daylight': '1', 'content-type': 'application/json', cookie: analyst?.cookie() ?? '' }, body: JSON.stringify(SOUGHT) })
    expect(await response.text()).toBe('the disk is full')
  })

  test('those who answer for a source see who looked for somebody and met it; nobody else does, and no list of looks tells it', async () => {
    await answer(analyst, SOUGHT)
    await answer(analyst, NOBODY)
    const seen = (who: Colleague | undefined, id = HERON) => routes().request(`/api/sources/${id}/sought`, { headers: { host: 'localhost', cookie: who?.cookie() ?? '' } })
    for (const who of [handler, controller]) expect(SoughtShape.parse(await (await seen(who)).json()).sought).toMatchObject([{ who: { id: analyst?.id, name: 'Invented analyst' }, role: 'analyst', look: 'assessment' }])
    expect(await (await seen(analyst)).text()).toBe(await (await seen(analyst, 'no-such-source')).text())
    expect(await codeOf(await seen(other))).toEqual([404, 'access/no-such-file'])
    const looks = await given.office.cases.desk.db.selectFrom('looks').select('stream').where('who', '=', analyst?.id ?? '').where('allowed', '=', 'yes').execute()
    expect(looks.map(({ stream }) => stream)).toEqual(['find/name', 'find/name'])
  })

  test('each colleague has so many searches in an hour, whatever is sent at once and whoever restarts, and nobody uses up another’s', async () => {
    const few = { searches: { most: 3, withinMs: 3_600_000 } }
    const sent = await Promise.all(Array.from({ length: 6 }, () => find(analyst, NOBODY, few)))
    expect([200, 429].map((wanted) => sent.filter(({ status }) => status === wanted).length)).toEqual([3, 3])
    given.clock.pass(600_000)
    const late = await find(analyst, NOBODY, few)
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '3000'])
    expect(await late.json()).toMatchObject({ code: 'finding/slow-down', expected: 'the next search after 2031-03-03T09:00:00.000Z' })
    expect((await answer(other, NOBODY, few)).left).toBe(2)
    given.clock.pass(3_000_000)
    expect(await takeSearchTurn(given.office.cases.desk, given.clock.now, analyst?.id ?? '', few.searches)).toEqual({ accepted: true, left: 2 })
    const refused = await given.office.cases.desk.db.selectFrom('looks').select('why_not').where('allowed', '=', 'no').execute()
    expect(refused.map((row) => row.why_not)).toEqual(Array.from({ length: 4 }, () => 'finding/slow-down'))
  })

  test('one part of a name, or a year, is not searched and costs nothing', async () => {
    for (const asked of [{ look: 'assessment', name: 'Nadia' }, { look: 'assessment', born: '1999' }, { look: 'assessment', telephone: '112' }, { look: 'assessment' }])
      expect(await codeOf(await find(analyst, asked))).toEqual([422, 'finding/too-little'])
    expect((await answer(analyst, SOUGHT)).left).toBe(29)
  })

  test('what is sent wrong is told without what was typed', async () => {
    for (const asked of [{ name: 'Nadia Verkhovna' }, { ...SOUGHT, look: 'Nadia' }, { ...SOUGHT, born: 'Nadia' }, { ...SOUGHT, Nadia: 1 }, { ...SOUGHT, born: '1999-02-31' }]) {
      const response = await find(analyst, asked)
      expect([response.status, /nadia|1999-02-31/i.test(await response.text())]).toEqual([422, false])
    }
  })

  test('is not for administrators, shelters or prosecutors, and each attempt is logged', async () => {
    const others = [await asAdministrator(given), await asColleague(given, 'shelter-worker'), await asColleague(given, 'prosecutor')]
    for (const who of others) expect((await codeOf(await find(who as Colleague, SOUGHT)))[0]).toBe(403)
    const refused = await given.office.cases.desk.db.selectFrom('looks').select('stream').where('allowed', '=', 'no').execute()
    expect(refused.map(({ stream }) => stream)).toEqual(['office/find', 'office/find', 'office/find'])
  })

  test('whoever was forgotten is found no more', async () => {
    expect((await answer(handler, SOUGHT)).found).toHaveLength(1)
    const { rows } = await sql<{ sealed_key: string }>`select distinct sealed_key from entries where about = 'person/identified-1'`.execute(given.office.cases.entries.db)
    await given.office.cases.ring.forget('person/identified-1' as never, rows.map((row) => row.sealed_key as never))
    expect((await answer(handler, SOUGHT)).found).toEqual([])
  })
})
