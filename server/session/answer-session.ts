import type { Context } from 'hono'
import type { SessionSent } from '../../wire/office/session.ts'
import type { Office } from '../office.ts'
import { giveToken, tokenIn } from './cookie.ts'
import { endSession, whoseSession, type Present } from './sessions.ts'
import { attendedIn } from './signed-in.ts'

/** Gives the browser its session. Somebody who signs in again, or as another, leaves no session behind. */
export async function signedInNow(office: Office, c: Context, token: string): Promise<Response> {
  await endOld(office, c)
  giveToken(c, token)
  return c.json(await sessionOf(office, c, token))
}

/** Ends the session a browser came with. */
export async function endOld({ door }: Office, c: Context): Promise<void> {
  const old = tokenIn(c)
  if (old !== null) await endSession(door.desk, old)
}

/** Whose session a token is, as the API answers it. */
export const sessionOf = async ({ door }: Office, c: Context, token: string | null): Promise<SessionSent> =>
  answerSession(token === null ? null : await whoseSession(door.desk, door.now, token, attendedIn(c)))

export const answerSession = (who: Present | null): SessionSent => ({ person: who && { id: who.person.id, name: who.person.name, role: who.person.role, mustChangePassword: who.person.mustChangePassword } })
