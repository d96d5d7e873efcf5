import { sql, type RawBuilder } from 'kysely'
import { after, instant, isoOf, type Instant } from '../../core/kernel/instant.ts'
import type { ForgettingGround, HoldGround } from '../../core/retention/grounds.ts'
import { askingLapses, latestReview } from '../../core/retention/keeping.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import { KEEPING_AHEAD_DAYS, MOST_KEPT_LINES, type KeepingList } from '../../wire/office/retention-answers.ts'
import { keepingPolicy } from '../../wire/office/retention-policy.ts'
import type { CaseWorker } from '../case/caller.ts'
import { namesOf } from '../case/names.ts'
import type { Office } from '../office.ts'
import { tableOf } from '../rights/file-sql.ts'
import type { InReach } from '../rights/in-reach.ts'

type Db = Office['cases']['entries']['db']

/** What is due for review, what may be forgotten, what waits for a second person and what is held, in the files that are in somebody's reach. */
export async function keepingList({ cases, now, reach }: Office, who: CaseWorker): Promise<KeepingList> {
  const { db, where } = cases.entries
  const [at, theirs] = [now(), { mayRead: reach(who), called: calledFor(who.id) }]
  try {
    const [due, released, asked, holds] = await Promise.all([dueIn(db, theirs, at), releasedIn(db, theirs), askedIn(db, theirs), holdsIn(db, theirs)])
    const names = await namesOf({ cases }, [...asked, ...holds].map(({ by }) => by))
    return { now: isoOf(at), due, mayBeForgotten: released, asked, holds, names }
  } catch (error) {
    throw faultOf(error, where)
  }
}

/** What a list is filtered by and how its lines are called, for whoever asks. */
interface Theirs {
  readonly mayRead: InReach
  readonly called: RawBuilder<unknown>
}

const KINDS = ['site', 'plan', 'source'] as const

/** The files that somebody may read, as a condition on the column that names the file. */
const inReachOf = (mayRead: InReach): RawBuilder<unknown> =>
  sql`(${sql.join(KINDS.map((kind) => sql`k.file in (select ${sql.lit(`${kind}/`)} || ${tableOf(kind)}.id from ${tableOf(kind)} where ${mayRead(kind)})`), sql` or `)})`

/** What a file is called, where the words are a file's own. The name a source goes by is for those who answer for them. */
const calledFor = (person: string): RawBuilder<unknown> => sql`coalesce(
  (select number from sites where 'site/' || sites.id = k.holder), (select number from plans where 'plan/' || plans.id = k.holder),
  (select code_name from sources where 'source/' || sources.id = k.holder and (sources.handler = ${person} or sources.controller = ${person})))`

/** Every file, with the day on which it was opened: one for which nobody has set a day is due by policy. */
const FILES = sql`
  select 'site/' || id as holder, 'site/' || id as file, opened_at from sites where opened_at is not null
  union all select 'plan/' || id, 'plan/' || id, opened_at from plans where opened_at is not null
  union all select 'source/' || id, 'source/' || id, registered_at from sources where registered_at is not null`

async function dueIn(db: Db, { mayRead, called }: Theirs, now: Instant): Promise<KeepingList['due']> {
  const [ahead, term] = [after(now, KEEPING_AHEAD_DAYS), latestReview(instant(0), keepingPolicy())]
  const { rows } = await sql<{ holder: string; number: string | null; review_by: number; set_by: 'somebody' | 'policy' }>`
    select k.holder, ${called} as number, k.review_by, k.set_by from (
      select holder, file, review_by, 'somebody' as set_by from keeping where review_by > 0
      union all
      select f.holder, f.file, f.opened_at + ${sql.lit(term)}, 'policy' from (${FILES}) f
      where not exists (select 1 from keeping where keeping.holder = f.holder and (keeping.review_by is not null or keeping.forgotten_at is not null))
    ) k where k.review_by <= ${ahead} and ${inReachOf(mayRead)} order by k.review_by, k.holder limit ${MOST_KEPT_LINES}`.execute(db)
  return rows.map(({ holder, number, review_by: by, set_by: setBy }) => ({ holder, number, reviewBy: isoOf(instant(Number(by))), setBy }))
}

async function releasedIn(db: Db, { mayRead, called }: Theirs): Promise<KeepingList['mayBeForgotten']> {
  const { rows } = await sql<{ holder: string; number: string | null }>`
    select k.holder, ${called} as number from keeping k
    where k.outcome = 'may-be-forgotten' and k.forgotten_at is null and (k.asked_version is null or k.seconded_version > k.asked_version) and ${inReachOf(mayRead)} order by k.holder limit ${MOST_KEPT_LINES}`.execute(db)
  return [...rows]
}

async function askedIn(db: Db, { mayRead, called }: Theirs): Promise<KeepingList['asked']> {
  const { rows } = await sql<{ holder: string; number: string | null; asked_by: string; asked_at: number; asked_ground: ForgettingGround }>`
    select k.holder, ${called} as number, k.asked_by, k.asked_at, k.asked_ground from keeping k
    where k.asked_version is not null and (k.seconded_version is null or k.seconded_version < k.asked_version) and ${inReachOf(mayRead)} order by k.asked_at desc, k.holder limit ${MOST_KEPT_LINES}`.execute(db)
  return rows.map(({ holder, number, asked_by: by, asked_at: at, asked_ground: ground }) => ({ holder, number, by, ground, at: isoOf(instant(Number(at))), lapsesAt: isoOf(askingLapses({ at: instant(Number(at)) }, keepingPolicy())) }))
}

async function holdsIn(db: Db, { mayRead, called }: Theirs): Promise<KeepingList['holds']> {
  const { rows } = await sql<{ holder: string; number: string | null; hold: string; ground: HoldGround; reference: string; review_by: number; placed_by: string; placed_at: number }>`
    select k.holder, ${called} as number, k.hold, k.ground, k.reference, k.review_by, k.placed_by, k.placed_at from holds k
    where k.lifted_at is null and k.placed_at is not null and ${inReachOf(mayRead)} order by k.review_by, k.hold limit ${MOST_KEPT_LINES}`.execute(db)
  return rows.map((row) => ({
    holder: row.holder, number: row.number, hold: row.hold, ground: row.ground, reference: row.reference, by: row.placed_by,
    reviewBy: isoOf(instant(Number(row.review_by))), placedAt: isoOf(instant(Number(row.placed_at))),
  }))
}
