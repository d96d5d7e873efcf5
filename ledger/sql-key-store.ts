import { sql } from 'kysely'
import type { FoundKey, KeyId, KeyStore } from '../crypto/key-store.ts'
import { faultOf } from './store/fault.ts'
import type { Store } from './store/store.ts'

export interface KeyTables {
  readonly keys: { readonly id: string; readonly wrapped: string | null }
}

/** How each engine lets go of what was deleted: SQLite keeps old pages in its journal, PostgreSQL old rows in its table. */
const LET_GO = { sqlite: 'pragma wal_checkpoint(truncate)', postgres: 'vacuum (full) keys' } as const

/**
 * Wrapped keys in a database of their own, apart from the ledger's and from its backup.
 *
 * `drop` overwrites the key in this store. Copies made before of its disk, its journal archive or its backups are beyond it, which is why those
 * of keys are kept for days and those of the ledger for ever.
 */
export function sqlKeyStore(store: Store<KeyTables>): KeyStore {
  return {
    add: (keys) =>
      store.transact(async (db) => {
        await db.insertInto('keys').values(keys.map(({ id, wrapped }) => ({ id, wrapped }))).execute()
      }),

    find: async (ids) => {
      const found = new Map<KeyId, FoundKey>()
      for (let at = 0; at < ids.length; at += LOT) for (const [id, key] of await lookUp(store, ids.slice(at, at + LOT))) found.set(id, key)
      return found
    },

    drop: async (ids) => {
      await store.transact(async (db) => {
        for (const id of ids) await db.updateTable('keys').set({ wrapped: null }).where('id', '=', id).execute()
      })
      await sql.raw(LET_GO[store.engine]).execute(store.db)
    },
  }
}

const LOT = 500

async function lookUp({ db, where }: Store<KeyTables>, ids: readonly KeyId[]): Promise<readonly (readonly [KeyId, FoundKey])[]> {
  try {
    const rows = await db.selectFrom('keys').selectAll().where('id', 'in', ids).execute()
    return rows.map(({ id, wrapped }) => [id as KeyId, wrapped === null ? 'forgotten' : { wrapped }] as const)
  } catch (error) {
    throw faultOf(error, where)
  }
}
