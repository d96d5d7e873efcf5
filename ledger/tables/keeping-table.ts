import { sql } from 'kysely'
import type { Stored } from '../ledger.ts'
import type { Projection } from '../projection.ts'
import { cameAt, numberIn, textIn } from './clear.ts'
import { upsert, type Upsert } from './upsert.ts'

/** How long something is kept. Whether an asking is open is told by the order of the two versions. */
export interface KeepingRow {
  /** Whose words, such as site/… or report/… */
  readonly holder: string
  /** The file in which those words lie. */
  readonly file: string | null
  /** Zero where a review found that nothing need be kept any more. */
  readonly review_by: number | null
  readonly outcome: string | null
  readonly asked_version: number | null
  readonly asked_at: number | null
  readonly asked_by: string | null
  readonly asked_ground: string | null
  readonly seconded_version: number | null
  readonly forgotten_at: number | null
  readonly version: number
}

/** A hold, and when it was lifted if it was. */
export interface HoldRow {
  readonly holder: string
  readonly hold: string
  readonly file: string | null
  readonly ground: string | null
  readonly reference: string | null
  readonly review_by: number | null
  readonly placed_at: number | null
  readonly placed_by: string | null
  readonly lifted_at: number | null
}

const KEEPING: Upsert<KeepingRow, 'holder'> = {
  table: 'keeping', key: ['holder'],
  takes: {
    file: 'first-known', review_by: 'last-known', outcome: 'last-known', asked_version: 'last-known', asked_at: 'last-known', asked_by: 'last-known', asked_ground: 'last-known',
    seconded_version: 'last-known', forgotten_at: 'last-known', version: 'last',
  },
}
const HOLDS: Upsert<HoldRow, 'holder' | 'hold'> = {
  table: 'holds', key: ['holder', 'hold'],
  takes: { file: 'first-known', ground: 'first-known', reference: 'first-known', review_by: 'first-known', placed_at: 'first-known', placed_by: 'first-known', lifted_at: 'first-known' },
}

const KEEPING_STREAM = 'keeping/'
/** In the place of a day where there is none any more, since what is not told changes nothing. */
export const NO_DAY = 0
/** In the place of an outcome, where a day was set anew after a review. */
export const NO_OUTCOME = 'none'

/** What is due for review, what is held, and what waits for a second person. */
export const keepingTable: Projection = {
  name: 'keeping',
  schema: `
    create table if not exists keeping (
      holder text primary key, file text, review_by bigint, outcome text, asked_version bigint, asked_at bigint, asked_by text, asked_ground text, seconded_version bigint, forgotten_at bigint, version bigint not null
    );
    create index if not exists keeping_by_review on keeping (review_by);
    create table if not exists holds (
      holder text not null, hold text not null, file text, ground text, reference text, review_by bigint, placed_at bigint, placed_by text, lifted_at bigint, primary key (holder, hold)
    )`,
  clear: async (db) => {
    for (const table of ['keeping', 'holds']) await sql`delete from ${sql.table(table)}`.execute(db)
  },
  apply: (entries) => {
    const kept = entries.filter(({ stream }) => stream.startsWith(KEEPING_STREAM))
    return [...upsert(KEEPING, kept.map(keepingOf)), ...upsert(HOLDS, kept.flatMap(holdOf))]
  },
}

const holderIn = ({ stream }: Stored): string => stream.slice(KEEPING_STREAM.length)

function keepingOf(entry: Stored): KeepingRow {
  const { fact: { type }, version } = entry
  const isReview = type === 'retention/set' || type === 'retention/reviewed'
  const [isAsking, isSeconding] = [type === 'forgetting/asked', type === 'forgetting/seconded']
  return {
    holder: holderIn(entry), file: textIn(entry, 'file'), version,
    review_by: isReview ? (numberIn(entry, 'reviewBy') ?? NO_DAY) : null,
    outcome: isReview ? (textIn(entry, 'outcome') ?? NO_OUTCOME) : null,
    asked_version: isAsking ? version : null, asked_at: isAsking ? numberIn(entry, 'at') : null, asked_by: isAsking ? entry.by : null, asked_ground: isAsking ? textIn(entry, 'ground') : null,
    seconded_version: isSeconding ? version : null, forgotten_at: isSeconding ? numberIn(entry, 'at') : null,
  }
}

function holdOf(entry: Stored): readonly HoldRow[] {
  const hold = textIn(entry, 'hold')
  if (hold === null) return []
  const none = { holder: holderIn(entry), hold, file: textIn(entry, 'file'), ground: null, reference: null, review_by: null, placed_at: null, placed_by: null, lifted_at: null }
  if (entry.fact.type === 'hold/lifted') return [{ ...none, lifted_at: cameAt(entry) }]
  return [{ ...none, ground: textIn(entry, 'ground'), reference: textIn(entry, 'reference'), review_by: numberIn(entry, 'reviewBy'), placed_at: cameAt(entry), placed_by: entry.by }]
}
