import type { Context } from 'hono'
import { OFFICE_ACTIONS } from '../../core/kernel/action.ts'
import type { SessionSent } from '../../wire/office/session.ts'
import type { Office } from '../office.ts'
import { located } from '../people/located.ts'
import { looksOf } from '../rights/looks-of.ts'
import { cookieIn, giveToken, tokenIn } from './cookie.ts'
import { endSession, whoseSession, type Present } from './sessions.ts'
import { attendedIn } from './signed-in.ts'
import { giveDevice } from './whence.ts'

/** Gives the browser its session. Somebody who signs in again, or as another, leaves no session behind. An enrolled device is known a little longer by it. */
export async function signedInNow(office: Office, c: Context, token: string, device: string | null = cookieIn(c, 'daylight-device')): Promise<Response> {
  await endOld(office, c)
  giveToken(c, token)
  if (device !== null) giveDevice(c, device)
  return c.json(await sessionOf(office, c, token))
}

/** Ends the session a browser came with. */
export async function endOld({ door }: Office, c: Context): Promise<void> {
  const old = tokenIn(c)
  if (old !== null) await endSession(door.desk, old)
}

/** Whose session a token is, as the API answers it. */
export const sessionOf = async (office: Office, c: Context, token: string | null): Promise<SessionSent> => {
  const { door } = office
  const present = token === null ? null : await whoseSession(door.desk, door.now, token, attendedIn(c))
  return present ? answerSession(office, present) : NOBODY
}

/** What a browser is answered in which nobody is signed in. */
export const NOBODY: SessionSent = { person: null }

/** Who is signed in, for whom they work, and what the policies permit them in the office as a whole. */
export async function answerSession({ door: { desk }, rights }: Office, { person }: Pick<Present, 'person'>): Promise<SessionSent> {
  const { id, name, role, organisation, vouched, mustChangePassword } = person
  const found = await located(desk.db.selectFrom('organisations').select('name').where('id', '=', organisation.id).executeTakeFirstOrThrow(), desk.where)
  const may = OFFICE_ACTIONS.filter((action) => rights.onOffice(person, action).allowed === 'yes')
  const looks = [...looksOf(rights, person)]
  return { person: { id, name, role, organisation: { id: organisation.id, kind: organisation.kind, name: found.name }, vouched, may, looks, mustChangePassword } }
}
