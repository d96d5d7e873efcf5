import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { atWork, caseOffice, json, newId, openedSite, type AtWork } from '../../tests/case-cast.ts'
import { acts, asking, codeOf, filed, forgotten, hold, shown, wrappedOf } from '../../tests/keeping-office.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { forgottenListBeside } from '../../ledger/forgotten-list.ts'
import { keysOf } from '../../ledger/sealed-under.ts'
import { verify } from '../../ledger/verify.ts'
import { holderOf } from '../../core/kernel/id.ts'
import { KeepingListShape } from '../../wire/office/retention-answers.ts'
import { SiteShape } from '../../wire/office/site-answers.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

describe.each(ENGINES)('keeping and forgetting on %s', (engine) => {
  test('two people forget a report: its words are gone, the rest of its file reads on, and the chain holds', async () => {
    const office = await caseOffice(engine)
    const { planner, officer, analyst } = office
    const site = await filed(office)
    const keys = await keysOf(office.office.cases.entries, holderOf('report', 'report-one'))
    expect(await shown(officer, 'report/report-one')).toMatchObject({ files: [`site/${site}`], version: 0, reviewSetBy: 'policy', reviewBy: '2036-03-01T08:00:00.000Z', reach: [{ reach: 'own-words', holders: [{ holder: 'report/report-one' }] }] })
    expect((await forgotten('report/report-one', { asks: planner, agrees: officer })).status).toBe(200)
    const answer = await (await analyst.get(`/api/sites/${site}`)).text()
    expect(answer).toContain('River road workshop')
    expect(SiteShape.parse(JSON.parse(answer)).reports.map(({ id }) => id)).toContain('report-two')
    expect(await wrappedOf(office, keys)).toEqual(keys.map(() => 'forgotten'))
    expect(await verify(office.office.cases.entries)).toMatchObject({ holds: true })
    expect(readFileSync(forgottenListBeside(office.places.masterKey), 'utf8')).toContain(`"key":"${keys[0]}"`)
    expect(await shown(officer, 'report/report-one')).toMatchObject({ asked: null, forgotten: [{ askedBy: planner.id, by: officer.id, holders: ['report/report-one'] }], reach: [{ holders: [] }] })
    expect(await codeOf(acts(officer, 'report/report-one', asking(), 2))).toBe('retention/forgotten-already')
  })

  test('a site can be forgotten alone, or with everybody whose words lie in its file, as many as it says', async () => {
    const office = await caseOffice(engine)
    const { planner, officer, analyst } = office
    const site = await filed(office)
    const { reach } = await shown(officer, `site/${site}`)
    expect(reach.map((one) => [one.reach, one.holders.map(({ holder }) => holder)])).toEqual([['own-words', [`site/${site}`]], ['whole-file', ['report/report-one', 'report/report-two', `site/${site}`]]])
    expect((await forgotten(`site/${site}`, { asks: planner, agrees: officer, reach: 'whole-file' })).status).toBe(200)
    const answer = await (await analyst.get(`/api/sites/${site}`)).text()
    for (const word of ['River road', 'ferry', 'Twelve people']) expect(answer).not.toContain(word)
    expect((await shown(officer, 'report/report-two')).reach).toEqual([{ reach: 'own-words', holders: [] }])
    expect(await verify(office.office.cases.entries)).toMatchObject({ holds: true })
  })

  test('whoever asked cannot agree, and nobody agrees to what was not asked, was asked anew, or reaches further than they were told', async () => {
    const office = await caseOffice(engine)
    const { planner, officer, analyst } = office
    const site = await filed(office)
    const at = `site/${site}`
    const seconding = (asked: string, seen = 1) => ({ id: newId(), act: 'second-forgetting', asking: asked, seen })
    expect(await codeOf(acts(officer, at, seconding(newId()), 0))).toBe('retention/nobody-asked')
    const [first, second] = [asking(), asking({ reach: 'whole-file' })]
    await acts(planner, at, first, 0)
    expect(await codeOf(acts(planner, at, seconding(first.id), 1))).toBe('retention/same-person')
    await acts(planner, at, second, 1)
    expect([await codeOf(acts(officer, at, seconding(first.id), 2)), await codeOf(acts(officer, at, seconding(second.id), 2)), await codeOf(acts(officer, at, seconding(second.id, 3), 1))]).toEqual(['retention/other-asking', 'retention/reach-moved', 'ledger/stale'])
    expect(await codeOf(acts(officer, at, seconding(second.id, 3)))).toBe('request/no-version')
    expect(await codeOf(acts(analyst, at, asking(), 2))).toBe('access/not-permitted')
    expect(await codeOf(acts(officer, 'report/report-one', asking({ reach: 'whole-file' }), 0))).toBe('retention/not-a-file')
    expect((await shown(officer, at)).forgotten).toEqual([])
  })

  test('while a hold stands on the words, on their file, or on anybody in it, nothing of it is forgotten', async () => {
    const office = await caseOffice(engine)
    const { planner, officer } = office
    const site = await filed(office)
    const [onFile, onReport] = [hold({ ground: 'appeal' }), hold()]
    expect(await codeOf(acts(planner, `site/${site}`, onFile))).toBe('kept')
    expect(await json(acts(officer, 'report/report-one', asking(), 0))).toMatchObject({ code: 'retention/held', detail: `holds: ${onFile.id}` })
    expect((await shown(officer, 'report/report-one')).holdsElsewhere).toMatchObject([{ holder: `site/${site}`, hold: onFile.id, ground: 'appeal', reference: 'C-12/31' }])
    await acts(planner, 'report/report-two', onReport)
    const lifting = { id: newId(), act: 'lift-hold', hold: onFile.id, ground: 'ground-has-ended' }
    expect([await codeOf(acts(officer, `site/${site}`, lifting)), await codeOf(acts(officer, `site/${site}`, lifting, 1)), await codeOf(acts(officer, `site/${site}`, lifting, 1))]).toEqual(['request/no-version', 'kept', 'kept'])
    expect(await codeOf(acts(officer, `site/${site}`, asking({ reach: 'whole-file' }), 2))).toBe('retention/held')
    expect((await forgotten('report/report-one', { asks: planner, agrees: officer })).status).toBe(200)
    expect(await codeOf(acts(officer, `site/${site}`, { ...lifting, id: newId() }, 2))).toBe('retention/no-such-hold')
  })

  test('a hold that is placed between asking and agreeing stands in the way', async () => {
    const office = await caseOffice(engine)
    const { planner, officer } = office
    const site = await filed(office)
    const ask = asking()
    await acts(planner, 'report/report-one', ask, 0)
    await acts(officer, `site/${site}`, hold())
    expect(await codeOf(acts(officer, 'report/report-one', { id: newId(), act: 'second-forgetting', asking: ask.id, seen: 1 }, 1))).toBe('retention/held')
  })

  test('an asking lapses after a month, and lifting, asking and agreeing want a fresh proof', async () => {
    const office = await caseOffice(engine)
    const { planner, officer, clock } = office
    await filed(office)
    const ask = asking()
    await acts(planner, 'report/report-one', ask, 0)
    clock.pass(6 * 60_000)
    const seconding = { id: newId(), act: 'second-forgetting', asking: ask.id, seen: 1 }
    expect([await codeOf(acts(officer, 'report/report-one', seconding, 1)), await codeOf(acts(officer, 'report/report-one', asking(), 1)), await codeOf(acts(officer, 'report/report-one', { id: newId(), act: 'lift-hold', hold: newId(), ground: 'ground-has-ended' }, 1))]).toEqual(['session/step-up', 'session/step-up', 'session/step-up'])
    clock.pass(31 * 86_400_000)
    const later = await atWork(office, 'release-officer')
    expect(await codeOf(acts(later, 'report/report-one', seconding, 1))).toBe('retention/asking-lapsed')
  })

  test('a review is due by policy until somebody sets its day; a passed day forgets nothing; what may be forgotten is told apart', async () => {
    const office = await caseOffice(engine)
    const { planner, officer, clock } = office
    const site = await filed(office)
    const at = `site/${site}`
    const list = async (who: AtWork) => KeepingListShape.parse(await json(who.get('/api/keeping')))
    expect(await list(officer)).toMatchObject({ due: [], holds: [], asked: [], mayBeForgotten: [] })
    const set = (day: string) => ({ id: newId(), act: 'set-review', reviewBy: day, ground: 'unit-decision' })
    expect([await codeOf(acts(planner, at, set('2036-03-02T00:00:00Z'), 0)), await codeOf(acts(planner, at, set('2031-03-01T00:00:00Z'), 0)), await codeOf(acts(planner, at, set('2031-03-20T00:00:00Z'), 0))]).toEqual(['retention/review-too-late', 'retention/review-in-the-past', 'kept'])
    expect((await list(officer)).due).toEqual([{ holder: at, number: 'S-1', reviewBy: '2031-03-20T00:00:00.000Z', setBy: 'somebody' }])
    const placed = hold()
    await acts(planner, at, placed)
    expect((await list(officer)).holds).toMatchObject([{ holder: at, number: 'S-1', hold: placed.id, by: planner.id, reference: 'C-12/31' }])
    await acts(planner, 'report/report-one', { id: newId(), act: 'release', ground: 'purpose-has-ended' }, 0)
    expect((await list(officer)).mayBeForgotten).toEqual([{ holder: 'report/report-one', number: null }])
    clock.pass(6 * 365 * 86_400_000)
    const later = await atWork(office, 'release-officer')
    expect((await list(later)).due).toMatchObject([{ holder: at, setBy: 'somebody' }])
    expect((await shown(later, at)).forgotten).toEqual([])
    await openedSite(await atWork(office, 'analyst', 'another.analyst'))
    clock.pass(5 * 365 * 86_400_000)
    expect((await list(await atWork(office, 'release-officer', 'yet.another'))).due).toMatchObject([{ holder: at, setBy: 'somebody' }, { number: 'S-2', setBy: 'policy' }])
  })

  test('the ground that a term has ended wants a review first', async () => {
    const office = await caseOffice(engine)
    const { planner, officer } = office
    await filed(office)
    expect(await codeOf(acts(planner, 'report/report-one', asking({ ground: 'retention-ended' }), 0))).toBe('retention/not-reviewed')
    await acts(officer, 'report/report-one', { id: newId(), act: 'release', ground: 'term-has-ended' }, 0)
    expect(await codeOf(acts(planner, 'report/report-one', asking({ ground: 'retention-ended' }), 1))).toBe('kept')
  })

  test('what is said of keeping is codes and references: a name is no reference, and no word is sealed', async () => {
    const office = await caseOffice(engine)
    const { planner } = office
    const site = await filed(office)
    for (const reference of ['Crown v Somebody', 'somebody', 'x'.repeat(41), '']) expect(await codeOf(acts(planner, `site/${site}`, hold({ reference })))).toBe('reading/wrong-value')
    expect(await codeOf(acts(planner, `site/${site}`, hold({ because: 'Somebody said so' })))).toBe('reading/unknown-field')
    await acts(planner, `site/${site}`, hold())
    const { rows } = await sql<{ about: string | null; clear: string }>`select about, clear from entries where stream like 'keeping/%'`.execute(office.office.cases.entries.db)
    expect(rows.map(({ about, clear }) => [about, Object.keys(JSON.parse(clear) as object)])).toEqual([[null, ['hold', 'ground', 'reference', 'reviewBy', 'organisation', 'file']]])
  })

  test('an administrator, a partner and somebody who guesses ids learn nothing', async () => {
    const office = await caseOffice(engine)
    const site = await filed(office)
    const [caseWorker, prosecutor] = [await atWork(office, 'case-worker'), await atWork(office, 'prosecutor')]
    const told = async (who: AtWork, holder: string) => [await codeOf(who.get(`/api/keeping/${holder}`)), await codeOf(acts(who, holder, hold()))]
    expect(await told(office.administrator, `site/${site}`)).toEqual(['access/administrator', 'access/administrator'])
    expect(await told(prosecutor, `site/${site}`)).toEqual(await told(prosecutor, `site/${newId()}`))
    expect(await told(prosecutor, 'report/report-one')).toEqual(await told(prosecutor, 'report/report-none'))
    expect((await told(caseWorker, `site/${site}`))[1]).toBe('access/no-such-file')
    expect(await codeOf(caseWorker.get('/api/keeping'))).toBe('access/not-permitted')
    expect(KeepingListShape.parse(await json(prosecutor.get('/api/keeping')))).toMatchObject({ due: [], holds: [] })
  })
})
