import { LEDGER_COLUMNS, type EntryRow } from './row.ts'

const text = (value: unknown): boolean => typeof value === 'string'
const textOrNone = (value: unknown): boolean => value === null || typeof value === 'string'
const whole = (value: unknown): boolean => Number.isSafeInteger(value)
const wholeOrNone = (value: unknown): boolean => value === null || Number.isSafeInteger(value)

const CHECKS: Readonly<Record<keyof EntryRow, (value: unknown) => boolean>> = {
  position: whole, id: text, stream: text, version: whole, type: text, form: whole, actor: text, device: text,
  occurred_at: whole, recorded_at: whole, received_at: wholeOrNone,
  clear: text, about: textOrNone, sealed_key: textOrNone, box: textOrNone, previous: text, digest: text,
}

export const lineOfRow = (row: EntryRow): string => JSON.stringify(LEDGER_COLUMNS.map((column) => row[column]))

/** A row from a line, or null where the line holds anything else. */
export function rowOfLine(value: unknown): EntryRow | null {
  if (!Array.isArray(value) || value.length !== LEDGER_COLUMNS.length) return null
  const cells: readonly unknown[] = value
  if (!LEDGER_COLUMNS.every((column, index) => CHECKS[column](cells[index]))) return null
  return Object.fromEntries(LEDGER_COLUMNS.map((column, index) => [column, cells[index]])) as unknown as EntryRow
}
