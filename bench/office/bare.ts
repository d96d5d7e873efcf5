import Database from 'better-sqlite3'
import pg from 'pg'
import type { Location } from '../../ledger/store/store.ts'
import type { Places } from '../../ledger/store/places.ts'

type Row = Readonly<Record<string, unknown>>

/** The engine asked by its own driver for what lies in one stream: the entries alone, or with the keys their words lie under. */
export interface BareReads {
  readonly entries: (stream: string) => Promise<number>
  readonly withKeys: (stream: string) => Promise<number>
  readonly close: () => Promise<void>
}

type Select = (values: readonly unknown[]) => Promise<readonly Row[]>

interface Opened {
  readonly prepare: (text: string) => Select
  readonly close: () => Promise<void>
}

export async function bareReads({ ledger, keys }: Pick<Places, 'ledger' | 'keys'>): Promise<BareReads> {
  const [entriesIn, keysIn] = [opened(ledger), opened(keys)]
  const ofStream = entriesIn.prepare('select * from entries where stream = $1 order by version')
  return {
    entries: async (stream) => (await ofStream([stream])).length,
    withKeys: async (stream) => {
      const rows = await ofStream([stream])
      const ids = [...new Set(rows.map((row) => row['sealed_key']))]
      await keysIn.prepare(`select * from keys where id in (${ids.map((_, i) => `$${i + 1}`).join(', ')})`)(ids)
      return rows.length
    },
    close: async () => {
      await entriesIn.close()
      await keysIn.close()
    },
  }
}

function opened(place: Location): Opened {
  if ('file' in place) {
    const db = new Database(place.file)
    const ready = new Map<string, Database.Statement>()
    return {
      prepare: (text) => {
        const statement = ready.get(text) ?? db.prepare(text.replaceAll(/\$\d+/g, '?'))
        ready.set(text, statement)
        return async (values) => statement.all(...values) as readonly Row[]
      },
      close: async () => void db.close(),
    }
  }
  const pool = new pg.Pool({ connectionString: place.url, max: 1, options: `-c search_path=${place.schema}` })
  return { prepare: (text) => async (values) => (await pool.query({ name: `s${text.length}`, text, values: [...values] })).rows as readonly Row[], close: () => pool.end() }
}
