import type { Kysely } from 'kysely'
import type { Call, Holding } from './batch.ts'
import type { EntryRow, LedgerTables } from './row.ts'
import { run } from './store/statement.ts'

/** Both engines take some thousands of values in one statement; this stays far below. */
const LOT = 400

type Line = Partial<EntryRow> & { readonly head_position: number; readonly head_digest: string } & Readonly<Record<`v${number}`, number | null>>

/**
 * Where the chain ends, how far each stream has come, and which of these entries are held: in one question, since each
 * costs a way to the database and back while others wait.
 */
export async function holdingFor(db: Kysely<LedgerTables>, calls: readonly Call[]): Promise<Holding> {
  const contents = calls.flatMap((call) => call.contents)
  const streams = [...new Set([...contents.map(({ stream }) => stream), ...calls.flatMap(({ expected }) => expected.map(({ stream }) => stream))])]
  const ids = [...new Set(contents.map(({ id }) => id))]
  const first = await ask(db, streams.slice(0, LOT), ids.slice(0, LOT))
  const versions = new Map(first.versions)
  const byId = new Map(first.byId)
  for (let at = LOT; at < Math.max(streams.length, ids.length); at += LOT) {
    const more = await ask(db, streams.slice(at, at + LOT), ids.slice(at, at + LOT))
    for (const [stream, version] of more.versions) versions.set(stream, version)
    for (const [id, row] of more.byId) byId.set(id, row)
  }
  return { head: first.head, versions, byId }
}

async function ask(db: Kysely<LedgerTables>, streams: readonly string[], ids: readonly string[]): Promise<Holding> {
  const versions = streams.map((_, index) => `, (select max(version) from entries where stream = ?) as v${index}`).join('')
  const held = ids.length === 0 ? 'false' : `entries.id in (${ids.map(() => '?').join(', ')})`
  const question = `select head.position as head_position, head.digest as head_digest${versions}, entries.* from head left join entries on ${held}`
  const rows = await run<Line>(db, question, [...streams, ...ids])
  const line = rows[0] as Line
  return {
    head: { position: line.head_position, digest: line.head_digest },
    versions: new Map(streams.map((stream, index) => [stream, line[`v${index}`] ?? 0])),
    byId: new Map(rows.flatMap((row) => (row.id === undefined || row.id === null ? [] : [[row.id, row as EntryRow]]))),
  }
}
