import { runningDigest } from '../crypto/digest.ts'
import { archiveReading, Refused, type ArchiveFault, type Line } from './archive-reading.ts'
import type { PlainRow, PlainTable } from './plain-tables.ts'

/** The first line of every backup. Those of the first format hold no list of forgotten keys. */
export const BACKUP_HEADER = { backup: 'daylight backup', format: 2 }
const READABLE: readonly unknown[] = [1, 2]

/** What stands before each line of a backup, and says what the rest of it is. */
export const PARTS = ['table', 'row', 'public-key', 'forgotten', 'anchor', 'ledger'] as const
export type Part = (typeof PARTS)[number]

export interface BackupFault {
  readonly code: 'backup/not-a-backup' | 'backup/unknown-format' | 'backup/unreadable-line' | 'backup/cut-short' | 'backup/altered' | 'backup/more-after-its-end' | ArchiveFault['code']
  readonly line: number
}

/** Thrown while lines are read, so that whoever writes meanwhile writes nothing. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly fault: BackupFault

  constructor(code: BackupFault['code'], line: number) {
    super(code)
    this.fault = { code, line }
  }
}

export interface Piece {
  readonly part: Part
  readonly text: string
  readonly line: number
}

/** The parts of a backup one after another. It ends well only where the last line counts all of them and fits their digest. */
export async function* piecesOf(lines: AsyncIterable<Line>): AsyncGenerator<Piece> {
  const running = runningDigest()
  let [at, ended] = [0, false]
  for await (const { text, ended: whole } of lines) {
    at++
    if (ended) throw new BackupRefused('backup/more-after-its-end', at)
    if (at === 1) checkHeader(text)
    else if (!whole) throw new BackupRefused('backup/cut-short', at)
    else if (text.startsWith('end ')) {
      if (text !== endOf(at - 1, running.value())) throw new BackupRefused('backup/altered', at)
      ended = true
    } else yield pieceOf(text, at)
    running.add(`${text}\n`)
  }
  if (!ended) throw new BackupRefused(at === 0 ? 'backup/not-a-backup' : 'backup/cut-short', at + 1)
}

export const endOf = (lines: number, digest: string): string => `end ${JSON.stringify({ lines, digest })}`

function pieceOf(text: string, line: number): Piece {
  const part = PARTS.find((name) => text.startsWith(`${name} `))
  if (part === undefined) throw new BackupRefused('backup/unreadable-line', line)
  return { part, text: text.slice(part.length + 1), line }
}

function checkHeader(text: string): void {
  const { backup, format } = (parsed(text) ?? {}) as { readonly backup?: unknown; readonly format?: unknown }
  if (backup !== BACKUP_HEADER.backup) throw new BackupRefused('backup/not-a-backup', 1)
  if (!READABLE.includes(format)) throw new BackupRefused('backup/unknown-format', 1)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** What a backup holds, once all of it was read and every line of it holds. */
export interface Survey {
  readonly entries: number
  readonly head: string
  readonly rows: number
  readonly publicKey: string | null
  /** The list of forgotten keys as it lay when the backup was taken; blank in a backup from before there was one. */
  readonly forgotten: string
  /** The file of anchors as it lay when the backup was taken. */
  readonly anchors: string
  /** The digests at the positions that were asked for, as far as the backup reaches. */
  readonly digests: ReadonlyMap<number, string>
}

/** Reads the whole of a backup and keeps nothing of it: what is bad is found before anything is written anywhere. */
export async function survey(lines: AsyncIterable<Line>, asked: ReadonlySet<number> = new Set()): Promise<Survey> {
  const digests = new Map<number, string>()
  const archive = archiveReading()
  const found = { rows: 0, publicKey: null as string | null, anchors: '', forgotten: '' }
  const read = desk()
  for await (const piece of piecesOf(lines)) {
    const { part, text } = piece
    if (part === 'ledger') {
      const row = inLedger(piece, () => archive.next({ text, ended: true }))
      if (row !== null && asked.has(row.position)) digests.set(row.position, row.digest)
    } else if (part === 'anchor') found.anchors += `${text}\n`
    else if (part === 'forgotten') found.forgotten += `${text}\n`
    else if (part === 'public-key') found.publicKey = String(parsed(text))
    else if (read(piece) !== null) found.rows++
  }
  return { ...found, digests, ...inLedger({ line: 0 }, () => archive.end()) }
}

/** A fault of the ledger's lines is told by the line of the backup where it stands. */
function inLedger<Answer>({ line }: { readonly line: number }, read: () => Answer): Answer {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refused) throw new BackupRefused(error.fault.code, line === 0 ? error.fault.line : line)
    throw error
  }
}

/** Reads the plain tables line by line: a table first, and then its rows. */
export function desk(): (piece: Piece) => PlainRow | null {
  let table: PlainTable | null = null
  return ({ part, text, line }) => {
    const value = parsed(text)
    if (part === 'table' && isTable(value)) {
      table = value
      return null
    }
    if (part !== 'row' || table === null || !Array.isArray(value) || value.length !== table.columns.length) throw new BackupRefused('backup/unreadable-line', line)
    return { table, row: value as readonly unknown[] }
  }
}

const isTable = (value: unknown): value is PlainTable => {
  const { name, columns } = (value ?? {}) as { readonly name?: unknown; readonly columns?: unknown }
  return typeof name === 'string' && Array.isArray(columns) && columns.every((column) => typeof column === 'string')
}
