import { sql } from 'kysely'
import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import { cameAt, numberIn, openedBy, textIn } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** Whose a file is, by its stream. */
export interface FileRow {
  /** The stream of the file, such as site/… */
  readonly file: string
  readonly organisation: string | null
  readonly opened_by: string | null
}

/** Somebody who was named for a file, and whether they still are. */
export interface NamedRow {
  readonly file: string
  readonly person: string
  readonly is_named: string
}

/** A glass that was broken: for how long it opens the file, who was told, and when it was reviewed. */
export interface GlassRow {
  readonly glass: string
  readonly file: string | null
  readonly person: string | null
  readonly until: number | null
  readonly told: string | null
  readonly broken_at: number | null
  readonly reviewed_at: number | null
  readonly judgement: string | null
}

const FILES: Upsert<FileRow, 'file'> = { table: 'files', key: ['file'], takes: { organisation: 'first-known', opened_by: 'first-known' } }
const NAMED: Upsert<NamedRow, 'file' | 'person'> = { table: 'named', key: ['file', 'person'], takes: { is_named: 'last' } }
const GLASSES: Upsert<GlassRow, 'glass'> = {
  table: 'glasses', key: ['glass'],
  takes: { file: 'first-known', person: 'first-known', until: 'first-known', told: 'first-known', broken_at: 'first-known', reviewed_at: 'first-known', judgement: 'first-known' },
}

/** Whose each file is and who needs to know it: what every list is filtered by, in the query and not after it. */
export const fileTable: Projection = {
  name: 'files',
  schema: `
    create table if not exists files (file text primary key, organisation text, opened_by text);
    create table if not exists named (file text not null, person text not null, is_named text not null, primary key (file, person));
    create index if not exists named_by_person on named (person, file, is_named);
    create table if not exists glasses (glass text primary key, file text, person text, until bigint, told text, broken_at bigint, reviewed_at bigint, judgement text);
    create index if not exists glasses_by_person on glasses (person, file)`,
  clear: async (db) => {
    for (const table of ['files', 'named', 'glasses']) await sql`delete from ${sql.table(table)}`.execute(db)
  },
  apply: (entries) => [...upsert(FILES, entries.flatMap(fileOf)), ...upsert(NAMED, entries.flatMap(namedOf)), ...upsert(GLASSES, entries.flatMap(glassOf))],
}

const OPENS: ReadonlySet<string> = new Set(['site/opened', 'plan/opened', 'source/registered'])

function fileOf(entry: Stored): readonly FileRow[] {
  if (!OPENS.has(entry.fact.type)) return []
  const { organisation, opened_by } = openedBy(entry, true)
  return [{ file: entry.stream, organisation, opened_by }]
}

function namedOf(entry: Stored): readonly NamedRow[] {
  const person = textIn(entry, 'person')
  if (person === null || (entry.fact.type !== 'need/given' && entry.fact.type !== 'need/ended')) return []
  return [{ file: fileNamed(entry), person, is_named: entry.fact.type === 'need/given' ? 'yes' : 'no' }]
}

function glassOf(entry: Stored): readonly GlassRow[] {
  if (entry.fact.type === 'need/glass-broken') {
    const told = entry.fact.clear['told']
    return [{ glass: entry.id, file: fileNamed(entry), person: textIn(entry, 'person'), until: numberIn(entry, 'until'), told: Array.isArray(told) ? ` ${told.join(' ')} ` : '', broken_at: cameAt(entry), reviewed_at: null, judgement: null }]
  }
  const glass = textIn(entry, 'glass')
  return entry.fact.type === 'need/glass-reviewed' && glass !== null ? [{ glass, file: null, person: null, until: null, told: null, broken_at: null, reviewed_at: cameAt(entry), judgement: textIn(entry, 'judgement') }] : []
}

const fileNamed = ({ stream }: Stored): string => stream.slice('need/'.length)
