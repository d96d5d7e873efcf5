import { sql } from 'kysely'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import { standingLeft, type PlanRow } from '../../ledger/tables/plan-table.ts'
import type { Sent } from '../../wire/api.ts'
import type { PlanRowShape, PlansShape } from '../../wire/office/plan-answers.ts'
import type { CaseStore } from '../case-store.ts'
import type { InReach } from '../rights/in-reach.ts'
import { paged, placeIn, type Place } from '../case/cursor.ts'

export type PlanRowSent = Sent<typeof PlanRowShape>

/** A plan with the number of its site, as the list shows it. */
export type ListedPlan = PlanRow & { readonly site_number: string | null }

interface PlansAsked {
  readonly after: Place | null
  readonly limit: number
  readonly reach: InReach
}

/** The place a cursor of the list of plans stands for; null where it is none. */
export const placeOfPlans = (cursor: string): Place | null => placeIn(cursor, ['number'])

/** A page of the list of plans, what changed last first, from what stands in clear. */
export async function pageOfPlans({ entries: { db } }: CaseStore, { after, limit, reach }: PlansAsked): Promise<Sent<typeof PlansShape>> {
  const mine = reach('plan')
  const { rows } = await sql<ListedPlan>`
    select plans.*, sites.number as site_number from plans left join sites on sites.id = plans.site
    where plans.number is not null and ${mine} ${after ? sql`and plans.last_position < ${after[0]}` : sql``} order by plans.last_position desc limit ${limit + 1}`.execute(db)
  const counted = await sql<{ count: number }>`select count(*) as count from plans where number is not null and ${mine}`.execute(db)
  const { shown, next } = paged(rows, limit, (last) => [last.last_position])
  return { plans: shown.map(planSent), next, count: Number(counted.rows[0]?.count ?? 0) }
}

export const planSent = (row: ListedPlan): PlanRowSent => ({
  id: row.id, number: row.number ?? row.id, site: row.site ?? '', siteNumber: row.site_number ?? row.site ?? '',
  at: isoOf(instant(row.at ?? 0)), openedAt: isoOf(instant(row.opened_at ?? 0)), lastAt: isoOf(instant(row.last_at)), version: row.version,
  standing: standingLeft(row),
})
