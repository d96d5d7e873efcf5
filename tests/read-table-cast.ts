import { sql, type Kysely } from 'kysely'
import type { Projection } from '../ledger/projection.ts'
import type { LedgerTables } from '../ledger/row.ts'

/** The smallest read table: the room last searched, as today's facts name it. */
export const lastRoom: Projection = {
  name: 'last_room',
  schema: 'create table if not exists last_room (stream text primary key, room text not null)',
  clear: async (db) => void (await sql`delete from last_room`.execute(db)),
  apply: (entries) => entries.map(({ stream, fact }) => ({ table: 'last_room', text: 'insert into last_room values (?, ?) on conflict (stream) do update set room = excluded.room', values: [stream, String(fact.clear['room'])] })),
}

/** What that read table holds. */
export const roomsOf = async (db: Kysely<LedgerTables>): Promise<unknown> => (await sql`select stream, room from last_room order by stream`.execute(db)).rows
