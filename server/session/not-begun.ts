import type { Context } from 'hono'
import type { Office } from '../office.ts'
import { holdProved, type Proved } from './proved.ts'
import type { NotBegun, SignInRefusal, WayRefusal } from './refusals.ts'
import { refuseSignIn } from './refuse-sign-in.ts'

/** Says why no session begins. What somebody has shown already the browser keeps for some minutes, closed, so that only what is lacking is asked. */
export function notBegun(office: Office, c: Context, refusal: SignInRefusal | NotBegun | WayRefusal, proved: Proved | null = ('proved' in refusal ? refusal.proved : null)): Response {
  if (proved) holdProved(c, office.door, proved)
  const answer = refuseSignIn(office, refusal)
  return c.newResponse(answer.body, answer)
}
