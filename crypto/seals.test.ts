import { expect, test } from 'vitest'
import type { Access } from '../core/kernel/access.ts'
import type { EntryId, HolderId } from '../core/kernel/id.ts'
import { Sensitive } from '../core/kernel/sensitive.ts'
import { keyOf, newSecret, type Key } from './box.ts'
import { KeyFault, keyRing, type KeyRing } from './key-ring.ts'
import type { KeyId } from './key-store.ts'
import { memoryKeys } from './memory-keys.ts'
import { seal, unseal } from './seals.ts'

const leave = { stream: 'person/1' } as unknown as Access
const [p1, p2] = ['person/1', 'person/2'] as unknown as [HolderId, HolderId]
const [e1, e2] = ['e1', 'e2'] as unknown as [EntryId, EntryId]
const said = { account: 'an account', age: 'child' }
const master = keyOf(newSecret())
const unknown = async (): Promise<KeyId | null> => null
const ringOver = (store = memoryKeys(), more: { lot?: number; known?: typeof unknown } = {}): Promise<KeyRing> => keyRing({ store, master, known: unknown, lot: 8, ...more })
const keyIn = async (ring: KeyRing, id: KeyId): Promise<Key> => (await ring.find([id])).get(id) as Key

test('opens what it sealed, coded values and all', async () => {
  const ring = await ringOver()
  const sealed = seal(p1, await ring.keyFor(p1), e1, new Sensitive(said))
  expect(unseal(sealed, await keyIn(ring, sealed.key), e1).reveal(leave)).toEqual(said)
})

test('words sealed for one person do not open as another’s, nor in another entry, nor under another key id', async () => {
  const ring = await ringOver()
  const sealed = seal(p1, await ring.keyFor(p1), e1, new Sensitive(said))
  const key = await keyIn(ring, sealed.key)
  expect(() => unseal({ ...sealed, about: p2 }, key, e1)).toThrow('the seal of entry e1 is broken')
  expect(() => unseal(sealed, key, e2)).toThrow('e2')
  expect(() => unseal({ ...sealed, key: 'other' as KeyId }, key, e1)).toThrow('e1')
})

test('every person has a key of their own, and keeps it', async () => {
  const ring = await ringOver()
  const [first, again, other] = [await ring.keyFor(p1), await ring.keyFor(p1), await ring.keyFor(p2)]
  expect(again.id).toBe(first.id)
  expect(other.id).not.toBe(first.id)
})

test('two who seal for a new person at once take one key', async () => {
  const ring = await ringOver()
  const [a, b] = await Promise.all([ring.keyFor(p1), ring.keyFor(p1)])
  expect(a.id).toBe(b.id)
})

test('a new person’s key was in the store before, so that sealing writes nothing', async () => {
  const store = memoryKeys()
  const ring = await ringOver(store)
  await ring.keyFor(p1)
  const [writes, held] = [store.writes(), store.all.size]
  const key = await ring.keyFor(p2)
  expect([store.writes(), store.all.size, store.all.has(key.id)]).toEqual([writes, held, true])
})

test('the pool is filled before it is empty, and never hands out a key twice', async () => {
  const ring = await ringOver(memoryKeys(), { lot: 4 })
  const keys = await Promise.all(Array.from({ length: 50 }, (_, i) => ring.keyFor(`person/n${i}` as HolderId)))
  expect(new Set(keys.map(({ id }) => id)).size).toBe(50)
})

test('after a restart a person’s words go under the key the ledger remembers', async () => {
  const store = memoryKeys()
  const before = await (await ringOver(store)).keyFor(p1)
  const later = await ringOver(store, { known: async () => before.id })
  expect((await later.keyFor(p1)).id).toBe(before.id)
})

test('of a newcomer the ledger is not asked, and a newcomer who turns out to be none goes on under the key they had', async () => {
  const asked: HolderId[] = []
  const ring = await keyRing({ store: memoryKeys(), master, known: async (about) => (asked.push(about), null) })
  const fresh = await ring.keyFor(p1, 'newcomer')
  expect([asked, (await ring.keyFor(p1)).id]).toEqual([[], fresh.id])
  const had = await ring.keyFor(p2)
  ring.goesUnder(p1, had)
  expect([asked, (await ring.keyFor(p1)).id]).toEqual([[p2], had.id])
})

test('thousands of keys are opened at once, though fewer are held', async () => {
  const store = memoryKeys()
  const ring = await ringOver(store, { lot: 2000 })
  const ids = (await Promise.all(Array.from({ length: 10_500 }, (_, i) => ring.keyFor(`person/n${i}` as HolderId)))).map(({ id }) => id)
  const found = await (await ringOver(store)).find(ids)
  expect([found.size, [...found.values()].filter((key) => typeof key === 'string')]).toEqual([10_500, []])
})

test('a key that was destroyed is told from a key that was lost', async () => {
  const ring = await ringOver()
  const { id } = await ring.keyFor(p1)
  await ring.forget(p1, [id])
  expect([...(await ring.find([id, 'never-there' as KeyId])).values()]).toEqual(['forgotten', 'missing'])
})

test('the store of keys alone opens nothing, and a wrong master key is found at the start', async () => {
  const store = memoryKeys()
  await (await ringOver(store)).keyFor(p1)
  await expect(keyRing({ store, master: keyOf(newSecret()), known: unknown })).rejects.toThrow(KeyFault)
  expect([...store.all.values()].every((key) => key !== 'forgotten' && Buffer.from(key.wrapped, 'base64').length === 92)).toBe(true)
})

test('a store of keys that fails once is asked again', async () => {
  const store = memoryKeys()
  const ring = await ringOver(store)
  let failing = true
  const flaky = await keyRing({ store: { ...store, add: async (keys) => (failing ? Promise.reject(new Error('disk')) : store.add(keys)) }, master, known: unknown })
  await expect(flaky.keyFor(p1)).rejects.toThrow('disk')
  failing = false
  expect((await flaky.keyFor(p1)).id).not.toBe((await ring.keyFor(p1)).id)
})
