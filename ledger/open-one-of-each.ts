import { sql } from 'kysely'
import type { EntryId, HolderId } from '../core/kernel/id.ts'
import type { KeyRing } from '../crypto/key-ring.ts'
import type { KeyId } from '../crypto/key-store.ts'
import { SealBroken, unseal } from '../crypto/seals.ts'
import type { LedgerTables } from './row.ts'
import type { Store } from './store/store.ts'

/** Whether a kind of fact can still be read: `missing` and `broken` are alarms, `forgotten` is not. */
export interface OpenedKind {
  readonly type: string
  readonly what: 'opened' | 'forgotten' | 'missing' | 'broken'
}

interface SealedRow {
  readonly id: EntryId
  readonly about: HolderId
  readonly sealed_key: KeyId
  readonly box: string
}

/** Opens one entry of each kind, the latest whose key is still there, and gives out no word of it. */
export async function openOneOfEach({ db }: Store<LedgerTables>, ring: KeyRing): Promise<readonly OpenedKind[]> {
  const types = await sql<{ type: string }>`select distinct type from entries where box is not null order by type`.execute(db)
  const kinds: OpenedKind[] = []
  for (const { type } of types.rows) {
    const { rows } = await sql<SealedRow>`select id, about, sealed_key, box from entries where type = ${type} and box is not null order by position desc limit 200`.execute(db)
    const keys = await ring.find(rows.map((row) => row.sealed_key))
    const there = rows.find((row) => typeof keys.get(row.sealed_key) === 'object')
    if (there === undefined) kinds.push({ type, what: rows.some((row) => keys.get(row.sealed_key) !== 'forgotten') ? 'missing' : 'forgotten' })
    else kinds.push({ type, what: rows.some((row) => (keys.get(row.sealed_key) ?? 'missing') === 'missing') ? 'missing' : opens(there, keys) })
  }
  return kinds
}

function opens({ id, about, sealed_key: name, box }: SealedRow, keys: Awaited<ReturnType<KeyRing['find']>>): 'opened' | 'broken' {
  const key = keys.get(name)
  try {
    if (typeof key === 'object') unseal({ about, key: name, box }, key, id)
    return 'opened'
  } catch (error) {
    if (error instanceof SealBroken) return 'broken'
    throw error
  }
}
