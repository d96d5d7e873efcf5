import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import type { Clock } from '../clock.ts'
import type { DeskStore } from '../desk-tables.ts'
import { addPerson, everybody, resetPassword, THE_SERVER } from './people.ts'

/** The name and the password to sign in with for the first time. */
export interface FirstSignIn {
  readonly name: string
  readonly oneTimePassword: string
}

const FIRST = { signInName: 'administrator', name: 'Administrator', role: 'administrator', organisation: OWN_UNIT } as const

/**
 * Makes the first administrator when there is nobody yet, for whoever starts the server to sign in as.
 *
 * A one-time password that nobody took up is told anew at each start, since the terminal it was printed in may be gone; the one
 * before no longer works. As soon as they have chosen a password of their own, or there is anybody else, nothing is told any more.
 */
export async function firstSignIn(desk: DeskStore, now: Clock): Promise<FirstSignIn | null> {
  const people = await everybody(desk)
  const [only] = people
  const made = only === undefined ? await addPerson(desk, now, THE_SERVER, FIRST) : people.length === 1 && only.must_change === 'yes' && only.made_by === THE_SERVER ? await resetPassword(desk, now, THE_SERVER, only.id) : null
  return made?.accepted ? { name: made.person.sign_in_name, oneTimePassword: made.oneTimePassword } : null
}
