import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { atWork, caseOffice, json, newId, type AtWork, type CaseOffice } from '../../tests/case-cast.ts'
import { acts, asking, codeOf, filed, hold } from '../../tests/keeping-office.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { putFiles } from '../../tests/need-cast.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import type { ActorId } from '../../core/kernel/id.ts'
import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import { KeepingListShape } from '../../wire/office/retention-answers.ts'
import type { CaseWorker } from '../case/caller.ts'
import { holdsSeen } from './holds-seen.ts'
import type { KeepingFile } from './keeping-file.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const court = { 'x-daylight-look': 'court-disclosure' }
const lifting = (of: string) => ({ id: newId(), act: 'lift-hold', hold: of, ground: 'court-order' })

/** A source of the register with a handler and a controller of their own. */
async function sourceOf(office: CaseOffice, safe: 'yes' | 'no') {
  const [handler, controller] = [await atWork(office, 'source-handler', `invented.handler-${safe}`), await atWork(office, 'source-controller', `invented.controller-${safe}`)]
  const id = newId()
  expect((await handler.post('/api/sources', { id, kind: 'informant-tested', protected: safe, underControl: 'no', age: 'adult', handler: handler.id, controller: controller.id }, { 'x-daylight-look': 'source-welfare' })).status).toBe(201)
  return { handler, controller, at: `source/${id}` }
}

describe.each(ENGINES)('a hold on %s', (engine) => {
  test('that a prosecutor placed is lifted by no police officer, and nothing is forgotten under it', async () => {
    const office = await caseOffice(engine)
    const { analyst, officer } = office
    const [site, prosecutor] = [`site/${await filed(office)}`, await atWork(office, 'prosecutor')]
    const colleague = await atWork(office, 'prosecutor', 'invented.second-prosecutor')
    for (const [at, { id: person }] of [prosecutor, colleague].entries()) expect(await codeOf(analyst.post(`/api/need/${site}/acts`, { id: newId(), act: 'name', person, because: 'The case' }, { 'if-match': `"${at}"` }))).toBe('kept')
    const placed = hold()
    expect(await codeOf(prosecutor.post(`/api/keeping/${site}/acts`, placed, court))).toBe('kept')
    expect(await codeOf(acts(officer, site, lifting(placed.id), 1))).toBe('retention/hold-of-another')
    expect(await codeOf(acts(officer, site, asking(), 1))).toBe('retention/held')
    expect(await codeOf(colleague.post(`/api/keeping/${site}/acts`, lifting(placed.id), { ...court, 'if-match': '"1"' }))).toBe('kept')
    const own = hold()
    expect([await codeOf(acts(officer, site, own)), await codeOf(prosecutor.post(`/api/keeping/${site}/acts`, lifting(own.id), { ...court, 'if-match': '"3"' })), await codeOf(acts(office.planner, site, lifting(own.id), 3))]).toEqual(['kept', 'retention/hold-of-another', 'kept'])
  })

  test('on a source who is protected is placed by those who answer for them or decide on them, and by no colleague of theirs', async () => {
    const office = await caseOffice(engine)
    const [safe, open] = [await sourceOf(office, 'yes'), await sourceOf(office, 'no')]
    expect(await codeOf(acts(open.controller, safe.at, hold()))).toBe('access/not-permitted')
    expect([await codeOf(acts(safe.controller, safe.at, hold())), await codeOf(acts(office.officer, safe.at, hold())), await codeOf(acts(safe.controller, open.at, hold()))]).toEqual(['kept', 'kept', 'kept'])
  })

  test('on a source stands in the list by their name for those who answer for them alone', async () => {
    const office = await caseOffice(engine)
    const { handler, controller, at } = await sourceOf(office, 'yes')
    const { codeName } = await json<{ codeName: string }>(handler.ask('GET', `/api/sources/${at.slice('source/'.length)}`, undefined, { 'x-daylight-look': 'source-welfare' }))
    expect([await codeOf(acts(controller, at, hold())), await codeOf(acts(controller, at, { id: newId(), act: 'set-review', reviewBy: '2031-03-20T00:00:00Z', ground: 'unit-decision' }, 1))]).toEqual(['kept', 'kept'])
    const listed = async (who: AtWork) => {
      const { due, holds } = KeepingListShape.parse(await json(who.get('/api/keeping')))
      return [due, holds].map((lines) => lines.map(({ holder, number }) => [holder, number]))
    }
    expect(codeName).toMatch(/^[a-z]+-\d{3}$/)
    expect(await listed(controller)).toEqual([[[at, codeName]], [[at, codeName]]])
    for (const who of [office.officer, office.planner]) expect(await listed(who)).toEqual([[[at, null]], [[at, null]]])
  })

  test('elsewhere is told of where whoever asks may read the file it is on, and of a source to those who answer for them', async () => {
    const { office } = await caseOffice(engine)
    await putFiles(office, [{ file: 'site/1', organisation: 'unit' }, { file: 'site/2', organisation: 'unit' }, { file: 'site/3', organisation: 'unit', reach: 'named', named: ['ada'] }, { file: 'source/4', organisation: 'unit', handler: 'bo', controller: 'ada' }])
    const worker = (id: string): CaseWorker => ({ id: id as ActorId, name: id, signInName: id, role: 'authorising-officer', organisation: { id: OWN_UNIT, kind: 'police' }, vouched: 'yes', mustChangePassword: 'no', look: 'assessment' })
    const standing = ['site/2', 'site/3', 'source/4', 'site/none'].map((holder) => ({ holder, hold: `hold-on-${holder}`, ground: 'appeal', reference: 'A-1', review_by: 1 }))
    const seen = async (id: string) => (await holdsSeen(office, worker(id), { files: ['site/1'] } as unknown as KeepingFile, standing)).map(({ holder }) => holder)
    expect([await seen('ada'), await seen('bo'), await seen('cyd')]).toEqual([['site/2', 'site/3', 'source/4'], ['site/2', 'source/4'], ['site/2']])
  })
})
