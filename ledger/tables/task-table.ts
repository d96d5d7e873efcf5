import { sql } from 'kysely'
import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import { cameAt, idIn, numberIn, textIn } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** Something to find out: whose it is, and by when. `owner` is null for an answer to a task that nobody set. */
export interface TaskRow {
  readonly site: string
  readonly task: string
  readonly owner: string | null
  readonly due: number | null
  readonly answered_at: number | null
}

const INTO: Upsert<TaskRow, 'site' | 'task'> = { table: 'tasks', key: ['site', 'task'], takes: { owner: 'first-known', due: 'first-known', answered_at: 'first-known' } }

/** Every task of collection, open or answered. What is asked stays sealed. */
export const taskTable: Projection = {
  name: 'tasks',
  schema: `
    create table if not exists tasks (site text not null, task text not null, owner text, due bigint, answered_at bigint, primary key (site, task));
    create index if not exists tasks_by_owner on tasks (owner, site) where answered_at is null;
    create index if not exists tasks_by_due on tasks (due) where answered_at is null`,
  clear: async (db) => void (await sql`delete from tasks`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowOf)),
}

function rowOf(entry: Stored): readonly TaskRow[] {
  const [site, task] = [idIn('site', entry), textIn(entry, 'task')]
  if (site === null || task === null) return []
  if (entry.fact.type === 'task/set') return [{ site, task, owner: textIn(entry, 'owner'), due: numberIn(entry, 'due'), answered_at: null }]
  return entry.fact.type === 'task/answered' ? [{ site, task, owner: null, due: null, answered_at: cameAt(entry) }] : []
}
