import type { Kysely } from 'kysely'
import type { Statement } from './statement.ts'

export type Engine = 'sqlite' | 'postgres'

export type Writes = 'one-by-one' | 'ahead'

/** A database opened, whichever engine it is. */
export interface Store<Tables> {
  readonly engine: Engine
  /** Where it lies, for messages: a path, or host and name, never a password. */
  readonly where: string
  readonly db: Kysely<Tables>
  /**
   * Everything in `work` happens or nothing does. It answers when the disk has it.
   *
   * With `lock`, the row of that table is held from the beginning, so that two who append stand in line. With `writes` sent `ahead`,
   * the work is not told how many rows a write met, nor that one failed: the whole fails, with the first failure.
   */
  readonly transact: <Answer>(work: (db: Kysely<Tables>) => Promise<Answer>, lock?: keyof Tables & string, writes?: Writes) => Promise<Answer>
  /**
   * Writes that ask nothing, all or none, the first of them first, in one way to the engine. It answers when the disk has them.
   *
   * This is the way of every append, so nothing of it is put together by the builder.
   */
  readonly write: (statements: readonly Statement[]) => Promise<void>
  /** Runs statements as written, all or none, for migrations and schemas. */
  readonly script: (statements: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Where a store lies: a file of SQLite, or a schema of its own in a PostgreSQL database. */
export type Location = { readonly file: string } | { readonly url: string; readonly schema: string }
