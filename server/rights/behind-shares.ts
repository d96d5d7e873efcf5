import { sql, type RawBuilder } from 'kysely'
import type { LedgerTables } from '../../ledger/row.ts'
import type { Store } from '../../ledger/store/store.ts'
import type { LookedUpFor } from './file-sql.ts'
import type { InReach } from './in-reach.ts'
import { knownFiles } from './known-files.ts'
import type { KnownFile, KnownPaper } from './rights.ts'

/**
 * The file behind each thing that an organisation passed on, for somebody of it; null where that file is not there.
 *
 * What was written for others tells what stands in the file, so whoever of the giving side reads it may also read the file. Those who received it
 * are not asked: it was written for them.
 */
export async function filesBehind(store: Store<LedgerTables>, papers: Iterable<KnownPaper>, { organisation, ...asked }: LookedUpFor & { readonly organisation: string }): Promise<ReadonlyMap<string, KnownFile | null>> {
  const given = [...papers].flatMap(({ kind, id, organisation: giver }) => (kind === 'share' && giver === organisation ? [id] : []))
  if (given.length === 0) return new Map()
  const { rows } = await sql<{ id: string; file: string | null }>`select id, file from shares where id in (${sql.join(given)})`.execute(store.db)
  const known = await knownFiles(store, rows.flatMap(({ file }) => file ?? []), asked)
  return new Map(rows.map(({ id, file }) => [`share/${id}`, known.get(file ?? '') ?? null]))
}

/** The same as a condition on the log of what left: things are passed on from sites. */
export const behindIn = (reach: InReach): RawBuilder<unknown> => sql`shares.file in (select 'site/' || sites.id from sites where ${reach('site')})`
