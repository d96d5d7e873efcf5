import { sql } from 'kysely'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import type { Venue } from '../../core/intelligence/venue.ts'
import { asSought } from '../../ledger/tables/clear.ts'
import { standingLeft } from '../../ledger/tables/plan-table.ts'
import { MOST_FOUND, type Found } from '../../wire/office/search.ts'
import type { CaseStore } from '../case-store.ts'
import type { ListedPlan } from '../plans/plan-list.ts'
import type { InReach } from '../rights/in-reach.ts'
import { matching } from '../sites/listed-site.ts'

/**
 * Everything whose number, jurisdiction or kind of venue has what is sought, and the code names of those somebody answers for. Sealed words are
 * searched by nobody; whether somebody is protected is one of them, so that no code name is found by others.
 */
export async function search({ entries: { db } }: CaseStore, sought: string, { reach, by }: { readonly reach: InReach; readonly by: string }): Promise<Found> {
  const part = `%${asSought(sought).replace(/[\\%_]/g, '\\$&')}%`
  const [sites, plans, sources] = await Promise.all([
    sql<Found['sites'][number] & { readonly venue: Venue }>`select id, number, jurisdiction, venue from sites where ${matching(sought, reach)} order by last_position desc limit ${MOST_FOUND}`.execute(db),
    sql<ListedPlan>`
      select plans.*, sites.number as site_number from plans left join sites on sites.id = plans.site
      where plans.number is not null and ${reach('plan')} and (lower(plans.number) like ${part} escape '\\' or lower(sites.number) like ${part} escape '\\') order by plans.last_position desc limit ${MOST_FOUND}`.execute(db),
    sql<{ id: string; code_name: string }>`select id, code_name from sources where ${reach('source')} and (handler = ${by} or controller = ${by}) and code_name like ${part} escape '\\' order by code_name limit ${MOST_FOUND}`.execute(db),
  ])
  return {
    sites: [...sites.rows],
    plans: plans.rows.map((row) => ({ id: row.id, number: row.number ?? row.id, site: row.site ?? '', siteNumber: row.site_number ?? '', at: isoOf(instant(row.at ?? 0)), standing: standingLeft(row) })),
    sources: sources.rows.map((row) => ({ id: row.id, codeName: row.code_name })),
  }
}
