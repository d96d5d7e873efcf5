import { CompiledQuery, type Kysely } from 'kysely'
import { Defect } from '../../core/kernel/defect.ts'
import { faultOf } from './fault.ts'

const COMMIT = CompiledQuery.raw('commit')
const ROLLBACK = CompiledQuery.raw('rollback')

/**
 * One transaction on one connection.
 *
 * Written out, since SQLite ends a transaction by itself when the disk is full: rolling back then fails too, and that
 * second failure must not hide the first. Where statements can be sent `ahead`, the first question goes out behind the beginning
 * without waiting for its answer: a way to the server less while others stand in line. What follows a beginning that failed fails too.
 */
export const transaction =
  <Tables>(db: Kysely<Tables>, where: string, begin: (lock?: string) => string, sends: 'one-by-one' | 'ahead' = 'one-by-one') =>
  async <Answer>(work: (db: Kysely<Tables>) => Promise<Answer>, lock?: string): Promise<Answer> => {
    try {
      return await db.connection().execute(async (connection) => {
        const begun = connection.executeQuery(CompiledQuery.raw(begin(lock)))
        if (sends === 'one-by-one') await begun
        try {
          const [answer] = await Promise.all([work(connection), begun])
          const { rows } = await connection.executeQuery<{ readonly command?: string }>(COMMIT)
          // PostgreSQL answers a commit of something that had failed with a quiet rollback.
          if (rows[0]?.command === 'ROLLBACK') throw new Defect('a failed statement was passed over inside a transaction')
          return answer
        } catch (error) {
          await connection.executeQuery(ROLLBACK).catch(() => undefined)
          throw error
        }
      })
    } catch (error) {
      throw faultOf(error, where)
    }
  }
