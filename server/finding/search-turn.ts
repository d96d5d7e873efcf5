import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { DeskStore } from '../desk-tables.ts'
import type { SearchTurnRow } from './finding-tables.ts'
import type { FindingPolicy } from './finding-policy.ts'

export type SearchTurn = { readonly accepted: true; readonly left: number } | { readonly accepted: false; readonly againAt: number }

/**
 * Counts a search before it is made, for whoever makes it and for nobody else: nobody can use up another's.
 *
 * One statement, so that thirty sent at once are thirty. Asking again too early makes nothing longer.
 */
export const takeSearchTurn = (desk: DeskStore, now: Clock, who: string, { most, withinMs }: FindingPolicy['searches']): Promise<SearchTurn> =>
  desk.transact(async (db) => {
    const [at, over] = [now(), now() - withinMs]
    const { rows } = await sql<Pick<SearchTurnRow, 'since_at' | 'count'>>`
      insert into search_turns (who, since_at, count) values (${who}, ${at}, 1)
      on conflict (who) do update set
        count = case when search_turns.since_at <= ${over} then 1 else search_turns.count + 1 end,
        since_at = case when search_turns.since_at <= ${over} then excluded.since_at else search_turns.since_at end
      returning since_at, count`.execute(db)
    const { since_at: since, count } = rows[0] ?? { since_at: at, count: most + 1 }
    return count <= most ? { accepted: true, left: most - count } : { accepted: false, againAt: since + withinMs }
  })
