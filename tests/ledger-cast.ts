import type { Access } from '../core/kernel/access.ts'
import type { Entry } from '../core/kernel/entry.ts'
import type { ActorId, DeviceId, EntryId, HolderId } from '../core/kernel/id.ts'
import { instant } from '../core/kernel/instant.ts'
import { Sensitive } from '../core/kernel/sensitive.ts'
import type { KeyId } from '../crypto/key-store.ts'
import type { Clear, Kept } from '../ledger/ledger.ts'
import type { ToldFact } from '../ledger/sealed-ledger.ts'

/** The people and devices of the ledger's tests. No real name may ever appear in a fixture. */
export const officer = 'officer-1' as ActorId
export const van = 'van-1' as DeviceId
export const holder = (name: string): HolderId => `person/${name}` as HolderId
export const leave = (stream: string): Access => ({ stream, by: officer, role: 'analyst', look: 'care' }) as unknown as Access

const MARCH = Date.UTC(2031, 2, 1)
const times = (minute: number): Pick<Entry<unknown>, 'by' | 'device' | 'occurredAt' | 'recordedAt' | 'receivedAt'> => ({
  by: officer, device: van,
  occurredAt: instant(MARCH + minute * 60_000), recordedAt: instant(MARCH + minute * 60_000 + 1), receivedAt: instant(MARCH + minute * 60_000 + 2),
})

let next = 0
export const newId = (): EntryId => `e${String(++next).padStart(5, '0')}` as EntryId

/** An entry as the ledger keeps it, with ciphertext that nobody needs to open. */
export const kept = (stream: string, more: { id?: string; clear?: Clear; minute?: number; box?: string | null } = {}): Kept => ({
  id: (more.id ?? newId()) as EntryId,
  stream,
  ...times(more.minute ?? 0),
  fact: {
    type: 'site/room-searched', form: 1, clear: more.clear ?? { room: 'loft' },
    sealed: more.box === null ? null : { about: holder('1'), key: 'key-1' as KeyId, box: more.box ?? 'Ym94' },
  },
})

/** An entry as somebody tells it. */
export const told = (stream: string, said: unknown, more: { id?: string; about?: HolderId; clear?: Clear; type?: string } = {}): Entry<ToldFact> => ({
  id: (more.id ?? newId()) as EntryId,
  stream,
  ...times(0),
  fact: { type: more.type ?? 'report/received', clear: more.clear ?? {}, told: said === null ? null : { about: more.about ?? holder('1'), said: new Sensitive(said) } },
})
