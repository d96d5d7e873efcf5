import { CASE_ROLES, type Access, type CaseRole, type Look } from '../core/kernel/access.ts'
import { isOpaque } from '../core/kernel/id.ts'
import type { Role } from '../wire/office/roles.ts'
import type { AccessLog } from './access-log.ts'
import type { Clock } from './clock.ts'
import type { SignedIn } from './session/sessions.ts'

/** Why somebody may not look. Public, never renamed and never reused. */
export type AccessRefusalCode = 'access/administrator' | 'access/no-such-file'

export type Admitted = { readonly accepted: true; readonly access: Access } | { readonly accepted: false; readonly code: AccessRefusalCode }

/** Lets people look into files, and writes down that they did. */
export interface Gate {
  readonly admit: (who: SignedIn, stream: string, look: Look) => Promise<Admitted>
  /** The same for several files at once, in their order, with one durable write for all. */
  readonly admitToEach: (who: SignedIn, streams: readonly string[], look: Look) => Promise<readonly Admitted[]>
}

/** The files there are: a site, a plan, a source, and the policy of the unit. */
const FILE = /^(?:(?:site|plan|source)\/[A-Za-z0-9]|policy\/unit$)/

/** Stands in the log for what is no file's id, since whatever stands in an address may be a name. */
const NO_FILE = '(no file)'

/**
 * The only maker of an `Access`. The line in the access log is on the disk before anybody looks; where it cannot be written, nobody does.
 *
 * Refusals are logged too: an attempt is worth as much as a visit. Every case role may read every case for now; the administrator, who gives
 * the roles, may read none.
 */
export function openGate(log: AccessLog, now: Clock): Gate {
  const admitToEach = async (who: SignedIn, streams: readonly string[], look: Look): Promise<readonly Admitted[]> => {
    const at = now()
    const asked = streams.map((stream) => ({ stream: isFile(stream) ? stream : NO_FILE, code: refusalFor(who.role, stream) }))
    await log(asked.map(({ stream, code }) => ({ at, who: who.id, role: who.role, stream, look, whyNot: code })))
    return asked.map(({ stream, code }) => (code === null ? { accepted: true, access: { stream, by: who.id, role: who.role, look } as unknown as Access } : { accepted: false, code }))
  }
  return { admitToEach, admit: async (who, stream, look) => (await admitToEach(who, [stream], look))[0] as Admitted }
}

function refusalFor(role: Role, stream: string): AccessRefusalCode | null {
  if (!isCaseRole(role)) return 'access/administrator'
  return isFile(stream) ? null : 'access/no-such-file'
}

const isCaseRole = (role: Role): role is CaseRole => (CASE_ROLES as readonly Role[]).includes(role)

const isFile = (stream: string): boolean => FILE.test(stream) && isOpaque(stream)
