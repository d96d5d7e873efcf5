import { sql } from 'kysely'
import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import { cameAt, idIn, openedBy, textIn } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** A source of the register by their drawn name. Who they are, and of which kind, is sealed. */
export interface SourceRow {
  readonly id: string
  /** Whose the file is, and who opened it: what lists are filtered by. */
  readonly organisation: string | null
  readonly opened_by: string | null
  /** How far the file reaches, as it is set in the stream of its need (reach-of-files.ts). */
  readonly reach: string | null
  readonly code_name: string | null
  readonly handler: string | null
  readonly controller: string | null
  readonly registered_at: number | null
  readonly last_at: number
  readonly last_position: number
  readonly version: number
}

const INTO: Upsert<SourceRow, 'id'> = {
  table: 'sources', key: ['id'],
  takes: { organisation: 'first-known', opened_by: 'first-known', reach: 'first-known', code_name: 'first-known', handler: 'last-known', controller: 'last-known', registered_at: 'first-known', last_at: 'last', last_position: 'last', version: 'last' },
}

/** Every source of the register, with who answers for them. */
export const sourceTable: Projection = {
  name: 'sources',
  schema: `
    create table if not exists sources (
      id text primary key, organisation text, opened_by text, reach text, code_name text, handler text, controller text, registered_at bigint,
      last_at bigint not null, last_position bigint not null, version bigint not null
    );
    create index if not exists sources_by_change on sources (last_position)`,
  clear: async (db) => void (await sql`delete from sources`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowOf)),
}

function rowOf(entry: Stored): readonly SourceRow[] {
  const id = idIn('source', entry)
  if (id === null) return []
  return [{
    id, ...openedBy(entry, entry.fact.type === 'source/registered'), code_name: textIn(entry, 'codeName'), handler: textIn(entry, 'handler'), controller: textIn(entry, 'controller'),
    registered_at: entry.fact.type === 'source/registered' ? cameAt(entry) : null,
    last_at: cameAt(entry), last_position: entry.position, version: entry.version,
  }]
}
