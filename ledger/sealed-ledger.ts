import type { Access } from '../core/kernel/access.ts'
import type { Entry } from '../core/kernel/entry.ts'
import type { EntryId, HolderId } from '../core/kernel/id.ts'
import { Sensitive } from '../core/kernel/sensitive.ts'
import type { Key } from '../crypto/box.ts'
import type { HeldKey, KeyRing, NoKey } from '../crypto/key-ring.ts'
import { seal, unseal } from '../crypto/seals.ts'
import type { Appended, Clear, Expected, Kept, KeptFact, Ledger, Stored } from './ledger.ts'
import { formOf, upcast, type Upcasts } from './upcast.ts'

/** A fact as it is told: what filters a list in clear, and what is said about somebody in words that do not print. */
export interface ToldFact {
  readonly type: string
  readonly clear: Clear
  readonly told: { readonly about: HolderId; readonly said: Sensitive<unknown> } | null
}

/** A fact as it is read. Words whose key was destroyed read as `forgotten`; a key that should be there and is not, as `missing`. */
export interface ReadFact {
  readonly type: string
  readonly clear: Clear
  readonly about: HolderId | null
  readonly said: Sensitive<unknown> | NoKey | null
}

/** The ledger as the case system sees it: words go in sealed, and come out for whoever has leave to look. */
export interface SealedLedger {
  readonly append: (entries: readonly Entry<ToldFact>[], expected?: readonly Expected[]) => Promise<Appended>
  readonly read: (access: Access) => Promise<readonly Stored<ReadFact>[]>
}

export function sealedLedger(ledger: Ledger, ring: KeyRing, upcasts: Upcasts): SealedLedger {
  const keep = async (entry: Entry<ToldFact>, under?: HeldKey): Promise<Kept> => {
    const { type, clear, told } = entry.fact
    const sealed = told === null ? null : seal(told.about, under ?? (await ring.keyFor(told.about, isFirst(entry.id, type, told.about) ? 'newcomer' : undefined)), entry.id, told.said)
    return { ...entry, fact: { type, form: formOf(upcasts, type), clear, sealed } }
  }

  const append = async (entries: readonly Entry<ToldFact>[], expected?: readonly Expected[], instead: readonly Kept[] = []): Promise<Appended> => {
    const kept = await Promise.all(entries.map(async (entry) => instead.find(({ id }) => id === entry.id) ?? keep(entry)))
    const answer = await ledger.append(kept, expected)
    if (answer.accepted || answer.refusal.code !== 'ledger/entry-differs') return answer
    const { entry: id, held } = answer.refusal
    const again = instead.some((one) => one.id === id) ? null : await underHeldKey(entries.find((entry) => entry.id === id), held)
    return again === null ? answer : append(entries, expected, [...instead, again])
  }

  /**
   * The same words make another box under another key, as after a restart or on another server: compared under the key they lie under.
   * Where that key is gone nothing can be compared any more, and what is held stands.
   */
  const underHeldKey = async (entry: Entry<ToldFact> | undefined, { fact: { sealed } }: Stored): Promise<Kept | null> => {
    const told = entry?.fact.told ?? null
    if (entry === undefined || told === null || sealed === null || sealed.about !== told.about) return null
    const key = (await ring.find([sealed.key])).get(sealed.key) ?? 'missing'
    if (typeof key === 'string') return { ...entry, fact: { type: entry.fact.type, form: formOf(upcasts, entry.fact.type), clear: entry.fact.clear, sealed } }
    ring.goesUnder(told.about, { id: sealed.key, key })
    return keep(entry, { id: sealed.key, key })
  }

  return {
    append: (entries, expected) => append(entries, expected),
    read: async ({ stream }) => {
      const entries = await ledger.read(stream)
      const keys = await ring.find(entries.flatMap(({ fact: { sealed } }) => (sealed === null ? [] : [sealed.key])))
      return entries.map((entry) => ({ ...entry, fact: opened(entry, entry.fact, upcasts, keyFor(entry.fact, keys)) }))
    },
  }
}

/**
 * The first words under a name, so that nobody needs to be asked for a key: those of an entry's own, and those a report comes in with.
 *
 * Where the entry is sent again after a restart it is sealed under another key first, found to be held, and compared under its own. Where
 * it was not the first after all, what is said under that name lies under two keys, as after two servers met somebody at once.
 */
const isFirst = (entry: EntryId, type: string, about: HolderId): boolean => about.endsWith(`/${entry}`) || (type === 'report/received' && about.startsWith('report/'))

const keyFor = ({ sealed }: KeptFact, keys: ReadonlyMap<string, Key | NoKey>): Key | NoKey => (sealed === null ? 'missing' : (keys.get(sealed.key) ?? 'missing'))

/** Old words are read as today's inside their wrapping, so that they never lie open on the way. */
function opened(entry: Stored, { type, form, clear, sealed }: KeptFact, upcasts: Upcasts, key: Key | NoKey): ReadFact {
  const about = sealed?.about ?? null
  const today = form >= formOf(upcasts, type)
  const clearToday = today ? clear : upcast(upcasts, type, form, { clear, said: undefined }).clear
  if (sealed === null) return { type, clear: clearToday, about, said: null }
  if (typeof key === 'string') return { type, clear: clearToday, about, said: key }
  const words = unseal(sealed, key, entry.id)
  const said = today ? words : words.sealedWith((then) => new Sensitive(upcast(upcasts, type, form, { clear, said: then }).said))
  return { type, clear: clearToday, about, said }
}
