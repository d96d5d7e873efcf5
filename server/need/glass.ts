import type { Context } from 'hono'
import { sql } from 'kysely'
import { instant, isoOf, type Instant } from '../../core/kernel/instant.ts'
import { fileNeedFact, needStream } from '../../wire/filing/need-filing.ts'
import type { GlassAsked, GlassesAnswer } from '../../wire/office/need.ts'
import { asSought } from '../../ledger/tables/clear.ts'
import type { GlassRow } from '../../ledger/tables/file-table.ts'
import { refuseAppend, refuseLook } from '../case/answers.ts'
import { refuse } from '../http/problem.ts'
import type { CaseWorker } from '../case/caller.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import { namesOf } from '../case/names.ts'
import { fileOnce } from '../case/record.ts'
import { whoIsTold } from './who-is-told.ts'

/** How long a broken glass opens a file: as long as it takes to reach somebody in danger, and over before the next shift. */
const GLASS_MS = 4 * 3_600_000

/** As many as are shown at once, those first that wait longest. */
const MOST_GLASSES = 200

/** Whether somebody broke the glass of this file before and was told that it was wrong: they ask from then on. */
async function wasJudgedWrong({ cases }: CaseDesk, { id }: CaseWorker, file: string): Promise<boolean> {
  const { rows } = await sql`select 1 from glasses where file = ${file} and person = ${id} and judgement = 'wrongly-broken' limit 1`.execute(cases.entries.db)
  return rows.length > 0
}

/** The file of one's own organisation that a number stands for, whoever may read it: somebody in danger does not wait for a list. */
async function fileNumbered({ cases }: CaseDesk, { organisation }: CaseWorker, number: string): Promise<string | null> {
  const sought = asSought(number)
  const { rows } = await sql<{ file: string }>`
    select 'site/' || id as file, opened_at from sites where lower(number) = ${sought} and organisation = ${organisation.id}
    union all select 'plan/' || id as file, opened_at from plans where lower(number) = ${sought} and organisation = ${organisation.id} order by 2, 1`.execute(cases.entries.db)
  return rows[0]?.file ?? null
}

/**
 * Opens a file to somebody for a while, because a life is in danger. Two people are told at once; it stands in the log, and is reviewed.
 *
 * The glass is broken before anything is read, and what is read is logged as any look.
 */
export async function breakGlass(c: Context, desk: CaseDesk, who: CaseWorker, { id, number, danger, says }: GlassAsked): Promise<Response> {
  const file = await fileNumbered(desk, who, number)
  const noted = { at: desk.now(), who: who.id, role: who.role, look: who.look, policy: 'the-glass-is-broken-by-those-who-can-reach-somebody-in-danger' } as const
  await desk.log([{ ...noted, stream: file === null ? '(no file)' : needStream(file), whyNot: file === null ? 'access/no-such-file' : null }])
  if (file === null) return refuseLook(desk, 'access/no-such-file')
  if (await wasJudgedWrong(desk, who, file)) return refuse(desk.speak, { code: 'need/judged-wrong', detail: 'Whoever reviewed it said that this glass was wrongly broken. Ask whoever answers for the file.' })
  const told = await whoIsTold(desk, who)
  let until = instant(desk.now() + GLASS_MS)
  const filing = (at: Instant) => {
    until = instant(at + GLASS_MS)
    return fileNeedFact(file, { type: 'need/glass-broken', person: who.id, danger, until, told, says })
  }
  const answer = await fileOnce(desk, { who, id, stream: needStream(file) }, filing)
  if (!answer.accepted) return refuseAppend(desk, answer.refusal)
  desk.changes.nudge()
  return c.json({ file, until: isoOf(until), told: [...told], names: { ...(await namesOf(desk, told)) } })
}

/** Broken glasses that nobody reviewed yet: those somebody was told of, and all of them for whoever reviews. */
export async function glassesToReview(desk: CaseDesk, who: CaseWorker): Promise<GlassesAnswer> {
  const reviews = desk.rights.onOffice(who, 'review-glass').allowed === 'yes'
  const { rows } = await sql<GlassRow & { readonly number: string | null }>`
    select glasses.*, coalesce(sites.number, plans.number) as number from glasses
    left join sites on 'site/' || sites.id = glasses.file left join plans on 'plan/' || plans.id = glasses.file
    where glasses.reviewed_at is null and glasses.file is not null and glasses.person <> ${who.id} and ${reviews ? sql`1 = 1` : sql`glasses.told like ${`% ${who.id} %`}`} order by glasses.broken_at limit ${MOST_GLASSES}`.execute(desk.cases.entries.db)
  return {
    glasses: rows.map((row) => ({ glass: row.glass, file: row.file ?? '', number: row.number ?? '', person: row.person ?? '', at: isoOf(instant(Number(row.broken_at))), until: isoOf(instant(Number(row.until))) })),
    names: { ...(await namesOf(desk, rows.map(({ person }) => person ?? ''))) },
  }
}

/** In which file a glass was broken. */
export async function fileOfGlass({ cases }: CaseDesk, glass: string): Promise<string | null> {
  const { rows } = await sql<{ file: string | null }>`select file from glasses where glass = ${glass}`.execute(cases.entries.db)
  return rows[0]?.file ?? null
}
