import type { FoundKey, KeyId, KeyStore } from './key-store.ts'

/** A store of keys that ends with its process: for tests and for trying things out. */
export function memoryKeys(): KeyStore & { readonly all: ReadonlyMap<KeyId, FoundKey>; readonly writes: () => number } {
  const all = new Map<KeyId, FoundKey>()
  let writes = 0
  return {
    all,
    writes: () => writes,
    add: async (keys) => {
      writes++
      for (const { id, wrapped } of keys) all.set(id, { wrapped })
    },
    find: async (ids) => new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) as FoundKey]] : []))),
    drop: async (ids) => {
      for (const id of ids) all.set(id, 'forgotten')
    },
  }
}
