import { closeSync, fsyncSync, openSync, readdirSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Writes a file beside its place, for its owner alone, and moves it there when it is whole, so that a file by that name is never half of one. */
export async function writeWhole(path: string, lines: AsyncIterable<string | Uint8Array>): Promise<void> {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  const file = openSync(unfinished, 'wx', 0o600)
  try {
    for await (const line of lines) writeFileSync(file, line)
    fsyncSync(file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
}

const HEAD_BYTES = 64

/**
 * The name of a file in the same folder that begins with this line, or null.
 *
 * Who finds an archive and its keys in one place needs only the master key more, so the two are kept from lying together.
 */
export function lyingBeside(path: string, header: object): string | null {
  const folder = dirname(resolve(path))
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return files.find(({ name }) => beginningOf(join(folder, name)).startsWith(JSON.stringify(header)))?.name ?? null
}

function beginningOf(path: string): string {
  const head = Buffer.alloc(HEAD_BYTES)
  try {
    const file = openSync(path, 'r')
    try {
      return head.toString('utf8', 0, readSync(file, head, 0, HEAD_BYTES, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    // What we may not read is no file of ours.
    return ''
  }
}
