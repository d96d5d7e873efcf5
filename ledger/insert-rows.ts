import { LEDGER_COLUMNS, type EntryRow } from './row.ts'
import type { Statement, Value } from './store/statement.ts'

/** Rows of one statement: both engines take some thousands of values in one, and this stays far below. */
const LOT = 500

const MARKS = `(${LEDGER_COLUMNS.map(() => '?').join(', ')})`
const insertOf = (rows: number): string => `insert into entries (${LEDGER_COLUMNS.join(', ')}) values ${Array.from({ length: rows }, () => MARKS).join(', ')}`

/** What most appends are, put together once. */
const ONE = insertOf(1)

/** What adds rows at the end of the ledger, in the order of their positions. */
export function insertOfRows(rows: readonly EntryRow[]): readonly Statement[] {
  const statements: Statement[] = []
  for (let at = 0; at < rows.length; at += LOT) {
    const lot = rows.slice(at, at + LOT)
    statements.push({ table: 'entries', text: lot.length === 1 ? ONE : insertOf(lot.length), values: lot.flatMap(valuesOf) })
  }
  return statements
}

const valuesOf = (row: EntryRow): readonly Value[] => LEDGER_COLUMNS.map((column) => row[column])
