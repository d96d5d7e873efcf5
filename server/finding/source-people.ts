import { sql } from 'kysely'
import type { HolderId } from '../../core/kernel/id.ts'
import { OWN_UNIT, type OrganisationId } from '../../core/kernel/organisation.ts'
import { sourceStream } from '../../wire/filing/source-filing.ts'
import type { CaseStore } from '../case-store.ts'
import type { KnownFile } from '../rights/rights.ts'

/** A source as far as whoever searches needs it: their file, what it goes by, and who answers for it. */
export interface Source {
  readonly file: string
  readonly codeName: string
  readonly handler: string
  readonly controller: string
  readonly known: Omit<KnownFile, 'relations' | 'kind'> & { readonly kind: 'source' }
}

/** A source whom a search met, by whom their identity lies under. */
export interface SourceMet extends Source {
  readonly about: HolderId
}

interface SourceOnFileRow {
  readonly id: string
  readonly code_name: string
  readonly handler: string
  readonly controller: string
  readonly organisation: OrganisationId | null
  readonly reach: KnownFile['reach'] | null
}

const COLUMNS = sql`sources.id, sources.code_name, sources.handler, sources.controller, sources.organisation, sources.reach`

/** Whose identity lies under these holders, by what stands in clear. No file is opened for it. */
export async function sourcesMet({ entries: { db } }: CaseStore, holders: readonly HolderId[]): Promise<readonly SourceMet[]> {
  if (holders.length === 0) return []
  const { rows } = await sql<SourceOnFileRow & { readonly about: HolderId }>`
    select told.about, ${COLUMNS}
    from (select distinct about, stream from entries where about in (${sql.join([...holders])}) and about <> 'report/' || id) as told
    join sources on told.stream = 'source/' || sources.id
    where sources.code_name is not null order by sources.id`.execute(db)
  return rows.map((row) => ({ ...sourceOf(row), about: row.about }))
}

/** One source by its id; null where none is registered under it. */
export async function sourceById({ entries: { db } }: CaseStore, id: string): Promise<Source | null> {
  const { rows } = await sql<SourceOnFileRow>`select ${COLUMNS} from sources where sources.id = ${id} and sources.code_name is not null`.execute(db)
  return rows[0] === undefined ? null : sourceOf(rows[0])
}

const sourceOf = ({ id, code_name: codeName, handler, controller, organisation, reach }: SourceOnFileRow): Source => ({
  file: sourceStream(id), codeName, handler, controller,
  known: { kind: 'source', id, organisation: organisation ?? OWN_UNIT, reach: reach ?? 'unit' },
})

/** A source's file as a decision sees it, for one who asks. */
export const knownTo = (who: string, { known, handler, controller }: Source): KnownFile => ({
  ...known,
  relations: [...(handler === who ? (['handles-it'] as const) : []), ...(controller === who ? (['oversees-it'] as const) : [])],
})
