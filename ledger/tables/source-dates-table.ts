import { sql } from 'kysely'
import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import { cameAt, idIn, numberIn } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** Stands for a day that was taken away: no longer owed, which is another thing than never told. */
const NO_DAY = 0

/** By when something is owed to a source; who answers for them stands in the register. Which of the days it is stands in no answer. */
export interface SourceDatesRow {
  readonly id: string
  readonly risk_by: number | null
  readonly use_until: number | null
  readonly use_review_by: number | null
  readonly contact_by: number | null
  readonly ended_at: number | null
}

const INTO: Upsert<SourceDatesRow, 'id'> = {
  table: 'source_dates', key: ['id'],
  takes: { risk_by: 'last-known', use_until: 'last-known', use_review_by: 'last-known', contact_by: 'last-known', ended_at: 'first-known' },
}

/** The days by which somebody looks again at each source. */
export const sourceDatesTable: Projection = {
  name: 'source-dates',
  schema: `
    create table if not exists source_dates (
      id text primary key, risk_by bigint, use_until bigint, use_review_by bigint, contact_by bigint, ended_at bigint
    )`,
  clear: async (db) => void (await sql`delete from source_dates`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowOf)),
}

const BARE = { risk_by: null, use_until: null, use_review_by: null, contact_by: null, ended_at: null }

function rowOf(entry: Stored): readonly SourceDatesRow[] {
  const id = idIn('source', entry)
  const days = daysIn(entry)
  return id === null || days === null ? [] : [{ id, ...BARE, ...days }]
}

/** A contact or a review without a next day takes the last one away, for it is no longer owed. */
function daysIn(entry: Stored): Partial<SourceDatesRow> | null {
  const dayOf = (name: string): number => numberIn(entry, name) ?? NO_DAY
  switch (entry.fact.type) {
    case 'source/risk-noted':
      return { risk_by: dayOf('reviewBy') }
    case 'source/authorised':
      return { use_until: dayOf('until'), use_review_by: dayOf('reviewBy') }
    case 'source/use-reviewed':
      return { use_review_by: dayOf('reviewBy') }
    case 'source/use-cancelled':
      return { use_until: NO_DAY, use_review_by: NO_DAY }
    case 'source/contact-made':
      return { contact_by: dayOf('nextBy') }
    case 'source/ended':
      return { ended_at: cameAt(entry) }
    default:
      return null
  }
}
