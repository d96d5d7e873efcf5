import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SITES } from '../api/operations/sites.ts'
import { REPORT_COLUMNS } from '../../wire/office/report-columns.ts'
import { tableRows } from './table-rows.ts'

const document = readFileSync(new URL('../../docs/report-csv.md', import.meta.url), 'utf8')

test('the document lists every column and no other, and says which must be there', () => {
  const listed = [...document.matchAll(/^\| `(\w+)` \| (yes)? ?\|/gm)].map((match) => [match[1], match[2] === 'yes'])
  expect(listed).toEqual(REPORT_COLUMNS.map(({ name, need }) => [name, need === 'required']))
})

test('the example of the API is a table', () => {
  const example = SITES.find(({ id }) => id === 'site-reports')?.takesTable?.example ?? ''
  expect(tableRows(example)).toMatchObject({ accepted: true, rows: [{ row: 1, line: 2 }] })
})
