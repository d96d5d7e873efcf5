import { sql } from 'kysely'
import type { HolderId } from '../core/kernel/id.ts'
import type { KeyId } from '../crypto/key-store.ts'
import type { Projection } from './projection.ts'
import type { LedgerTables } from './row.ts'
import type { Store } from './store/store.ts'

/**
 * Which keys somebody's words were sealed under, as the entries themselves tell.
 *
 * Mostly one. Two servers that first hear of a person in the same moment take a key each, and both are remembered here.
 */
export const sealedUnder: Projection = {
  name: 'sealed_under',
  schema: 'create table if not exists sealed_under (about text not null, sealed_key text not null, primary key (about, sealed_key))',
  clear: async (db) => void (await sql`delete from sealed_under`.execute(db)),
  apply: async (db, entries) => {
    const pairs = new Map(entries.flatMap(({ fact: { sealed } }) => (sealed === null ? [] : [[sealed.key, sealed.about] as const])))
    if (pairs.size === 0) return
    const rows = [...pairs].map(([key, about]) => sql`(${about}, ${key})`)
    await sql`insert into sealed_under (about, sealed_key) values ${sql.join(rows)} on conflict do nothing`.execute(db)
  },
}

/** Every key somebody's words lie under. Destroying these, and no others, forgets them. */
export async function keysOf({ db }: Store<LedgerTables>, about: HolderId): Promise<readonly KeyId[]> {
  const { rows } = await sql<{ sealed_key: KeyId }>`select sealed_key from sealed_under where about = ${about} order by sealed_key`.execute(db)
  return rows.map((row) => row.sealed_key)
}

/** The key to go on with; null for somebody of whom nothing was sealed yet. */
export const knownKey =
  (store: Store<LedgerTables>) =>
  async (about: HolderId): Promise<KeyId | null> => (await keysOf(store, about))[0] ?? null
