import { z } from 'zod'
import { LOOKS, ROLES } from '../../core/kernel/access.ts'
import { InstantAnswer, type Sent } from '../api.ts'

/** How many looks one page holds unless fewer are asked for, and at most. */
export const LOOKS_ON_A_PAGE = 50
export const MOST_LOOKS_ON_A_PAGE = 200

/** What the address of `GET /api/looks` may ask. */
export const LooksQueryShape = z.strictObject({
  cursor: z.string().regex(/^[1-9]\d{0,14}$/, 'the cursor that the page before gave').optional(),
  limit: z.coerce.number().int().min(1).max(MOST_LOOKS_ON_A_PAGE).optional(),
  stream: z.string().max(200).optional().meta({ description: 'Only looks at this file, such as site/… or plan/…' }),
})

/** One line of the access log: somebody opened a file, or tried to. */
export const LookShape = z.strictObject({
  at: InstantAnswer,
  who: z.strictObject({ id: z.string(), name: z.string(), role: z.enum(ROLES).meta({ description: 'Their role at that moment' }) }),
  stream: z.string().meta({ description: 'The file, by its id' }),
  look: z.enum(LOOKS).nullable().meta({ description: 'Why they looked; null for an administrator, who is told nothing about a case, and where an act of the office was refused' }),
  allowed: z.enum(['yes', 'no']),
  whyNot: z.string().nullable().meta({ description: 'The code of the refusal; null where it was allowed' }),
  policy: z.string().nullable().meta({ description: 'The policy that decided, by its name in the files of policies; null where none permits, and for an administrator' }),
})

/** What `GET /api/looks` answers: the newest first. */
export const LooksShape = z.strictObject({
  looks: z.array(LookShape),
  next: z.string().nullable().meta({ description: 'The cursor of the next page; null at the end' }),
})

export type LookSent = Sent<typeof LookShape>
export type LooksSent = Sent<typeof LooksShape>
