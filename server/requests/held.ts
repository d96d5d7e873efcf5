import { sql } from 'kysely'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import type { RequestOnFile } from '../../core/rights/request.ts'
import type { Office } from '../office.ts'

type Noted = Pick<RequestOnFile['holdings'][number], 'file' | 'report'>

/**
 * Whether a legal hold stands on what was noted for somebody: on a report or on its file; or, where a whole file was noted, on anything in it.
 *
 * Of the files of other organisations nothing is told.
 */
export async function isHeld({ cases }: Pick<Office, 'cases'>, noted: readonly Noted[], organisation: OrganisationId): Promise<boolean> {
  if (noted.length === 0) return false
  const holders = noted.flatMap(({ file, report }) => (report === null ? [file] : [file, `report/${report}`]))
  const whole = noted.flatMap(({ file, report }) => (report === null ? [file] : []))
  const { rows } = await sql<{ hold: string }>`
    select hold from holds join files on files.file = coalesce(holds.file, holds.holder)
    where holds.placed_at is not null and holds.lifted_at is null and files.organisation = ${organisation}
      and (holds.holder in (${sql.join(holders)}) ${whole.length > 0 ? sql`or holds.file in (${sql.join(whole)})` : sql``}) limit 1`.execute(cases.entries.db)
  return rows.length > 0
}
