import type { Context, MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import { CASE_ROLES, LOOKS, type CaseRole, type Look } from '../../core/kernel/access.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'
import { notPermitted } from '../rights/may-do.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'
import { refuseLook } from './answers.ts'

/** Somebody who works on cases, and what for at this moment. */
export interface CaseWorker extends SignedIn {
  readonly role: CaseRole
  readonly look: Look
}

/** What a route about cases finds: who asks, in one of the roles that may. */
export interface CaseEnv {
  readonly Variables: OfficeEnv['Variables'] & { worker: CaseWorker }
}

const isCaseRole = (role: string): role is CaseRole => (CASE_ROLES as readonly string[]).includes(role)

/** Which file an address is about; for a list, where no file stands in it, none. */
type StreamOf = (id: string | undefined) => string
export const NO_FILE: StreamOf = () => ''

/** In which header a page says what somebody looks for. */
export const LOOK_HEADER = 'x-daylight-look'

/** What somebody says they look for; null where they say nothing of the kind. */
export function lookIn(c: Context): Look | null {
  const told = c.req.header(LOOK_HEADER)
  return LOOKS.find((look) => look === told) ?? null
}

/**
 * Lets in whoever works on cases and says what for.
 *
 * An administrator never does, whatever the address. The gate is asked all the same, so that the attempt stands in the access log. A list is
 * filtered by what is in somebody's reach for any purpose of theirs, so it is asked for without one; a file is not opened so.
 */
export const caseWorker = (office: Office, streamOf: StreamOf = NO_FILE): MiddlewareHandler<CaseEnv> => every(signedIn(office), caseRolesOnly(office, streamOf))

const caseRolesOnly =
  (office: Office, streamOf: StreamOf): MiddlewareHandler<CaseEnv> =>
  async (c, next) => {
    const [person, look] = [c.get('person'), lookIn(c)]
    const { role } = person
    if (!isCaseRole(role)) {
      const admitted = await office.gate.admit(person, streamOf(c.req.param('id')), look ?? 'assessment')
      return refuseLook(office, admitted.accepted ? 'access/administrator' : admitted.code)
    }
    if (look === null && streamOf !== NO_FILE) return refuseLook(office, 'access/no-purpose')
    if (streamOf === NO_FILE) {
      const refused = await notPermitted(office, c, 'see-cases')
      if (refused) return refused
    }
    c.set('worker', { ...person, role, look: look ?? 'assessment' })
    return next()
  }
