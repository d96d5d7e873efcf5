import type { Kysely } from 'kysely'
import { digest } from '../../crypto/digest.ts'
import type { DeskTables } from '../desk-tables.ts'

/** Marks something of ours as answered, until it would have run out by itself; no where it was answered already. */
export async function spendOnce(db: Kysely<DeskTables>, given: string, at: number, until: number): Promise<boolean> {
  await db.deleteFrom('spent_challenges').where('ends_at', '<=', at).execute()
  const { numInsertedOrUpdatedRows = 0n } = await db.insertInto('spent_challenges').values({ mark: digest(given), ends_at: until }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}
