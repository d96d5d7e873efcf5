import type { MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import type { OfficeAction } from '../../core/kernel/action.ts'
import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'
import type { SignedIn } from '../session/sessions.ts'
import { signedIn, type OfficeEnv } from '../session/signed-in.ts'

/** Lets in whoever is signed in and may do this, as the policies say. What is refused stands in the access log. */
export const mayDo = (office: Office, action: OfficeAction): MiddlewareHandler<OfficeEnv> =>
  every(signedIn(office), permitted(office, action))

const permitted =
  (office: Office, action: OfficeAction): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => (await notPermitted(office, c, action)) ?? next()

/** A request by somebody who is signed in. */
interface Asking {
  readonly var: { readonly person: SignedIn }
}

/** The answer that says no; null where the policies permit it. */
export async function notPermitted(office: Office, { var: { person: who } }: Asking, action: OfficeAction): Promise<Response | null> {
  const decided = office.rights.onOffice(who, action)
  if (decided.allowed === 'yes') return null
  await office.log([{ at: office.now(), who: who.id, role: who.role, stream: `office/${action}`, look: null, whyNot: 'access/not-permitted', policy: decided.policy }])
  return refuse(office.speak, { code: 'access/not-permitted', detail: `Your role and organisation do not do this: ${action}.` })
}
