import { runningDigest } from '../crypto/digest.ts'
import { exportLines, importLines, type Imported } from './archive.ts'
import type { Line } from './archive-reading.ts'
import { BACKUP_HEADER, desk as deskReading, endOf, piecesOf, type Part, type Piece } from './backup-reading.ts'
import { fillPlainTables, plainTables, rowsOfTable, type PlainRow, type PlainStore } from './plain-tables.ts'
import type { ReadTables } from './projection.ts'
import type { LedgerTables } from './row.ts'
import type { Store } from './store/store.ts'

/** What a backup is taken of: all but the keys, which lie apart. */
export interface BackedUp {
  readonly entries: Store<LedgerTables>
  readonly desk: PlainStore
  readonly anchors: string
  readonly publicKey: string | null
  /** The list of forgotten keys, which travels with every backup. */
  readonly forgotten: string
}

/**
 * One text with everything but the keys: the plain tables, the list of what was forgotten, the anchors, and the archive of the ledger last.
 *
 * Small things first, so that whoever restores reads the long part as it comes. Each line is given with its end.
 */
export async function* backupLines({ entries, desk, anchors, publicKey, forgotten }: BackedUp): AsyncGenerator<string> {
  const running = runningDigest()
  let count = 0
  const written = (text: string): string => {
    count++
    running.add(`${text}\n`)
    return `${text}\n`
  }
  const part = (name: Part, text: string): string => written(`${name} ${text}`)
  yield written(JSON.stringify(BACKUP_HEADER))
  for (const table of await plainTables(desk)) {
    yield part('table', JSON.stringify(table))
    for await (const row of rowsOfTable(desk, table)) yield part('row', JSON.stringify(row))
  }
  if (publicKey !== null) yield part('public-key', JSON.stringify(publicKey))
  for (const line of forgotten.split('\n').slice(0, -1)) yield part('forgotten', line)
  for (const line of anchors.split('\n').slice(0, -1)) yield part('anchor', line)
  for await (const line of exportLines(entries)) yield part('ledger', line.slice(0, -1))
  yield `${endOf(count, running.value())}\n`
}

/** Fills an empty ledger and empty plain tables from a backup that was surveyed before. */
export async function restoreLines({ entries, desk }: Pick<BackedUp, 'entries' | 'desk'>, tables: ReadTables, lines: AsyncIterable<Line>): Promise<Imported> {
  const pieces = oneByOne(piecesOf(lines))
  await fillPlainTables(desk, deskRows(pieces))
  for await (const _ of pieces.while((part) => part !== 'ledger')) continue
  return importLines(entries, tables, ledgerLines(pieces))
}

interface Pieces {
  /** Pieces as long as they are of these parts; the first that is not waits for whoever asks next. */
  readonly while: (isWanted: (part: Part) => boolean) => AsyncGenerator<Piece>
}

function oneByOne(all: AsyncGenerator<Piece>): Pieces {
  let waiting: Piece | null = null
  const next = async (): Promise<Piece | null> => {
    const held = waiting
    waiting = null
    if (held !== null) return held
    const { done, value } = await all.next()
    return done === true ? null : value
  }
  return {
    while: async function* (isWanted) {
      for (let piece = await next(); piece !== null; piece = await next()) {
        if (!isWanted(piece.part)) {
          waiting = piece
          return
        }
        yield piece
      }
    },
  }
}

async function* deskRows(pieces: Pieces): AsyncGenerator<PlainRow> {
  const read = deskReading()
  for await (const piece of pieces.while((part) => part === 'table' || part === 'row')) {
    const row = read(piece)
    if (row !== null) yield row
  }
}

async function* ledgerLines(pieces: Pieces): AsyncGenerator<Line> {
  for await (const { text } of pieces.while((part) => part === 'ledger')) yield { text, ended: true }
}
