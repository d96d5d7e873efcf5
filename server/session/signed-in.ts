import type { Context, MiddlewareHandler } from 'hono'
import { every } from 'hono/combine'
import type { Role } from '../../core/kernel/access.ts'
import type { Office } from '../office.ts'
import { refuse } from '../http/problem.ts'
import { networkOf } from './caller.ts'
import { tokenIn } from './cookie.ts'
import { ownPagesOnly } from './own-pages.ts'
import { noteWhere } from './seen-elsewhere.ts'
import { whoseSession, type Attended, type OwnSession, type SignedIn } from './sessions.ts'
import { askFreshProof } from './step-up.ts'
import type { AsksFreshProof } from './step-up-policy.ts'

/** What a route finds behind `signedIn`: who asks, and under which session. */
export interface OfficeEnv {
  readonly Variables: { person: SignedIn; session: OwnSession }
}

interface Demands {
  /** Who may ask this; left out, everybody who is signed in. */
  readonly roles?: readonly Role[]
  /** Only the change of the password itself is answered while a one-time password is in use. */
  readonly evenBeforePasswordChange?: 'yes'
  /** What concerns the session itself is answered before a colleague has said whose account it is; nothing else is. */
  readonly evenUnvouched?: 'yes'
  /** What this is, where it asks for a fresh proof whatever is sent. A route that learns it from the body calls `askFreshProof`. */
  readonly stepUp?: AsksFreshProof
}

/** Lets in whoever is signed in, from a page of this server, in one of these roles, with a password of their own. */
export const signedIn = (office: Office, demands: Demands = {}): MiddlewareHandler<OfficeEnv> => every(ownPagesOnly(office.speak), whoAsks(office, demands))

const whoAsks =
  (office: Office, { roles, evenBeforePasswordChange, evenUnvouched, stepUp }: Demands): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => {
    const { door, speak } = office
    const token = tokenIn(c)
    const present = token === null ? null : await whoseSession(door.desk, door.now, token, attendedIn(c))
    // RFC 9110, 15.5.2, has every 401 name a scheme; there is none for a session, and browsers ask nobody for one they do not know.
    if (!present) return refuse(speak, { code: 'session/not-signed-in', detail: 'Nobody is signed in here, or no longer.' }, { 'www-authenticate': 'Session' })
    const { person, session } = present
    if (person.mustChangePassword === 'yes' && evenBeforePasswordChange !== 'yes')
      return refuse(speak, { code: 'session/must-change-password', detail: 'A one-time password is good for choosing another, and for nothing else.', expected: 'POST /api/session/password' })
    if (person.vouched === 'no' && evenUnvouched !== 'yes') return refuse(speak, { code: 'session/not-vouched', detail: 'An account opens nothing until a colleague of the same organisation says whose it is.', expected: 'a colleague who says so in their own office' })
    if (roles && !roles.includes(person.role)) return refuse(speak, { code: 'session/role', detail: `This is not for the role ${person.role}.`, expected: roles.join(', ') })
    const stale = stepUp === undefined ? null : await askFreshProof(office, present, stepUp)
    if (stale) return stale
    await noteWhere(door.desk, session, networkOf(c))
    c.set('person', person)
    c.set('session', session)
    return next()
  }

/**
 * Whether somebody is there. A page that nobody touches says so of what it asks by itself, and a stream of changes is opened by no hand.
 *
 * Somebody who leaves the header out keeps their own session a little longer, up to its end; a screen left alone does not.
 */
export const attendedIn = (c: Context): Attended => (c.req.header('x-daylight-unattended') === '1' || c.req.header('accept') === 'text/event-stream' ? 'no' : 'yes')
