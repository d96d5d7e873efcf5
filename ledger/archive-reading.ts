import { runningDigest } from '../crypto/digest.ts'
import { rowOfLine } from './archive-line.ts'
import { chainWalk, type RowFault } from './chain.ts'
import type { EntryRow } from './row.ts'

/** The first line of every archive. */
export const HEADER = { archive: 'daylight ledger', format: 1 }

/** What is wrong with an archive, and the line where it shows. */
export type ArchiveFault =
  | { readonly code: 'archive/not-an-archive'; readonly line: number }
  | { readonly code: 'archive/unknown-format'; readonly line: number }
  | { readonly code: 'archive/unreadable-line'; readonly line: number }
  | { readonly code: 'archive/cut-short'; readonly line: number }
  | { readonly code: 'archive/broken-chain'; readonly line: number; readonly position: number; readonly fault: RowFault }
  | { readonly code: 'archive/altered'; readonly line: number }
  | { readonly code: 'archive/more-after-its-end'; readonly line: number }
  | { readonly code: 'archive/ledger-not-empty'; readonly line: number }

/** A line of a file, and whether the file went on to end it. */
export interface Line {
  readonly text: string
  readonly ended: boolean
}

/** Refused inside a transaction, so that nothing read before it is kept. */
export class Refused extends Error {
  readonly fault: ArchiveFault

  constructor(fault: ArchiveFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** Reads line by line: a header, the rows of the chain in order, an end that counts them, and nothing more. */
export function archiveReading(): { readonly next: (line: Line) => EntryRow | null; readonly end: () => { readonly entries: number; readonly head: string } } {
  const running = runningDigest()
  const walk = chainWalk()
  let line = 0
  let ended = false

  const rowFrom = (value: unknown): EntryRow => {
    const row = rowOfLine(value)
    if (row === null) throw new Refused({ code: 'archive/unreadable-line', line })
    const fault = walk.next(row)
    if (fault !== null) throw new Refused({ code: 'archive/broken-chain', line, position: row.position, fault })
    return row
  }

  return {
    next: ({ text, ended: whole }) => {
      line++
      if (ended) throw new Refused({ code: 'archive/more-after-its-end', line })
      if (!whole) throw new Refused({ code: 'archive/cut-short', line })
      const value = parsed(text)
      if (line === 1) checkHeader(value)
      else if (isTrailer(value)) {
        const { position, digest } = walk.at()
        if (value.entries !== position || value.head !== digest || value.digest !== running.value()) throw new Refused({ code: 'archive/altered', line })
        ended = true
        return null
      }
      running.add(`${text}\n`)
      if (line > 1 && value === undefined) throw new Refused({ code: 'archive/unreadable-line', line })
      return line === 1 ? null : rowFrom(value)
    },
    end: () => {
      if (!ended) throw new Refused({ code: line === 0 ? 'archive/not-an-archive' : 'archive/cut-short', line: line + 1 })
      const { position, digest } = walk.at()
      return { entries: position, head: digest }
    },
  }
}

function checkHeader(value: unknown): void {
  const { archive, format } = (value ?? {}) as { readonly archive?: unknown; readonly format?: unknown }
  if (archive !== HEADER.archive) throw new Refused({ code: 'archive/not-an-archive', line: 1 })
  if (format !== HEADER.format) throw new Refused({ code: 'archive/unknown-format', line: 1 })
}

interface Trailer {
  readonly entries: unknown
  readonly head: unknown
  readonly digest: unknown
}

const isTrailer = (value: unknown): value is Trailer => typeof value === 'object' && value !== null && !Array.isArray(value) && 'entries' in value && 'digest' in value

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Cuts text as it comes into lines. The last one may not have been ended. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest = ''
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const text of parts) yield { text, ended: true }
  }
  if (rest !== '') yield { text: rest, ended: false }
}
