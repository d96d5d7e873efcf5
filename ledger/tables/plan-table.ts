import { sql } from 'kysely'
import type { PlanFact } from '../../core/planning/plan-facts.ts'
import type { PlanStanding } from '../../core/planning/standing.ts'
import { leftByAct } from '../../wire/filing/plan-filing.ts'
import type { Projection } from '../projection.ts'
import type { Stored } from '../ledger.ts'
import { cameAt, idIn, inOrder, numberIn, openedBy, textIn, toldOrder } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** A plan as the list of all shows it. `number` is null until the entry that opened it is there. */
export interface PlanRow {
  readonly id: string
  /** Whose the file is, and who opened it: what lists are filtered by. */
  readonly organisation: string | null
  readonly opened_by: string | null
  /** How far the file reaches, as it is set in the stream of its need (reach-of-files.ts). */
  readonly reach: string | null
  readonly number: string | null
  readonly number_order: string | null
  readonly site: string | null
  readonly at: number | null
  readonly opened_at: number | null
  readonly last_at: number
  readonly last_position: number
  readonly version: number
  /** What was last decided of it, what was last called, and whether it was entered: the last of these that is known is where it stands. */
  readonly decided: PlanStanding | null
  readonly called: PlanStanding | null
  readonly called_order: string | null
  readonly entered: PlanStanding | null
  /** Who looks again at a plan that does not go ahead, and when. */
  readonly owner: string | null
  readonly review_by: number | null
}

const INTO: Upsert<PlanRow, 'id'> = {
  table: 'plans', key: ['id'],
  takes: {
    organisation: 'first-known', opened_by: 'first-known', reach: 'first-known', number: 'first-known', number_order: 'first-known', site: 'first-known', opened_at: 'first-known',
    at: 'last-known', last_at: 'last', last_position: 'last', version: 'last', decided: 'last-known', entered: 'first-known', called: { newestBy: 'called_order' }, called_order: { newestBy: 'called_order' }, owner: 'last-known', review_by: 'last-known',
  },
}

/** Every plan, with what stands in clear. */
export const planTable: Projection = {
  name: 'plans',
  schema: `
    create table if not exists plans (
      id text primary key, organisation text, opened_by text, reach text, number text, number_order text, site text, at bigint, opened_at bigint,
      last_at bigint not null, last_position bigint not null, version bigint not null, decided text, called text, called_order text, entered text, owner text, review_by bigint
    );
    create index if not exists plans_by_change on plans (last_position);
    create index if not exists plans_by_opener on plans (opened_by);
    create index if not exists plans_by_site on plans (site)`,
  clear: async (db) => void (await sql`delete from plans`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowOf)),
}

function rowOf(entry: Stored): readonly PlanRow[] {
  const id = idIn('plan', entry)
  if (id === null) return []
  const opened = entry.fact.type === 'plan/opened'
  const number = opened ? (textIn(entry, 'number') ?? id) : null
  const left = leftByAct(entry.fact.type as PlanFact['type'], entry.fact.clear)
  const isOff = left.decided === 'refused' || left.called === 'stood-down'
  return [{
    id, ...openedBy(entry, opened), number, ...left,
    called_order: left.called === null ? null : toldOrder(entry),
    number_order: number === null ? null : inOrder(number),
    site: opened ? textIn(entry, 'site') : null,
    at: numberIn(entry, 'hour'),
    opened_at: opened ? cameAt(entry) : null,
    last_at: cameAt(entry), last_position: entry.position, version: entry.version,
    owner: isOff ? textIn(entry, 'owner') : null,
    review_by: isOff ? numberIn(entry, 'reviewBy') : null,
  }]
}

/** Where the last acts left a plan. That leave has lapsed since is computed when a plan is opened. */
export const standingLeft = ({ entered, called, decided }: Pick<PlanRow, 'entered' | 'called' | 'decided'>): PlanStanding => entered ?? called ?? decided ?? 'draft'
