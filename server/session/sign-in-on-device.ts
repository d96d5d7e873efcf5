import { markOf } from '../../crypto/token.ts'
import { coarse } from './caller.ts'
import { enrol } from './devices.ts'
import type { Door } from './door.ts'
import type { Proved } from './proved.ts'
import { accepted, refused, type DeviceCodeRefusal, type Outcome, type SlowDown } from './refusals.ts'
import { beginSessionIn, type Present } from './sessions.ts'
import { spendOnce } from './spent.ts'
import { countCode, forgetCodes } from './throttle.ts'

/** The token by which this browser is known from now on, and that of the session. */
export interface BegunOnDevice {
  readonly device: string
  readonly session: string
}

const WRONG = refused({ code: 'session/device-code-wrong' })

const markFor = ({ master }: Door, person: string): string => markOf(master, JSON.stringify(['device-codes', person]))

/** Tries at the code are counted for its owner, wherever they are typed: only whoever has shown who they are comes that far. */
async function slowed(door: Door, person: string): Promise<SlowDown | null> {
  const tries = await countCode(door.desk, door.now, markFor(door, person))
  return tries.accepted ? null : { code: 'session/slow-down', retryAfterSeconds: tries.retryAfterSeconds }
}

/** Enrols this browser for somebody who has just shown who they are, and begins their session on it. */
export async function signInOnDevice(door: Door, proved: Proved | null, code: string, address: string): Promise<Outcome<BegunOnDevice, { readonly code: 'session/wrong' } | DeviceCodeRefusal>> {
  if (!proved) return refused({ code: 'session/wrong' })
  const slow = await slowed(door, proved.person)
  if (slow) return refused(slow)
  const begun = await door.desk.transact(async (db) => {
    const person = await db.selectFrom('people').select(['id', 'organisation']).where('id', '=', proved.person).where('changed_at', '=', proved.changedAt).where('left_at', 'is', null).executeTakeFirst()
    if (!person) return refused({ code: 'session/wrong' })
    const device = await enrol(db, door, person, code)
    if (!device) return WRONG
    const session = (await spendOnce(db, proved.id, door.now(), proved.until)) ? await beginSessionIn(db, door.now(), { id: person.id }, { address: coarse(address), by: proved.by, device: device.id }) : null
    return session === null ? refused({ code: 'session/wrong' }) : accepted({ device: device.token, session })
  }, 'people')
  if (begun.accepted) await forgetCodes(door.desk, markFor(door, proved.person))
  return begun
}

/** Enrols the browser somebody is signed in with already. Answers with its token. */
export async function enrolHere(door: Door, { person, session }: Present, code: string): Promise<Outcome<string, DeviceCodeRefusal>> {
  const slow = await slowed(door, person.id)
  if (slow) return refused(slow)
  const enrolled = await door.desk.transact(async (db) => {
    const device = await enrol(db, door, { id: person.id, organisation: person.organisation.id }, code)
    if (!device) return WRONG
    await db.updateTable('sessions').set({ device: device.id }).where('id', '=', session.id).execute()
    return accepted(device.token)
  }, 'people')
  if (enrolled.accepted) await forgetCodes(door.desk, markFor(door, person.id))
  return enrolled
}
