import { z } from 'zod'
import { InstantAnswer, type Sent } from '../api.ts'
import { ROLES } from './roles.ts'

/** Letters, figures and a few marks, so that no two names look alike by a space. */
const SIGN_IN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@-]{0,63}$/u

/** What `POST /api/people` takes: somebody who begins to work here. */
export const NewPersonShape = z.strictObject({
  signInName: z
    .string()
    .transform((text) => text.trim().normalize('NFKC').toLowerCase())
    .pipe(z.string().regex(SIGN_IN_NAME, 'a name of letters, figures and . _ @ - without spaces, at most 64'))
    .meta({ description: 'The name to sign in with, kept in small letters: letters, figures and . _ @ -' }),
  name: z.string().trim().min(1).max(120).meta({ description: 'The name colleagues know them by' }),
  role: z.enum(ROLES),
})

export type NewPerson = z.infer<typeof NewPersonShape>

/** Somebody who works here, or did. */
export const PersonShape = z.strictObject({
  id: z.string(),
  signInName: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  password: z.enum(['one-time', 'own']).meta({ description: 'one-time until they have chosen their own' }),
  madeAt: InstantAnswer,
  leftAt: InstantAnswer.nullable().meta({ description: 'When they were marked as having left; null while they work here' }),
})

export type PersonSent = Sent<typeof PersonShape>

/** What `GET /api/people` answers: everybody, those who left too, by sign-in name. */
export const PeopleShape = z.strictObject({ people: z.array(PersonShape) })

export type PeopleSent = Sent<typeof PeopleShape>

/**
 * What `POST /api/people` and `POST /api/people/:id/password` answer.
 *
 * The one-time password is shown here and never again: what is kept of it is a hash.
 */
export const HandOverShape = z.strictObject({
  person: PersonShape,
  oneTimePassword: z.string().meta({ description: 'To be handed over in person or by telephone; it must be changed at first use' }),
})

export type HandOverSent = Sent<typeof HandOverShape>
