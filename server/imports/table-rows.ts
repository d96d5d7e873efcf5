import { CsvError, parse } from 'csv-parse/sync'
import { badInput, type BadInput, type Finding } from '../../wire/reading/bad-input.ts'
import { isReportColumn, REPORT_COLUMNS, REQUIRED_COLUMNS } from '../../wire/office/report-columns.ts'
import { BODY } from '../http/body.ts'

/** One row below the first, counted from 1, with the line it begins on. */
export interface TableRow {
  readonly row: number
  readonly line: number
  readonly cells: readonly string[]
}

export type Table =
  | { readonly accepted: true; readonly columns: readonly string[]; readonly rows: readonly TableRow[] }
  | { readonly accepted: false; readonly bad: readonly BadInput[] }

/** More than anybody reads through in a preview; a longer table is cut into several. */
export const MOST_ROWS = 2000

const LONGEST_ROW = 200_000

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Reads a table (RFC 4180) whose first row names its columns, with commas or semicolons between the cells. */
export function tableRows(text: string): Table {
  const parsed = parsedRows(text)
  if ('code' in parsed) return refused(parsed)
  const [head, ...rest] = parsed
  const columns = (head?.record ?? []).map((name) => name.trim())
  const bad = columnProblems(columns)
  if (bad.length > 0) return { accepted: false, bad }
  if (rest.length === 0) return refused({ code: 'reading/missing-field', problem: 'there is no row below the names of the columns', expected: 'a row for each report' })
  if (rest.length > MOST_ROWS) return refused({ code: 'reading/too-large', problem: `there are ${rest.length} rows`, expected: `at most ${MOST_ROWS} rows in one table` })
  let end = head?.info.lines ?? 1
  const rows = rest.map(({ record, info }, at) => {
    const line = end + 1
    end = info.lines
    return { row: at + 1, line, cells: record }
  })
  return { accepted: true, columns, rows }
}

const refused = (finding: Finding): Table => ({ accepted: false, bad: [badInput(BODY, finding)] })

/** The first row decides what stands between cells: whichever of the two occurs in it more often. */
function parsedRows(text: string): readonly Parsed[] | Finding {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const delimiter = head.split(';').length > head.split(',').length ? ';' : ','
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_ROW, info: true }) as unknown as readonly Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as { readonly lines?: unknown }).lines ?? 1)
    return { code: 'reading/not-csv', place: { line, column: 1 }, problem: PROBLEMS[error.code] ?? 'this is no row of a table', expected: 'cells with quotation marks around both ends, or none, as a spreadsheet writes them' }
  }
}

/** The library quotes what it read, which may name somebody; here its codes are put in words. */
const PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something stands after a closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${LONGEST_ROW} letters, or a quotation mark is never closed`,
}

function columnProblems(columns: readonly string[]): readonly BadInput[] {
  const place = { line: 1, column: 1 }
  const known = REPORT_COLUMNS.map(({ name }) => name).join(', ')
  return [
    ...columns.flatMap((name) => (isReportColumn(name) ? [] : [badInput(BODY, { code: 'reading/unknown-field', place, path: ['column'], problem: `${JSON.stringify(name.slice(0, 60))} is no column here`, expected: known })])),
    ...columns.filter((name, at) => columns.indexOf(name) < at && isReportColumn(name)).map((name) => badInput(BODY, { code: 'reading/duplicate-field', place, path: ['column'], problem: `the column ${name} stands here twice` })),
    ...REQUIRED_COLUMNS.filter((name) => !columns.includes(name)).map((name) => badInput(BODY, { code: 'reading/missing-field', place, path: [name], problem: 'this column is missing', expected: `a column named ${name}` })),
  ].slice(0, 20)
}
