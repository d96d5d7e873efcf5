import type { Look, Role } from '../core/kernel/access.ts'
import type { ActorId } from '../core/kernel/id.ts'
import { faultOf } from '../ledger/store/fault.ts'
import { writeQueue } from '../ledger/write-queue.ts'
import type { LooksSent } from '../wire/office/looks.ts'
import { isoOf, instant, type Instant } from '../core/kernel/instant.ts'
import type { DeskStore } from './desk-tables.ts'

/** A look that is about to be allowed, or was not. */
export interface Looked {
  readonly at: Instant
  readonly who: ActorId
  readonly role: Role
  readonly stream: string
  /** Null where it is no file that is looked at. */
  readonly look: Look | null
  /** The code of the refusal; null where it is allowed. */
  readonly whyNot: string | null
  /** The policy that decided; null where none permits. */
  readonly policy: string | null
}

/** Writes looks and answers when the disk has them. */
export type AccessLog = (looks: readonly Looked[]) => Promise<void>

/** As many calls as share one durable write, and as many lines as one statement takes. */
const MOST_CALLS = 128
const INSERT_LOT = 200

/** The access log. Looks that are asked for while the disk is busy share the next write; nobody looks before their own line is on it. */
export function accessLog(desk: DeskStore): AccessLog {
  const write = async (calls: readonly (readonly Looked[])[]): Promise<readonly undefined[]> => {
    const rows = calls.flat().map(rowOf)
    await desk.transact(async (db) => {
      for (let at = 0; at < rows.length; at += INSERT_LOT) await db.insertInto('looks').values(rows.slice(at, at + INSERT_LOT)).execute()
    })
    return calls.map(() => undefined)
  }
  const enqueue = writeQueue(write, MOST_CALLS)
  return async (looks) => {
    if (looks.length > 0) await enqueue(looks)
  }
}

const rowOf = ({ at, who, role, stream, look, whyNot, policy }: Looked) => ({ at, who, role, stream, policy, look: look ?? ('none' as const), allowed: whyNot === null ? ('yes' as const) : ('no' as const), why_not: whyNot })

/** Which looks are asked for. */
export interface LooksAsked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly stream?: string | undefined
  /** Whether it stands there also that a source was weighed for a site: that comes in one moment with the look at the site, and lays one beside the other. */
  readonly weighing: 'told' | 'left-out'
}

/** The policy by which a source is weighed and nothing else. */
const WEIGHS_A_SOURCE = 'a-number-rests-on-the-register-for-everybody-alike'

/**
 * A page of the access log, the newest first.
 *
 * An administrator is told who opened which file when, and not why: the reason of a look says something about the case. Nor by which policy, since
 * that tells how somebody stands to a file: who handles a source, say.
 */
export async function pageOfLooks({ db, where }: DeskStore, { limit, cursor, stream, weighing }: LooksAsked, reader: Role): Promise<LooksSent> {
  const all = db.selectFrom('looks').leftJoin('people', 'people.id', 'looks.who').selectAll('looks').select('people.name')
  const after = cursor === undefined ? all : all.where('looks.number', '<', Number(cursor))
  const told = weighing === 'told' ? after : after.where((row) => row.or([row('looks.policy', 'is', null), row('looks.policy', '!=', WEIGHS_A_SOURCE)]))
  const asked = stream === undefined ? told : told.where('looks.stream', '=', stream)
  try {
    const rows = await asked.orderBy('looks.number', 'desc').limit(limit + 1).execute()
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      looks: shown.map((row) => ({
        at: isoOf(instant(row.at)),
        who: { id: row.who, name: row.name ?? row.who, role: row.role },
        stream: row.stream,
        look: reader === 'administrator' || row.look === 'none' ? null : row.look,
        allowed: row.allowed,
        whyNot: row.why_not,
        policy: reader === 'administrator' ? null : row.policy,
      })),
      next: rows.length > limit && last ? String(last.number) : null,
    }
  } catch (error) {
    throw faultOf(error, where)
  }
}
