import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** How a file that holds a secret says what is wrong with it: with the file's name, and never with what is in it. */
export interface SecretFile {
  readonly path: string
  /** As a sentence begins with it: `The master key`. */
  readonly what: string
  readonly fault: new (message: string) => Error
}

const OTHERS = 0o077

/** Written whole and on disk before anybody relies on it; a file that is already there is never written over. */
export function writeSecretOnce({ path }: SecretFile, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeThrough(path, text)
  syncFolder(dirname(path))
}

function writeThrough(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A new name is durable when its folder is (fsync(2)); Windows neither needs nor knows this. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Reads a secret from a plain file that is its owner's alone, and from nothing else. */
export function readSecret({ path, what, fault: Fault }: SecretFile): string {
  const state = lstatSync(path)
  if (!state.isFile()) throw new Fault(`${path} is not a file of its own. ${what} is read from a plain file only.`)
  if (process.platform !== 'win32' && (state.mode & OTHERS) !== 0)
    throw new Fault(`Others on this machine can read ${path} (mode ${(state.mode & 0o777).toString(8)}). Make it yours alone: chmod 600 ${path}`)
  return readFileSync(path, 'utf8')
}
