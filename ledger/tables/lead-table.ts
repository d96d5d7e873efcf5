import { sql } from 'kysely'
import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import { idIn, numberIn, textIn, toldOrder } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/**
 * A report that somebody owes an answer to: who was to follow it up and by when, and when it was closed.
 *
 * Of several assignments the one that was made last counts, and so of closings; which of the two came to the file later tells
 * whether the lead is open.
 */
export interface LeadRow {
  readonly site: string
  readonly report: string
  readonly owner: string | null
  readonly verify_by: number | null
  readonly assigned_review: number | null
  readonly assigned_version: number | null
  readonly assigned_order: string | null
  readonly closed_review: number | null
  readonly closed_version: number | null
  readonly closed_order: string | null
}

const assigned = { newestBy: 'assigned_order' } as const
const closed = { newestBy: 'closed_order' } as const

const INTO: Upsert<LeadRow, 'site' | 'report'> = {
  table: 'leads', key: ['site', 'report'],
  takes: {
    owner: assigned, verify_by: assigned, assigned_review: assigned, assigned_version: assigned, assigned_order: assigned,
    closed_review: closed, closed_version: closed, closed_order: closed,
  },
}

/** Every lead that has an owner. Which reports want one is sealed, and is found where a site is reckoned. */
export const leadTable: Projection = {
  name: 'leads',
  schema: `
    create table if not exists leads (
      site text not null, report text not null, owner text, verify_by bigint, assigned_review bigint, assigned_version bigint, assigned_order text,
      closed_review bigint, closed_version bigint, closed_order text, primary key (site, report)
    );
    create index if not exists leads_by_owner on leads (owner)`,
  clear: async (db) => void (await sql`delete from leads`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowOf)),
}

const NOBODY_YET = { owner: null, verify_by: null, assigned_review: null, assigned_version: null, assigned_order: null }
const NOT_CLOSED = { closed_review: null, closed_version: null, closed_order: null }

function rowOf(entry: Stored): readonly LeadRow[] {
  const [site, report, review] = [idIn('site', entry), textIn(entry, 'report'), numberIn(entry, 'reviewBy')]
  if (site === null || report === null) return []
  const [version, order] = [entry.version, toldOrder(entry)]
  if (entry.fact.type === 'lead/assigned')
    return [{ site, report, ...NOT_CLOSED, owner: textIn(entry, 'owner'), verify_by: numberIn(entry, 'verifyBy'), assigned_review: review, assigned_version: version, assigned_order: order }]
  return entry.fact.type === 'lead/closed' ? [{ site, report, ...NOBODY_YET, closed_review: review, closed_version: version, closed_order: order }] : []
}

/** Whether the last of a lead is that it was closed, and when somebody looks at it next; in the SQL both engines speak. */
export const LEAD_IS_CLOSED = sql.raw('(closed_version is not null and (assigned_version is null or closed_version > assigned_version))')
export const LEAD_REVIEW = sql.raw('(case when closed_version is not null and (assigned_version is null or closed_version > assigned_version) then closed_review else assigned_review end)')
