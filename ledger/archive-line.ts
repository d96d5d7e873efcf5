import type { EntryRow } from './row.ts'

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const textOrNone: Check = (value) => value === null || typeof value === 'string'
const whole: Check = (value) => Number.isSafeInteger(value)
const wholeOrNone: Check = (value) => value === null || Number.isSafeInteger(value)

/** The columns of a row in the order an archive writes them. The order is part of the format and never changes. */
const COLUMNS: readonly (readonly [keyof EntryRow, Check])[] = [
  ['position', whole], ['id', text], ['stream', text], ['version', whole], ['type', text], ['form', whole], ['actor', text], ['device', text],
  ['occurred_at', whole], ['recorded_at', whole], ['received_at', wholeOrNone], ['clear', text],
  ['about', textOrNone], ['sealed_key', textOrNone], ['box', textOrNone], ['previous', text], ['digest', text],
]

export const lineOfRow = (row: EntryRow): string => JSON.stringify(COLUMNS.map(([column]) => row[column]))

/** A row from a line, or null where the line holds anything else. */
export function rowOfLine(value: unknown): EntryRow | null {
  if (!Array.isArray(value) || value.length !== COLUMNS.length) return null
  const cells: readonly unknown[] = value
  if (!COLUMNS.every(([, check], index) => check(cells[index]))) return null
  return Object.fromEntries(COLUMNS.map(([column], index) => [column, cells[index]])) as unknown as EntryRow
}
