import type { Kysely } from 'kysely'
import type { DeskTables } from '../desk-tables.ts'
import type { SignInHistoryRow } from './sign-in-tables.ts'

/** Writes down what was done to somebody's ways of signing in, in the transaction that does it. */
export const noteSignIn = (db: Kysely<DeskTables>, line: Omit<SignInHistoryRow, 'number'>): Promise<unknown> => db.insertInto('sign_in_history').values(line).execute()
