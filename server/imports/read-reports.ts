import { setImmediate as turn } from 'node:timers/promises'
import type { FiledReport, Site } from '../../core/intelligence/site.ts'
import type { ReportOnFile } from '../../core/intelligence/site-facts.ts'
import type { EntryId } from '../../core/kernel/id.ts'
import type { Noted } from '../../core/kernel/noted.ts'
import { cellProblem, enteredFrom, readRow, type CellProblem } from '../../wire/office/report-columns.ts'
import { reportOf, type Entering } from '../../wire/office/report-entered.ts'
import { pathText } from '../../wire/reading/place.ts'
import type { TableRow } from './table-rows.ts'

/** A row as it was read: a report to be kept, or what is wrong with it, cell by cell. */
export interface ReadRow {
  readonly row: number
  readonly line: number
  readonly entry: EntryId
  readonly report: ReportOnFile | null
  /** The id of the report, also where the row is on file already. */
  readonly reportId: string | null
  readonly problems: readonly CellProblem[]
}

interface Reading {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** By the entry of each row of this table that is on file already: its report. */
  readonly held: ReadonlyMap<string, string>
  readonly idOf: (row: number) => string
  readonly entering: Entering
  readonly noted: Noted
  readonly tell: (done: number) => void
}

/** How many rows are read before others get their turn. */
const AT_ONCE = 25

/**
 * Reads every row, each beside the reports of the site and the rows above it, so that a row may rest on one above.
 *
 * A row that is on file already, since the same table was sent before, is what it was then.
 */
export async function readReports({ columns, rows, held, idOf, entering, noted, tell }: Reading): Promise<readonly ReadRow[]> {
  const read: ReadRow[] = []
  let site: Site = entering.site
  for (const { row, line, cells } of rows) {
    const id = idOf(row)
    const before = held.get(id)
    const one = before === undefined ? readOne({ columns, cells, id, entering: { ...entering, site } }) : { report: null, reportId: before, problems: [] }
    read.push({ row, line, entry: id as EntryId, ...one })
    if (one.report) site = { ...site, reports: [...site.reports, asFiled(one.report, noted)] }
    if (row % AT_ONCE === 0) {
      tell(row)
      await turn()
    }
  }
  return read
}

interface OneRow {
  readonly columns: readonly string[]
  readonly cells: readonly string[]
  readonly id: string
  readonly entering: Entering
}

function readOne({ columns, cells, id, entering }: OneRow): Pick<ReadRow, 'report' | 'reportId' | 'problems'> {
  if (cells.length !== columns.length)
    return { report: null, reportId: null, problems: [{ column: '', problem: `the row has ${cells.length} cells`, expected: `${columns.length} cells, one for each column` }] }
  const shaped = readRow(enteredFrom(columns, cells, id))
  if (!shaped.accepted) return { report: null, reportId: null, problems: shaped.bad.map(cellProblem) }
  const { report, problems } = reportOf(shaped.value, entering)
  if (problems.length === 0) return { report, reportId: report.id, problems: [] }
  return { report: null, reportId: null, problems: problems.map(({ path, message }) => cellProblem({ path: pathText(path), problem: message, expected: null })) }
}

const asFiled = (report: ReportOnFile, noted: Noted): FiledReport =>
  ({ report, noted, gradings: [{ answers: report.answers, grading: report.grading, because: report.gradedBecause ?? null, noted }], independence: null, reviews: [{ reviewBy: report.reviewBy, because: null, noted }] })
