import type { ActorId } from '../../core/kernel/id.ts'
import type { Clock } from '../clock.ts'
import type { DeskStore } from '../desk-tables.ts'
import { dropSecondFactor } from '../session/second-factor.ts'
import { noteSignIn } from '../session/sign-in-history.ts'
import type { Changed } from './people.ts'
import { vouchingAnew } from './vouching.ts'

/**
 * Takes the second factor, the passkeys and the account at another's service away from somebody who lost them, and ends their sessions. What is left to them is their password, and
 * a colleague vouches for them anew.
 *
 * Who did it stands in a history that nobody changes, and before the eyes of whom it was done to.
 */
export const takeAwayFactors = (desk: DeskStore, now: Clock, by: ActorId, id: string): Promise<Changed> =>
  desk.transact(async (db) => {
    const people = await db.selectFrom('people').selectAll().execute()
    const person = people.find((one) => one.id === id)
    if (!person || person.left_at !== null) return { accepted: false, code: person ? 'people/has-left' : 'people/not-here' }
    const factor = await db.selectFrom('second_factors').select('person').where('person', '=', id).executeTakeFirst()
    const { numDeletedRows } = await db.deleteFrom('passkeys').where('person', '=', id).executeTakeFirst()
    const { numDeletedRows: unlinked } = await db.deleteFrom('linked_accounts').where('person', '=', id).executeTakeFirst()
    if (!factor && numDeletedRows === 0n && unlinked === 0n) return { accepted: false, code: 'people/nothing-to-take' }
    const at = now()
    const taken = { ...vouchingAnew(people, person, at), changed_by: by, changed_at: at }
    await dropSecondFactor(db, id)
    await db.updateTable('people').set(taken).where('id', '=', id).execute()
    await db.deleteFrom('sessions').where('person', '=', id).execute()
    await noteSignIn(db, { person: id, what: 'taken-away', by, at })
    return { accepted: true, person: { ...person, ...taken } }
  }, 'organisations')
