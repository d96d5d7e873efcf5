import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { BoxBroken, keyOf, lock, newSecret, SECRET_BYTES, unlock, type Key } from './box.ts'
import { readSecret, syncFolder, writeSecretOnce, type SecretFile } from './secret-file.ts'

/** Why a file cannot serve as the master key. The message names the file and never what is in it. */
export class MasterKeyFault extends Error {
  override readonly name = 'MasterKeyFault'
}

const HEAD = 'daylight master key 1\n'

const fileAt = (path: string): SecretFile => ({ path, what: 'The master key', fault: MasterKeyFault })
const textOf = (secret: Uint8Array): string => `${HEAD}${Buffer.from(secret).toString('base64')}\n`

/**
 * The key that wraps all others, from a file only its owner can read; made at the first start.
 *
 * It lies outside the database and outside its backups. Whoever loses it loses every word about every person, so the
 * first start is also the moment to lay shares of it in several safes.
 */
export function masterKey(path: string): Key {
  if (!existsSync(path)) writeMasterSecret(path, newSecret())
  return keyOf(masterSecret(path))
}

/** Lays a master key down where none is. */
export const writeMasterSecret = (path: string, secret: Uint8Array): void => writeSecretOnce(fileAt(path), textOf(secret))

/** The secret itself, for rotation and for recovery shares. Everybody else asks for the key, which does not print. */
export function masterSecret(path: string): Buffer {
  const text = readSecret(fileAt(path))
  const secret = Buffer.from(text.slice(HEAD.length), 'base64')
  if (!text.startsWith(HEAD) || secret.length !== SECRET_BYTES) throw new MasterKeyFault(`${path} holds no master key, or not the whole of one. Put back the copy you keep.`)
  return secret
}

/** Where the next master key lies from the moment a rotation begins until it ends. */
export const nextMasterKey = (path: string): string => `${path}.next`

/**
 * Lays the next master key beside the one in use, or finds the one that a rotation left there that did not come to its end.
 *
 * Only the half that seals is new. The other chooses nonces, marks recovery codes and names passkeys: it opens nothing, and were it
 * new too, everybody would have to enrol again.
 */
export function layNextMasterKey(path: string): { readonly old: Key; readonly next: Key } {
  const old = masterSecret(path)
  const sealing = old.length / 2
  if (!existsSync(nextMasterKey(path))) writeMasterSecret(nextMasterKey(path), Buffer.concat([newSecret().subarray(0, sealing), old.subarray(sealing)]))
  return { old: keyOf(old), next: keyOf(masterSecret(nextMasterKey(path))) }
}

/** Takes away a next master key under which nothing lies. */
export function dropNextMasterKey(path: string): void {
  rmSync(nextMasterKey(path), { force: true })
  syncFolder(dirname(path))
}

/** Puts the next master key in the place of the old one, in one step; where somebody else has done so, it is done. */
export function takeNextMasterKey(path: string): void {
  if (existsSync(nextMasterKey(path))) renameSync(nextMasterKey(path), path)
  syncFolder(dirname(path))
}

/** A wrapped key under the next master key; null where neither opens it. One that is under it already stays as it is. */
export function rewrapped(old: Key, next: Key, { id, wrapped }: { readonly id: string; readonly wrapped: string }): string | null {
  const bytes = Buffer.from(wrapped, 'base64')
  for (const key of [next, old])
    try {
      const secret = unlock(key, bytes, `key/${id}`)
      return key === next ? wrapped : lock(next, secret, `key/${id}`).toString('base64')
    } catch (error) {
      if (!(error instanceof BoxBroken)) throw error
    }
  return null
}
