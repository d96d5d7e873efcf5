import { closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { keyOf, newSecret, SECRET_BYTES, type Key } from './box.ts'

/** Why a file cannot serve as the master key. The message names the file and never what is in it. */
export class MasterKeyFault extends Error {
  override readonly name = 'MasterKeyFault'
}

const OTHERS = 0o077
const HEAD = 'daylight master key 1\n'

/**
 * The key that wraps all others, from a file only its owner can read; made at the first start.
 *
 * It lies outside the database and outside its backups. Whoever loses it loses every word about every person, so the
 * first start is also the moment to lay a copy in a safe.
 */
export function masterKey(path: string): Key {
  if (!existsSync(path)) write(path, newSecret())
  return keyOf(read(path))
}

/** Written whole and on disk before anybody seals with it; a file that is already there is never written over. */
function write(path: string, secret: Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, `${HEAD}${secret.toString('base64')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  syncFolder(dirname(path))
}

/** A new name is durable when its folder is (fsync(2)); Windows neither needs nor knows this. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function read(path: string): Buffer {
  const state = lstatSync(path)
  if (!state.isFile()) throw new MasterKeyFault(`${path} is not a file of its own. The master key is read from a plain file only.`)
  if (process.platform !== 'win32' && (state.mode & OTHERS) !== 0)
    throw new MasterKeyFault(`Others on this machine can read ${path} (mode ${(state.mode & 0o777).toString(8)}). Make it yours alone: chmod 600 ${path}`)
  const text = readFileSync(path, 'utf8')
  const secret = Buffer.from(text.slice(HEAD.length), 'base64')
  if (!text.startsWith(HEAD) || secret.length !== SECRET_BYTES) throw new MasterKeyFault(`${path} holds no master key, or not the whole of one. Put back the copy you keep.`)
  return secret
}
