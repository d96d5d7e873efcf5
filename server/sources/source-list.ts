import { sql } from 'kysely'
import type { SourceRow } from '../../ledger/tables/source-table.ts'
import type { SourcesAnswer } from '../../wire/office/source-answers.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import type { CaseWorker } from '../case/caller.ts'
import { paged, placeIn, type Place } from '../case/cursor.ts'
import { namesOf } from '../case/names.ts'
import { openSources, readersOf } from './register.ts'
import { sourceLine } from './source-answers.ts'

export const placeOfSources = (cursor: string): Place | null => placeIn(cursor, ['number', 'string'])

/**
 * A page of the register, whoever was registered last first: in the order of what changed last, a source that is protected would move in the same
 * moment as the site they are asked about. What kind of source somebody is stands sealed, so each file on the page is opened and logged.
 */
export async function pageOfSources(desk: CaseDesk, who: CaseWorker, { after, limit }: { readonly after: Place | null; readonly limit: number }): Promise<SourcesAnswer> {
  const { db } = desk.cases.entries
  const mine = desk.reach(who)('source')
  const { rows } = await sql<SourceRow>`select * from sources where code_name is not null and ${mine} ${after ? sql`and (registered_at < ${after[0]} or (registered_at = ${after[0]} and id < ${after[1]}))` : sql``} order by registered_at desc, id desc limit ${limit + 1}`.execute(db)
  const counted = await sql<{ count: number }>`select count(*) as count from sources where code_name is not null and ${mine}`.execute(db)
  const { shown, next } = paged(rows, limit, (last) => [Number(last.registered_at), last.id])
  const these = { who, ids: shown.map(({ id }) => id), look: who.look }
  const [files, readerOf] = await Promise.all([openSources(desk, these), readersOf(desk, these, 'in-a-list')])
  const { inForce: { certainty: policy } } = await desk.policy()
  const sources = shown.flatMap(({ id }) => sourceLine(id, files.get(id)?.entries ?? [], { reader: readerOf(id), policy, now: desk.now() }) ?? [])
  const names = await namesOf(desk, sources.flatMap(({ handler, controller }) => [handler, controller]))
  return { sources, next, count: Number(counted.rows[0]?.count ?? 0), names }
}
