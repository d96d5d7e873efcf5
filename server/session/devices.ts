import type { Kysely } from 'kysely'
import { asMeant, markOf, newId, newOneTimePassword, newToken, tokenDigest } from '../../crypto/token.ts'
import type { DeskTables } from '../desk-tables.ts'
import type { Door } from './door.ts'
import { noteSignIn } from './sign-in-history.ts'
import type { DeviceRow } from './sign-in-tables.ts'

/** As long as a one-time password is read out and walked over to the machine it is for. */
const ENROLMENT_MS = 3_600_000

/** The device a browser shows itself to be: one that is still let in, of the organisation of whoever sits there. A machine of a station serves many. */
export async function deviceShown(db: Kysely<DeskTables>, token: string | null, organisation: string): Promise<DeviceRow | null> {
  if (token === null) return null
  return (await db.selectFrom('devices').selectAll().where('digest', '=', tokenDigest(token)).where('organisation', '=', organisation).where('revoked_at', 'is', null).executeTakeFirst()) ?? null
}

export const noteDeviceSeen = (db: Kysely<DeskTables>, id: string, at: number): Promise<unknown> => db.updateTable('devices').set({ seen_at: at }).where('id', '=', id).execute()

const digestOf = ({ master }: Door, person: string, code: string): string => markOf(master, JSON.stringify(['device-enrolment', person, asMeant(code)]))

interface Allowing {
  readonly by: string
  readonly person: string
  readonly name: string
}

/** Draws a code by which somebody enrols one browser within the hour. One that was drawn for them before no longer works. */
export async function drawEnrolment(db: Kysely<DeskTables>, door: Door, { by, person, name }: Allowing): Promise<{ readonly code: string; readonly until: number }> {
  const [code, at] = [newOneTimePassword(), door.now()]
  const until = at + ENROLMENT_MS
  await db.deleteFrom('device_enrolments').where((each) => each.or([each('person', '=', person), each('ends_at', '<=', at)])).execute()
  await db.insertInto('device_enrolments').values({ digest: digestOf(door, person, code), person, name, allowed_by: by, ends_at: until }).execute()
  await noteSignIn(db, { person, what: 'device-allowed', by, at })
  return { code, until }
}

/**
 * Makes a device of a browser whose owner types the code that was handed to them; null where it is none of theirs. The code is used up by it.
 *
 * Of the token a digest is kept: 256 bits of chance are found by no trying, with a key or without.
 */
export async function enrol(db: Kysely<DeskTables>, door: Door, person: { readonly id: string; readonly organisation: string }, code: string): Promise<{ readonly id: string; readonly token: string } | null> {
  const at = door.now()
  const drawn = await db.deleteFrom('device_enrolments').where('digest', '=', digestOf(door, person.id, code)).where('person', '=', person.id).where('ends_at', '>', at).returningAll().executeTakeFirst()
  if (!drawn) return null
  const [id, token] = [newId(), newToken()]
  await db.insertInto('devices').values({ id, digest: tokenDigest(token), organisation: person.organisation, name: drawn.name, allowed_by: drawn.allowed_by, enrolled_by: person.id, enrolled_at: at, seen_at: at, revoked_by: null, revoked_at: null }).execute()
  await noteSignIn(db, { person: person.id, what: 'device-enrolled', by: person.id, at })
  return { id, token }
}
