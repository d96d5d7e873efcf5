import { z } from 'zod'
import { LOOKS, ROLES } from '../../core/kernel/access.ts'
import { OFFICE_ACTIONS } from '../../core/kernel/action.ts'
import { ORGANISATION_KINDS } from '../../core/kernel/organisation.ts'
import type { Sent } from '../api.ts'
import { PasskeyAssertedShape } from './passkeys.ts'

/** Shorter ones are found by trying (NIST SP 800-63B-4, 3.1.1.2, asks for 15 where a password stands alone; OWASP for 8 beside a second factor). */
export const LEAST_PASSWORD = 12

/** Longer than any sentence somebody would type, and short enough that hashing it costs no more than any other. */
const MOST_PASSWORD = 1024

const Password = z.string().max(MOST_PASSWORD)

/** A code of the telephone or a recovery code, with whatever spaces and strokes it was typed. */
const Code = z.string().max(60).meta({ description: 'The six figures the telephone shows, or a recovery code. Asked for where somebody has a second factor' })

/** What `POST /api/session` takes. Nothing is said here of what a password must be: whoever tries learns nothing from a refusal. */
export const SignInShape = z.strictObject({
  name: z.string().max(200).meta({ description: 'The name to sign in with; capital and small letters count alike' }),
  password: Password,
  code: Code.optional(),
})

export type SignIn = z.infer<typeof SignInShape>

/** What `POST /api/session/password` takes. */
export const PasswordChangeShape = z.strictObject({
  old: Password.meta({ description: 'The password in use, or the one-time password that was handed over' }),
  new: Password.min(LEAST_PASSWORD).meta({ description: `At least ${LEAST_PASSWORD} characters, and neither the name nor the old one` }),
})

export type PasswordChange = z.infer<typeof PasswordChangeShape>

const Colleague = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  organisation: z.strictObject({ id: z.string(), kind: z.enum(ORGANISATION_KINDS), name: z.string() }),
  vouched: z.enum(['yes', 'no']).meta({ description: 'While this is no, nothing is answered but what concerns the session itself: a colleague has yet to say whose account this is' }),
  looks: z.array(z.enum(LOOKS)).meta({ description: 'For which purposes the policies let them read at all, as the header x-daylight-look names one' }),
  may: z.array(z.enum(OFFICE_ACTIONS)).meta({ description: 'What the policies permit in the office as a whole' }),
  mustChangePassword: z.enum(['yes', 'no']).meta({ description: 'While this is yes, nothing is answered but the change of the password' }),
})

/** Who is signed in, as `GET`, `POST` and `DELETE /api/session` and `POST /api/session/password` answer. */
export const SessionShape = z.strictObject({
  person: Colleague.nullable().meta({ description: 'Null where nobody is signed in' }),
})

export type SessionSent = Sent<typeof SessionShape>
export type ColleagueSent = NonNullable<SessionSent['person']>

/** What `POST /api/session/second-factor/confirm` takes. */
export const CodeShape = z.strictObject({ code: Code })

/** What `POST /api/session/step-up` takes: a proof that whoever is signed in is still there. */
export const StepUpShape = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), password: Password, code: Code.optional() }),
  z.strictObject({ by: z.literal('passkey'), answer: PasskeyAssertedShape }),
])

export type StepUp = z.infer<typeof StepUpShape>
