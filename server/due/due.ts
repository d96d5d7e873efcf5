import { sql } from 'kysely'
import { after, instant, isoOf, type Instant } from '../../core/kernel/instant.ts'
import { LEAD_IS_CLOSED, LEAD_REVIEW } from '../../ledger/tables/lead-table.ts'
import { REVIEW_BY } from '../../ledger/tables/review-table.ts'
import { standingLeft } from '../../ledger/tables/plan-table.ts'
import { MOST_DUE, REVIEWS_AHEAD_DAYS, type Due, type WHOSE } from '../../wire/office/due.ts'
import type { CaseStore } from '../case-store.ts'
import { sourcesDue } from './sources-due.ts'
import { namesOf } from '../case/names.ts'
import type { ListedPlan } from '../plans/plan-list.ts'
import type { InReach } from '../rights/in-reach.ts'
import { leadsWithoutOwner } from '../reckoning/reckonings.ts'

/** Who asks what is due, and whether for themselves or for all. */
export interface DueAsked {
  readonly whose: (typeof WHOSE)[number]
  readonly by: string
  readonly now: Instant
  readonly reach: InReach
}

type Db = CaseStore['entries']['db']

/** What somebody owes, from what stands in clear: nothing of it needs a file to be opened. */
export async function whatIsDue(cases: CaseStore, asked: DueAsked): Promise<Due> {
  const { db } = cases.entries
  const [tasks, leads, leadsNobodyHas, plans, reviews, sources] = await Promise.all([openTasks(db, asked), leadsDue(db, asked), unowned(cases, asked), plansOff(db, asked), reviewsDue(db, asked), sourcesDue(db, asked)])
  const names = await namesOf({ cases }, [...tasks, ...leads, ...plans].flatMap(({ owner }) => owner ?? []))
  return { now: isoOf(asked.now), tasks, leads, leadsNobodyHas, plans, reviews, sources, names }
}

const theirs = ({ whose, by }: DueAsked, owner: string) => (whose === 'mine' ? sql`and ${sql.ref(owner)} = ${by}` : sql``)
const orNull = (moment: number | null): string | null => (moment === null ? null : isoOf(instant(moment)))

async function openTasks(db: Db, asked: DueAsked): Promise<Due['tasks']> {
  const { rows } = await sql<{ site: string; number: string; task: string; owner: string; due: number }>`
    select tasks.site, sites.number, task, owner, due from tasks join sites on sites.id = tasks.site
    where ${asked.reach('site')} and owner is not null and answered_at is null ${theirs(asked, 'owner')} order by due, task limit ${MOST_DUE}`.execute(db)
  return rows.map(({ site, number, task, owner, due }) => ({ site, siteNumber: number, task, owner, due: isoOf(instant(due)) }))
}

async function leadsDue(db: Db, asked: DueAsked): Promise<Due['leads']> {
  const { rows } = await sql<{ site: string; number: string; report: string; owner: string | null; verify_by: number | null; review_by: number | null; late: number }>`
    select leads.site, sites.number, report, owner, verify_by, ${LEAD_REVIEW} as review_by, case when not ${LEAD_IS_CLOSED} and verify_by <= ${asked.now} then 1 else 0 end as late
    from leads join sites on sites.id = leads.site
    where ${asked.reach('site')} and (${LEAD_REVIEW} <= ${asked.now} or (not ${LEAD_IS_CLOSED} and verify_by <= ${asked.now})) ${theirs(asked, 'owner')} order by 6, report limit ${MOST_DUE}`.execute(db)
  return rows.map((row) => ({
    site: row.site, siteNumber: row.number, report: row.report, owner: row.owner,
    verifyBy: orNull(row.verify_by), reviewBy: orNull(row.review_by), because: row.late === 1 ? 'verify-by' : 'review-by',
  }))
}

/** Counted where sites are reckoned, since which reports want somebody is sealed. */
async function unowned(cases: CaseStore, { reach }: DueAsked): Promise<Due['leadsNobodyHas']> {
  const counted = await leadsWithoutOwner(cases.desk, MOST_DUE)
  if (counted.length === 0) return []
  const { rows } = await sql<{ id: string; number: string }>`select id, number from sites where ${reach('site')} and id in (${sql.join(counted.map(({ site }) => site))})`.execute(cases.entries.db)
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  return counted.flatMap(({ site, leads_open: count }) => {
    const siteNumber = numbers.get(site)
    return siteNumber === undefined ? [] : [{ site, siteNumber, count }]
  })
}

async function plansOff(db: Db, asked: DueAsked): Promise<Due['plans']> {
  const { rows } = await sql<ListedPlan>`
    select plans.*, sites.number as site_number from plans left join sites on sites.id = plans.site
    where ${asked.reach('plan')} and plans.review_by is not null and plans.owner is not null and plans.entered is null and (plans.called = 'stood-down' or (plans.called is null and plans.decided = 'refused'))
    ${theirs(asked, 'plans.owner')} order by plans.review_by, plans.id limit ${MOST_DUE}`.execute(db)
  return rows.map((row) => ({
    plan: row.id, number: row.number ?? row.id, site: row.site ?? '', siteNumber: row.site_number ?? '', owner: row.owner ?? '', reviewBy: isoOf(instant(row.review_by ?? 0)), standing: standingLeft(row),
  }))
}

/** A report belongs to no one person, so these are told to everybody. */
async function reviewsDue(db: Db, { now, reach }: DueAsked): Promise<Due['reviews']> {
  const { rows } = await sql<{ site: string; number: string; report: string; review_by: number }>`
    select reviews.site, sites.number, report, ${REVIEW_BY} as review_by from reviews join sites on sites.id = reviews.site
    where ${reach('site')} and first_review is not null and ${REVIEW_BY} <= ${after(now, REVIEWS_AHEAD_DAYS)} order by 4, report limit ${MOST_DUE}`.execute(db)
  return rows.map(({ site, number, report, review_by }) => ({ site, siteNumber: number, report, reviewBy: isoOf(instant(review_by)) }))
}
