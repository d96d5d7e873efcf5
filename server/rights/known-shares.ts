import { sql } from 'kysely'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import type { Store } from '../../ledger/store/store.ts'

/** Whose something passed on is, and to whom it goes. */
export interface KnownShare {
  readonly organisation: OrganisationId
  readonly to: OrganisationId
}

/** In place of whoever is to receive it, until it has left: nobody works there, so that nobody learns that something is being prepared for them. */
const NOBODY_YET = 'nobody-yet' as OrganisationId

/** What the gate must know of things passed on, by their ids; those that are not there are left out. */
export async function knownShares({ db }: Store<LedgerTables>, ids: readonly string[]): Promise<ReadonlyMap<string, KnownShare>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; giver: OrganisationId; receiver: OrganisationId; released_at: number | null }>`
    select id, giver, receiver, released_at from shares where giver is not null and receiver is not null and id in (${sql.join([...ids])})`.execute(db)
  return new Map(rows.map(({ id, giver, receiver, released_at: left }) => [id, { organisation: giver, to: left === null ? NOBODY_YET : receiver }]))
}
