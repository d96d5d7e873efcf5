import { sql } from 'kysely'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import type { Store } from '../../ledger/store/store.ts'

/** Whom a request was made to, which answers it. */
export interface KnownRequest {
  readonly organisation: OrganisationId
}

/** What the gate must know of requests, by their ids; those that are not there are left out. */
export async function knownRequests({ db }: Store<LedgerTables>, ids: readonly string[]): Promise<ReadonlyMap<string, KnownRequest>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; organisation: OrganisationId }>`select id, organisation from requests where organisation is not null and id in (${sql.join([...ids])})`.execute(db)
  return new Map(rows.map(({ id, organisation }) => [id, { organisation }]))
}
