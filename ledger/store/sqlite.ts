import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { faultOf } from './fault.ts'
import type { Statement } from './statement.ts'
import type { Store } from './store.ts'
import { transaction } from './transact.ts'

const BUSY_MS = 5000
const CACHE_KB = 65_536

/**
 * Opens a file of SQLite so that what it acknowledged survives a power cut.
 *
 * WAL with synchronous=FULL writes through to the disk at every commit (sqlite.org/pragma.html). What is deleted is overwritten,
 * and nothing is sorted in files beside the database.
 */
export function openSqlite<Tables>(file: string): Store<Tables> {
  try {
    if (file !== ':memory:') ownersAlone(file)
    const raw = new Database(file, { timeout: BUSY_MS })
    for (const pragma of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'secure_delete = on', 'temp_store = memory', 'trusted_schema = off', 'recursive_triggers = on', `cache_size = -${CACHE_KB}`])
      raw.pragma(pragma)
    return store(file, raw)
  } catch (error) {
    throw faultOf(error, file)
  }
}

/** SQLite gives its journals the mode of the database, so the file is made before it opens it. */
function ownersAlone(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
}

function store<Tables>(file: string, raw: Database.Database): Store<Tables> {
  const database = preparedOnce(raw)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  const now = writing(raw, database)
  return {
    engine: 'sqlite',
    where: file,
    db,
    transact: transaction(db, file, () => 'begin immediate'),
    write: async (statements) => {
      try {
        // Where somebody's transaction is open, it is waited for in the builder's own queue, so that nothing falls into it.
        if (raw.inTransaction) await db.connection().execute(async () => now(statements))
        else now(statements)
      } catch (error) {
        throw faultOf(error, file)
      }
    },
    script: async (statements) => {
      try {
        // Through the builder's own queue, so that no script falls into somebody's transaction.
        await db.connection().execute(async () => raw.transaction(() => raw.exec(statements)).immediate())
      } catch (error) {
        throw faultOf(error, file)
      }
    },
    close: () => db.destroy(),
  }
}

/** Runs writes from the first to the commit without giving way to anybody: a statement alone commits by itself. */
function writing(raw: Database.Database, database: SqliteDatabase): (statements: readonly Statement[]) => void {
  const each = (statements: readonly Statement[]): void => {
    for (const { text, values } of statements) database.prepare(text).run(values)
  }
  const together = raw.transaction(each)
  return (statements) => (statements.length === 1 ? each(statements) : together.immediate(statements))
}

const MOST_STATEMENTS = 200

/** The builder would have each statement prepared anew, which for an entry and its triggers takes longer than writing it. */
function preparedOnce(raw: Database.Database): SqliteDatabase {
  const ready = new Map<string, Database.Statement>()
  return {
    close: () => void raw.close(),
    prepare: (statement) => {
      const known = ready.get(statement) ?? raw.prepare(statement)
      if (ready.size >= MOST_STATEMENTS) ready.clear()
      ready.set(statement, known)
      return known as unknown as SqliteStatement
    },
  }
}
