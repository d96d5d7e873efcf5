import type { Kysely } from 'kysely'
import type { DeskTables } from '../desk-tables.ts'
import { coarse } from './caller.ts'
import { deviceShown, noteDeviceSeen } from './devices.ts'
import type { Door } from './door.ts'
import { provedNow } from './proved.ts'
import { accepted, refused, type NotBegun, type Outcome } from './refusals.ts'
import { beginSessionIn, type Beginner } from './sessions.ts'
import type { ProvedBy } from './sign-in-tables.ts'
import type { Whence } from './whence.ts'

const WRONG = refused({ code: 'session/wrong' })

/**
 * Begins a session for somebody who has shown all they are asked for, in a transaction that holds the rows of people.
 *
 * Where the unit asks for enrolled devices and this browser is none, it says so plainly: whoever hears it has shown who they are, and the way to
 * move it lies with the administrator. Before that nothing tells whether a browser is known.
 */
export async function beginHere(db: Kysely<DeskTables>, door: Door, who: Beginner, { whence, by }: { readonly whence: Whence; readonly by: ProvedBy }): Promise<Outcome<string, NotBegun>> {
  const person = await db.selectFrom('people').select(['id', 'organisation', 'password_hash', 'changed_at']).where('id', '=', who.id).where('left_at', 'is', null).executeTakeFirst()
  if (!person || (who.passwordHash !== undefined && who.passwordHash !== person.password_hash)) return WRONG
  const device = await deviceShown(db, whence.device, person.organisation)
  if (!device && door.devices.enrolled === 'asked') return refused({ code: 'session/device-unknown', proved: provedNow(door.now(), person, by, 'device') })
  const token = await beginSessionIn(db, door.now(), who, { address: coarse(whence.address), by, device: device?.id ?? null })
  if (token === null) return WRONG
  if (device) await noteDeviceSeen(db, device.id, door.now())
  return accepted(token)
}
