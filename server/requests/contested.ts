import { sql } from 'kysely'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import type { ContestedAnswer } from '../../wire/office/requests-holdings.ts'
import type { Office } from '../office.ts'

/** Whether somebody contests what stands in a file, and since when; not who, nor by which request. */
export async function contestedFile({ cases }: Pick<Office, 'cases'>, file: string): Promise<ContestedAnswer> {
  const { rows } = await sql<{ since: number | null }>`select min(restricted_at) as since from restrictions where file = ${file} and lifted_at is null`.execute(cases.entries.db)
  const since = rows[0]?.since ?? null
  return since === null ? { contested: 'no', since: null } : { contested: 'yes', since: isoOf(instant(Number(since))) }
}
