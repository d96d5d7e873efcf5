import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { KeyFault } from '../crypto/key-ring.ts'
import { dropNextMasterKey, layNextMasterKey, nextMasterKey, rewrapped, takeNextMasterKey } from '../crypto/master-key.ts'
import { rewrapCodeSecret } from '../crypto/one-time-code.ts'
import type { Key } from '../crypto/box.ts'
import type { PlainStore } from './plain-tables.ts'
import { letGo, type KeyTables } from './sql-key-store.ts'
import type { Store } from './store/store.ts'

/** Where a rotation has come to. After each of these, and before, every key can be opened once whoever starts next has finished it. */
export type RotationStep = 'next-key-written' | 'half-rewrapped' | 'keys-rewrapped' | 'desk-rewrapped' | 'done'

export interface Rotated {
  readonly keys: number
  readonly codes: number
}

/**
 * Puts every key under a new master key.
 *
 * The next master key is on disk before anything is wrapped under it, and takes the old one's place when nothing is left under the
 * old. A rotation that was cut short is found by the file it left, and finished from where it stood; what is under the next key
 * already is left alone.
 */
export async function rotateMasterKey(path: string, keys: Store<KeyTables>, desk: PlainStore, at: (step: RotationStep) => void = () => undefined): Promise<Rotated> {
  const begins = !existsSync(nextMasterKey(path))
  const { old, next } = layNextMasterKey(path)
  at('next-key-written')
  const wrapped = await rewrapKeys(keys, old, next, at).catch((error: unknown) => {
    // Nothing lies under the next key yet, so a rotation that cannot be done is as if it had not begun.
    if (begins && error instanceof KeyFault) dropNextMasterKey(path)
    throw error
  })
  const rotated = { keys: wrapped, codes: await rewrapCodes(desk, old, next) }
  at('desk-rewrapped')
  takeNextMasterKey(path)
  await letGo(keys)
  at('done')
  return rotated
}

/** Finishes a rotation that was cut short; does nothing where none was. */
export async function finishRotation(path: string, keys: Store<KeyTables>, desk: PlainStore): Promise<void> {
  if (existsSync(nextMasterKey(path))) await rotateMasterKey(path, keys, desk)
}

/** All or none, so that no store holds keys of two masters. The check is held from the beginning: no server adds a key meanwhile. */
async function rewrapKeys(store: Store<KeyTables>, old: Key, next: Key, at: (step: RotationStep) => void): Promise<number> {
  const count = await store.transact(async (db) => {
    if (store.engine === 'postgres') await sql`lock table keys in exclusive mode`.execute(db)
    const rows = await db.selectFrom('keys').selectAll().where('wrapped', 'is not', null).execute()
    for (const [index, { id, wrapped }] of rows.entries()) {
      if (index === rows.length >> 1) at('half-rewrapped')
      const again = rewrapped(old, next, { id, wrapped: wrapped ?? '' })
      if (again === null) throw new KeyFault(`The key ${id} opens under no master key at hand. Nothing was changed: put back the master key this store was made with.`)
      if (again !== wrapped) await db.updateTable('keys').set({ wrapped: again }).where('id', '=', id).execute()
    }
    return rows.length
  })
  at('keys-rewrapped')
  return count
}

/** The secrets of one-time codes lie in boxes under the master key too. */
const rewrapCodes = (desk: PlainStore, old: Key, next: Key): Promise<number> =>
  desk.transact(async (db) => {
    const { rows } = await sql<{ person: string; box: string }>`select person, box from second_factors`.execute(db)
    for (const { person, box } of rows) {
      const again = rewrapCodeSecret(old, next, person, box)
      if (again === null) throw new KeyFault('The secret of somebody’s one-time codes opens under no master key at hand. Take their second factor away first, and let them enrol again.')
      await sql`update second_factors set box = ${again} where person = ${person}`.execute(db)
    }
    return rows.length
  })
