import { sql } from 'kysely'
import { after, instant, isoOf } from '../../core/kernel/instant.ts'
import { MOST_DUE, SOURCES_AHEAD_DAYS, type Due } from '../../wire/office/due.ts'
import type { CaseStore } from '../case-store.ts'
import type { DueAsked } from './due.ts'

const DATES = ['risk_by', 'use_until', 'use_review_by', 'contact_by'] as const

/**
 * Sources to whom something is owed soon, for whoever answers for them and nobody else, whoever's things are asked for.
 *
 * Which of the days it is stands in no answer: whoever reads over a shoulder learns that somebody has a source, and no more.
 */
export async function sourcesDue(db: CaseStore['entries']['db'], { by, now, reach }: Pick<DueAsked, 'by' | 'now' | 'reach'>): Promise<Due['sources']> {
  const days = sql.join(DATES.map((date) => sql`select id, ${sql.ref(date)} as day from source_dates where ended_at is null and ${sql.ref(date)} > 0`), sql` union all `)
  const { rows } = await sql<{ id: string; day: number }>`
    select owed.id, min(owed.day) as day from (${days}) owed join sources on sources.id = owed.id
    where (sources.handler = ${by} or sources.controller = ${by}) and ${reach('source')} group by owed.id having min(owed.day) <= ${after(now, SOURCES_AHEAD_DAYS)} order by 2, 1 limit ${MOST_DUE}`.execute(db)
  return rows.map(({ id, day }) => ({ source: id, owner: by, by: isoOf(instant(Number(day))) }))
}
