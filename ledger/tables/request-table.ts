import { sql } from 'kysely'
import type { Wanted } from '../../core/rights/request-facts.ts'
import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import { cameAt, numberIn, textIn } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** A request as the list of its organisation shows it. What it says, and what came of it, is sealed. */
export interface RequestRow {
  readonly id: string
  readonly organisation: string | null
  readonly wants: Wanted | null
  readonly received_at: number | null
  readonly until_at: number | null
  readonly decided_at: number | null
  readonly told_at: number | null
  readonly closed_at: number | null
  readonly last_at: number
  readonly last_position: number
  readonly version: number
}

/** Whether a file's use is restricted for a request. `lifted_at` is null while it is. */
export interface RestrictionRow {
  readonly file: string
  readonly request: string
  readonly restricted_at: number | null
  readonly lifted_at: number | null
}

const INTO: Upsert<RequestRow, 'id'> = {
  table: 'requests', key: ['id'],
  takes: {
    organisation: 'first-known', wants: 'first-known', received_at: 'first-known', until_at: 'last-known', decided_at: 'last-known', told_at: 'first-known', closed_at: 'first-known',
    last_at: 'last', last_position: 'last', version: 'last',
  },
}

/** Every request with what stands in clear. */
export const requestTable: Projection = {
  name: 'requests',
  schema: `
    create table if not exists requests (
      id text primary key, organisation text, wants text, received_at bigint, until_at bigint, decided_at bigint, told_at bigint, closed_at bigint,
      last_at bigint not null, last_position bigint not null, version bigint not null
    );
    create index if not exists requests_by_organisation on requests (organisation, received_at)`,
  clear: async (db) => void (await sql`delete from requests`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowOf)),
}

const INTO_RESTRICTIONS: Upsert<RestrictionRow, 'file' | 'request'> = { table: 'restrictions', key: ['file', 'request'], takes: { restricted_at: 'last-known', lifted_at: 'last' } }

/** Which files are contested, so that whoever reads one sees it. */
export const restrictionTable: Projection = {
  name: 'restrictions',
  schema: 'create table if not exists restrictions (file text not null, request text not null, restricted_at bigint, lifted_at bigint, primary key (file, request))',
  clear: async (db) => void (await sql`delete from restrictions`.execute(db)),
  apply: (entries) => upsert(INTO_RESTRICTIONS, entries.flatMap(restrictionOf)),
}

const requestIn = ({ stream }: Stored): string | null => (stream.startsWith('request/') ? stream.slice('request/'.length) : null)

function rowOf(entry: Stored): readonly RequestRow[] {
  const id = requestIn(entry)
  if (id === null) return []
  const at = (type: string): number | null => (entry.fact.type === type ? cameAt(entry) : null)
  return [{
    id, organisation: textIn(entry, 'organisation'), wants: textIn(entry, 'wants') as Wanted | null, received_at: numberIn(entry, 'receivedAt'), until_at: numberIn(entry, 'until'),
    decided_at: at('request/answered'), told_at: numberIn(entry, 'toldAt'), closed_at: at('request/closed'),
    last_at: cameAt(entry), last_position: entry.position, version: entry.version,
  }]
}

function restrictionOf(entry: Stored): readonly RestrictionRow[] {
  const [request, file] = [requestIn(entry), textIn(entry, 'file')]
  if (request === null || file === null) return []
  const isLifted = entry.fact.type === 'request/restriction-lifted'
  return [{ file, request, restricted_at: isLifted ? null : cameAt(entry), lifted_at: isLifted ? cameAt(entry) : null }]
}
