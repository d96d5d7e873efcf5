import { sql, type Kysely } from 'kysely'
import { KeyFault } from '../crypto/key-ring.ts'
import type { FoundKey, KeyId, KeyStore } from '../crypto/key-store.ts'
import { faultOf } from './store/fault.ts'
import type { Store } from './store/store.ts'

export interface KeyTables {
  readonly keys: { readonly id: string; readonly wrapped: string | null }
  readonly marks: { readonly mark: string; readonly key: string }
  readonly marked: { readonly key: string; readonly holder: string }
  readonly marks_up_to: { readonly one: number; readonly position: number; readonly digest: string; readonly rules: string }
}

/** How each engine lets go of what was deleted: SQLite keeps old pages in its journal, PostgreSQL old rows in its table. */
const LET_GO = { sqlite: 'pragma wal_checkpoint(truncate)', postgres: 'vacuum (full) keys, marks, marked' } as const

/**
 * Wrapped keys in a database of their own, apart from the ledger's and from its backup.
 *
 * `drop` overwrites the key in this store, with every mark by which whoever it served could be found. Copies made before of its disk, its journal
 * archive or its backups are beyond it, which is why those of keys are kept for days and those of the ledger for ever. `add` refuses keys under a master key that was rotated since.
 */
export function sqlKeyStore(store: Store<KeyTables>): KeyStore {
  let check: string | null = null
  return {
    add: async (keys) => {
      const values = keys.flatMap(({ id, wrapped }) => [id, wrapped])
      const rows = keys.map(() => '(?, ?)').join(', ')
      if (check === null) {
        await store.write([{ table: 'keys', text: `insert into keys (id, wrapped) values ${rows}`, values }])
        check = keys.find(({ id }) => id === CHECK)?.wrapped ?? null
        return
      }
      await store.write([{ table: 'keys', text: `insert into keys (id, wrapped) select column1, column2 from (values ${rows}) as fresh where exists (select 1 from keys where id = '${CHECK}' and wrapped = ?)`, values: [...values, check] }])
      const [last] = keys.slice(-1)
      if (last !== undefined && (await lookUp(store, [last.id])).length === 0) throw new KeyFault(CHANGED)
    },

    find: async (ids) => {
      const found = new Map<KeyId, FoundKey>()
      for (let at = 0; at < ids.length; at += LOT) for (const [id, key] of await lookUp(store, ids.slice(at, at + LOT))) found.set(id, key)
      const seen = found.get(CHECK)
      if (typeof seen === 'object') check ??= seen.wrapped
      return found
    },

    drop: async (ids) => {
      await store.transact(async (db) => {
        for (const id of ids) {
          await db.updateTable('keys').set({ wrapped: null }).where('id', '=', id).execute()
          await removeMarks(db, [id])
        }
      })
      await letGo(store)
    },
  }
}

/** Takes away the marks that lie under some keys, within a transaction. */
export async function removeMarks(db: Kysely<KeyTables>, keys: readonly KeyId[]): Promise<void> {
  if (keys.length === 0) return
  await db.deleteFrom('marks').where('key', 'in', keys).execute()
  await db.deleteFrom('marked').where('key', 'in', keys).execute()
}

/** Overwrites in the store's own files what was deleted or replaced. */
export async function letGo(store: Store<KeyTables>): Promise<void> {
  await sql.raw(LET_GO[store.engine]).execute(store.db)
}

/** The key that serves nobody, and shows which master key the others are wrapped under. */
export const CHECK = 'check' as KeyId

const CHANGED = 'The master key was changed while this server ran. Nothing is sealed under the old one: stop the server and start it again.'

const LOT = 500

async function lookUp({ db, where }: Store<KeyTables>, ids: readonly KeyId[]): Promise<readonly (readonly [KeyId, FoundKey])[]> {
  try {
    const rows = await db.selectFrom('keys').selectAll().where('id', 'in', ids).execute()
    return rows.map(({ id, wrapped }) => [id as KeyId, wrapped === null ? 'forgotten' : { wrapped }] as const)
  } catch (error) {
    throw faultOf(error, where)
  }
}
