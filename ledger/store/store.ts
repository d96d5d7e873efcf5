import type { Kysely } from 'kysely'

export type Engine = 'sqlite' | 'postgres'

/** A database opened, whichever engine it is. */
export interface Store<Tables> {
  readonly engine: Engine
  /** Where it lies, for messages: a path, or host and name, never a password. */
  readonly where: string
  readonly db: Kysely<Tables>
  /**
   * Everything in `work` happens or nothing does. It answers when the disk has it.
   *
   * With `lock`, the row of that table is held from the beginning, so that two who append stand in line.
   */
  readonly transact: <Answer>(work: (db: Kysely<Tables>) => Promise<Answer>, lock?: keyof Tables & string) => Promise<Answer>
  /** Runs statements as written, all or none, for migrations and schemas. */
  readonly script: (statements: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Where a store lies: a file of SQLite, or a schema of its own in a PostgreSQL database. */
export type Location = { readonly file: string } | { readonly url: string; readonly schema: string }
