import type { BadInput } from '../reading/bad-input.ts'
import { readShape, type Shaped } from '../reading/shape-problems.ts'
import { ReportEnteredShape, type ReportEntered } from './site-acts.ts'

/** How a cell becomes a value: as it stands, as a number, as a list with strokes between, as yes or no. */
type Cell = 'text' | 'number' | 'list' | 'yes-or-no' | 'record' | 'motives'

/** One column of a table of reports: its name in the first row, the way to the value in a report, and how its cells are read. */
interface Column {
  readonly name: string
  readonly path: readonly string[]
  readonly cell: Cell
  readonly need: 'required' | 'optional'
}

const column = (name: string, path: string, cell: Cell = 'text', need: Column['need'] = 'optional'): Column => ({ name, path: path.split('.'), cell, need })

/** Every column of a table of reports, as docs/report-csv.md describes it. */
export const REPORT_COLUMNS: readonly Column[] = [
  column('id', 'id'),
  column('kind', 'kind', 'text', 'required'),
  column('finding', 'finding', 'text', 'required'),
  column('observedAt', 'observedAt', 'text', 'required'),
  column('receivedAt', 'receivedAt'),
  column('access', 'access'),
  column('says', 'says', 'text', 'required'),
  column('assessment', 'assessment'),
  column('speaksOf', 'speaksOf', 'list', 'required'),
  column('suspicion', 'suspicion'),
  column('answerAccess', 'answers.access', 'text', 'required'),
  column('answerRecord', 'answers.record', 'record', 'required'),
  column('answerMotives', 'answers.motives', 'motives', 'required'),
  column('answerContent', 'answers.content', 'text', 'required'),
  column('scheme', 'grading.scheme', 'text', 'required'),
  column('sourceGrade', 'grading.source', 'text', 'required'),
  column('informationGrade', 'grading.information', 'text', 'required'),
  column('sourceLabel', 'grading.label.source'),
  column('informationLabel', 'grading.label.information'),
  column('gradedBecause', 'gradedBecause'),
  column('sharing', 'handling.sharing', 'text', 'required'),
  column('action', 'handling.action'),
  column('reviewBy', 'reviewBy', 'text', 'required'),
  column('source', 'source.id'),
  column('derivedFrom', 'derivedFrom', 'list'),
  column('origin', 'origin.id'),
  column('correlation', 'origin.correlation', 'number'),
  column('heardApart', 'heardApart', 'yes-or-no'),
  column('reporter', 'reporter'),
  column('sensitivity', 'sensitivity', 'number'),
  column('specificity', 'specificity', 'number'),
  column('independentBecause', 'independentBecause'),
]

const BY_NAME: ReadonlyMap<string, Column> = new Map(REPORT_COLUMNS.map((each) => [each.name, each]))

export const isReportColumn = (name: string): boolean => BY_NAME.has(name)

/** The columns that every table of reports has. */
export const REQUIRED_COLUMNS: readonly string[] = REPORT_COLUMNS.filter(({ need }) => need === 'required').map(({ name }) => name)

type Group = { [name: string]: unknown }

/** A row as a report is entered on a screen: what is left blank is left out. `fallbackId` names a report that has no id of its own. */
export function enteredFrom(columns: readonly string[], cells: readonly string[], fallbackId: string): unknown {
  const entered: Group = { id: fallbackId }
  columns.forEach((name, at) => {
    const [known, cell] = [BY_NAME.get(name), (cells[at] ?? '').trim()]
    if (known && cell !== '') place(entered, known.path, valueOf(cell, known.cell))
  })
  return entered
}

function place(group: Group, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) group[name] = value
  else place((group[name] ??= {}) as Group, rest, value)
}

/** A cell that is none of its kind stays text, and is refused by the shape with what was expected. */
function valueOf(cell: string, kind: Cell): unknown {
  switch (kind) {
    case 'number':
      return /^[+-]?\d*\.?\d+(?:e[+-]?\d+)?$/i.test(cell) ? Number(cell) : cell
    case 'list':
      return listIn(cell)
    case 'motives':
      return cell === 'unknown' ? cell : cell === 'none' ? [] : listIn(cell)
    case 'record': {
      const [, hits, misses] = /^(\d{1,5})\s*\/\s*(\d{1,5})$/.exec(cell) ?? []
      return hits === undefined ? cell : { hits: Number(hits), misses: Number(misses) }
    }
    case 'yes-or-no':
      return cell === 'yes' ? true : cell === 'no' ? false : cell
    case 'text':
      return cell
  }
}

const listIn = (cell: string): readonly string[] => cell.split('|').map((part) => part.trim()).filter(Boolean)

/** Holds a row against the shape of a report. Where a row stands in its file is known to whoever read it. */
export const readRow = (entered: unknown): Shaped<ReportEntered> => readShape(ReportEnteredShape, 'row', { value: entered, locate: () => null })

/** What is wrong with one cell, for whoever has the table open. An empty column is the row as a whole. */
export interface CellProblem {
  readonly column: string
  readonly problem: string
  readonly expected: string | null
}

export const cellProblem = ({ path, problem, expected }: Pick<BadInput, 'path' | 'problem' | 'expected'>): CellProblem => ({ column: columnAt(path), problem, expected })

/** The column a value came from, by its path in a report. */
function columnAt(path: string): string {
  const steps = path.replace(/^report\.?/, '').replaceAll(/\[\d+\]/g, '').split('.')
  const found = REPORT_COLUMNS.filter((each) => each.path.every((step, at) => steps[at] === step)).toSorted((a, b) => b.path.length - a.path.length)[0]
  return (found ?? REPORT_COLUMNS.find((each) => each.path[0] === steps[0]))?.name ?? ''
}
