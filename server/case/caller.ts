import type { MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import { CASE_ROLES, type CaseRole, type Look } from '../../core/kernel/access.ts'
import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'
import { refuseLook } from './answers.ts'

/** Somebody who works on cases. */
export interface CaseWorker extends SignedIn {
  readonly role: CaseRole
}

/** What a route about cases finds: who asks, in one of the roles that may. */
export interface CaseEnv {
  readonly Variables: OfficeEnv['Variables'] & { worker: CaseWorker }
}

const isCaseRole = (role: string): role is CaseRole => (CASE_ROLES as readonly string[]).includes(role)

const isCaseWorker = (person: SignedIn): person is CaseWorker => isCaseRole(person.role)

/** Which file an address is about; for a list, where no file stands in it, none. */
type StreamOf = (id: string | undefined) => string
export const NO_FILE: StreamOf = () => ''

/**
 * Lets in whoever works on cases.
 *
 * An administrator never does, whatever the address. The gate is asked all the same, so that the attempt stands in the access log.
 */
export const caseWorker = (office: Office, streamOf: StreamOf = NO_FILE, look: Look = 'assessment'): MiddlewareHandler<CaseEnv> =>
  every(signedIn(office), caseRolesOnly(office, streamOf, look))

const caseRolesOnly =
  (office: Office, streamOf: StreamOf, look: Look): MiddlewareHandler<CaseEnv> =>
  async (c, next) => {
    const person = c.get('person')
    if (isCaseWorker(person)) {
      c.set('worker', person)
      return next()
    }
    const admitted = await office.gate.admit(person, streamOf(c.req.param('id')), look)
    return refuseLook(office, admitted.accepted ? 'access/administrator' : admitted.code)
  }

/** Says no to somebody whose role does not do this. */
export const notForRole = ({ speak }: Office, { role }: CaseWorker, roles: readonly CaseRole[]): Response =>
  refuse(speak, { code: 'session/role', detail: `This is not for the role ${role}.`, expected: roles.join(', ') })
