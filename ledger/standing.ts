import type { Call, Holding } from './batch.ts'
import type { Head } from './ledger.ts'
import type { EntryRow } from './row.ts'

/** Streams remembered at once: some megabytes at the most. */
const MOST_STREAMS = 20_000

/**
 * Where the chain ended when this process last wrote, and how far the streams it wrote to had come.
 *
 * It saves asking before each append, and is never relied on: the database itself refuses an entry that does not go after
 * the last one, so whoever finds that somebody else has written meanwhile asks, and what was known at another head is forgotten.
 */
export interface Standing {
  /** What these calls would find if nobody else has written; null where that is not known. */
  readonly before: (calls: readonly Call[]) => Holding | null
  readonly learn: (holding: Holding, fresh: readonly EntryRow[]) => void
}

export function standing(most: number = MOST_STREAMS): Standing {
  const versions = new Map<string, number>()
  let head: Head | null = null

  const remember = (stream: string, version: number): void => {
    versions.delete(stream)
    versions.set(stream, version)
    if (versions.size > most) versions.delete(versions.keys().next().value as string)
  }

  return {
    before: (calls) => {
      if (head === null) return null
      const streams = calls.flatMap(({ contents, expected }) => [...contents, ...expected].map(({ stream }) => stream))
      const known = streams.map((stream) => [stream, versions.get(stream)] as const)
      return known.every((pair): pair is readonly [string, number] => pair[1] !== undefined) ? { head, versions: new Map(known), byId: new Map() } : null
    },
    learn: (holding, fresh) => {
      const last = fresh.at(-1)
      const now = last === undefined ? holding.head : { position: last.position, digest: last.digest }
      // What was learnt at another head may have been overtaken by whoever moved it.
      if (head?.digest !== holding.head.digest) versions.clear()
      head = now
      for (const [stream, version] of holding.versions) remember(stream, version)
      for (const { stream, version } of fresh) remember(stream, version)
    },
  }
}
