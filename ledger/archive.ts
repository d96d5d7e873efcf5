import { runningDigest } from '../crypto/digest.ts'
import { archiveReading, HEADER, Refused, type ArchiveFault, type Line } from './archive-reading.ts'
import { chainWalk } from './chain.ts'
import { insertOfRows } from './insert-rows.ts'
import { rowsAfter } from './pages.ts'
import { writesFor, type ReadTables } from './projection.ts'
import { lineOfRow } from './archive-line.ts'
import { storedOf, type EntryRow, type LedgerTables } from './row.ts'
import { runEach } from './store/statement.ts'
import type { Store } from './store/store.ts'

const PAGE = 1000

export type Imported =
  | { readonly accepted: true; readonly entries: number; readonly head: string }
  | { readonly accepted: false; readonly refusal: ArchiveFault }

/**
 * The archive: one file of text, which either engine reads and docs/archive-format.md describes.
 *
 * It holds entries as they lie, sealed words as ciphertext, and no keys: the store of keys travels by another way.
 * Each line is given with its end. Entries appended meanwhile are in the next archive.
 */
export async function* exportLines({ db }: Store<LedgerTables>): AsyncGenerator<string> {
  const running = runningDigest()
  const written = (value: string): string => {
    running.add(`${value}\n`)
    return `${value}\n`
  }
  yield written(JSON.stringify(HEADER))
  const { position: end } = await db.selectFrom('head').select('position').executeTakeFirstOrThrow()
  const walk = chainWalk()
  for (let position = 0; position < end; position = walk.at().position) {
    const rows = (await rowsAfter(db, position, PAGE)).filter((row) => row.position <= end)
    if (rows.length === 0) break
    for (const row of rows) {
      walk.next(row)
      yield written(lineOfRow(row))
    }
  }
  const { position, digest } = walk.at()
  yield `${JSON.stringify({ entries: position, head: digest, digest: running.value() })}\n`
}

/**
 * Fills an empty ledger, and its read tables, from an archive: all of it or nothing.
 *
 * Every line is checked before the whole is kept; what is cut short or altered is refused with the line where it shows.
 */
export async function importLines(store: Store<LedgerTables>, tables: ReadTables, lines: AsyncIterable<Line>): Promise<Imported> {
  for (const { schema } of tables.projections) await store.script(schema)
  try {
    return await store.transact(async (db) => {
      const { position } = await db.selectFrom('head').select('position').executeTakeFirstOrThrow()
      if (position !== 0) throw new Refused({ code: 'archive/ledger-not-empty', line: 0 })
      let lot: EntryRow[] = []
      const flush = async (): Promise<void> => {
        await runEach(db, [...insertOfRows(lot), ...writesFor(tables, lot.map(storedOf))])
        lot = []
      }
      const reading = archiveReading()
      for await (const line of lines) {
        const row = reading.next(line)
        if (row !== null) lot.push(row)
        if (lot.length >= PAGE) await flush()
      }
      const end = reading.end()
      await flush()
      return { accepted: true as const, ...end }
    }, 'head')
  } catch (error) {
    if (error instanceof Refused) return { accepted: false, refusal: error.fault }
    throw error
  }
}
