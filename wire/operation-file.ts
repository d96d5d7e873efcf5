import type { Operation, OperationReport } from '../core/planning/operation.ts'
import { instant, isoOf } from '../core/kernel/instant.ts'

/** Fields of an operation that hold an instant; each is a number nowhere else. */
const INSTANTS: ReadonlySet<string> = new Set(['at', 'knownAt', 'observedAt', 'receivedAt', 'reviewBy', 'vettedOn', 'confirmedAt', 'on'])

/** An operation in the format of files, as JSON. */
export type OperationFile = Readonly<Record<string, unknown>>

/**
 * An operation as a file tells it (docs/operation-format.md), so that whoever reads it back has the same operation.
 *
 * A time that was told by day, month or year is written as it was told.
 */
export const operationFile = (operation: Operation): OperationFile => ({
  format: 'daylight-operation/1',
  ...(written({ ...operation, reports: operation.reports === 'unknown' ? 'unknown' : operation.reports.map(reportAsTold) }) as OperationFile),
})

const reportAsTold = ({ inexact, ...report }: OperationReport) => (inexact ? { ...report, observedAt: inexact.told } : report)

/** A part of an operation with its instants as text. */
export function written(value: unknown, field = ''): unknown {
  if (typeof value === 'number') return INSTANTS.has(field) ? isoOf(instant(value)) : value
  if (Array.isArray(value)) return value.map((one) => written(one, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (inner === undefined ? [] : [[name, written(inner, name)]])))
}
