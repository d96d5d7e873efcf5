import type { Context } from 'hono'
import { newId } from '../../crypto/token.ts'
import { takeCookie } from './cookie.ts'
import type { Door } from './door.ts'
import { heldClosed, holdClosed } from './held-closed.ts'
import type { ProvedBy } from './sign-in-tables.ts'

/** Somebody who showed who they are a moment ago, and for whom no session has begun yet: a code is still to come, or this browser is not known. */
export interface Proved {
  readonly id: string
  readonly person: string
  readonly by: ProvedBy
  readonly lacks: 'code' | 'device'
  /** When anything about them was last changed; what was changed since undoes this. */
  readonly changedAt: number
  readonly until: number
}

/** Long enough to read a code from a paper. */
const PROVED_SECONDS = 300

export const provedNow = (at: number, { id, changed_at }: { readonly id: string; readonly changed_at: number }, by: ProvedBy, lacks: Proved['lacks']): Proved =>
  ({ id: newId(), person: id, by, lacks, changedAt: changed_at, until: at + PROVED_SECONDS * 1000 })

export const holdProved = (c: Context, door: Door, proved: Proved): void => holdClosed(c, door.master, 'daylight-proved', proved, PROVED_SECONDS)

/** Who showed who they are in this browser and lacks this; null where nobody did, or it is too long ago. */
export function provedIn(c: Context, { master, now }: Door, lacks: Proved['lacks']): Proved | null {
  const proved = heldClosed<Proved>(c, master, 'daylight-proved')
  return proved && proved.lacks === lacks && proved.until > now() ? proved : null
}

export const forgetProved = (c: Context): void => takeCookie(c, 'daylight-proved')
