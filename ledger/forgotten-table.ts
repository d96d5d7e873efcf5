import { sql } from 'kysely'
import { instant, isoOf } from '../core/kernel/instant.ts'
import type { Forgotten } from './forgotten-list.ts'
import type { Stored } from './ledger.ts'
import type { Projection } from './projection.ts'
import type { LedgerTables } from './row.ts'
import { faultOf } from './store/fault.ts'
import type { Store } from './store/store.ts'
import { numberIn } from './tables/clear.ts'
import { upsert, type Upsert } from './tables/upsert.ts'

interface ForgottenRow {
  readonly key: string
  readonly kind: string
  readonly forgotten_at: number
}

const INTO: Upsert<ForgottenRow, 'key'> = { table: 'forgotten_keys', key: ['key'], takes: { kind: 'first-known', forgotten_at: 'first-known' } }

/** Every key the ledger says is forgotten, found at every start without reading the ledger through. */
export const forgottenTable: Projection = {
  name: 'forgotten_keys',
  schema: 'create table if not exists forgotten_keys (key text primary key, kind text not null, forgotten_at bigint not null)',
  clear: async (db) => void (await sql`delete from forgotten_keys`.execute(db)),
  apply: (entries) => upsert(INTO, entries.flatMap(rowsOf)),
}

function rowsOf(entry: Stored): readonly ForgottenRow[] {
  if (entry.fact.type !== 'forgetting/seconded') return []
  const [keys, holders] = [entry.fact.clear['keys'], entry.fact.clear['holders']]
  if (!Array.isArray(keys) || !Array.isArray(holders)) return []
  return keys.map((key, i) => ({ key: String(key), kind: String(holders[i]).split('/')[0] ?? '', forgotten_at: numberIn(entry, 'at') ?? entry.recordedAt }))
}

/** What the ledger says is forgotten, oldest first. */
export async function forgottenInLedger(store: Store<LedgerTables>): Promise<readonly Forgotten[]> {
  try {
    await store.script(forgottenTable.schema)
    const { rows } = await sql<ForgottenRow>`select * from forgotten_keys order by forgotten_at, key`.execute(store.db)
    return rows.map(({ key, kind, forgotten_at }) => ({ key, kind, at: isoOf(instant(Number(forgotten_at))) }))
  } catch (error) {
    throw faultOf(error, store.where)
  }
}
