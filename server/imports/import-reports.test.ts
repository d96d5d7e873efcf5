import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { caseOffice, json, openedSite, type AtWork } from '../../tests/case-cast.ts'
import { ENGINES, sayWhatIsSkipped } from '../../tests/ledger-stores.ts'
import { closeOffices } from '../../tests/office-cast.ts'
import { ProblemShape } from '../../wire/api.ts'
import { ImportShape, SiteShape } from '../../wire/office/site-answers.ts'

beforeAll(sayWhatIsSkipped)
afterEach(closeOffices)

const COLUMNS: readonly string[] = ['id', 'kind', 'finding', 'observedAt', 'access', 'says', 'speaksOf', 'answerAccess', 'answerRecord', 'answerMotives', 'answerContent', 'scheme', 'sourceGrade', 'informationGrade', 'gradedBecause', 'sharing', 'reviewBy', 'derivedFrom']
const row = (id: string, more: Readonly<Record<string, string>> = {}): string => {
  const cells: Readonly<Record<string, string>> = {
    id, kind: 'family-or-coworker', finding: 'present', observedAt: '2031-03-02T20:00:00Z', access: 'told', says: `"What ${id} said, in short"`, speaksOf: 'victim|witness-or-contact', answerAccess: 'told',
    answerRecord: '3/1', answerMotives: 'none', answerContent: 'logical', scheme: 'admiralty', sourceGrade: 'C', informationGrade: '3', gradedBecause: 'As the form has it', sharing: 'TLP:AMBER', reviewBy: '2032-03-01T00:00:00Z', ...more,
  }
  return COLUMNS.map((name) => cells[name] ?? '').join(',')
}
const table = (...rows: readonly string[]): string => [COLUMNS.join(','), ...rows].join('\r\n')

const send = (who: AtWork, site: string, text: string | Uint8Array<ArrayBuffer>, asked = '', type = 'text/csv; charset=utf-8'): Promise<Response> => who.sendText(`/api/sites/${site}/reports${asked}`, text, type)

describe.each(ENGINES)('a table of reports on %s', (engine) => {
  test('is previewed, kept, and kept once when it is sent again, also in one moment', async () => {
    const { analyst, clock } = await caseOffice(engine)
    const site = await openedSite(analyst)
    const text = table(row('first-one'), row('second-one', { derivedFrom: 'first-one' }), row('', { says: '"She said ""come"""' }))
    expect(ImportShape.parse(await json(send(analyst, site, text, '?preview=yes')))).toMatchObject({ kept: 0, preview: 'yes', rows: [{ row: 1, report: 'first-one', problems: [] }, { row: 2, problems: [] }, { row: 3, problems: [] }] })
    expect(SiteShape.parse(await json(analyst.get(`/api/sites/${site}`))).reports).toEqual([])
    const both = await Promise.all([json(send(analyst, site, text)), json(send(analyst, site, text))])
    clock.pass(60_000)
    const again = await json(send(analyst, site, text))
    for (const answer of [...both, again]) expect(ImportShape.parse(answer)).toMatchObject({ kept: 3, preview: 'no' })
    const read = SiteShape.parse(await json(analyst.get(`/api/sites/${site}`)))
    expect(read.reports).toHaveLength(3)
    expect((read.operation['reports'] as { says: string }[]).map(({ says }) => says).toSorted()).toEqual(['She said "come"', 'What first-one said, in short', 'What second-one said, in short'])
  })

  test('is kept whole or not at all, unless only the good rows are asked for', async () => {
    const { analyst } = await caseOffice(engine)
    const site = await openedSite(analyst)
    const text = table(row('first-one'), row('second-one', { observedAt: '02/03/2031 20:00', kind: 'infromant' }), row('third-one'))
    const refused = await send(analyst, site, text)
    const problem = ProblemShape.parse(await refused.json())
    expect([refused.status, problem.problems.map(({ line, path }) => [line, path])]).toEqual([422, expect.arrayContaining([[3, 'rows[2].observedAt'], [3, 'rows[2].kind']])])
    expect(SiteShape.parse(await json(analyst.get(`/api/sites/${site}`))).version).toBe(1)
    const preview = ImportShape.parse(await json(send(analyst, site, text, '?preview=yes')))
    expect(preview.rows[1]).toMatchObject({ report: null, problems: expect.arrayContaining([{ column: 'kind', problem: expect.stringContaining('infromant'), expected: expect.any(String) }]) })
    expect(ImportShape.parse(await json(send(analyst, site, text, '?keep=good')))).toMatchObject({ kept: 2 })
    expect(SiteShape.parse(await json(analyst.get(`/api/sites/${site}`))).reports.map(({ id }) => id).toSorted()).toEqual(['first-one', 'third-one'])
  })
})

describe('a table', () => {
  const newSite = async (): Promise<{ readonly analyst: AtWork; readonly site: string }> => {
    const { analyst } = await caseOffice()
    return { analyst, site: await openedSite(analyst) }
  }

  test('may have semicolons, a byte order mark and blank lines', async () => {
    const { analyst, site } = await newSite()
    const text = `\uFEFF${table(row('first-one', { says: '"a; b, c"' })).replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ';')}\n\n`
    expect(ImportShape.parse(await json(send(analyst, site, text)))).toMatchObject({ kept: 1 })
  })

  test.each([
    ['has a column that is none', table(row('one-report')).replace('finding', 'findings'), 422, 'reading/unknown-field', 1],
    ['lacks a column', table(row('one-report')).replace(',reviewBy', ''), 422, 'reading/missing-field', 1],
    ['names a column twice', table(row('one-report')).replace('derivedFrom', 'kind'), 400, 'reading/duplicate-field', 1],
    ['never closes a quotation mark', table(row('one-report', { says: '"never closed' })), 400, 'reading/not-csv', expect.any(Number)],
    ['has no row', COLUMNS.join(','), 422, 'reading/missing-field', null],
    ['is empty', '', 422, 'reading/missing-field', 1],
    ['has a row that is too short', table('first-one,informant-tested'), 422, 'reading/wrong-value', 2],
    ['has more rows than are read', table(...Array.from({ length: 2001 }, () => row(''))), 413, 'reading/too-large', null],
  ] as const)('is refused where it %s', async (_how, text, status, code, line) => {
    const { analyst, site } = await newSite()
    const response = await send(analyst, site, text)
    const problem = ProblemShape.parse(await response.json())
    expect([response.status, problem.problems.map((one) => one.code), problem.line]).toEqual([status, expect.arrayContaining([code]), line])
    expect(SiteShape.parse(await json(analyst.get(`/api/sites/${site}`))).version).toBe(1)
  })

  test('is text in UTF-8 and nothing else', async () => {
    const { analyst, site } = await newSite()
    expect((await send(analyst, site, table(row('one-report')), '', 'application/json')).status).toBe(415)
    expect(await json(send(analyst, site, Uint8Array.from([0xff, 0xfe, 0x41, 0]), ''))).toMatchObject({ status: 400, code: 'reading/not-utf-8' })
    expect((await send(analyst, site, 'x'.repeat(6 * 1024 * 1024))).status).toBe(413)
  })
})
