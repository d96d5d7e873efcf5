import type { ActorId } from '../../core/kernel/id.ts'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import type { DeviceCodeSent, DevicesSent } from '../../wire/office/devices.ts'
import { drawEnrolment } from '../session/devices.ts'
import type { Door } from '../session/door.ts'
import { located } from './located.ts'
import type { PeopleRefusalCode } from './people.ts'

const iso = (at: number): string => isoOf(instant(at))

/** Every browser that was ever let in, with who let it in: the newest first. */
export async function everyDevice({ desk: { db, where }, devices: { enrolled } }: Door): Promise<DevicesSent> {
  const rows = await located(
    db.selectFrom('devices').leftJoin('people as allowing', 'allowing.id', 'devices.allowed_by').leftJoin('people as enrolling', 'enrolling.id', 'devices.enrolled_by')
      .selectAll('devices').select(['allowing.name as allowing', 'enrolling.name as enrolling']).orderBy('enrolled_at', 'desc').orderBy('devices.id').execute(),
    where,
  )
  const devices = rows.map(({ id, name, organisation, allowed_by, allowing, enrolled_by, enrolling, enrolled_at, seen_at, revoked_at }) => ({
    id, name, organisation, allowedBy: allowing ?? allowed_by, enrolledBy: enrolling ?? enrolled_by, enrolledAt: iso(enrolled_at), seenAt: iso(seen_at), revokedAt: revoked_at === null ? null : iso(revoked_at),
  }))
  return { asked: enrolled, devices }
}

export type Allowed = { readonly accepted: true; readonly told: DeviceCodeSent } | { readonly accepted: false; readonly code: PeopleRefusalCode }

/** Lets somebody enrol one browser within the hour. The code is told this once; whoever has it alone is nobody yet, since the rest is shown before it is asked. */
export const allowDevice = (door: Door, by: ActorId, person: string, name: string): Promise<Allowed> =>
  door.desk.transact(async (db) => {
    const found = await db.selectFrom('people').select('left_at').where('id', '=', person).executeTakeFirst()
    if (!found || found.left_at !== null) return { accepted: false, code: found ? 'people/has-left' : 'people/not-here' }
    const { code, until } = await drawEnrolment(db, door, { by, person, name })
    return { accepted: true, told: { code, name, until: iso(until) } }
  }, 'people')

/** Takes a browser off the list, and ends what was begun on it. People’s rows are held meanwhile, so that no session begins on it in the same moment. */
export const revokeDevice = ({ desk, now }: Door, by: ActorId, id: string): Promise<'revoked' | 'not-here'> =>
  desk.transact(async (db) => {
    const { numUpdatedRows } = await db.updateTable('devices').set({ revoked_by: by, revoked_at: now() }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst()
    if (numUpdatedRows === 0n) return 'not-here'
    await db.deleteFrom('sessions').where('device', '=', id).execute()
    return 'revoked'
  }, 'people')
