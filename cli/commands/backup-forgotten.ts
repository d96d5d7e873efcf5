import { existsSync, readFileSync } from 'node:fs'
import type { KeyStore } from '../../crypto/key-store.ts'
import { publicKeyFrom, publicKeyIn, publicKeyOf, signingKey, signingKeyBeside, type PublicKey } from '../../crypto/signing-key.ts'
import type { Survey } from '../../ledger/backup-reading.ts'
import { replayForgotten, stillThere } from '../../ledger/forgotten-keys.ts'
import { allForgotten, forgottenListBeside, ForgottenListFault, readForgotten, writeForgotten, type Forgotten, type ForgottenList } from '../../ledger/forgotten-list.ts'
import { sqlKeyStore } from '../../ledger/sql-key-store.ts'
import type { Stores } from './backup-stores.ts'
import type { BackupOptions } from './backup.ts'
import type { LedgerDesk } from './ledger-desk.ts'

/** What was forgotten, gathered from everywhere it can be known; `known` says whether anything but the backup itself was asked. */
export interface ForgottenGathered {
  readonly forgotten: readonly Forgotten[]
  readonly known: 'beyond-the-backup' | 'from-the-backup-alone'
}

/** Makes true what is forgotten here and answers with the list, for a backup to take along: ledger, list and whatever the store of keys has destroyed. */
export async function forgottenHere({ places }: LedgerDesk, { entries, keys }: Pick<Stores, 'entries' | 'keys'>): Promise<string> {
  const path = forgottenListBeside(places.masterKey)
  const gone = await keys.db.selectFrom('keys').select('id').where('wrapped', 'is', null).orderBy('id').execute()
  const at = new Date().toISOString()
  await replayForgotten({ entries, keys: sqlKeyStore(keys), signing: signingKey(signingKeyBeside(places.masterKey)), path }, gone.map(({ id }) => ({ key: id, at, kind: 'unknown' })))
  return readFileSync(path, 'utf8')
}

/**
 * Every list there is: the one that lies beside the master key, one that is named, and the one in the backup.
 *
 * A backup knows nothing of what was forgotten after it was taken, and neither does the empty list that a new machine writes at its first
 * start. So only a list that goes on from the backup's own counts as knowing, or one that somebody names. What is wrong with any is thrown.
 */
export function forgottenGathered({ places }: LedgerDesk, { forgotten: named, key }: BackupOptions, found: Pick<Survey, 'forgotten' | 'publicKey'>, file: string): ForgottenGathered {
  const keys = publicKeysFor(places.masterKey, key, found.publicKey)
  const listIn = (where: string, text: string | null): ForgottenList | null => (text === null || text === '' ? null : listOf(where, text, keys))
  const path = forgottenListBeside(places.masterKey)
  const [within, given] = [listIn(file, found.forgotten), named === undefined ? null : listOf(named, readFileSync(named, 'utf8'), keys)]
  const beside = existsSync(path) ? listOf(path, readFileSync(path, 'utf8'), keys) : null
  const knows = given !== null || (beside !== null && goesOnFrom(beside, within, found.publicKey))
  return { forgotten: allForgotten(...[beside, given, within].map((list) => list?.forgotten ?? [])), known: knows ? 'beyond-the-backup' : 'from-the-backup-alone' }
}

/** Written by the machine that took the backup, or holding all that the backup knows: not the first list of another machine. */
function goesOnFrom({ signer, forgotten }: ForgottenList, within: ForgottenList | null, publicKey: string | null): boolean {
  const taker = within?.signer ?? (publicKey === null ? null : publicKeyFrom(publicKey, 'the backup').id)
  const named = new Set(forgotten.map((one) => one.key))
  return taker === null || signer === taker || (within !== null && within.forgotten.length > 0 && within.forgotten.every((one) => named.has(one.key)))
}

function listOf(where: string, text: string, keys: readonly PublicKey[]): ForgottenList {
  const read = readForgotten(text, keys)
  if (!read.accepted) throw new ForgottenListFault(where, read.refusal)
  return read
}

/** Each list names the key it was signed with: one that somebody kept, the one of this machine, or the one that came with the backup. */
function publicKeysFor(masterKey: string, given: string | undefined, within: string | null): readonly PublicKey[] {
  const here = publicKeyOf(signingKeyBeside(masterKey))
  return [...(given === undefined ? [] : [publicKeyIn(given)]), ...(existsSync(here) ? [publicKeyIn(here)] : []), ...(within === null ? [] : [publicKeyFrom(within, 'the backup')])]
}

/** The list as this machine keeps it from now on. It is on the disk before a single key is put back. */
export const keepForgotten = ({ places }: LedgerDesk, forgotten: readonly Forgotten[]): void =>
  writeForgotten(forgottenListBeside(places.masterKey), forgotten, signingKey(signingKeyBeside(places.masterKey)))

/** Destroys again what a backup of keys has brought back. Answers with how many keys it was. */
export async function destroyAgain(keys: KeyStore, forgotten: readonly Forgotten[]): Promise<number> {
  const back = await stillThere(keys, forgotten)
  if (back.length > 0) await keys.drop(back)
  return back.length
}
