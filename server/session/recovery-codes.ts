import type { Kysely } from 'kysely'
import { asMeant, markOf, newOneTimePassword } from '../../crypto/token.ts'
import type { DeskTables } from '../desk-tables.ts'
import type { Door } from './door.ts'
import { noteSignIn } from './sign-in-history.ts'

const HOW_MANY = 10

/** As long as a one-time password: 74 bits. NIST SP 800-63B-3, 5.1.2.2, has codes below 112 bits hashed slowly; here the digest is keyed, and its key is in no database. */
const LETTERS = 15

/** Whether what was typed has the form of a recovery code; a code of the telephone is six figures. */
export const isRecoveryCode = (code: string): boolean => asMeant(code).length === LETTERS

const digestOf = ({ master }: Door, person: string, code: string): string => markOf(master, JSON.stringify(['recovery-code', person, asMeant(code)]))

/** Ten codes, each good once. Those before them go. */
export async function newRecoveryCodes(db: Kysely<DeskTables>, door: Door, person: string): Promise<readonly string[]> {
  const codes = Array.from({ length: HOW_MANY }, newOneTimePassword)
  const at = door.now()
  await db.deleteFrom('recovery_codes').where('person', '=', person).execute()
  await db.insertInto('recovery_codes').values(codes.map((code) => ({ digest: digestOf(door, person, code), person, made_at: at, used_at: null }))).execute()
  await noteSignIn(db, { person, what: 'recovery-codes-made', by: person, at })
  return codes
}

/** Whether a code was one of theirs and is used up by this. */
export const spendRecoveryCode = (door: Door, person: string, code: string): Promise<boolean> =>
  door.desk.transact(async (db) => {
    const at = door.now()
    const { numUpdatedRows } = await db.updateTable('recovery_codes').set({ used_at: at }).where('digest', '=', digestOf(door, person, code)).where('person', '=', person).where('used_at', 'is', null).executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await noteSignIn(db, { person, what: 'recovery-code-used', by: person, at })
    return true
  })
