import { randomUUID } from 'node:crypto'
import type { HolderId } from '../core/kernel/id.ts'
import { keyOf, lock, newSecret, newSecrets, unlock, type Key } from './box.ts'
import type { FoundKey, KeyId, KeyStore, WrappedKey } from './key-store.ts'

/** A key taken out to seal with. */
export interface HeldKey {
  readonly id: KeyId
  readonly key: Key
}

/** A key that was destroyed on purpose, or one the store should have and has not. */
export type NoKey = 'forgotten' | 'missing'

/** The master key does not fit the store of keys, or the store is not whole. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault'
}

export interface KeyRing {
  /** The key to seal somebody's words with. Of a `newcomer` nothing can have been sealed before, so nobody is asked. */
  readonly keyFor: (about: HolderId, who?: 'newcomer') => Promise<HeldKey>
  /** Somebody who was taken for a newcomer was none: this is the key their words lie under. */
  readonly goesUnder: (about: HolderId, held: HeldKey) => void
  readonly find: (ids: readonly KeyId[]) => Promise<ReadonlyMap<KeyId, Key | NoKey>>
  readonly forget: (about: HolderId, ids: readonly KeyId[]) => Promise<void>
}

export interface KeyRingOptions {
  readonly store: KeyStore
  readonly master: Key
  /** The key a person's words were sealed under before, as the ledger remembers it. */
  readonly known: (about: HolderId) => Promise<KeyId | null>
  /** How many keys are made at once. Each lot costs the store one durable write, and an append none. */
  readonly lot?: number
}

const CHECK = 'check' as KeyId
const LOT = 128

/** Keys and people held in memory at once, some megabytes at the most. Whoever was left out is looked up again. */
const MOST_HELD = 10_000
const LEFT_OUT_AT_ONCE = 1000

/** Many are left out at once, since a map looks for its first name past the place of every one that is gone. */
function hold<Name, Value>(held: Map<Name, Value>, name: Name, value: Value): Value {
  held.delete(name)
  held.set(name, value)
  if (held.size > MOST_HELD) for (const oldest of [...held.keys()].slice(0, LEFT_OUT_AT_ONCE)) held.delete(oldest)
  return value
}

/**
 * The keys in use, and a pool of keys already committed for people not yet met.
 *
 * A new person takes the next key from the pool, and their first entry says in the ledger which it was: so an append
 * stays one durable write, and after a crash no entry names a key the store does not have. Keys that were
 * in the pool when a process ended serve nobody and are left where they are.
 */
export async function keyRing(options: KeyRingOptions): Promise<KeyRing> {
  await fits(options)
  const open = new Map<KeyId, Key>()
  const ofHolder = new Map<HolderId, Promise<HeldKey>>()
  const fromPool = keyPool(options)

  const find = async (ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Key | NoKey>> => {
    const asked = [...new Set(ids)]
    const answer = new Map<KeyId, Key | NoKey>(asked.map((id) => [id, open.get(id) ?? 'missing']))
    const unseen = asked.filter((id) => answer.get(id) === 'missing')
    const found = unseen.length === 0 ? new Map<KeyId, FoundKey>() : await options.store.find(unseen)
    for (const [id, key] of found) answer.set(id, key === 'forgotten' ? key : hold(open, id, unwrap(options.master, id, key.wrapped)))
    return answer
  }

  const chosen = async (about: HolderId, who?: 'newcomer'): Promise<HeldKey> => {
    const before = who === 'newcomer' ? null : await options.known(about)
    const key = before === null ? null : (await find([before])).get(before)
    if (before !== null && key !== undefined && key !== null && typeof key !== 'string') return { id: before, key }
    const fresh = await fromPool()
    hold(open, fresh.id, fresh.key)
    return fresh
  }

  return {
    find,
    goesUnder: (about, held) => void hold(ofHolder, about, Promise.resolve(held)),
    keyFor: (about, who) => {
      const known = ofHolder.get(about) ?? chosen(about, who)
      void hold(ofHolder, about, known)
      known.catch(() => ofHolder.delete(about))
      return known
    },
    forget: async (about, ids) => {
      await options.store.drop(ids)
      ofHolder.delete(about)
      for (const id of ids) open.delete(id)
    },
  }
}

/** Hands out keys made durable beforehand, and makes the next lot before the last is gone. */
function keyPool({ store, master, lot = LOT }: KeyRingOptions): () => Promise<HeldKey> {
  const ready: HeldKey[] = []
  let filling: Promise<void> | null = null
  const fill = async (): Promise<void> => {
    const name = randomUUID()
    const fresh = newSecrets(lot).map((secret, nth) => freshKey(master, `${name}.${nth}` as KeyId, secret))
    await store.add(fresh.map(({ wrapped }) => wrapped))
    ready.push(...fresh.map(({ held }) => held))
  }
  const filled = (): Promise<void> => (filling ??= fill().finally(() => (filling = null)))

  return async () => {
    while (ready.length === 0) await filled()
    const next = ready.shift() as HeldKey
    // Failing early is no failure yet: whoever finds the pool empty tries again and is told.
    if (ready.length < lot / 4) filled().catch(() => undefined)
    return next
  }
}

/** Keys of one lot begin alike, so that a store keeps them side by side: drawn each by itself, every one of them would touch a page of its own. */
const freshKey = (master: Key, id: KeyId, secret: Uint8Array): { readonly held: HeldKey; readonly wrapped: WrappedKey } => ({
  held: { id, key: keyOf(secret) },
  wrapped: { id, wrapped: wrap(master, id, secret) },
})

const wrap = (master: Key, id: KeyId, secret: Uint8Array): string => lock(master, secret, `key/${id}`).toString('base64')

function unwrap(master: Key, id: KeyId, wrapped: string): Key {
  try {
    return keyOf(unlock(master, Buffer.from(wrapped, 'base64'), `key/${id}`))
  } catch {
    throw new KeyFault('The master key does not fit the store of keys. Put back the master key this store was made with.')
  }
}

/** Whether this master key is the one a key was wrapped under. */
export function opensUnder(master: Key, { id, wrapped }: { readonly id: string; readonly wrapped: string }): boolean {
  try {
    unwrap(master, id as KeyId, wrapped)
    return true
  } catch {
    return false
  }
}

/** Tried at the start, so that a wrong master key is found before anything is sealed with it. */
async function fits({ store, master }: KeyRingOptions): Promise<void> {
  const check = (await store.find([CHECK])).get(CHECK)
  if (check === undefined) await store.add([{ id: CHECK, wrapped: wrap(master, CHECK, newSecret()) }])
  else if (check !== 'forgotten') unwrap(master, CHECK, check.wrapped)
}
