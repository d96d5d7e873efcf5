import { sql } from 'kysely'
import type { SourceRow } from '../../ledger/tables/source-table.ts'
import type { SourcesAnswer } from '../../wire/office/sources.ts'
import type { CaseDesk } from '../case/case-desk.ts'
import type { CaseWorker } from '../case/caller.ts'
import { paged, placeIn, type Place } from '../case/cursor.ts'
import { namesOf } from '../case/names.ts'
import { openSources } from './register.ts'
import { sourceLine } from './source-answers.ts'

export const placeOfSources = (cursor: string): Place | null => placeIn(cursor, ['number'])

/** A page of the register. What kind of source somebody is stands sealed, so each file on the page is opened and logged. */
export async function pageOfSources(desk: CaseDesk, who: CaseWorker, { after, limit }: { readonly after: Place | null; readonly limit: number }): Promise<SourcesAnswer> {
  const { db } = desk.cases.entries
  const { rows } = await sql<SourceRow>`select * from sources where code_name is not null ${after ? sql`and last_position < ${after[0]}` : sql``} order by last_position desc limit ${limit + 1}`.execute(db)
  const counted = await sql<{ count: number }>`select count(*) as count from sources where code_name is not null`.execute(db)
  const { shown, next } = paged(rows, limit, (last) => [last.last_position])
  const files = await openSources(desk, { who, ids: shown.map(({ id }) => id), look: 'assessment' })
  const { inForce: { certainty: policy } } = await desk.policy()
  const sources = shown.flatMap(({ id }) => sourceLine(id, files.get(id)?.entries ?? [], { policy, now: desk.now() }) ?? [])
  const names = await namesOf(desk, sources.flatMap(({ handler, controller }) => [handler, controller]))
  return { sources, next, count: Number(counted.rows[0]?.count ?? 0), names }
}
