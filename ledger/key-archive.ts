import { runningDigest } from '../crypto/digest.ts'
import type { Line } from './archive-reading.ts'
import type { KeyTables } from './sql-key-store.ts'
import type { Store } from './store/store.ts'

/** The first line of every archive of keys. */
export const KEYS_HEADER = { archive: 'daylight keys', format: 1 }

/** What is wrong with an archive of keys, and the line where it shows. */
export interface KeyArchiveFault {
  readonly code: 'keys/not-an-archive' | 'keys/unknown-format' | 'keys/unreadable-line' | 'keys/cut-short' | 'keys/altered' | 'keys/more-after-its-end' | 'keys/store-not-empty' | 'keys/other-master-key'
  readonly line: number
}

export type KeysImported = { readonly accepted: true; readonly keys: number } | { readonly accepted: false; readonly refusal: KeyArchiveFault }

type KeyRow = KeyTables['keys']

/** Every key as it lies, wrapped under the master key, with the ids of those that were destroyed. Each line is given with its end. */
export async function* exportKeys({ db }: Store<KeyTables>): AsyncGenerator<string> {
  const running = runningDigest()
  const written = (value: unknown): string => {
    const line = `${JSON.stringify(value)}\n`
    running.add(line)
    return line
  }
  yield written(KEYS_HEADER)
  // One question, so that no key that is added meanwhile falls between two pages.
  const rows = await db.selectFrom('keys').selectAll().orderBy('id').execute()
  for (const { id, wrapped } of rows) yield written([id, wrapped])
  yield `${JSON.stringify({ keys: rows.length, digest: running.value() })}\n`
}

class Refused extends Error {
  readonly fault: KeyArchiveFault

  constructor(code: KeyArchiveFault['code'], line: number) {
    super(code)
    this.fault = { code, line }
  }
}

const LOT = 500

/** Fills an empty store of keys: all of it or nothing. `opens` says whether the master key at hand opens a key; it is asked once. */
export async function importKeys(store: Store<KeyTables>, lines: AsyncIterable<Line>, opens: (key: { readonly id: string; readonly wrapped: string }) => boolean): Promise<KeysImported> {
  try {
    const rows = await rowsIn(lines)
    const one = rows.findIndex(({ wrapped }) => wrapped !== null)
    if (one >= 0 && !opens(rows[one] as { id: string; wrapped: string })) throw new Refused('keys/other-master-key', one + 2)
    await store.transact(async (db) => {
      if ((await db.selectFrom('keys').select('id').limit(1).execute()).length > 0) throw new Refused('keys/store-not-empty', 0)
      for (let at = 0; at < rows.length; at += LOT) await db.insertInto('keys').values(rows.slice(at, at + LOT)).execute()
    })
    return { accepted: true, keys: rows.length }
  } catch (error) {
    if (error instanceof Refused) return { accepted: false, refusal: error.fault }
    throw error
  }
}

/** Every row of an archive that is whole. */
async function rowsIn(lines: AsyncIterable<Line>): Promise<readonly KeyRow[]> {
  const running = runningDigest()
  const rows = new Map<string, KeyRow>()
  let [at, ended] = [0, false]
  for await (const { text, ended: whole } of lines) {
    at++
    if (ended) throw new Refused('keys/more-after-its-end', at)
    if (!whole) throw new Refused('keys/cut-short', at)
    const value = parsed(text)
    if (at === 1) checkHeader(value)
    else if (isEnd(value)) {
      if (value.keys !== rows.size || value.digest !== running.value()) throw new Refused('keys/altered', at)
      ended = true
    } else {
      const row = rowOf(value)
      if (row === null || rows.has(row.id)) throw new Refused('keys/unreadable-line', at)
      rows.set(row.id, row)
    }
    running.add(`${text}\n`)
  }
  if (!ended) throw new Refused(at === 0 ? 'keys/not-an-archive' : 'keys/cut-short', at + 1)
  return [...rows.values()]
}

function checkHeader(value: unknown): void {
  const { archive, format } = (value ?? {}) as { readonly archive?: unknown; readonly format?: unknown }
  if (archive !== KEYS_HEADER.archive) throw new Refused('keys/not-an-archive', 1)
  if (format !== KEYS_HEADER.format) throw new Refused('keys/unknown-format', 1)
}

const isEnd = (value: unknown): value is { readonly keys: unknown; readonly digest: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value) && 'keys' in value && 'digest' in value

function rowOf(value: unknown): KeyRow | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [id, wrapped] = value as readonly unknown[]
  return typeof id === 'string' && (wrapped === null || typeof wrapped === 'string') ? { id, wrapped } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
