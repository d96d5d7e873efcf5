import { sql } from 'kysely'
import type { OrganisationId } from '../../core/kernel/organisation.ts'
import type { LedgerTables } from '../../ledger/row.ts'
import { faultOf } from '../../ledger/store/fault.ts'
import type { Store } from '../../ledger/store/store.ts'
import { isNarrowed, relationOf, tableOf, type LookedUpFor } from './file-sql.ts'
import { RELATIONS, type KnownFile, type Relation } from './rights.ts'

type FileKind = KnownFile['kind']
type Row = { readonly id: string; readonly organisation: OrganisationId; readonly narrowed: number } & { readonly [Of in Relation]: number | boolean }

const LOT = 400

/** What a decision must know of some files of one kind, by their streams. Those that nobody opened are left out. */
async function knownOf({ db }: Store<LedgerTables>, kind: FileKind, files: readonly string[], asked: LookedUpFor): Promise<readonly (readonly [string, KnownFile])[]> {
  const relations = RELATIONS.map((relation) => sql`case when ${relationOf(kind, relation, asked)} then 1 else 0 end as ${sql.ref(relation)}`)
  const ids = files.map((file) => file.slice(kind.length + 1))
  const { rows } = await sql<Row>`select id, organisation, case when ${isNarrowed(kind)} then 1 else 0 end as narrowed, ${sql.join(relations)} from ${tableOf(kind)} where organisation is not null and id in (${sql.join(ids)})`.execute(db)
  return rows.map((row) => [`${kind}/${row.id}`, { kind, id: row.id, organisation: row.organisation, reach: Number(row.narrowed) === 1 ? 'named' : 'unit', relations: RELATIONS.filter((relation) => Number(row[relation]) === 1) }])
}

/** What decisions must know of some files, and how whoever asks stands to each. */
export async function knownFiles(store: Store<LedgerTables>, files: readonly string[], asked: LookedUpFor): Promise<ReadonlyMap<string, KnownFile>> {
  const found: (readonly [string, KnownFile])[] = []
  try {
    for (const [kind, own] of Map.groupBy(new Set(files), (file) => file.split('/', 1)[0] as FileKind))
      for (let at = 0; at < own.length; at += LOT) found.push(...(await knownOf(store, kind, own.slice(at, at + LOT), asked)))
    return new Map(found)
  } catch (error) {
    throw faultOf(error, store.where)
  }
}
