import { sql } from 'kysely'
import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import { idIn, numberIn, textIn, toldOrder } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** When somebody asks again whether a report may be kept (28 CFR 23.20(h)): the date it came with, and the date set last. */
export interface ReviewRow {
  readonly site: string
  readonly report: string
  readonly first_review: number | null
  readonly set_review: number | null
  readonly set_order: string | null
}

const set = { newestBy: 'set_order' } as const

const INTO: Upsert<ReviewRow, 'site' | 'report'> = { table: 'reviews', key: ['site', 'report'], takes: { first_review: 'first-known', set_review: set, set_order: set } }

/** Every report with the date on which it is looked at again. Without its first date a report is not there yet. */
export const reviewTable: Projection = {
  name: 'reviews',
  schema: `
    create table if not exists reviews (site text not null, report text not null, first_review bigint, set_review bigint, set_order text, primary key (site, report));
    create index if not exists reviews_by_date on reviews ((coalesce(set_review, first_review)))`,
  clear: async (db) => void (await sql`delete from reviews`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowOf)),
}

/** The date that counts; in the SQL both engines speak. */
export const REVIEW_BY = sql.raw('coalesce(set_review, first_review)')

function rowOf(entry: Stored): readonly ReviewRow[] {
  const [site, report, by] = [idIn('site', entry), textIn(entry, 'report'), numberIn(entry, 'reviewBy')]
  if (site === null || report === null) return []
  if (entry.fact.type === 'report/received') return [{ site, report, first_review: by, set_review: null, set_order: null }]
  return entry.fact.type === 'report/review-set' ? [{ site, report, first_review: null, set_review: by, set_order: toldOrder(entry) }] : []
}
