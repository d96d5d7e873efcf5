import { randomUUID } from 'node:crypto'
import type { HolderId } from '../core/kernel/id.ts'
import { keyOf, lock, newSecret, unlock, type Key } from './box.ts'
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
  readonly keyFor: (about: HolderId) => Promise<HeldKey>
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
const LOT = 64

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
    const unseen = [...new Set(ids)].filter((id) => !open.has(id))
    const found = unseen.length === 0 ? new Map<KeyId, FoundKey>() : await options.store.find(unseen)
    for (const [id, key] of found) if (key !== 'forgotten') open.set(id, unwrap(options.master, id, key.wrapped))
    return new Map(ids.map((id) => [id, open.get(id) ?? (found.get(id) === 'forgotten' ? 'forgotten' : 'missing')]))
  }

  const chosen = async (about: HolderId): Promise<HeldKey> => {
    const before = await options.known(about)
    const key = before === null ? null : (await find([before])).get(before)
    if (before !== null && key !== undefined && key !== null && typeof key !== 'string') return { id: before, key }
    const fresh = await fromPool()
    open.set(fresh.id, fresh.key)
    return fresh
  }

  return {
    find,
    keyFor: (about) => {
      const known = ofHolder.get(about) ?? chosen(about)
      ofHolder.set(about, known)
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
    const fresh = Array.from({ length: lot }, () => freshKey(master))
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

function freshKey(master: Key): { readonly held: HeldKey; readonly wrapped: WrappedKey } {
  const id = randomUUID() as KeyId
  const secret = newSecret()
  return { held: { id, key: keyOf(secret) }, wrapped: { id, wrapped: wrap(master, id, secret) } }
}

const wrap = (master: Key, id: KeyId, secret: Uint8Array): string => lock(master, secret, `key/${id}`).toString('base64')

function unwrap(master: Key, id: KeyId, wrapped: string): Key {
  try {
    return keyOf(unlock(master, Buffer.from(wrapped, 'base64'), `key/${id}`))
  } catch {
    throw new KeyFault('The master key does not fit the store of keys. Put back the master key this store was made with.')
  }
}

/** Tried at the start, so that a wrong master key is found before anything is sealed with it. */
async function fits({ store, master }: KeyRingOptions): Promise<void> {
  const check = (await store.find([CHECK])).get(CHECK)
  if (check === undefined) await store.add([{ id: CHECK, wrapped: wrap(master, CHECK, newSecret()) }])
  else if (check !== 'forgotten') unwrap(master, CHECK, check.wrapped)
}
