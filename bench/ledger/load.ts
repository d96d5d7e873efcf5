import type { Entry } from '../../core/kernel/entry.ts'
import type { ActorId, DeviceId, EntryId, HolderId } from '../../core/kernel/id.ts'
import { instant } from '../../core/kernel/instant.ts'
import { Sensitive } from '../../core/kernel/sensitive.ts'
import type { ToldFact } from '../../ledger/sealed-ledger.ts'

/** How many sites share the ledger, and how many people are met at each. */
export const SITES = 1000
const PEOPLE = 12

export const mostRowsPerSite = (entries: number): number => Math.ceil(entries / SITES)

const place = (i: number): Omit<Entry<ToldFact>, 'fact'> => {
  const at = instant(Date.UTC(2031, 2, 1) + i * 1000)
  return { id: `e${i}` as EntryId, stream: `site/${i % SITES}`, by: 'officer-1' as ActorId, device: 'van-1' as DeviceId, occurredAt: at, recordedAt: at, receivedAt: at }
}
const NOTE = 'Sat by the window. Asked for water and for her sister.'

/** A report as the case system files it: it has a name of its own, and all it says is sealed under a key of its own. */
export const reportFor = (i: number): Entry<ToldFact> => ({
  ...place(i),
  fact: {
    type: 'report/received',
    clear: { report: `r${i}`, reviewBy: 1_900_000_000_000 },
    told: { about: `report/r${i}` as HolderId, said: new Sensitive({ kind: 'held-by-force', access: 'saw', grading: 'B2', account: NOTE }) },
  },
})

/** A site's log as it is: rooms searched stand in clear, and every third line says something about a person. */
export function entryFor(i: number): Entry<ToldFact> {
  const site = i % SITES
  const turn = Math.floor(i / SITES)
  const met = (site + turn) % 3 === 0
  const said = { wristband: String(Math.floor(turn / 3) % PEOPLE), role: 'unknown', age: 'presumed-child', note: NOTE }
  return {
    ...place(i),
    fact: {
      type: met ? 'site/person-met' : 'site/room-searched',
      clear: { site, room: `room-${turn % 9}`, stage: 'searching' },
      told: met ? { about: `person/${site}-${Math.floor(turn / 3) % PEOPLE}` as HolderId, said: new Sensitive(said) } : null,
    },
  }
}
