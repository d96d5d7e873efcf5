import { sql } from 'kysely'
import type { Key } from '../crypto/box.ts'
import { keyRing, type KeyRing } from '../crypto/key-ring.ts'
import { masterKey } from '../crypto/master-key.ts'
import { signingKey, signingKeyBeside, type SigningKey } from '../crypto/signing-key.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openMarks, type Marks } from '../ledger/marks.ts'
import type { PlainStore } from '../ledger/plain-tables.ts'
import type { ReadTables } from '../ledger/projection.ts'
import { finishRotation } from '../ledger/rotate-master-key.ts'
import type { LedgerTables } from '../ledger/row.ts'
import { sealedLedger, type SealedLedger } from '../ledger/sealed-ledger.ts'
import { knownKey } from '../ledger/sealed-under.ts'
import { sqlKeyStore } from '../ledger/sql-key-store.ts'
import { forgottenListBeside } from '../ledger/forgotten-list.ts'
import { sqlLedger } from '../ledger/sql-ledger.ts'
import { openStores } from '../ledger/store/open-stores.ts'
import { caseTables } from '../ledger/tables/case-tables.ts'
import type { Places } from '../ledger/store/places.ts'
import type { Store } from '../ledger/store/store.ts'
import type { DeskStore, DeskTables } from './desk-tables.ts'
import { openForgotten, type Forgotten } from './retention/forgotten.ts'
import { SAYS_WHO } from './finding/says-who.ts'

/** Everything that is kept, opened: the ledger with its seals, the keys, and the plain tables of the office. */
export interface CaseStore {
  /** The read tables beside the ledger are in here too. */
  readonly entries: Store<LedgerTables>
  /** Ciphertext and what stands in clear: for live boards and for verifying, not for reading a case. */
  readonly ledger: Ledger
  readonly sealed: SealedLedger
  readonly ring: KeyRing
  /** People under seal, found by what is known of them. */
  readonly marks: Marks
  readonly desk: DeskStore
  readonly master: Key
  /** Signs where the chain ends (docs/decisions/0025). */
  readonly signing: SigningKey
  /** Destroys the keys that two people have agreed to forget. */
  readonly forgotten: Forgotten
  readonly close: () => Promise<void>
}

/** What was named as two databases is one. */
export class SameDatabase extends Error {
  override readonly name = 'SameDatabase'
}

/** The read tables that are kept beside the ledger, and how old facts are read. */
export const READ_TABLES: ReadTables = caseTables

/** Opens everything, or nothing: what was opened is closed again when the next does not open. */
export async function openCaseStore(places: Places, tables: ReadTables = READ_TABLES): Promise<CaseStore> {
  const { entries, keys, desk, close } = await openStores<DeskTables>(places)
  try {
    if (entries.engine === 'postgres' && (await serverOf(entries)) === (await serverOf(keys)))
      throw new SameDatabase('DATABASE_URL and KEYS_DATABASE_URL lead to the same database. Keys lie apart from what they open: name another database for one of them.')
    await finishRotation(places.masterKey, keys, desk as unknown as PlainStore)
    const master = masterKey(places.masterKey)
    const signing = signingKey(signingKeyBeside(places.masterKey))
    const ledger = await sqlLedger(entries, tables)
    const ring = await keyRing({ store: sqlKeyStore(keys), master, known: knownKey(entries) })
    const marks = openMarks({ entries, keys, ring, master, saysWho: SAYS_WHO })
    const forgotten = await openForgotten({ entries, keys: sqlKeyStore(keys), signing, path: forgottenListBeside(places.masterKey) }, ring)
    return { entries, ledger, ring, marks, sealed: sealedLedger(ledger, ring, tables.upcasts), desk, master, signing, forgotten, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Which running server and which database of it, whatever name it was reached by. */
async function serverOf<Tables>({ db }: Store<Tables>): Promise<string> {
  const { rows } = await sql<{ server: string }>`select concat_ws(' ', pg_postmaster_start_time(), inet_server_port(), current_database()) as server`.execute(db)
  return rows[0]?.server ?? ''
}
