import { sql } from 'kysely'
import type { Stored } from '../ledger.ts'
import type { Projection } from '../projection.ts'
import { cameAt, numberIn, textIn } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** One line of the log of what left: from whom, to whom, on which grounds, and what became of it. Its words are sealed. */
export interface ShareRow {
  readonly id: string
  readonly file: string | null
  readonly giver: string | null
  readonly receiver: string | null
  /** The persons who alone receive it, with a comma on either side of each; null where the organisation does. */
  readonly named: string | null
  readonly content: string | null
  readonly asks: string | null
  readonly bases: string | null
  readonly controllers: string | null
  readonly return_by: number | null
  readonly prepared_at: number | null
  readonly prepared_by: string | null
  readonly released_at: number | null
  readonly released_by: string | null
  /** How many versions left. */
  readonly editions: number
  /** Who was told of what left at once, before two had looked at it. */
  readonly told: string | null
  readonly at_once_at: number | null
  readonly reviewed_at: number | null
  readonly acknowledged_at: number | null
  readonly recalled_at: number | null
  readonly recall_ground: string | null
  readonly recall_answered_at: number | null
  readonly recall_outcome: string | null
  readonly last_at: number
  readonly last_position: number
  readonly version: number
}

const INTO: Upsert<ShareRow, 'id'> = {
  table: 'shares', key: ['id'],
  takes: {
    file: 'first-known', giver: 'first-known', receiver: 'first-known', named: 'first-known', content: 'first-known', asks: 'first-known', bases: 'last-known', controllers: 'last-known',
    return_by: 'first-known', prepared_at: 'first-known', prepared_by: 'first-known', released_at: 'last-known', released_by: 'last-known', editions: 'add', told: 'last-known', at_once_at: 'last-known',
    reviewed_at: 'last-known', acknowledged_at: 'last-known', recalled_at: 'first-known', recall_ground: 'first-known', recall_answered_at: 'last-known', recall_outcome: 'last-known',
    last_at: 'last', last_position: 'last', version: 'last',
  },
}

/** Everything that was passed on, or waits to be. */
export const shareTable: Projection = {
  name: 'shares',
  schema: `
    create table if not exists shares (
      id text primary key, file text, giver text, receiver text, named text, content text, asks text, bases text, controllers text, return_by bigint,
      prepared_at bigint, prepared_by text, released_at bigint, released_by text, editions bigint not null, told text, at_once_at bigint, reviewed_at bigint, acknowledged_at bigint,
      recalled_at bigint, recall_ground text, recall_answered_at bigint, recall_outcome text,
      last_at bigint not null, last_position bigint not null, version bigint not null
    );
    create index if not exists shares_by_giver on shares (giver, last_position);
    create index if not exists shares_by_receiver on shares (receiver, last_position)`,
  clear: async (db) => void (await sql`delete from shares`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowOf)),
}

const PREFIX = 'share/'
const RELEASED: ReadonlySet<string> = new Set(['share/released', 'share/released-at-once'])

function rowOf(entry: Stored): readonly ShareRow[] {
  if (!entry.stream.startsWith(PREFIX)) return []
  const { type } = entry.fact
  const [at, isReleased] = [cameAt(entry), RELEASED.has(type)]
  const when = (of: string): number | null => (type === of ? at : null)
  return [{
    id: entry.stream.slice(PREFIX.length), file: textIn(entry, 'file'), giver: textIn(entry, 'from'), receiver: textIn(entry, 'to'), named: textIn(entry, 'named'),
    content: textIn(entry, 'content'), asks: textIn(entry, 'asks'), bases: textIn(entry, 'bases'), controllers: textIn(entry, 'controllers'), return_by: numberIn(entry, 'returnBy'),
    prepared_at: when('share/prepared'), prepared_by: type === 'share/prepared' ? entry.by : null,
    released_at: isReleased ? at : null, released_by: isReleased ? entry.by : null, editions: isReleased ? 1 : 0, told: textIn(entry, 'told'), at_once_at: when('share/released-at-once'),
    reviewed_at: when('share/reviewed'), acknowledged_at: when('share/acknowledged'), recalled_at: when('share/recalled'), recall_ground: textIn(entry, 'ground'),
    recall_answered_at: when('share/recall-acknowledged'), recall_outcome: textIn(entry, 'outcome'),
    last_at: at, last_position: entry.position, version: entry.version,
  }]
}
