import { sql } from 'kysely'
import { instant, isoOf, type Instant } from '../../core/kernel/instant.ts'
import { LEAD_IS_CLOSED, LEAD_REVIEW } from '../../ledger/tables/lead-table.ts'
import type { PlanRow } from '../../ledger/tables/plan-table.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import type { Store } from '../../ledger/store/store.ts'
import type { Sent } from '../../wire/api.ts'
import type { SiteOrder } from '../../wire/office/listing.ts'
import type { SiteRowShape, SitesShape } from '../../wire/office/site-answers.ts'
import type { CaseStore } from '../case-store.ts'
import { paged, placeIn, type Place } from '../case/cursor.ts'
import { reckoningSent, reckoningsOf, type ReckoningRow } from '../reckoning/reckonings.ts'
import type { InReach } from '../rights/in-reach.ts'
import { matching, type OpenedSite } from './listed-site.ts'
import { sitesByEnd } from './sites-by-end.ts'

/** Which sites are asked for. */
export interface SitesAsked {
  readonly search: string
  readonly reach: InReach
  readonly order: SiteOrder
  readonly after: Place | null
  readonly limit: number
}

type SiteRowSent = Sent<typeof SiteRowShape>

const KINDS = { changed: ['number'], number: ['string', 'string'], 'runs-out': ['string', 'string', 'string'] } as const satisfies Record<SiteOrder, readonly ('string' | 'number')[]>

/** The place a cursor of the list of sites stands for; null where it is none. */
export const placeOfSites = (cursor: string, order: SiteOrder): Place | null => placeIn(cursor, KINDS[order])

/** A page of the list of sites, from what stands in clear, with the number of each as it was last reckoned. */
export async function pageOfSites(cases: CaseStore, asked: SitesAsked, now: Instant): Promise<Sent<typeof SitesShape>> {
  const [rows, count] = await Promise.all([placedSites(cases, asked), countOf(cases.entries, asked)])
  const { shown, next } = paged(rows, asked.limit, ({ place }) => place)
  return { sites: await sitesSent(cases, shown.map(({ row }) => row), asked.reach, now), next, count }
}

/** One line more than is shown, each with its place. */
async function placedSites(cases: CaseStore, { order, ...asked }: SitesAsked) {
  if (order === 'runs-out') return sitesByEnd(cases, { ...asked, limit: asked.limit + 1 })
  const rows = await sitesIn(cases.entries, { order, ...asked })
  return rows.map((row) => ({ row, place: order === 'changed' ? [row.last_position] : [row.number_order, row.id] }))
}

type Ordered = SitesAsked & { readonly order: Exclude<SiteOrder, 'runs-out'> }

async function sitesIn({ db }: Store<LedgerTables>, { search, reach, order, after, limit }: Ordered): Promise<readonly OpenedSite[]> {
  const query = {
    changed: () => sql<OpenedSite>`select * from sites where ${matching(search, reach)} ${after ? sql`and last_position < ${after[0]}` : sql``} order by last_position desc limit ${limit + 1}`,
    number: () => sql<OpenedSite>`select * from sites where ${matching(search, reach)} ${after ? sql`and (number_order, id) > (${after[0]}, ${after[1]})` : sql``} order by number_order, id limit ${limit + 1}`,
  }
  return (await query[order]().execute(db)).rows
}

async function countOf({ db }: Store<LedgerTables>, { search, reach }: SitesAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from sites where ${matching(search, reach)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

async function sitesSent(cases: CaseStore, rows: readonly OpenedSite[], reach: InReach, now: Instant): Promise<readonly SiteRowSent[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [plans, tasks, leads, reckonings] = await Promise.all([plansOf(cases.entries, ids, reach), openTasks(cases.entries, ids), leadsDue(cases.entries, ids, now), reckoningsOf(cases.desk, ids)])
  return rows.map((row) => ({
    id: row.id, number: row.number, jurisdiction: row.jurisdiction, venue: row.venue,
    openedAt: isoOf(instant(row.opened_at)), lastAt: isoOf(instant(row.last_at)), version: row.version,
    reports: row.reports, openTasks: tasks.get(row.id) ?? 0, leadsDue: (leads.get(row.id) ?? 0) + leadsNobodyHas(reckonings.get(row.id)),
    plans: (plans.get(row.id) ?? []).map(planShown),
    reckoning: shownReckoning(reckonings.get(row.id), plans.get(row.id) ?? []),
  }))
}

const leadsNobodyHas = (row: ReckoningRow | undefined): number => row?.leads_open ?? 0

/** What is reckoned for the moment is told as such, however long the reckoning took to begin. */
const MOMENT_MS = 60_000

/** A number for the hour of a plan that somebody may not know of would tell them that hour, so it is not told here; the site itself tells that for this moment. */
function shownReckoning(row: ReckoningRow | undefined, plans: readonly PlanRow[]) {
  if (row === undefined) return null
  const [hour, reckonedAt] = [Number(row.entry_at), Number(row.reckoned_at)]
  return hour - reckonedAt < MOMENT_MS || plans.some(({ at }) => Number(at) === hour) ? reckoningSent(row) : null
}

/** The plans of some sites, the nearest hour of entry first. */
export async function plansOf({ db }: Store<LedgerTables>, sites: readonly string[], reach?: InReach): Promise<ReadonlyMap<string, readonly PlanRow[]>> {
  const { rows } = await sql<PlanRow>`select * from plans where number is not null and site in (${sql.join(sites)}) ${reach ? sql`and ${reach('plan')}` : sql``} order by at, id`.execute(db)
  return Map.groupBy(rows, ({ site }) => site ?? '')
}

const openTasks = ({ db }: Store<LedgerTables>, sites: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  countBySite(sql<Counted>`select site, count(*) as count from tasks where owner is not null and answered_at is null and site in (${sql.join(sites)}) group by site`.execute(db))

/** Leads whose day has come: to be verified, or, once closed, to be looked at again. */
const leadsDue = ({ db }: Store<LedgerTables>, sites: readonly string[], now: Instant): Promise<ReadonlyMap<string, number>> =>
  countBySite(sql<Counted>`select site, count(*) as count from leads where site in (${sql.join(sites)}) and (${LEAD_REVIEW} <= ${now} or (not ${LEAD_IS_CLOSED} and verify_by <= ${now})) group by site`.execute(db))

interface Counted {
  readonly site: string
  readonly count: number
}

const countBySite = async (asked: Promise<{ readonly rows: readonly Counted[] }>): Promise<ReadonlyMap<string, number>> =>
  new Map((await asked).rows.map(({ site, count }) => [site, Number(count)]))

/** The plans of one site that somebody may read, as they stand beside it. */
export const plansShown = async (entries: Store<LedgerTables>, site: string, reach: InReach) =>
  ((await plansOf(entries, [site], reach)).get(site) ?? []).map(planShown)

const planShown = ({ id, number, at }: PlanRow) => ({ id, number: number ?? id, at: isoOf(instant(at ?? 0)) })
