import { instant, type Instant } from '../../core/kernel/instant.ts'
import { refuse } from '../http/problem.ts'
import type { Office } from '../office.ts'
import type { Door } from './door.ts'
import { confirmedFactor } from './second-factor.ts'
import type { Present } from './sessions.ts'
import { asksFreshProof } from './step-up-policy.ts'

/** What somebody can show beyond a password. */
interface Holds {
  readonly code: 'yes' | 'no'
  readonly passkey: 'yes' | 'no'
}

async function whatIsHeld({ desk: { db } }: Door, person: string): Promise<Holds> {
  const passkey = await db.selectFrom('passkeys').select('id').where('person', '=', person).limit(1).executeTakeFirst()
  return { code: (await confirmedFactor(db, person)) ? 'yes' : 'no', passkey: passkey ? 'yes' : 'no' }
}

/** Nothing but a password: then a password is enough, since there is no more to ask for. */
const hasPasswordAlone = ({ code, passkey }: Holds): boolean => code === 'no' && passkey === 'no'

/** Until when the last proof is enough for an act of authority; null where it is not, or no more. */
export async function freshUntil(door: Door, { person, session: { proof } }: Present): Promise<Instant | null> {
  return freshWith(door, proof, await whatIsHeld(door, person.id))
}

function freshWith({ now, stepUp }: Door, proof: Present['session']['proof'], holds: Holds): Instant | null {
  const alone = hasPasswordAlone(holds)
  if (alone && stepUp.passwordAlone === 'is-not-asked') return instant(now() + stepUp.freshMs)
  const until = instant(proof.at + stepUp.freshMs)
  return until > now() && (alone || proof.by !== 'password') ? until : null
}

/**
 * The answer that asks who somebody is once more before they do this; null where nothing is asked, or they have shown it within the last minutes.
 *
 * `act` is named as in `ASKS_FRESH_PROOF`; behind `signedIn` a route passes `c.var` for who asks. Whoever has a second factor or a passkey shows that and not a password alone, so that a password somebody
 * overheard and a screen left open are not enough for an act of authority (NIST SP 800-63B-3, 7.2; OWASP ASVS 5.0, 7.5.3).
 */
export async function askFreshProof(office: Office, { person, session }: Present, act: string): Promise<Response | null> {
  if (!asksFreshProof(act)) return null
  const holds = await whatIsHeld(office.door, person.id)
  return freshWith(office.door, session.proof, holds) === null ? stepUpAsked(office, holds) : null
}

/** Says what would be enough. */
const stepUpAsked = ({ speak }: Office, holds: Holds): Response =>
  refuse(speak, { code: 'session/step-up', detail: 'Show once more who you are; then ask again.', expected: `POST /api/session/step-up with ${enough(holds).join(', or ')}` })

const enough = (holds: Holds): readonly string[] => [
  ...(hasPasswordAlone(holds) ? ['the password'] : []),
  ...(holds.code === 'yes' ? ['the password and a code'] : []),
  ...(holds.passkey === 'yes' ? ['a passkey'] : []),
]

/** What somebody would have to show, who showed a password and has more than that. */
export async function stillAsked(office: Office, person: string): Promise<Response | null> {
  const holds = await whatIsHeld(office.door, person)
  return hasPasswordAlone(holds) ? null : stepUpAsked(office, holds)
}
