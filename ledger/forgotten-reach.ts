import type { HolderId } from '../core/kernel/id.ts'
import type { KeyId } from '../crypto/key-store.ts'
import type { LedgerTables } from './row.ts'
import { faultOf } from './store/fault.ts'
import { run } from './store/statement.ts'
import type { Store } from './store/store.ts'

const REPORT = 'report/'

/** By the index over sealed entries, which leaves out what is found by its id: a report's own entry (migrations/0001-ledger). */
const STREAMS = `
  select stream from entries where about = ? and about <> '${REPORT}' || id
  union select stream from entries where id = ? and about = ?
  order by stream`

/** Every stream in which words about somebody lie. */
export async function streamsOf({ db, where }: Store<LedgerTables>, about: HolderId): Promise<readonly string[]> {
  const own = about.startsWith(REPORT) ? about.slice(REPORT.length) : ''
  try {
    return (await run<{ readonly stream: string }>(db, STREAMS, [about, own, about])).map(({ stream }) => stream)
  } catch (error) {
    throw faultOf(error, where)
  }
}

/** Somebody whose words lie in a stream: how many entries, and under which key. */
export interface HolderInStream {
  readonly about: HolderId
  readonly sealed_key: KeyId
  readonly entries: number
}

/** Everybody whose words lie in these streams, as the entries themselves tell. */
export async function holdersInStreams({ db, where }: Store<LedgerTables>, streams: readonly string[]): Promise<readonly HolderInStream[]> {
  if (streams.length === 0) return []
  const marks = streams.map(() => '?').join(', ')
  try {
    const rows = await run<HolderInStream>(db, `select about, sealed_key, count(*) as entries from entries where stream in (${marks}) and about is not null group by about, sealed_key order by about, sealed_key`, streams)
    return rows.map((row) => ({ ...row, entries: Number(row.entries) }))
  } catch (error) {
    throw faultOf(error, where)
  }
}
