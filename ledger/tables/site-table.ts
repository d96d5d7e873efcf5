import { sql } from 'kysely'
import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import { asSought, cameAt, idIn, inOrder, openedBy, textIn } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** A site as the list of all shows it. `number` is null until the entry that opened it is there. */
export interface SiteRow {
  readonly id: string
  /** Whose the file is, and who opened it: what lists are filtered by. */
  readonly organisation: string | null
  readonly opened_by: string | null
  /** How far the file reaches, as it is set in the stream of its need (reach-of-files.ts). */
  readonly reach: string | null
  readonly number: string | null
  readonly number_order: string | null
  readonly jurisdiction: string | null
  readonly venue: string | null
  readonly sought: string | null
  readonly opened_at: number | null
  readonly last_at: number
  readonly last_position: number
  readonly version: number
  readonly reports: number
}

const INTO: Upsert<SiteRow, 'id'> = {
  table: 'sites',
  key: ['id'],
  takes: {
    organisation: 'first-known', opened_by: 'first-known', reach: 'first-known', number: 'first-known', number_order: 'first-known', jurisdiction: 'first-known', venue: 'first-known', sought: 'first-known', opened_at: 'first-known',
    last_at: 'last', last_position: 'last', version: 'last', reports: 'add',
  },
}

/** Every site, with what stands in clear: what it is called, how much was recorded, and when something last was. */
export const siteTable: Projection = {
  name: 'sites',
  schema: `
    create table if not exists sites (
      id text primary key, organisation text, opened_by text, reach text, number text, number_order text, jurisdiction text, venue text, sought text, opened_at bigint,
      last_at bigint not null, last_position bigint not null, version bigint not null, reports bigint not null
    );
    create index if not exists sites_by_change on sites (last_position);
    create index if not exists sites_narrowed on sites (id) where reach = 'named';
    create index if not exists sites_by_number on sites (number_order, id)`,
  clear: async (db) => void (await sql`delete from sites`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowOf)),
}

function rowOf(entry: Stored): readonly SiteRow[] {
  const id = idIn('site', entry)
  if (id === null) return []
  const opened = entry.fact.type === 'site/opened'
  const number = opened ? (textIn(entry, 'number') ?? id) : null
  const [jurisdiction, venue] = opened ? [textIn(entry, 'jurisdiction') ?? '', textIn(entry, 'venue') ?? ''] : [null, null]
  return [{
    id, ...openedBy(entry, opened), number, jurisdiction, venue,
    number_order: number === null ? null : inOrder(number),
    sought: number === null ? null : asSought([number, jurisdiction, venue].join(' ')),
    opened_at: opened ? cameAt(entry) : null,
    last_at: cameAt(entry), last_position: entry.position, version: entry.version,
    reports: entry.fact.type === 'report/received' ? 1 : 0,
  }]
}

