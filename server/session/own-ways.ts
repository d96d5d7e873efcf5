import type { Context } from 'hono'
import { instant, isoOf } from '../../core/kernel/instant.ts'
import type { OwnWaysSent } from '../../wire/office/own-ways.ts'
import { linkedAccount } from './account.ts'
import { cookieIn } from './cookie.ts'
import { deviceShown } from './devices.ts'
import type { Door } from './door.ts'
import { passkeyPlaceIn } from './passkey-place.ts'
import { passkeysOf } from './passkeys.ts'
import { confirmedFactor } from './second-factor.ts'
import { IDLE_MS, type Present } from './sessions.ts'
import { freshUntil } from './step-up.ts'

const HISTORY_LINES = 20

const iso = (at: number): string => isoOf(instant(at))

/** What the page somebody asks from can do: whether passkeys are good at its address, and what its browser shows of being an enrolled device. */
export interface Here {
  readonly passkeys: 'yes' | 'no'
  readonly device: string | null
}

export const hereIn = (door: Door, c: Context): Here => ({ passkeys: passkeyPlaceIn(door, c) ? 'yes' : 'no', device: cookieIn(c, 'daylight-device') })

/** How somebody signs in and where they are signed in, as they see it themselves: no secret, no digest. */
export async function ownWays(door: Door, who: Present, here: Here): Promise<OwnWaysSent> {
  const { desk: { db } } = door
  const { id } = who.person
  const [factor, left, passkeys, sessions, history, until, account, device] = [
    await confirmedFactor(db, id),
    await db.selectFrom('recovery_codes').select('digest').where('person', '=', id).where('used_at', 'is', null).execute(),
    await passkeysOf(db, id),
    await runningSessions(door, id),
    await db.selectFrom('sign_in_history').selectAll().where('person', '=', id).orderBy('number', 'desc').limit(HISTORY_LINES).execute(),
    await freshUntil(door, who),
    await linkedAccount(door, id),
    await deviceShown(db, here.device, who.person.organisation.id),
  ]
  return {
    secondFactor: factor ? 'on' : 'off',
    recoveryCodesLeft: left.length,
    passkeys: passkeys.map((one) => ({ id: one.id, name: one.name, held: one.held, madeAt: iso(one.made_at), usedAt: one.used_at === null ? null : iso(one.used_at) })),
    passkeysHere: here.passkeys,
    account,
    device: device?.name ?? null,
    sessions: sessions.map((one) => ({ id: one.id, begunAt: iso(one.made_at), seenAt: iso(one.seen_at), from: one.address, provedAt: iso(one.proved_at), provedBy: one.proved_by, device: one.device_name, current: one.id === who.session.id ? 'yes' : 'no' })),
    freshUntil: until === null ? null : isoOf(until),
    history: history.map(({ at, what, by, person }) => ({ at: iso(at), what, by: by === person ? 'oneself' : 'administrator' })),
  }
}

const runningSessions = ({ desk, now }: Door, person: string) =>
  desk.db.selectFrom('sessions').leftJoin('devices', 'devices.id', 'sessions.device').selectAll('sessions').select('devices.name as device_name').where('person', '=', person).where('ends_at', '>', now()).where('sessions.seen_at', '>', now() - IDLE_MS).orderBy('sessions.seen_at', 'desc').orderBy('sessions.id').execute()
