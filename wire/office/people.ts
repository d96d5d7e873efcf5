import { z } from 'zod'
import { ROLES } from '../../core/kernel/access.ts'
import { OWN_UNIT } from '../../core/kernel/organisation.ts'
import { InstantAnswer, type Sent } from '../api.ts'

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
  organisation: z.string().max(80).default(OWN_UNIT).meta({ description: 'The id of their organisation; the unit itself where it is left out' }),
})

export type NewPerson = z.infer<typeof NewPersonShape>

/** What `POST /api/people/:id/place` takes: what somebody does from now on, and for whom. */
export const PlaceShape = z.strictObject({
  role: z.enum(ROLES),
  organisation: z.string().max(80).meta({ description: 'The id of an organisation whose kind gives its people this role' }),
})

/** Somebody who works here, or did. */
export const PersonShape = z.strictObject({
  id: z.string(),
  signInName: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  organisation: z.string().meta({ description: 'The id of their organisation' }),
  vouched: z.enum(['yes', 'no']).meta({ description: 'Whether a colleague has said whose account this is; until then it opens nothing. Always yes of an administrator, who opens no case' }),
  password: z.enum(['one-time', 'own']).meta({ description: 'one-time until they have chosen their own' }),
  madeAt: InstantAnswer,
  leftAt: InstantAnswer.nullable().meta({ description: 'When they were marked as having left; null while they work here' }),
})

export type PersonSent = Sent<typeof PersonShape>

/** What `GET /api/people/waiting` answers: those of one's own organisation for whom nobody has vouched yet, the longest waiting first. */
export const WaitingShape = z.strictObject({
  waiting: z.array(z.strictObject({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    password: z.enum(['one-time', 'own']).meta({ description: 'They can be vouched for once they have chosen their own' }),
    madeAt: InstantAnswer,
  })),
})

export type WaitingSent = Sent<typeof WaitingShape>

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
