import { createHmac, createSecretKey, hkdfSync, randomBytes, randomInt, type KeyObject } from 'node:crypto'
import { MARK_FIELDS, type MarkField, type PersonMark } from '../core/intelligence/marks-of.ts'
import type { HolderId } from '../core/kernel/id.ts'
import { keyOf, lock, newSecret, SECRET_BYTES, unlock, type Key } from './box.ts'
import type { KeyId, KeyStore } from './key-store.ts'

/** Under which id the secret of all marks lies among the keys: wrapped as they are, so that rotating the master key wraps it anew and changes no mark. */
export const MARKS_SECRET = 'marks' as KeyId

/** 128 bits, the least that SP 800-107 (5.1) leaves of a digest whose collisions matter: two people would share one by chance once in 2^64. */
const MARK_BYTES = 16

/**
 * In how many ways one thing can be marked. Whoever is marked takes one of them that nobody has yet, so that equal names are no equal marks
 * before that many people bear them; whoever searches asks for all.
 */
const WAYS = 16

/** What marks are made with. Nothing of it is in any database but wrapped under the master key. */
export interface MarkKeys {
  /** Every digest that a mark may lie under. */
  readonly digestsOf: (mark: PersonMark) => readonly string[]
  /** Whom a key serves, for nobody but whoever searches: the store of keys tells it to no one. */
  readonly sealHolder: (key: KeyId, about: HolderId) => string
  readonly holderIn: (key: KeyId, box: string) => HolderId
}

/** The keys of all marks, drawn at random at first, and each for one field alone (HKDF, RFC 5869): what is equal in two fields is not seen to be. */
export async function openMarkKeys(store: KeyStore, master: Key): Promise<MarkKeys> {
  const secret = await secretIn(store, master)
  const fields = Object.fromEntries(MARK_FIELDS.map((field) => [field, createSecretKey(derived(secret, `field/${field}`, 32))])) as Record<MarkField, KeyObject>
  const naming = keyOf(derived(secret, 'holder', SECRET_BYTES))
  return {
    digestsOf: ({ field, value }) => Array.from({ length: WAYS }, (_, way) => createHmac('sha256', fields[field]).update(`${way} ${value}`, 'utf8').digest().subarray(0, MARK_BYTES).toString('base64url')),
    sealHolder: (key, about) => lock(naming, Buffer.from(about, 'utf8'), `marked/${key}`).toString('base64'),
    holderIn: (key, box) => unlock(naming, Buffer.from(box, 'base64'), `marked/${key}`).toString('utf8') as HolderId,
  }
}

/** Looks like a mark and is of nobody. */
export const markOfNothing = (): string => randomBytes(MARK_BYTES).toString('base64url')

/** One of several, by chance, so that which was taken tells nothing. */
export const anyOf = (several: readonly string[]): string => several[randomInt(several.length)] ?? ''

const derived = (secret: Buffer, purpose: string, bytes: number): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `daylight marks 1 ${purpose}`, bytes))

/** Two servers that start at once both mean to draw it; the second takes what the first drew. */
async function secretIn(store: KeyStore, master: Key): Promise<Buffer> {
  const held = async (): Promise<Buffer | null> => {
    const found = (await store.find([MARKS_SECRET])).get(MARKS_SECRET)
    return typeof found === 'object' ? unlock(master, Buffer.from(found.wrapped, 'base64'), `key/${MARKS_SECRET}`) : null
  }
  const before = await held()
  if (before !== null) return before
  const fresh = newSecret()
  try {
    await store.add([{ id: MARKS_SECRET, wrapped: lock(master, fresh, `key/${MARKS_SECRET}`).toString('base64') }])
    return fresh
  } catch (error) {
    const other = await held()
    if (other === null) throw error
    return other
  }
}
