import type { ActorId, DeviceId, EntryId, HolderId } from '../core/kernel/id.ts'
import { isOpaque } from '../core/kernel/id.ts'
import { Defect } from '../core/kernel/defect.ts'
import { instant } from '../core/kernel/instant.ts'
import type { KeyId } from '../crypto/key-store.ts'
import type { Clear, Kept, Stored } from './ledger.ts'

/** One row of the ledger, as both engines hold it and as the archive writes it. */
export interface EntryRow {
  readonly position: number
  readonly id: string
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly form: number
  readonly actor: string
  readonly device: string
  readonly occurred_at: number
  readonly recorded_at: number
  readonly received_at: number | null
  readonly clear: string
  readonly about: string | null
  readonly sealed_key: string | null
  readonly box: string | null
  readonly previous: string
  readonly digest: string
}

/** The columns of a row in the order of the tables, the digest and the archive. It is part of the format and never changes. */
export const LEDGER_COLUMNS = [
  'position', 'id', 'stream', 'version', 'type', 'form', 'actor', 'device', 'occurred_at', 'recorded_at', 'received_at',
  'clear', 'about', 'sealed_key', 'box', 'previous', 'digest',
] as const satisfies readonly (keyof EntryRow)[]

/** What a row says, apart from where it stands. */
export type RowContent = Omit<EntryRow, 'position' | 'version' | 'previous' | 'digest'>

export interface LedgerTables {
  readonly entries: EntryRow
  readonly head: { readonly one: number; readonly position: number; readonly digest: string }
}

/** The content of an entry as a row. What an engine could not give back as it got it is a defect of ours. */
export function contentOf({ id, stream, fact, by, device, occurredAt, recordedAt, receivedAt }: Kept): RowContent {
  const { type, form, clear, sealed } = fact
  const opaque = isOpaque(id) && isOpaque(stream) && isOpaque(type) && isOpaque(by) && isOpaque(device) && (sealed === null || (isOpaque(sealed.about) && isOpaque(sealed.key)))
  if (!opaque) throw new Defect('an entry carries an id that is none; ids are checked at the edge')
  if (![form, occurredAt, recordedAt, receivedAt ?? 0].every(Number.isSafeInteger)) throw new Defect(`entry ${id} carries a time that is none`)
  return {
    id, stream, type, form, actor: by, device,
    occurred_at: occurredAt, recorded_at: recordedAt, received_at: receivedAt,
    clear: JSON.stringify(clear),
    about: sealed?.about ?? null, sealed_key: sealed?.key ?? null, box: sealed?.box ?? null,
  }
}

/** Whether two rows say the same. When they were received is left out: a batch sent twice is received twice. */
export const saysTheSame = (a: RowContent, b: RowContent): boolean =>
  a.id === b.id && a.stream === b.stream && a.type === b.type && a.form === b.form && a.actor === b.actor && a.device === b.device &&
  a.occurred_at === b.occurred_at && a.recorded_at === b.recorded_at && a.clear === b.clear &&
  a.about === b.about && a.sealed_key === b.sealed_key && a.box === b.box

export const storedOf = (row: EntryRow): Stored => ({
  position: row.position,
  version: row.version,
  previous: row.previous,
  digest: row.digest,
  id: row.id as EntryId,
  stream: row.stream,
  by: row.actor as ActorId,
  device: row.device as DeviceId,
  occurredAt: instant(row.occurred_at),
  recordedAt: instant(row.recorded_at),
  receivedAt: row.received_at === null ? null : instant(row.received_at),
  fact: {
    type: row.type,
    form: row.form,
    clear: JSON.parse(row.clear) as Clear,
    sealed: row.box === null ? null : { about: row.about as HolderId, key: row.sealed_key as KeyId, box: row.box },
  },
})
