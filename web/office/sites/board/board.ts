import type { AskedCertainty, InForce } from '../../../../core/planning/dossier.ts'
import { instant, type Instant } from '../../../../core/kernel/instant.ts'
import type { Sent } from '../../../../wire/api.ts'
import type { SiteShape } from '../../../../wire/office/site-answers.ts'
import { assess, type Assessed } from '../../../reading/assessed.ts'
import type { OperationFile } from '../../../entry/file-of.ts'
import { offsetText } from '../../form/local-time.ts'

/** A site as the server tells it at one instant as known. */
export type SiteRead = Sent<typeof SiteShape>

/** A site with everything computed of it, for one hour of entry. */
export interface Board {
  readonly site: SiteRead
  readonly assessed: Assessed
  /** T: the hour that is asked about. */
  readonly at: Instant
  /** K: the instant as known at which it is asked. */
  readonly knownAt: Instant
  /** Without an hour of entry it is asked whether people are there at the moment as known. */
  readonly asksFor: 'an-hour-of-entry' | 'the-moment-known'
}

type OffsetOf = (at: number) => number

const offsetHere: OffsetOf = (at) => -new Date(at).getTimezoneOffset()

/** An instant as a file writes it, in the zone of this machine, so that every time of the page stands in one zone. */
export const writtenHere = (at: number, offsetOf: OffsetOf = offsetHere): string => {
  const offset = offsetOf(at)
  return `${new Date(at + offset * 60_000).toISOString().slice(0, -1)}${offsetText(offset)}`
}

/** Reads a site for an hour of entry; undefined where what came is no operation, which is a fault of the server. */
export function boardOf(site: SiteRead, entry: Instant | null, inForce?: InForce): Board | undefined {
  const knownAt = instant(Date.parse(site.knownAt))
  const at = entry ?? knownAt
  const assessed = assess(fileAt(site.operation, at, knownAt), { handles: handlesOf(site.reports), ...(inForce && { inForce }) })
  return assessed && { site, assessed, at, knownAt, asksFor: entry === null ? 'the-moment-known' : 'an-hour-of-entry' }
}

/**
 * What people call the reports of a site: R1, R2 and so on, in the order in which they reached it.
 *
 * The ledger only grows, so that a report keeps its handle, whatever comes later and whenever it is looked at.
 */
export const handlesOf = (reports: SiteRead['reports']): ReadonlyMap<string, string> =>
  new Map(reports.toSorted((a, b) => a.noted.version - b.noted.version).map(({ id }, at) => [id, `R${at + 1}`]))

/** The operation of a site, asked about one hour and as known at one instant. */
export const fileAt = (operation: OperationFile, at: Instant, knownAt: Instant): OperationFile => ({
  ...operation,
  at: writtenHere(at),
  knownAt: writtenHere(knownAt),
  reports: inZoneHere(operation['reports'], ['observedAt', 'receivedAt']),
})

const EXACT = /T.*Z$/

/** Times of rows that the server tells in UTC, in the zone of this machine. */
function inZoneHere(rows: unknown, fields: readonly string[]): unknown {
  if (!Array.isArray(rows)) return rows
  return rows.map((row: Readonly<Record<string, unknown>>) => ({
    ...row,
    ...Object.fromEntries(fields.flatMap((field) => (EXACT.test(String(row[field])) ? [[field, writtenHere(Date.parse(String(row[field])))]] : []))),
  }))
}

/** The number of a board, where there is one: nothing weighs where there is none. */
export const numberOf = (asked: AskedCertainty | null): AskedCertainty['answer'] | null => (asked && asked.answer.roots.length > 0 ? asked.answer : null)
